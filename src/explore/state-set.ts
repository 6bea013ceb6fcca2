import type { Batch } from './batch.ts';
import { bytesOf, roomier } from './room.ts';
import type { Stepper } from './stepper.ts';

/**
 * The states found so far, packed, numbered from 1 in the order in which they came; row 0 is empty, so that number 0 can mean "none".
 * The index is open addressing: a state belongs into a bucket of 16 slots, and where that is full into the next with room. A slot holds
 * a number, and as many bits of the hash as that leaves free, so that a probe mostly ends in one line of the index and one row. Those
 * bits go on where the bucket's own number ends: the bucket in a larger index can be told from them without the row, so that growing
 * reads and writes memory in order. One bit says that a state is not in its own bucket; only then its row is asked.
 */
export type StateSet = {
  /** Numbers given: 1 to `count`. */
  readonly count: () => number;
  readonly rows: () => Int32Array;
  /** What has been written of rows, the index, and what a batch needs. */
  readonly bytes: () => number;
  /** What `bytes()` would be with so many states, counting the old arrays that are copied from. */
  readonly bytesFor: (states: number) => number;
  /** Makes room for so many states. @throws RangeError where there is no memory, or no number for them; the set is as it was. */
  readonly reserve: (states: number) => void;
  /** Touches all that the first `n` successors of the batch will need, with many memory accesses under way at once. */
  readonly probe: (batch: Batch, n: number) => void;
  /**
   * Gives the probed batch's successors up to `until` their `number`, new ones in order, and says how many are new: the batch's
   * `fresh`. A successor met before in the same batch gets `~i`, where i is the one that it equals.
   */
  readonly intern: (batch: Batch, until: number) => number;
};

/** Slots a bucket: 16, a cache line. */
const lineBits = 4;
const line = 1 << lineBits;
/** Brings the first bit of a hash above those of the bucket to where a slot's own bits begin. */
const tagShift = lineBits + 1;
/** How full the index may get. */
const fullest = 13 / 16;
/** An index of more would have more slots than a slot's bits can number. */
const mostStates = Math.floor(2 ** 31 * fullest) - 1;
/** Seats for states met lately: most successors are met again soon, and these stay in the second-level cache. */
const recentBits = 12;

/** `lanes`: words a state. */
export function stateSet(lanes: number, hashes: Stepper['hash'], batch: Batch): StateSet {
  let count = 0;
  let rows = new Int32Array(1025 * lanes);
  let table = new Int32Array(4096);
  const recent = new Int32Array((lanes + 1) << recentBits);
  const missed = new Int32Array(batch.hash.length);
  let misses = 0;
  let settled = 0;
  const place = new Int32Array(batch.hash.length);
  const entry = new Int32Array(batch.hash.length);
  const gathered = new Int32Array(batch.hash.length * lanes);
  const touched = new Int32Array(batch.hash.length);
  const aside = recent.byteLength + gathered.byteLength + 4 * place.byteLength;

  const slotsFor = (states: number): number => {
    if (states > mostStates) throw new RangeError(`an index of ${states} states`);
    let enough = table.length;
    while (enough * fullest < states + 1) enough *= 2;
    return enough;
  };

  /** The mixed hashes of the states of so many numbers. */
  const hashed = (numbers: Int32Array, n: number): Int32Array => {
    gather(numbers, n, lanes, rows, gathered);
    hashes(gathered, 0, n, entry);
    for (let k = 0; k < n; k++) entry[k] = mix(entry[k]!);
    return entry;
  };

  return {
    count: () => count,
    rows: () => rows,
    bytes: () => (count + 1) * lanes * 4 + table.byteLength + aside,
    bytesFor: (states) =>
      bytesOf(rows, (count + 1) * lanes, (states + 1) * lanes) +
      bytesOf(table, table.length, slotsFor(states)) +
      aside,
    reserve: (states) => {
      rows = roomier(rows, (count + 1) * lanes, (states + 1) * lanes, Int32Array);
      const wider = slotsFor(states);
      while (table.length < wider) {
        const next = new Int32Array(2 * table.length);
        split(table, next, place, hashed);
        table = next;
      }
    },
    probe: ({ rows: next, hash, number }, n) => {
      misses = meet(n, lanes, next, hash, number, recent, missed);
      fetch(misses, hash, table, entry);
      seek(misses, hash, table, entry, place);
      touch(misses, lanes, rows, table.length - 1, entry, touched);
      settled = 0;
    },
    intern: ({ rows: next, hash, number, fresh }, until) => {
      let end = misses;
      while (end > settled && missed[end - 1]! >= until) end--;
      const more = settle(
        settled,
        end,
        lanes,
        next,
        hash,
        number,
        fresh,
        missed,
        entry,
        place,
        table,
        rows,
        count,
        recent,
      );
      settled = end;
      count += more;
      return more;
    },
  };
}

// Each of the loops below is a function of its own: a shorter loop has more of its loads under way at once, and compiles sooner.

/** Answers for the states met lately; the others' places among the batch's `n` successors go into `missed`, their mixed hashes to the front of `hash`. */
function meet(
  n: number,
  lanes: number,
  next: Int32Array,
  hash: Int32Array,
  number: Int32Array,
  recent: Int32Array,
  missed: Int32Array,
): number {
  let m = 0;
  for (let i = 0; i < n; i++) {
    const x = mix(hash[i]!);
    const of = i * lanes;
    const seat = (x >>> (32 - recentBits)) * (lanes + 1);
    const who = recent[seat]!;
    let lane = 0;
    while (lane < lanes && recent[seat + 1 + lane] === next[of + lane]) lane++;
    if (lane === lanes && who !== 0) {
      number[i] = who;
      continue;
    }
    recent[seat] = ~i;
    for (lane = 0; lane < lanes; lane++) recent[seat + 1 + lane] = next[of + lane]!;
    number[i] = 0;
    missed[m] = i;
    hash[m++] = x;
  }
  return m;
}

function fetch(misses: number, hash: Int32Array, table: Int32Array, entry: Int32Array): void {
  const low = table.length - 1;
  for (let k = 0; k < misses; k++) entry[k] = table[homeOf(hash[k]!, low)]!;
}

/** Goes on to the slot that is empty or holds the same bits of the hash. */
function seek(
  misses: number,
  hash: Int32Array,
  table: Int32Array,
  entry: Int32Array,
  place: Int32Array,
): void {
  const low = table.length - 1;
  const tag = tagOf(low);
  for (let k = 0; k < misses; k++) {
    const x = hash[k]!;
    const bits = x << tagShift;
    const home = homeOf(x, low);
    let at = home;
    let found = entry[k]!;
    while (found !== 0 && ((found ^ bits) & tag) !== 0) {
      at = after(at, home, low);
      found = table[at]!;
    }
    place[k] = at;
    entry[k] = found;
  }
}

function touch(
  misses: number,
  lanes: number,
  rows: Int32Array,
  low: number,
  entry: Int32Array,
  touched: Int32Array,
): void {
  for (let k = 0; k < misses; k++) touched[k] = rows[(entry[k]! & low) * lanes]!;
}

function gather(
  numbers: Int32Array,
  n: number,
  lanes: number,
  rows: Int32Array,
  into: Int32Array,
): void {
  for (let k = 0; k < n; k++)
    for (let lane = 0; lane < lanes; lane++)
      into[k * lanes + lane] = rows[numbers[k]! * lanes + lane]!;
}

/** Gives the missed successors `from` up to `end` their numbers, after the `count` that are given; how many are new. */
function settle(
  from: number,
  end: number,
  lanes: number,
  next: Int32Array,
  hash: Int32Array,
  number: Int32Array,
  fresh: Int32Array,
  missed: Int32Array,
  entry: Int32Array,
  place: Int32Array,
  table: Int32Array,
  rows: Int32Array,
  count: number,
  recent: Int32Array,
): number {
  const low = table.length - 1;
  const tag = tagOf(low);
  let given = count;
  for (let k = from; k < end; k++) {
    const i = missed[k]!;
    const x = hash[k]!;
    const bits = x << tagShift;
    const of = i * lanes;
    let at = place[k]!;
    let found = entry[k]!;
    // The slot was empty when it was probed; it may have been taken since.
    if (found === 0) found = table[at]!;
    let is = 0;
    while (found !== 0) {
      if (((found ^ bits) & tag) === 0) {
        const row = (found & low) * lanes;
        let lane = 0;
        while (lane < lanes && rows[row + lane] === next[of + lane]) lane++;
        if (lane === lanes) {
          is = found & low;
          break;
        }
      }
      at = after(at, homeOf(x, low), low);
      found = table[at]!;
    }
    if (is === 0) {
      fresh[given - count] = i;
      is = ++given;
      table[at] = slotOf(x, at, low, is);
      for (let lane = 0; lane < lanes; lane++) rows[is * lanes + lane] = next[of + lane]!;
    }
    number[i] = is;
    const seat = (x >>> (32 - recentBits)) * (lanes + 1);
    if (recent[seat] === ~i) recent[seat] = is;
  }
  return given - count;
}

/** Moves all into an index of twice the size. `mixed`: the mixed hashes of the states of so many `numbers`. */
function split(
  from: Int32Array,
  into: Int32Array,
  numbers: Int32Array,
  mixed: (numbers: Int32Array, count: number) => Int32Array,
): void {
  moveAtHome(from, into);
  for (let slot = 0; slot < from.length; slot += numbers.length) {
    const count = away(from, slot, Math.min(from.length, slot + numbers.length), numbers);
    bringHome(numbers, mixed(numbers, count), count, into);
  }
}

/** The numbers of the states between these slots that are not in their own buckets; how many they are. */
function away(from: Int32Array, begin: number, end: number, numbers: Int32Array): number {
  const size = from.length;
  let count = 0;
  for (let slot = begin; slot < end; slot++)
    if ((from[slot]! & size) !== 0) numbers[count++] = from[slot]! & (size - 1);
  return count;
}

/** Brings states of these numbers as near to their buckets as there is room. */
function bringHome(numbers: Int32Array, mixed: Int32Array, count: number, into: Int32Array): void {
  const low = into.length - 1;
  for (let k = 0; k < count; k++) {
    const x = mixed[k]!;
    const home = homeOf(x, low);
    let at = home;
    while (into[at] !== 0) at = after(at, home, low);
    into[at] = slotOf(x, at, low, numbers[k]!);
  }
}

/** Each bucket becomes two, told apart by the lowest of a slot's own bits: all that were at home have room there. */
function moveAtHome(from: Int32Array, into: Int32Array): void {
  const size = from.length;
  const low = into.length - 1;
  const own = tagOf(low) | (size - 1);
  const upper = 31 - Math.clz32(size) + 1;
  for (let slot = 0; slot < size; slot++) {
    const found = from[slot]!;
    if (found === 0 || (found & size) !== 0) continue;
    const bucket = (slot & -line) + (size & -((found >>> upper) & 1));
    let at = bucket | seatIn(found, low);
    while (into[at] !== 0) at = bucket | ((at + 1) & (line - 1));
    into[at] = found & own;
  }
}

/** The bits of a slot that are of the hash; below them is one that says whether the state is away from its bucket, then its number. */
const tagOf = (low: number): number => ~(2 * low + 1);

const slotOf = (x: number, at: number, low: number, number: number): number =>
  ((x << tagShift) & tagOf(low)) |
  ((((at >>> lineBits) ^ x) & (low >>> lineBits)) === 0 ? 0 : low + 1) |
  number;

/** Where in a bucket to begin: the highest of the bits that a slot holds, while it holds so many. */
const seatIn = (bits: number, low: number): number =>
  low < 1 << 27 ? bits >>> (32 - lineBits) : 0;

const homeOf = (x: number, low: number): number =>
  ((x << lineBits) & low & -line) | seatIn(x << tagShift, low);

/** The slot to try next: once round the bucket, then in the next one. */
function after(at: number, home: number, low: number): number {
  const next = (at & -line) | ((at + 1) & (line - 1));
  return ((next ^ home) & (line - 1)) === 0 ? (next + line) & low : next;
}

/** All bits of a linear hash spread over all bits. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
