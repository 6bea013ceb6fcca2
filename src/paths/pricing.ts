import type { Cover } from './targets.ts';

/**
 * Arcs of a network with a hub, weighed by what they cost less what the targets that they meet are
 * worth.
 */
export type Pricing = {
  readonly cover: Cover;
  readonly perPath: number;
  readonly weight: Float64Array;
  // Working space of the search for cycles; the hub is node `size`.
  readonly distance: Float64Array;
  readonly parent: Int32Array;
  readonly from: Int32Array;
  readonly mark: Int32Array;
};

/** Arcs of a cycle that are no edges: a walk starts, a walk ends. */
const begins = -1;
const ends = -2;
const none = -3;

/** Arcs that are not weighed yet. */
export function pricingOf(cover: Cover, perPath: number): Pricing {
  const { size, edges } = cover.network;
  return {
    cover,
    perPath,
    weight: new Float64Array(edges),
    distance: new Float64Array(size + 1),
    parent: new Int32Array(size + 1),
    from: new Int32Array(size + 1),
    mark: new Int32Array(size + 1),
  };
}

/**
 * Weighs all arcs at a share of the prices.
 * @param prices one a target, and last that of a start
 * @returns the weight of a start
 */
export function weigh(
  { cover, perPath, weight }: Pricing,
  prices: Float64Array,
  scale: number,
): number {
  const { network, targets, start, meets } = cover;
  for (let arc = 0; arc < network.edges; arc++) {
    let worth = 0;
    for (let at = start[arc]!; at < start[arc + 1]!; at++) worth += prices[meets[at]!]!;
    weight[arc] = 1 - scale * worth;
  }
  return perPath - scale * prices[targets.length]!;
}

/**
 * Cycles of negative weight in the graph with the hub, by the method of Bellman and Ford, as arcs:
 * -1 is a start, -2 an end. None if there is none.
 */
export function negativeCycles(pricing: Pricing, startWeight: number): number[][] {
  const { size } = pricing.cover.network;
  pricing.distance.fill(0);
  pricing.parent.fill(none);
  for (let pass = 0; pass <= size + 1; pass++) {
    if (!relaxAll(pricing, startWeight)) return [];
    const cycles = parentCycles(pricing);
    if (cycles.length > 0) return cycles;
  }
  return [];
}

/** Relaxes every arc once; whether a distance changed. */
function relaxAll(
  { cover, weight, distance, parent, from }: Pricing,
  startWeight: number,
): boolean {
  const { size, first, to } = cover.network;
  let changed = false;
  const relax = (node: number, next: number, by: number, arc: number): void => {
    if (distance[node]! + by >= distance[next]! - 1e-9) return;
    distance[next] = distance[node]! + by;
    parent[next] = arc;
    from[next] = node;
    changed = true;
  };
  relax(size, 0, startWeight, begins);
  for (let node = 0; node < size; node++) {
    const here = distance[node]!;
    for (let arc = first[node]!; arc < first[node + 1]!; arc++) {
      const next = to[arc]!;
      if (here + weight[arc]! >= distance[next]! - 1e-9) continue;
      distance[next] = here + weight[arc]!;
      parent[next] = arc;
      from[next] = node;
      changed = true;
    }
    relax(node, size, 0, ends);
  }
  return changed;
}

/** The cycles of the parent graph: in it every node has at most one arc. */
function parentCycles({ cover, parent, from, mark }: Pricing): number[][] {
  const { size } = cover.network;
  mark.fill(0);
  const cycles: number[][] = [];
  for (let node = 0; node <= size; node++) {
    let current = node;
    while (mark[current] === 0 && parent[current] !== none) {
      mark[current] = node + 1;
      current = from[current]!;
    }
    if (mark[current] !== node + 1 || parent[current] === none) continue;
    const cycle: number[] = [];
    const end = current;
    do {
      cycle.push(parent[current]!);
      current = from[current]!;
    } while (current !== end);
    cycles.push(cycle);
  }
  return cycles;
}

/**
 * For every node, the least weight of a walk from there: never above 0. `worth` must leave no cycle
 * of negative weight.
 */
export function aheadOf(pricing: Pricing, worth: Float64Array): Float64Array {
  const { size, first, to } = pricing.cover.network;
  const { weight } = pricing;
  weigh(pricing, worth, 1);
  const ahead = new Float64Array(size);
  for (let pass = 0; pass <= size; pass++) {
    let changed = false;
    for (let node = size - 1; node >= 0; node--) {
      let least = ahead[node]!;
      for (let arc = first[node]!; arc < first[node + 1]!; arc++)
        least = Math.min(least, weight[arc]! + ahead[to[arc]!]!);
      if (least >= ahead[node]! - 1e-9) continue;
      ahead[node] = least;
      changed = true;
    }
    if (!changed) break;
  }
  return ahead;
}
