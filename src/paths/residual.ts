import type { Network } from './network.ts';

/** A distance that no way has. */
export const far = 0x3fffffff;

/**
 * Which kind of arc a node tries next, in this order; the hub tries `out`, to node 0, and `back`.
 */
const stages = { out: 0, back: 1, hub: 2, undoStart: 3 } as const;

/**
 * The residual network of a minimum-cost flow through a hub, which is node `size`.
 *
 * Arcs without a bound: every edge, the hub to node 0 (a walk starts), every node to the hub (a
 * walk stops). What was sent along them can be sent back. Invariant: reduced costs, `cost +
 * price[from] - price[to]`, of all arcs that can take more are never negative.
 */
export type Residual = {
  readonly network: Network;
  readonly hub: number;
  /** What a start costs; an edge costs 1, a stop nothing. */
  readonly perPath: number;
  readonly from: Int32Array;
  /** Edges into node n: `into[back[n]]` to `into[back[n + 1]]`. */
  readonly back: Uint32Array;
  readonly into: Int32Array;
  /** What a node has too much of (above 0) or lacks (below 0). */
  readonly excess: Int32Array;
  readonly flow: Int32Array;
  /** Flow from each node to the hub. */
  readonly stops: Int32Array;
  /** Edges into a node that have flow. */
  readonly taken: Int32Array;
  readonly price: Int32Array;
  readonly distance: Int32Array;
  /** When `distances` settled a node, from 0; -1: not at all, or it leads nowhere. */
  readonly order: Int32Array;
  /** The arc at which a node stands, and its kind. */
  readonly current: Uint32Array;
  readonly stage: Uint8Array;
  readonly path: Int32Array;
  /** Flow from the hub to node 0. */
  starts: number;
  /** The sum of what nodes have too much of. */
  left: number;
};

/**
 * The residual network before anything is sent: each edge is to be taken `need` times (once, if
 * null).
 */
export function residualOf(network: Network, need: Uint8Array | null, perPath: number): Residual {
  const { size, first, to, edges } = network;
  const hub = size;
  const from = new Int32Array(edges);
  const back = new Uint32Array(size + 1);
  for (let node = 0; node < size; node++) {
    for (let edge = first[node]!; edge < first[node + 1]!; edge++) {
      from[edge] = node;
      back[to[edge]! + 1]!++;
    }
  }
  for (let node = 0; node < size; node++) back[node + 1]! += back[node]!;
  const into = new Int32Array(edges);
  const fill = back.slice();
  for (let edge = 0; edge < edges; edge++) into[fill[to[edge]!]!++] = edge;

  // What the needed edges and the one start bring to a node more than they take away.
  const excess = new Int32Array(size + 1);
  for (let edge = 0; edge < edges; edge++) {
    const times = need === null ? 1 : need[edge]!;
    excess[to[edge]!]! += times;
    excess[from[edge]!]! -= times;
  }
  excess[0]!++;
  excess[hub]!--;
  let left = 0;
  for (const more of excess) if (more > 0) left += more;

  return {
    network,
    hub,
    perPath,
    from,
    back,
    into,
    excess,
    flow: new Int32Array(edges),
    stops: new Int32Array(size),
    taken: new Int32Array(size + 1),
    price: new Int32Array(size + 1),
    distance: new Int32Array(size + 1),
    order: new Int32Array(size + 1),
    current: new Uint32Array(size + 1),
    stage: new Uint8Array(size + 1),
    path: new Int32Array(size + 2),
    starts: 0,
    left,
  };
}

/** Every node stands at its first arc again. */
export function rewind({ network, current, stage }: Residual): void {
  current.fill(0);
  stage.fill(stages.out);
  for (let node = 0; node < network.size; node++) current[node] = network.first[node]!;
}

/**
 * The node to which the current arc of `node` leads; arcs that cost more than nothing, cannot take
 * more, or lead to a node that was not settled later are passed over. -1 where there is none any
 * more.
 */
export function advance(residual: Residual, node: number): number {
  const { hub, stage, current, back, taken } = residual;
  if (node === hub) return advanceFromHub(residual);
  if (stage[node] === stages.out) {
    const next = advanceOut(residual, node);
    if (next >= 0) return next;
    stage[node] = stages.back;
    current[node] = taken[node]! > 0 ? back[node]! : back[node + 1]!;
  }
  if (stage[node] === stages.back) {
    const next = advanceBack(residual, node);
    if (next >= 0) return next;
    stage[node] = stages.hub;
  }
  return advanceToHub(residual, node);
}

/** As `advance`, for the hub. */
function advanceFromHub({
  network,
  hub,
  stage,
  current,
  order,
  price,
  perPath,
  stops,
}: Residual): number {
  const settled = order[hub]!;
  const here = price[hub]!;
  if (stage[hub] === stages.out) {
    if (order[0]! > settled && perPath + here === price[0]) return 0;
    stage[hub] = stages.back;
  }
  for (; current[hub]! < network.size; current[hub]!++) {
    const other = current[hub]!;
    if (stops[other]! > 0 && order[other]! > settled && here === price[other]) return other;
  }
  return -1;
}

/** As `advance`, along an edge. */
function advanceOut({ network, current, order, price }: Residual, node: number): number {
  const { first, to } = network;
  const settled = order[node]!;
  const wanted = price[node]! + 1;
  for (; current[node]! < first[node + 1]!; current[node]!++) {
    const other = to[current[node]!]!;
    if (order[other]! > settled && price[other] === wanted) return other;
  }
  return -1;
}

/** As `advance`, against the flow of an edge. */
function advanceBack(
  { from, back, into, flow, current, order, price }: Residual,
  node: number,
): number {
  const settled = order[node]!;
  const wanted = price[node]! - 1;
  for (; current[node]! < back[node + 1]!; current[node]!++) {
    const edge = into[current[node]!]!;
    if (flow[edge]! === 0) continue;
    const other = from[edge]!;
    if (order[other]! > settled && price[other] === wanted) return other;
  }
  return -1;
}

/** A stop or, at node 0, a start that is taken back. */
function advanceToHub(
  { hub, stage, order, price, perPath, starts }: Residual,
  node: number,
): number {
  const later = order[hub]! > order[node]!;
  const here = price[node]!;
  if (stage[node] === stages.hub) {
    if (later && here === price[hub]) return hub;
    stage[node] = stages.undoStart;
  }
  const undo = stage[node] === stages.undoStart && node === 0 && starts > 0;
  return undo && later && here - perPath === price[hub] ? hub : -1;
}

/** The current arc of `node` led nowhere: on to its next. */
export function pass({ hub, stage, current }: Residual, node: number): void {
  const listed = node === hub ? stage[hub] === stages.back : stage[node]! < stages.hub;
  if (listed) current[node]!++;
  else stage[node]!++;
}

/** How much more the current arc of `node`, which leads to `next`, can take. */
export function room(
  { hub, stage, stops, flow, into, current, starts }: Residual,
  node: number,
  next: number,
): number {
  const kind = stage[node]!;
  if (node === hub) return kind === stages.out ? far : stops[next]!;
  if (kind === stages.back) return flow[into[current[node]!]!]!;
  return kind === stages.undoStart ? starts : far;
}

/** Sends `amount` along the current arc of `node`, which leads to `next`. */
export function send(residual: Residual, node: number, next: number, amount: number): void {
  const { hub, stage, stops, flow, into, current, taken } = residual;
  const kind = stage[node]!;
  if (node === hub) {
    if (kind === stages.out) residual.starts += amount;
    else stops[next]! -= amount;
  } else if (kind === stages.out) {
    const edge = current[node]!;
    if (flow[edge] === 0) taken[next]!++;
    flow[edge]! += amount;
  } else if (kind === stages.back) {
    const edge = into[current[node]!]!;
    flow[edge]! -= amount;
    if (flow[edge] === 0) taken[node]!--;
  } else if (kind === stages.hub) stops[node]! += amount;
  else residual.starts -= amount;
}
