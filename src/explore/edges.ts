import type { Batch } from './batch.ts';
import { bytesOf, roomier } from './room.ts';

/**
 * The edges of the states expanded so far, in compressed sparse rows: those of state s are
 * `first[s]` up to `first[s + 1]`, in step order.
 */
export type Edges = {
  readonly count: () => number;
  readonly bytes: () => number;
  /**
   * What `bytes()` would be with so many states and edges; old arrays count while they are copied.
   */
  readonly bytesFor: (states: number, edges: number) => number;
  /** Makes room. @throws RangeError where there is no memory; the edges are as they were. */
  readonly reserve: (states: number, edges: number) => void;
  /** Adds the rows of some states of a batch, whose followed successors have their numbers. */
  readonly write: (batch: Batch, rows: Rows, tree: Tree) => void;
  /** The rows of the first states. */
  readonly rows: (states: number) => CompressedRows;
  /** Begins with these rows, in place of none. */
  readonly restore: (first: Uint32Array, to: Int32Array, by: Uint16Array) => void;
  /** The rows of `size` states. */
  readonly done: (size: number, expanded: number) => CompressedRows;
};

/** Edges in compressed sparse rows. */
type CompressedRows = {
  readonly first: Uint32Array;
  readonly to: Int32Array;
  readonly by: Uint16Array;
};

/** The states `from` up to `until` of a batch; the first of them is state `state` of the search. */
export type Rows = { readonly from: number; readonly until: number; readonly state: number };

/** The breadth-first tree; `via` is numbered from 1, as states are in the state set. */
export type Tree = { readonly parent: Int32Array; readonly via: Uint16Array };

type Store = { first: Uint32Array; to: Int32Array; by: Uint16Array; count: number; rows: number };

/** `words`: how many words of 32 bits hold one bit for each step. */
export function edgesOf(words: number): Edges {
  const store: Store = {
    first: new Uint32Array(1024),
    to: new Int32Array(4096),
    by: new Uint16Array(4096),
    count: 0,
    rows: 0,
  };
  return {
    count: () => store.count,
    bytes: () => (store.rows + 1) * 4 + store.count * 6,
    bytesFor: (states, edges) =>
      bytesOf(store.first, store.rows + 1, states + 1) +
      bytesOf(store.to, store.count, edges) +
      bytesOf(store.by, store.count, edges),
    reserve: (states, edges) => {
      // All three are made before one is replaced: a lack of memory leaves the store as it was.
      const first = roomier(store.first, store.rows + 1, states + 1, Uint32Array);
      const to = roomier(store.to, store.count, edges, Int32Array);
      store.by = roomier(store.by, store.count, edges, Uint16Array);
      store.to = to;
      store.first = first;
    },
    rows: (states) => ({
      first: store.first.subarray(0, states + 1),
      to: store.to.subarray(0, store.count),
      by: store.by.subarray(0, store.count),
    }),
    restore: (first, to, by) => {
      store.rows = first.length - 1;
      store.count = to.length;
      store.first = first.slice();
      store.to = to.slice();
      store.by = by.slice();
    },
    write: (batch, rows, tree) => write(store, words, batch, rows, tree),
    done: (size, expanded) => {
      const first = store.first.subarray(0, size + 1);
      first.fill(store.count, expanded + 1);
      return {
        first,
        to: store.to.subarray(0, store.count),
        by: store.by.subarray(0, store.count),
      };
    },
  };
}

/**
 * A step that was not followed leads where its twin leads, taken in the other order (see
 * `Deltas.keep`): from the parent by this step, and on by the step that led here from the parent.
 */
function write(
  store: Store,
  words: number,
  { end, enabled, step, number }: Batch,
  { from, until, state }: Rows,
  { parent, via }: Tree,
): void {
  const { first, to, by } = store;
  let count = store.count;
  let successor = from === 0 ? 0 : end[from - 1]!;
  let row = state;
  for (let expanded = from; expanded < until; expanded++, row++) {
    const last = end[expanded]!;
    const up = parent[row]!;
    const took = via[row + 1]!;
    let beside = up < 0 ? 0 : first[up]!;
    for (let w = 0; w < words; w++) {
      let mask = enabled[expanded * words + w]!;
      while (mask !== 0) {
        const bit = Math.clz32(mask);
        mask &= 0x7fffffff >>> bit;
        const r = w * 32 + bit;
        by[count] = r;
        if (successor < last && step[successor] === r) {
          const is = number[successor]!;
          to[count++] = (is < 0 ? (number[successor] = number[~is]!) : is) - 1;
          successor++;
          continue;
        }
        while (by[beside] !== r) beside++;
        let twin = first[to[beside]!]!;
        while (by[twin] !== took) twin++;
        to[count++] = to[twin]!;
      }
    }
    first[row + 1] = count;
  }
  store.count = count;
  store.rows = state + until - from;
}
