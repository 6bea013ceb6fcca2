import type { Graph } from '../explore/graph.ts';

/** Strongly connected components; successors' components have lower numbers. */
export type Components = {
  /** Component of each state; -1 outside. */
  readonly of: Int32Array;
  readonly count: number;
};

/**
 * Tarjan's algorithm without recursion, over the states `within` (all, if null) and the edges whose rule is `allowed` (all, if null).
 */
export function components(graph: Graph, within: Uint8Array | null, allowed: Uint8Array | null): Components {
  const { size, first, to, by } = graph;
  const of = new Int32Array(size).fill(-1);
  // 0: unseen. Numbers count from 1; a finished state keeps `done`, which is below no low-link.
  const low = new Int32Array(size);
  const number = new Int32Array(size);
  const done = 0x7fffffff;
  const open = new Int32Array(size);
  const calls = new Int32Array(size);
  const edge = new Uint32Array(size);
  let opened = 0; let counted = 0; let count = 0;
  for (let root = 0; root < size; root++) {
    if (low[root] !== 0 || (within !== null && within[root] === 0)) continue;
    let depth = 0;
    calls[0] = root;
    low[root] = number[root] = ++counted;
    edge[root] = first[root]!;
    open[opened++] = root;
    while (depth >= 0) {
      const state = calls[depth]!;
      const end = first[state + 1]!;
      let at = edge[state]!;
      let lowest = low[state]!;
      let deeper = -1;
      while (at < end) {
        if (allowed !== null && allowed[by[at]!] === 0) { at++; continue; }
        const next = to[at++]!;
        if (within !== null && within[next] === 0) continue;
        const seen = low[next]!;
        if (seen === 0) { deeper = next; break; }
        if (seen < lowest) lowest = seen;
      }
      edge[state] = at;
      low[state] = lowest;
      if (deeper >= 0) {
        low[deeper] = number[deeper] = ++counted;
        edge[deeper] = first[deeper]!;
        open[opened++] = deeper;
        calls[++depth] = deeper;
        continue;
      }
      depth--;
      if (lowest === number[state]) {
        let member: number;
        do { member = open[--opened]!; of[member] = count; low[member] = done; } while (member !== state);
        count++;
      } else if (lowest < low[calls[depth]!]!) low[calls[depth]!] = lowest;
    }
  }
  return { of, count };
}
