import type { Batch } from './batch.ts';
import { grown } from './state-set.ts';

/** The edges of the states expanded so far, in compressed rows: those of state s are `first[s]` up to `first[s + 1]`, in rule order. */
export type Edges = {
  readonly count: () => number;
  readonly bytes: () => number;
  /** What `bytes()` would be with room for so many states and edges, counting the old arrays that are copied from. */
  readonly bytesFor: (states: number, edges: number) => number;
  /** Makes room. @throws RangeError where there is no memory; the edges are as they were. */
  readonly reserve: (states: number, edges: number) => void;
  /**
   * Adds the rows of the batch's states `from` up to `until`, the first of which is state `at`; their followed successors have their
   * numbers. A rule that was not followed leads where its twin leads, taken in the other order: see `Deltas.keep`.
   * @param parent and @param via the breadth-first tree; `via` is numbered from 1
   */
  readonly write: (batch: Batch, from: number, until: number, at: number, parent: Int32Array, via: Uint16Array) => void;
  /** The rows of `size` states. */
  readonly done: (size: number, expanded: number) => { readonly first: Uint32Array; readonly to: Int32Array; readonly by: Uint16Array };
};

/** `words`: of enabled rules, one bit a rule. */
export function edgesOf(words: number): Edges {
  let first = new Uint32Array(1024);
  let to = new Int32Array(4096);
  let by = new Uint16Array(4096);
  let count = 0;
  // Edges outnumber states, and copying them all costs more than the room.
  const longer = (edges: number): number => (edges <= to.length ? to.length : Math.max(edges, Math.floor(to.length * 1.5)));
  return {
    count: () => count,
    bytes: () => first.byteLength + to.byteLength + by.byteLength,
    bytesFor: (states, edges) => {
      const wide = longer(edges);
      return (wide > to.length ? (wide + to.length) * 6 : to.length * 6) + grown(first.length, states + 1) * 4;
    },
    reserve: (states, edges) => {
      const firsts = grown(first.length, states + 1);
      if (firsts > first.length) { const next = new Uint32Array(firsts); next.set(first); first = next; }
      const wide = longer(edges);
      if (wide > to.length) {
        const tos = new Int32Array(wide); const bys = new Uint16Array(wide);
        tos.set(to); bys.set(by);
        to = tos; by = bys;
      }
    },
    write: (batch, from, until, at, parent, via) => { count = write(batch, from, until, at, parent, via, words, first, to, by, count); },
    done: (size, expanded) => {
      const rows = first.slice(0, size + 1);
      rows.fill(count, expanded + 1);
      // Room that was never touched takes no memory; moving everything once more would.
      return { first: rows, to: to.subarray(0, count), by: by.subarray(0, count) };
    },
  };
}

function write({ end, enabled, rule, number }: Batch, from: number, until: number, at: number, parent: Int32Array, via: Uint16Array, words: number, first: Uint32Array, to: Int32Array, by: Uint16Array, count: number): number {
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
        if (i < last && rule[i] === r) {
          const is = number[i]!;
          to[count++] = (is < 0 ? number[i] = number[~is]! : is) - 1;
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
