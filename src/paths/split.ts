import type { Cover } from './targets.ts';

/** Shortest ways from node 0: the arc by which each node is reached, and how many there are. */
export type Depths = {
  readonly depth: Int32Array;
  readonly arc: Int32Array;
  readonly from: Int32Array;
};

/** Shortest ways to all nodes, by a breadth-first search. */
export function depthsOf({ size, first, to }: Cover['network']): Depths {
  const depth = new Int32Array(size).fill(-1);
  const arc = new Int32Array(size).fill(-1);
  const from = new Int32Array(size).fill(-1);
  const queue = new Int32Array(size);
  let end = 1;
  depth[0] = 0;
  for (let at = 0; at < end; at++) {
    const node = queue[at]!;
    for (let a = first[node]!; a < first[node + 1]!; a++) {
      const next = to[a]!;
      if (depth[next]! >= 0) continue;
      depth[next] = depth[node]! + 1;
      arc[next] = a;
      from[next] = node;
      queue[end++] = next;
    }
  }
  return { depth, arc, from };
}

/** The arcs of the shortest way to a node. */
function shortestTo({ arc, from }: Depths, node: number): number[] {
  const arcs: number[] = [];
  for (let at = node; arc[at]! >= 0; at = from[at]!) arcs.push(arc[at]!);
  return arcs.reverse();
}

/**
 * Cuts walks into walks of at most `longest` arcs that meet the same targets, at the places where
 * it costs least: a piece begins with a shortest way from node 0, and what was only on the way
 * between targets may be left out. Exact for these walks in this order. A target that no walk of
 * that length can meet is left out.
 */
export function splitWalks(
  cover: Cover,
  walks: readonly Int32Array[],
  longest: number,
  perPath: number,
): Int32Array[] {
  if (walks.every((walk) => walk.length <= longest)) return [...walks];
  const { to } = cover.network;
  const depths = depthsOf(cover.network);
  const met = new Uint8Array(cover.targets.length);
  const pieces: Int32Array[] = [];
  for (const walk of walks) {
    const nodes = new Int32Array(walk.length + 1);
    for (const [index, arc] of walk.entries()) nodes[index + 1] = to[arc]!;
    const needed = neededOf(cover, walk, met, (index) => depths.depth[nodes[index]!]! < longest);
    const cuts = cheapestCuts(needed, longest, perPath, (index) => depths.depth[nodes[index]!]!);
    for (const [begin, end] of cuts)
      pieces.push(
        Int32Array.from([...shortestTo(depths, nodes[begin]!), ...walk.subarray(begin, end)]),
      );
  }
  return pieces;
}

/**
 * Arcs of a walk that are the first to meet a target, among those that a path can still take; notes
 * the targets in `met`.
 */
function neededOf(
  { start, meets }: Cover,
  walk: Int32Array,
  met: Uint8Array,
  reachable: (index: number) => boolean,
): Uint8Array {
  const needed = new Uint8Array(walk.length);
  for (const [index, arc] of walk.entries()) {
    if (!reachable(index)) continue;
    for (let at = start[arc]!; at < start[arc + 1]!; at++) {
      if (met[meets[at]!] === 1) continue;
      met[meets[at]!] = 1;
      needed[index] = 1;
    }
  }
  return needed;
}

/**
 * The cheapest pieces of a walk, as `[begin, end)` in order, that contain every needed arc; by
 * dynamic programming over the places.
 * @param lead steps of the shortest way to the node before an arc
 */
function cheapestCuts(
  needed: Uint8Array,
  longest: number,
  perPath: number,
  lead: (index: number) => number,
): [number, number][] {
  const n = needed.length;
  // cost[i]: the least for what lies before place i; a piece from `began` ends there, or nothing is taken (-1).
  const cost = new Float64Array(n + 1).fill(Infinity);
  const began = new Int32Array(n + 1).fill(-1);
  cost[0] = 0;
  for (let i = 0; i < n; i++) {
    if (cost[i] === Infinity) continue;
    if (needed[i] === 0) {
      if (cost[i]! < cost[i + 1]!) {
        cost[i + 1] = cost[i]!;
        began[i + 1] = -1;
      }
      // A piece begins with the walk or with what it is needed for.
      if (i > 0) continue;
    }
    const base = cost[i]! + perPath + lead(i);
    const room = longest - lead(i);
    for (let j = i + 1; j <= n && j - i <= room; j++) {
      // A piece ends with what it is needed for.
      if (needed[j - 1] === 0 || base + j - i >= cost[j]!) continue;
      cost[j] = base + j - i;
      began[j] = i;
    }
  }
  const cuts: [number, number][] = [];
  for (let j = n; j > 0;) {
    const i = began[j]!;
    if (i >= 0) cuts.push([i, j]);
    j = i >= 0 ? i : j - 1;
  }
  return cuts.reverse();
}
