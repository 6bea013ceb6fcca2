import { often } from './pulse.ts';

/** Strongly connected components; the components of successors have lower numbers. */
export type Components = {
  /** Component of each state. */
  readonly of: Int32Array;
  readonly count: number;
};

/**
 * Edges in compressed sparse rows: those of node n are `to[first[n]]` up to `to[first[n + 1]]`, by
 * the steps of `by`.
 */
export type Rows = {
  readonly size: number;
  readonly first: Uint32Array;
  readonly to: Int32Array;
  readonly by: Uint16Array;
  /** See `Graph.pulse`. */
  readonly pulse?: ((asking?: string) => void) | undefined;
};

/**
 * The subgraph induced by the nodes of `list`, which are numbered anew by their place in it.
 * @param place -1 for all nodes, and so again afterwards
 */
export function among({ first, to, by, pulse }: Rows, list: Int32Array, place: Int32Array): Rows {
  const size = list.length;
  let most = 0;
  for (let node = 0; node < size; node++) {
    place[list[node]!] = node;
    most += first[list[node]! + 1]! - first[list[node]!]!;
  }
  const start = new Uint32Array(size + 1);
  const inner = new Int32Array(most);
  const steps = new Uint16Array(most);
  let count = 0;
  for (let node = 0; node < size; node++) {
    if ((node & often) === 0) pulse?.();
    for (let e = first[list[node]!]!, end = first[list[node]! + 1]!; e < end; e++) {
      const next = place[to[e]!]!;
      if (next < 0) continue;
      inner[count] = next;
      steps[count++] = by[e]!;
    }
    start[node + 1] = count;
  }
  for (let node = 0; node < size; node++) place[list[node]!] = -1;
  return { size, first: start, to: inner, by: steps, pulse };
}

/** The low-link of a finished node: no low-link is higher. */
const done = 0x7fffffff;

/**
 * Tarjan's algorithm without recursion, over the edges whose step is `allowed` (all, if null). A
 * graph of states is rows, too.
 */
// oxlint-disable-next-line max-lines-per-function, complexity -- split over a record: 1.06 times as long (8 M edges)
export function components(
  { size, first, to, by, pulse }: Rows,
  allowed: Uint8Array | null = null,
): Components {
  const componentOf = new Int32Array(size).fill(-1);
  // Four words for each node, in one cache line: low-link, number, next edge, end of its edges.
  // Numbers count from 1, and a low-link of 0 means unseen.
  const node = new Int32Array(4 * size);
  const open = new Int32Array(size);
  const calls = new Int32Array(size);
  let opened = 0;
  let counted = 0;
  let count = 0;
  for (let root = 0; root < size; root++) {
    if (node[4 * root] !== 0) continue;
    let depth = -1;
    let state = root;
    let deeper = root;
    let lowest = 0;
    let edge = 0;
    let end = 0;
    let number = 0;
    for (;;) {
      if (deeper >= 0) {
        state = deeper;
        calls[++depth] = state;
        open[opened++] = state;
        lowest = number = ++counted;
        if ((counted & often) === 0) pulse?.();
        edge = first[state]!;
        end = first[state + 1]!;
        node[4 * state] = lowest;
        node[4 * state + 1] = number;
        node[4 * state + 3] = end;
        deeper = -1;
      }
      while (edge < end) {
        const next = to[edge]!;
        if (allowed !== null && allowed[by[edge]!] === 0) {
          edge++;
          continue;
        }
        edge++;
        const seen = node[4 * next]!;
        if (seen === 0) {
          deeper = next;
          break;
        }
        if (seen < lowest) lowest = seen;
      }
      if (deeper >= 0) {
        node[4 * state] = lowest;
        node[4 * state + 2] = edge;
        continue;
      }
      depth--;
      const own = lowest;
      if (own === number) opened = close(open, opened, state, componentOf, count++, node);
      else node[4 * state] = own;
      if (depth < 0) break;
      state = calls[depth]!;
      lowest = node[4 * state]!;
      number = node[4 * state + 1]!;
      edge = node[4 * state + 2]! >>> 0;
      end = node[4 * state + 3]! >>> 0;
      if (own < lowest) lowest = own;
    }
  }
  return { of: componentOf, count };
}

/** Makes the open nodes from `root` on component `number`; returns how many stay open. */
function close(
  open: Int32Array,
  opened: number,
  root: number,
  componentOf: Int32Array,
  number: number,
  node: Int32Array,
): number {
  let left = opened;
  let member: number;
  do {
    member = open[--left]!;
    componentOf[member] = number;
    node[4 * member] = done;
  } while (member !== root);
  return left;
}
