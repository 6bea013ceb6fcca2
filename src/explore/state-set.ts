import type { Batch } from './batch.ts';
import type { Stepper } from './stepper.ts';

/**
 * The states found so far, packed, numbered from 1 in the order in which they came; row 0 is empty, so that number 0 can mean "none".
 * The index is open addressing with linear probing: a slot holds as many bits of the hash as the number leaves free, so that a probe
 * mostly ends in one cache line of the index and one row.
 */
export type StateSet = {
  /** Numbers given: 1 to `count`. */
  readonly count: () => number;
  readonly rows: () => Int32Array;
  readonly bytes: () => number;
  /** What `bytes()` would be with room for so many states, counting the old arrays that are copied from. */
  readonly bytesFor: (states: number) => number;
  /** Makes room for so many states. @throws RangeError where there is no memory; the set is as it was. */
  readonly reserve: (states: number) => void;
  /** Touches all that the first `n` successors of the batch will need, with many memory accesses under way at once. */
  readonly probe: (batch: Batch, n: number) => void;
  /** The number of successor `i` of the probed batch; a new one if it is greater than `count()` was. */
  readonly intern: (batch: Batch, i: number) => number;
};

const fullest = 13 / 16;

/** `lanes`: words a state. */
export function stateSet(lanes: number, hashes: Stepper['hash'], batch: Batch): StateSet {
  let count = 0;
  let capacity = 1024;
  let rows = new Int32Array((capacity + 1) * lanes);
  let slots = 4096;
  let low = slots - 1;
  let table = new Int32Array(slots);
  const place = new Int32Array(batch.hash.length);
  const entry = new Int32Array(batch.hash.length);
  const touched = new Int32Array(batch.hash.length);

  const slotsFor = (states: number): number => { let enough = slots; while (enough * fullest < states + 1) enough *= 2; return enough; };
  const capacityFor = (states: number): number => (states <= capacity ? capacity : Math.max(states, capacity * (capacity < 1 << 22 ? 2 : 1.5) | 0));

  const rehash = (into: Int32Array): void => {
    const last = into.length - 1;
    const some = new Int32Array(4096);
    for (let from = 1; from <= count; from += some.length) {
      const until = Math.min(from + some.length, count + 1);
      hashes(rows, from, until, some);
      for (let number = from; number < until; number++) {
        const x = mix(some[number - from]!);
        let at = x & last;
        while (into[at] !== 0) at = (at + 1) & last;
        into[at] = (x & ~last) | number;
      }
    }
  };

  return {
    count: () => count,
    rows: () => rows,
    bytes: () => rows.byteLength + table.byteLength + 3 * place.byteLength,
    bytesFor: (states) => {
      const more = capacityFor(states);
      const wider = slotsFor(states);
      return 3 * place.byteLength + (more + 1) * lanes * 4 + (more > capacity ? rows.byteLength : 0) + wider * 4;
    },
    reserve: (states) => {
      const more = capacityFor(states);
      if (more > capacity) {
        const longer = new Int32Array((more + 1) * lanes);
        longer.set(rows.subarray(0, (count + 1) * lanes));
        rows = longer;
        capacity = more;
      }
      const wider = slotsFor(states);
      if (wider > slots) {
        const next = new Int32Array(wider);
        rehash(next);
        table = next;
        slots = wider;
        low = wider - 1;
      }
    },
    probe: ({ hash }, n) => {
      // Each loop only starts loads that the next one needs; nothing waits for anything but its own.
      const table_ = table; const rows_ = rows; const low_ = low;
      for (let i = 0; i < n; i++) {
        const x = mix(hash[i]!);
        hash[i] = x;
        entry[i] = table_[x & low_]!;
      }
      for (let i = 0; i < n; i++) {
        const x = hash[i]!;
        let at = x & low_;
        let found = entry[i]!;
        while (found !== 0 && ((found ^ x) & ~low_) !== 0) { at = (at + 1) & low_; found = table_[at]!; }
        place[i] = at;
        entry[i] = found;
        touched[i] = rows_[(found & low_) * lanes]!;
      }
    },
    intern: ({ rows: next, hash }, i) => {
      const x = hash[i]!;
      const from = i * lanes;
      let at = place[i]!;
      let found = entry[i]!;
      // The slot was empty when it was probed; it may have been taken since.
      if (found === 0) found = table[at]!;
      while (found !== 0) {
        if (((found ^ x) & ~low) === 0) {
          const row = (found & low) * lanes;
          let lane = 0;
          while (lane < lanes && rows[row + lane] === next[from + lane]) lane++;
          if (lane === lanes) return found & low;
        }
        at = (at + 1) & low;
        found = table[at]!;
      }
      const number = ++count;
      table[at] = (x & ~low) | number;
      for (let lane = 0; lane < lanes; lane++) rows[number * lanes + lane] = next[from + lane]!;
      return number;
    },
  };
}

/** All bits of a linear hash spread over all bits. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
