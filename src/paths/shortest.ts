import { far, type Residual } from './residual.ts';

/** Nodes by their distance, for Dial's variant of Dijkstra's method. */
type Frontier = {
  readonly buckets: number[][];
  /** The distance of the nearest node that lacks; `far`: none was reached yet. */
  best: number;
};

/**
 * Distances from all nodes with excess over reduced costs, up to the nearest node that lacks, and
 * the order in which nodes were settled.
 * @returns the distance of that node
 */
export function distances(residual: Residual): number {
  const { hub, excess, distance, order } = residual;
  distance.fill(far);
  order.fill(-1);
  let settled = 0;
  const frontier: Frontier = { buckets: [[]], best: far };
  const { buckets } = frontier;
  for (let node = 0; node <= hub; node++) {
    if (excess[node]! <= 0) continue;
    distance[node] = 0;
    buckets[0]!.push(node);
  }
  for (let length = 0; length < buckets.length && length <= frontier.best; length++) {
    const bucket = buckets[length];
    if (bucket === undefined) continue;
    // The bucket grows while it is read: arcs may cost nothing.
    for (let k = 0; k < bucket.length; k++) {
      const node = bucket[k]!;
      if (distance[node] !== length || order[node]! >= 0) continue;
      order[node] = settled++;
      if (node === hub) leaveHub(residual, frontier, length);
      else leave(residual, frontier, node, length);
    }
    delete buckets[length];
  }
  if (frontier.best === far) throw new Error('a node cannot be reached from node 0');
  return frontier.best;
}

/** Notes a shorter way to a node. */
function reach(
  { excess, distance }: Residual,
  frontier: Frontier,
  node: number,
  length: number,
): void {
  distance[node] = length;
  (frontier.buckets[length] ??= []).push(node);
  if (excess[node]! < 0 && length < frontier.best) frontier.best = length;
}

/** Notes where the arcs out of the hub lead on a shorter way. */
function leaveHub(residual: Residual, frontier: Frontier, length: number): void {
  const { network, hub, perPath, price, distance, stops } = residual;
  const here = length + price[hub]!;
  const begun = here + perPath - price[0]!;
  if (begun < distance[0]!) reach(residual, frontier, 0, begun);
  for (let other = 0; other < network.size; other++) {
    if (stops[other]! === 0) continue;
    const next = here - price[other]!;
    if (next < distance[other]!) reach(residual, frontier, other, next);
  }
}

/** Notes where the arcs out of a node lead on a shorter way. */
function leave(residual: Residual, frontier: Frontier, node: number, length: number): void {
  const { network, hub, perPath, price, distance, starts, taken } = residual;
  const { first, to } = network;
  const here = length + price[node]!;
  const stopped = here - price[hub]!;
  if (stopped < distance[hub]!) reach(residual, frontier, hub, stopped);
  if (node === 0 && starts > 0 && stopped - perPath < distance[hub]!)
    reach(residual, frontier, hub, stopped - perPath);
  for (let edge = first[node]!; edge < first[node + 1]!; edge++) {
    const other = to[edge]!;
    const next = here + 1 - price[other]!;
    if (next < distance[other]! && next <= frontier.best) reach(residual, frontier, other, next);
  }
  if (taken[node]! > 0) leaveBackwards(residual, frontier, node, here);
}

/** The same for arcs that take back flow of the edges into a node. */
function leaveBackwards(residual: Residual, frontier: Frontier, node: number, here: number): void {
  const { from, back, into, flow, price, distance } = residual;
  for (let i = back[node]!; i < back[node + 1]!; i++) {
    const edge = into[i]!;
    if (flow[edge]! === 0) continue;
    const other = from[edge]!;
    const next = here - 1 - price[other]!;
    if (next < distance[other]! && next <= frontier.best) reach(residual, frontier, other, next);
  }
}
