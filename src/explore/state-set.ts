import type { Batch } from './batch.ts';
import { bytesOf, roomier } from './room.ts';
import type { Stepper } from './stepper.ts';

/**
 * The states found so far, packed, numbered from 1 in the order in which they were found; row 0 is
 * empty, so that number 0 can mean "none". The index is a hash table with open addressing: a state
 * belongs into a bucket of 16 slots, and where that is full into the next bucket with room. A slot
 * holds a number, one bit that says that the state is not in its own bucket, and as many bits of
 * the hash as are left. docs/internals/state-set.md says why.
 */
export type StateSet = {
  /** The highest number given; the lowest is 1. */
  readonly count: () => number;
  readonly rows: () => Int32Array;
  /** What has been written of rows, of the index, and what a batch needs. */
  readonly bytes: () => number;
  /** What `bytes()` would be with so many states; old arrays count while they are copied. */
  readonly bytesFor: (states: number) => number;
  /**
   * Makes room for so many states.
   * @throws RangeError where there is no memory, or no number for them; the set is as it was.
   */
  readonly reserve: (states: number) => void;
  /**
   * Touches all memory that the first `n` successors of the batch will need, so that many accesses
   * are under way at once.
   */
  readonly probe: (batch: Batch, n: number) => void;
  /**
   * Gives the probed batch's successors up to `until` their `number`, new ones in order, and says
   * how many are new: the batch's `fresh`. A successor met before in the same batch gets `~i`,
   * where i is the successor that it equals.
   */
  readonly intern: (batch: Batch, until: number) => number;
};

/** Slots in a bucket: 16, a cache line. */
const lineBits = 4;
const line = 1 << lineBits;
/** Brings the first bit of a hash above those of the bucket to where a slot's own bits begin. */
const tagShift = lineBits + 1;
/** How full the index may get. */
const fullest = 13 / 16;
/** An index of more states would have more slots than a slot's bits can number. */
const mostStates = Math.floor(2 ** 31 * fullest) - 1;
/** Seats for recent states: most successors are met again soon, and these stay in the L2 cache. */
const recentBits = 12;

/** What the loops below read and write. */
type Store = {
  /** Words in a packed state. */
  readonly lanes: number;
  rows: Int32Array;
  /** The index. */
  table: Int32Array;
  /** Numbers given so far. */
  count: number;
  /**
   * Recent states, `lanes + 1` words each: the number, then the packed state. The number is `~i`
   * while the state is successor i of the batch under way and has no number yet.
   */
  readonly recent: Int32Array;
  /** The successors of the probed batch that are not recent, by their places in the batch. */
  readonly missed: Int32Array;
  misses: number;
  /** How many of those have their numbers. */
  settled: number;
  /** For each missed successor, the slot at which its probe ended, and what that slot held. */
  readonly place: Int32Array;
  readonly entry: Int32Array;
  readonly touched: Int32Array;
  readonly gathered: Int32Array;
};

/** `lanes`: words in a packed state. `hashes`: the linear hashes of packed states. */
export function stateSet(lanes: number, hashes: Stepper['hash'], batch: Batch): StateSet {
  const store = storeOf(lanes, batch.hash.length);
  const { recent, gathered, place, entry } = store;
  const aside = recent.byteLength + gathered.byteLength + 4 * place.byteLength;

  /** The mixed hashes of the first `n` states of a list of numbers. */
  const mixedOf = (numbers: Int32Array, n: number): Int32Array => {
    gather(store, numbers, n);
    hashes(gathered, 0, n, entry);
    for (let k = 0; k < n; k++) entry[k] = mix(entry[k]!);
    return entry;
  };

  return {
    count: () => store.count,
    rows: () => store.rows,
    bytes: () => (store.count + 1) * lanes * 4 + store.table.byteLength + aside,
    bytesFor: (states) =>
      bytesOf(store.rows, (store.count + 1) * lanes, (states + 1) * lanes) +
      bytesOf(store.table, store.table.length, slotsFor(store, states)) +
      aside,
    reserve: (states) => {
      const used = (store.count + 1) * lanes;
      store.rows = roomier(store.rows, used, (states + 1) * lanes, Int32Array);
      const wider = slotsFor(store, states);
      while (store.table.length < wider) {
        const next = new Int32Array(2 * store.table.length);
        moveAll(store.table, next, place, mixedOf);
        store.table = next;
      }
    },
    probe: (batch, n) => {
      meet(store, batch, n);
      fetch(store, batch.hash);
      seek(store, batch.hash);
      touch(store);
      store.settled = 0;
    },
    intern: (batch, until) => {
      const { missed, settled } = store;
      let end = store.misses;
      while (end > settled && missed[end - 1]! >= until) end--;
      const before = store.count;
      settle(store, batch, end);
      return store.count - before;
    },
  };
}

const storeOf = (lanes: number, successors: number): Store => ({
  lanes,
  rows: new Int32Array(1025 * lanes),
  table: new Int32Array(4096),
  count: 0,
  recent: new Int32Array((lanes + 1) << recentBits),
  missed: new Int32Array(successors),
  misses: 0,
  settled: 0,
  place: new Int32Array(successors),
  entry: new Int32Array(successors),
  touched: new Int32Array(successors),
  gathered: new Int32Array(successors * lanes),
});

/** How many slots an index of so many states has. */
function slotsFor({ table }: Store, states: number): number {
  if (states > mostStates) throw new RangeError(`an index of ${states} states`);
  let enough = table.length;
  while (enough * fullest < states + 1) enough *= 2;
  return enough;
}

// Each of the loops below is a function of its own: a shorter loop has more of its loads under way
// at once, and is compiled sooner. All that a loop reads is in a local variable before it begins.

/**
 * Gives recent states their numbers. The places of the others among the batch's `n` successors go
 * into `missed`, and their mixed hashes to the front of `hash`.
 */
function meet(store: Store, { rows: next, hash, number }: Batch, n: number): void {
  const { lanes, recent, missed } = store;
  let m = 0;
  for (let i = 0; i < n; i++) {
    const x = mix(hash[i]!);
    const base = i * lanes;
    const seat = (x >>> (32 - recentBits)) * (lanes + 1);
    const who = recent[seat]!;
    let lane = 0;
    while (lane < lanes && recent[seat + 1 + lane] === next[base + lane]) lane++;
    if (lane === lanes && who !== 0) {
      number[i] = who;
      continue;
    }
    recent[seat] = ~i;
    for (lane = 0; lane < lanes; lane++) recent[seat + 1 + lane] = next[base + lane]!;
    number[i] = 0;
    missed[m] = i;
    hash[m++] = x;
  }
  store.misses = m;
}

/** Reads the first slot of each missed successor. */
function fetch({ misses, table, entry }: Store, hash: Int32Array): void {
  const low = table.length - 1;
  for (let k = 0; k < misses; k++) entry[k] = table[homeOf(hash[k]!, low)]!;
}

/** Goes on to the slot that is empty or holds the same bits of the hash. */
function seek({ misses, table, entry, place }: Store, hash: Int32Array): void {
  const low = table.length - 1;
  const tag = tagOf(low);
  for (let k = 0; k < misses; k++) {
    const x = hash[k]!;
    const bits = x << tagShift;
    const home = homeOf(x, low);
    let slot = home;
    let occupant = entry[k]!;
    while (occupant !== 0 && ((occupant ^ bits) & tag) !== 0) {
      slot = after(slot, home, low);
      occupant = table[slot]!;
    }
    place[k] = slot;
    entry[k] = occupant;
  }
}

/** Reads the row of the state that each slot holds. */
function touch({ misses, lanes, rows, table, entry, touched }: Store): void {
  const low = table.length - 1;
  for (let k = 0; k < misses; k++) touched[k] = rows[(entry[k]! & low) * lanes]!;
}

/** Copies the rows of the first `n` of these states side by side. */
function gather({ lanes, rows, gathered }: Store, numbers: Int32Array, n: number): void {
  for (let k = 0; k < n; k++)
    for (let lane = 0; lane < lanes; lane++)
      gathered[k * lanes + lane] = rows[numbers[k]! * lanes + lane]!;
}

/** Gives the missed successors from `settled` up to `end` their numbers. */
function settle(store: Store, { rows: next, hash, number, fresh }: Batch, end: number): void {
  const { lanes, recent, missed, entry, place, table, rows, count, settled } = store;
  const low = table.length - 1;
  const tag = tagOf(low);
  let given = count;
  for (let k = settled; k < end; k++) {
    const i = missed[k]!;
    const x = hash[k]!;
    const bits = x << tagShift;
    const base = i * lanes;
    let slot = place[k]!;
    let occupant = entry[k]!;
    // The slot was empty when it was probed; it may have been taken since.
    if (occupant === 0) occupant = table[slot]!;
    let is = 0;
    while (occupant !== 0) {
      if (((occupant ^ bits) & tag) === 0) {
        const row = (occupant & low) * lanes;
        let lane = 0;
        while (lane < lanes && rows[row + lane] === next[base + lane]) lane++;
        if (lane === lanes) {
          is = occupant & low;
          break;
        }
      }
      slot = after(slot, homeOf(x, low), low);
      occupant = table[slot]!;
    }
    if (is === 0) {
      fresh[given - count] = i;
      is = ++given;
      table[slot] = slotOf(x, slot, low, is);
      for (let lane = 0; lane < lanes; lane++) rows[is * lanes + lane] = next[base + lane]!;
    }
    number[i] = is;
    const seat = (x >>> (32 - recentBits)) * (lanes + 1);
    if (recent[seat] === ~i) recent[seat] = is;
  }
  store.count = given;
  store.settled = end;
}

/**
 * Moves all slots into an index of twice the size. `mixed`: the mixed hashes of states by their
 * numbers.
 */
function moveAll(
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

/** Lists the states between these slots that are not in their own buckets, and counts them. */
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
    let slot = home;
    while (into[slot] !== 0) slot = after(slot, home, low);
    into[slot] = slotOf(x, slot, low, numbers[k]!);
  }
}

/**
 * Each bucket becomes two, told apart by the lowest of a slot's own bits: all states that were in
 * their own bucket have room there.
 */
function moveAtHome(from: Int32Array, into: Int32Array): void {
  const size = from.length;
  const low = into.length - 1;
  const own = tagOf(low) | (size - 1);
  const upper = 31 - Math.clz32(size) + 1;
  for (let slot = 0; slot < size; slot++) {
    const occupant = from[slot]!;
    if (occupant === 0 || (occupant & size) !== 0) continue;
    const bucket = (slot & -line) + (size & -((occupant >>> upper) & 1));
    let seat = bucket | seatIn(occupant, low);
    while (into[seat] !== 0) seat = bucket | ((seat + 1) & (line - 1));
    into[seat] = occupant & own;
  }
}

/**
 * The bits of a slot that are of the hash. Below them is the bit that says whether the state is
 * away from its own bucket, then the state's number.
 */
const tagOf = (low: number): number => ~(2 * low + 1);

/** What a slot holds for a state of this number and mixed hash `x`. */
const slotOf = (x: number, slot: number, low: number, number: number): number =>
  ((x << tagShift) & tagOf(low)) |
  ((((slot >>> lineBits) ^ x) & (low >>> lineBits)) === 0 ? 0 : low + 1) |
  number;

/** Where in a bucket to begin: the highest of the bits that a slot holds, while it holds enough. */
const seatIn = (bits: number, low: number): number =>
  low < 1 << 27 ? bits >>> (32 - lineBits) : 0;

/** The first slot to try for a mixed hash. */
const homeOf = (x: number, low: number): number =>
  ((x << lineBits) & low & -line) | seatIn(x << tagShift, low);

/** The slot to try next: once round the bucket, then in the next one. */
function after(slot: number, home: number, low: number): number {
  const next = (slot & -line) | ((slot + 1) & (line - 1));
  return ((next ^ home) & (line - 1)) === 0 ? (next + line) & low : next;
}

/** All bits of a linear hash spread over all bits. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
