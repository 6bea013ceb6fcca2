import type { Batch } from './batch.ts';
import { bytesOf, roomier } from './room.ts';

/** The edges of the states expanded so far, in compressed rows: those of state s are `first[s]` up to `first[s + 1]`, in step order. */
export type Edges = {
  readonly count: () => number;
  readonly bytes: () => number;
  /** What `bytes()` would be with so many states and edges, counting the old arrays that are copied from. */
  readonly bytesFor: (states: number, edges: number) => number;
  /** Makes room. @throws RangeError where there is no memory; the edges are as they were. */
  readonly reserve: (states: number, edges: number) => void;
  /**
   * Adds the rows of the batch's states `from` up to `until`, the first of which is state `at`; their followed successors have their
   * numbers. A step that was not followed leads where its twin leads, taken in the other order: see `Deltas.keep`.
   * @param parent and @param via the breadth-first tree; `via` is numbered from 1
   */
  readonly write: (
    batch: Batch,
    from: number,
    until: number,
    at: number,
    parent: Int32Array,
    via: Uint16Array,
  ) => void;
  /** The rows of `size` states. */
  readonly done: (
    size: number,
    expanded: number,
  ) => { readonly first: Uint32Array; readonly to: Int32Array; readonly by: Uint16Array };
};

/** `words`: of enabled steps, one bit a step. */
export function edgesOf(words: number): Edges {
  let first = new Uint32Array(1024);
  let to = new Int32Array(4096);
  let by = new Uint16Array(4096);
  let count = 0;
  let rows = 0;
  return {
    count: () => count,
    bytes: () => (rows + 1) * 4 + count * 6,
    bytesFor: (states, edges) =>
      bytesOf(first, rows + 1, states + 1) + bytesOf(to, count, edges) + bytesOf(by, count, edges),
    reserve: (states, edges) => {
      const firsts = roomier(first, rows + 1, states + 1, Uint32Array);
      const tos = roomier(to, count, edges, Int32Array);
      by = roomier(by, count, edges, Uint16Array);
      to = tos;
      first = firsts;
    },
    write: (batch, from, until, at, parent, via) => {
      count = write(batch, from, until, at, parent, via, words, first, to, by, count);
      rows = at + until - from;
    },
    done: (size, expanded) => {
      const firsts = first.subarray(0, size + 1);
      firsts.fill(count, expanded + 1);
      return { first: firsts, to: to.subarray(0, count), by: by.subarray(0, count) };
    },
  };
}

function write(
  { end, enabled, step, number }: Batch,
  from: number,
  until: number,
  at: number,
  parent: Int32Array,
  via: Uint16Array,
  words: number,
  first: Uint32Array,
  to: Int32Array,
  by: Uint16Array,
  count: number,
): number {
  let i = from === 0 ? 0 : end[from - 1]!;
  for (let one = from; one < until; one++, at++) {
    const last = end[one]!;
    const up = parent[at]!;
    const took = via[at + 1]!;
    let beside = up < 0 ? 0 : first[up]!;
    for (let w = 0; w < words; w++) {
      let mask = enabled[one * words + w]!;
      while (mask !== 0) {
        const bit = Math.clz32(mask);
        mask &= 0x7fffffff >>> bit;
        const r = w * 32 + bit;
        by[count] = r;
        if (i < last && step[i] === r) {
          const is = number[i]!;
          to[count++] = (is < 0 ? (number[i] = number[~is]!) : is) - 1;
          i++;
          continue;
        }
        while (by[beside] !== r) beside++;
        let twin = first[to[beside]!]!;
        while (by[twin] !== took) twin++;
        to[count++] = to[twin]!;
      }
    }
    first[at + 1] = count;
  }
  return count;
}
