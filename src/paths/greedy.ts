import type { Cover } from './targets.ts';

/**
 * A breadth-first search that is begun again and again: `seen` holds the number of the search that
 * came there.
 */
type Searches = {
  readonly cover: Cover;
  /** Whether each target is still to be met. */
  readonly left: Uint8Array;
  readonly seen: Int32Array;
  readonly came: Int32Array;
  readonly by: Int32Array;
  readonly queue: Int32Array;
  turn: number;
};

/**
 * Walks from node 0 that meet every target of `wanted`: always the nearest next, or a new walk
 * where that costs less. Not the cheapest; for what is missing from a suite, and where the search
 * for the cheapest would be too long.
 * @returns arcs
 */
export function nearest(
  cover: Cover,
  wanted: Uint8Array,
  perPath: number,
  longest = Infinity,
): Int32Array[] {
  const { size, to } = cover.network;
  const searches: Searches = {
    cover,
    left: wanted.slice(),
    seen: new Int32Array(size).fill(-1),
    came: new Int32Array(size),
    by: new Int32Array(size),
    queue: new Int32Array(size),
    turn: 0,
  };
  let count = wanted.reduce((sum, is) => sum + is, 0);
  const walks: number[][] = [];
  let node = 0;
  while (count > 0) {
    const walk = walks.at(-1);
    // A new walk costs perPath more than its steps: only a way longer than that is worth asking from the start.
    const on = walk === undefined ? null : wayOn(searches, node, longest - walk.length);
    const anew = on !== null && on.length <= perPath ? null : wayOn(searches, 0, longest);
    if (on === null && anew === null) break;
    const again = on === null || (anew !== null && anew.length + perPath < on.length);
    const arcs = again ? anew! : on!;
    if (again) walks.push([]);
    walks.at(-1)!.push(...arcs);
    for (const arc of arcs) count -= meet(searches, arc);
    node = to[arcs.at(-1)!]!;
  }
  return walks.map((walk) => Int32Array.from(walk));
}

/** Strikes off what an arc meets; how many targets these are. */
function meet({ cover: { start, meets }, left }: Searches, arc: number): number {
  let met = 0;
  for (let at = start[arc]!; at < start[arc + 1]!; at++) {
    if (left[meets[at]!] === 0) continue;
    left[meets[at]!] = 0;
    met++;
  }
  return met;
}

/** Whether an arc meets a target that is left. */
function wants({ cover: { start, meets }, left }: Searches, arc: number): boolean {
  for (let at = start[arc]!; at < start[arc + 1]!; at++) if (left[meets[at]!] === 1) return true;
  return false;
}

/**
 * The shortest way from a node over an arc that meets something wanted, as arcs; null beyond `most`
 * arcs.
 */
function wayOn(searches: Searches, from: number, most: number): number[] | null {
  const { seen, came, by, queue } = searches;
  const { first, to } = searches.cover.network;
  const turn = ++searches.turn;
  let end = 0;
  queue[end++] = from;
  seen[from] = turn;
  let depth = 0;
  for (let at = 0, last = 1; at < end && depth < most; depth++, last = end) {
    for (; at < last; at++) {
      const node = queue[at]!;
      for (let arc = first[node]!; arc < first[node + 1]!; arc++) {
        if (wants(searches, arc)) return [...back(searches, from, node), arc];
        const next = to[arc]!;
        if (seen[next] === turn) continue;
        seen[next] = turn;
        came[next] = node;
        by[next] = arc;
        queue[end++] = next;
      }
    }
  }
  return null;
}

/** The arcs from one node to another that this search reached. */
function back({ came, by }: Searches, from: number, node: number): number[] {
  const arcs: number[] = [];
  for (let at = node; at !== from; at = came[at]!) arcs.push(by[at]!);
  return arcs.reverse();
}
