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
  /**
   * Gives the probed batch's successors up to `until` their `number`, new ones in order, and says how many are new: the batch's
   * `fresh`. A successor met before in the same batch gets `~i`, where i is the one that it equals.
   */
  readonly intern: (batch: Batch, until: number) => number;
};

/** How full the index may get. */
const fullest = 13 / 16;
/** Seats for states met lately: most successors are met again soon, and this much stays in the second-level cache. */
const recentBits = 13;

/** The next size of an array that must hold `enough`: with little room to spare once that is worth something. */
export const grown = (size: number, enough: number): number => (enough <= size ? size : Math.max(enough, Math.floor(size * (size < 1 << 16 ? 2 : 1.25))));

/** `lanes`: words a state. */
export function stateSet(lanes: number, hashes: Stepper['hash'], batch: Batch): StateSet {
  let count = 0;
  let capacity = 1024;
  let rows = new Int32Array((capacity + 1) * lanes);
  let slots = 4096;
  let low = slots - 1;
  let table = new Int32Array(slots);
  const seatSize = lanes + 1;
  const recent = new Int32Array(seatSize << recentBits);
  const missed = new Int32Array(batch.hash.length);
  let misses = 0;
  let settled = 0;
  const place = new Int32Array(batch.hash.length);
  const entry = new Int32Array(batch.hash.length);
  const touched = new Int32Array(batch.hash.length);

  const slotsFor = (states: number): number => { let enough = slots; while (enough * fullest < states + 1) enough *= 2; return enough; };

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
      const more = grown(capacity, states);
      const wider = slotsFor(states);
      return 3 * place.byteLength + (more + 1) * lanes * 4 + (more > capacity ? rows.byteLength : 0) + wider * 4;
    },
    reserve: (states) => {
      const more = grown(capacity, states);
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
    probe: ({ rows: next, hash, number }, n) => {
      const table_ = table; const rows_ = rows; const low_ = low; const lanes_ = lanes;
      let m = 0;
      for (let i = 0; i < n; i++) {
        const x = mix(hash[i]!);
        const of = i * lanes_;
        const seat = (x >>> (32 - recentBits)) * seatSize;
        const who = recent[seat]!;
        let lane = 0;
        while (lane < lanes_ && recent[seat + 1 + lane] === next[of + lane]) lane++;
        if (lane === lanes_ && who !== 0) { number[i] = who; continue; }
        recent[seat] = ~i;
        for (lane = 0; lane < lanes_; lane++) recent[seat + 1 + lane] = next[of + lane]!;
        number[i] = 0;
        missed[m] = i;
        hash[m++] = x;
      }
      // The shorter a loop, the more of its loads are under way at once: nothing here waits for anything.
      for (let k = 0; k < m; k++) entry[k] = table_[hash[k]! & low_]!;
      for (let k = 0; k < m; k++) {
        const x = hash[k]!;
        let at = x & low_;
        let found = entry[k]!;
        while (found !== 0 && ((found ^ x) & ~low_) !== 0) { at = (at + 1) & low_; found = table_[at]!; }
        place[k] = at;
        entry[k] = found;
      }
      for (let k = 0; k < m; k++) touched[k] = rows_[(entry[k]! & low_) * lanes_]!;
      misses = m;
      settled = 0;
    },
    intern: ({ rows: next, hash, number, fresh }, until) => {
      const table_ = table; const rows_ = rows; const low_ = low;
      const before = count;
      let given = before;
      for (; settled < misses && missed[settled]! < until; settled++) {
        const i = missed[settled]!;
        const x = hash[settled]!;
        const of = i * lanes;
        let at = place[settled]!;
        let found = entry[settled]!;
        // The slot was empty when it was probed; it may have been taken since.
        if (found === 0) found = table_[at]!;
        let is = 0;
        while (found !== 0) {
          if (((found ^ x) & ~low_) === 0) {
            const row = (found & low_) * lanes;
            let lane = 0;
            while (lane < lanes && rows_[row + lane] === next[of + lane]) lane++;
            if (lane === lanes) { is = found & low_; break; }
          }
          at = (at + 1) & low_;
          found = table_[at]!;
        }
        if (is === 0) {
          fresh[given - before] = i;
          is = ++given;
          table_[at] = (x & ~low_) | is;
          for (let lane = 0; lane < lanes; lane++) rows_[is * lanes + lane] = next[of + lane]!;
        }
        number[i] = is;
        const seat = (x >>> (32 - recentBits)) * seatSize;
        if (recent[seat] === ~i) recent[seat] = is;
      }
      count = given;
      return given - before;
    },
  };
}

/** All bits of a linear hash spread over all bits. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
