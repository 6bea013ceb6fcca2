import type { Graph } from '../explore/graph.ts';

/** Strongly connected components; successors' components have lower numbers. */
export type Components = {
  /** Component of each state; -1 outside. */
  readonly of: Int32Array;
  readonly count: number;
};

/** Edges in compressed rows: those of node n are `to[first[n]]` up to `to[first[n + 1]]`. */
export type Rows = { readonly size: number; readonly first: Uint32Array; readonly to: Int32Array };

/** The edges among the states of `list`, ascending, as nodes numbered by their place in it. `place`: of all states, -1 outside. */
export function among({ first, to }: Graph, list: Int32Array, place: Int32Array): Rows {
  const size = list.length;
  const start = new Uint32Array(size + 1);
  let count = 0;
  for (let node = 0; node < size; node++) {
    for (let e = first[list[node]!]!, end = first[list[node]! + 1]!; e < end; e++) if (place[to[e]!]! >= 0) count++;
    start[node + 1] = count;
  }
  const inner = new Int32Array(count);
  count = 0;
  for (let node = 0; node < size; node++) {
    for (let e = first[list[node]!]!, end = first[list[node]! + 1]!; e < end; e++) { const next = place[to[e]!]!; if (next >= 0) inner[count++] = next; }
  }
  return { size, first: start, to: inner };
}

/** `components` of plain rows. */
export function componentsOf({ size, first, to }: Rows): Components {
  return tarjan(size, first, to, null, null, null);
}

/**
 * Tarjan's algorithm without recursion, over the states `within` (all, if null) and the edges whose rule is `allowed` (all, if null).
 */
export function components(graph: Graph, within: Uint8Array | null, allowed: Uint8Array | null): Components {
  return tarjan(graph.size, graph.first, graph.to, graph.by, within, allowed);
}

function tarjan(size: number, first: Uint32Array, to: Int32Array, by: Uint16Array | null, within: Uint8Array | null, allowed: Uint8Array | null): Components {
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
        if (allowed !== null && allowed[by![at]!] === 0) { at++; continue; }
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
