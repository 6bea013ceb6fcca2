/** How many of its last events an object remembers. */
export const remembered = 8;

/**
 * An object is a record of 256 bytes in one buffer, read as 64 words of 32 bits (`words`, at `slot
 * << 6`) and 32 reals (`reals`, at `slot << 5`): four neighbouring lines of the processor's cache,
 * of which an event touches two or three.
 */
const wordsOf = 64;
const toWords = 6;
const toReals = 5;

/**
 * Words: the key in three, kind, hash, set of states that it may be in (0 where the slot is free),
 * flags, label, epoch, events seen, CPU of the last.
 */
const key = 0;
export const kind = 3;
const hash = 4;
export const set = 5;
export const flags = 6;
export const label = 7;
export const epoch = 8;
export const count = 9;
export const cpu = 10;
/** Eight words: event, and the CPU above it. */
const what = 20;
/**
 * Reals: when it was last seen, queued, run, first seen (ns); then line and time of eight events.
 */
export const seen = 6;
export const queued = 7;
export const running = 8;
export const begun = 9;
const past = 16;

/**
 * Objects by kind and key in typed arrays that grow; a slot stays where it is until it is given
 * back.
 */
export type Objects = {
  /** Slots there will be room for when it grows. */
  roomy: number;
  /** Slots ever used. */
  top: number;
  live: number;
  /** By kind. */
  readonly liveOf: Int32Array;
  words: Int32Array;
  reals: Float64Array;
  /** Open addressing, two words a place: hash, slot (-1: free). */
  index: Int32Array;
  free: number[];
};

/** Bits of the word `flags`. */
export const flag = { born: 1, shared: 2, finished: 4, trusted: 8, widened: 16 } as const;

/**
 * Room for `slots`, and for `roomy` when that is not enough: growing step by step took a twentieth
 * of the time of reading 256 MB. Powers of two.
 */
export function objects(slots = 4096, roomy = slots * 2): Objects {
  const records = new ArrayBuffer(slots * wordsOf * 4);
  return {
    roomy,
    top: 0,
    live: 0,
    liveOf: new Int32Array(256),
    words: new Int32Array(records),
    reals: new Float64Array(records),
    index: new Int32Array(slots * 4).fill(-1),
    free: [],
  };
}

/** Where the words of a slot begin, and its reals. */
export const wordAt = (slot: number): number => slot << toWords;
export const realAt = (slot: number): number => slot << toReals;
/** One word of a slot. */
export const word = ({ words }: Objects, slot: number, which: number): number =>
  words[(slot << toWords) + which]!;
/** One real of a slot. */
export const real = ({ reals }: Objects, slot: number, which: number): number =>
  reals[(slot << toReals) + which]!;
/** One number of the key: 32 bits without a sign. */
export const keyOf = (store: Objects, slot: number, which: number): number =>
  word(store, slot, key + which) >>> 0;

/** Eight keys that follow each other in their second number share a line of the cache. */
function mix(kind: number, a: number, b: number, c: number): number {
  let mixed =
    Math.imul(a ^ (kind << 24), 0x9e3779b1) ^
    Math.imul(b >>> 3, 0x85ebca6b) ^
    Math.imul(c, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 13)) << 3) | (b & 7);
}

/** The slot of an object, or -1. */
export function find(
  { index, words }: Objects,
  kindAt: number,
  one: number,
  two: number,
  three: number,
): number {
  const a = one | 0;
  const b = two | 0;
  const c = three | 0;
  const wrap = index.length - 1;
  const mixed = mix(kindAt, a, b, c);
  for (let at = (mixed << 1) & wrap; ; at = (at + 2) & wrap) {
    const slot = index[at + 1]!;
    if (slot < 0) return -1;
    if (index[at] !== mixed) continue;
    const from = slot << toWords;
    if (
      words[from + 1] === b &&
      words[from] === a &&
      words[from + 2] === c &&
      words[from + kind] === kindAt
    )
      return slot;
  }
}

/** A slot for a new object; its set, label and epoch are for the caller to fill. */
export function add(store: Objects, kindAt: number, a: number, b: number, c: number): number {
  let slot = store.free.pop();
  if (slot === undefined) {
    if (store.top << toWords === store.words.length) grow(store);
    slot = store.top++;
  }
  const { words, reals } = store;
  const word = slot << toWords;
  words[word] = a;
  words[word + 1] = b;
  words[word + 2] = c;
  words[word + kind] = kindAt;
  words[word + hash] = mix(kindAt, a, b, c);
  words[word + flags] = 0;
  words[word + label] = 0;
  words[word + count] = 0;
  const from = slot << toReals;
  reals[from + queued] = NaN;
  reals[from + running] = NaN;
  reals[from + begun] = NaN;
  store.live++;
  store.liveOf[kindAt]!++;
  enter(store, slot);
  return slot;
}

function enter({ index, words }: Objects, slot: number): void {
  const wrap = index.length - 1;
  const mixed = words[(slot << toWords) + hash]!;
  let at = (mixed << 1) & wrap;
  while (index[at + 1]! >= 0) at = (at + 2) & wrap;
  index[at] = mixed;
  index[at + 1] = slot;
}

/** Gives a slot back. */
export function remove(store: Objects, slot: number): void {
  const { index, words } = store;
  const wrap = index.length - 1;
  const mine = slot << toWords;
  let hole = (words[mine + hash]! << 1) & wrap;
  while (index[hole + 1] !== slot) hole = (hole + 2) & wrap;
  // Those behind move up, so that no search ends too early.
  for (
    let follower = (hole + 2) & wrap;
    index[follower + 1]! >= 0;
    follower = (follower + 2) & wrap
  ) {
    const mixed = index[follower]!;
    if (((follower - (mixed << 1)) & wrap) < ((follower - hole) & wrap)) continue;
    index[hole] = mixed;
    index[hole + 1] = index[follower + 1]!;
    hole = follower;
  }
  index[hole + 1] = -1;
  words[mine + set] = 0;
  words[mine + count] = 0;
  store.live--;
  store.liveOf[words[mine + kind]!]!--;
  store.free.push(slot);
}

function grow(store: Objects): void {
  const larger = objects(store.roomy);
  larger.words.set(store.words);
  store.roomy = larger.roomy;
  store.words = larger.words;
  store.reals = larger.reals;
  store.index = larger.index;
  // No slot is free: it would have been used.
  for (let slot = 0; slot < store.top; slot++) enter(store, slot);
}

/** Writes one more event into an object's memory. */
export function remember(
  { words, reals }: Objects,
  slot: number,
  event: number,
  from: { readonly line: number; readonly time: number; readonly cpu: number },
): void {
  const at = slot << toWords;
  const place = words[at + count]!++ & (remembered - 1);
  words[at + what + place] = event | (from.cpu << 8);
  const then = (slot << toReals) + past + place * 2;
  reals[then] = from.line;
  reals[then + 1] = from.time;
}

/** An event that an object remembers. Times are nanoseconds. */
export type Past = {
  readonly event: number;
  readonly line: number;
  readonly time: number;
  readonly cpu: number;
};

/** What an object remembers, oldest first. */
export function pastOf(store: Objects, slot: number): Past[] {
  const all = word(store, slot, count);
  const from = Math.max(0, all - remembered);
  return Array.from({ length: all - from }, (_, i) => {
    const place = (from + i) & (remembered - 1);
    const told = word(store, slot, what + place);
    return {
      event: told & 255,
      line: real(store, slot, past + place * 2),
      time: real(store, slot, past + place * 2 + 1),
      cpu: told >> 8,
    };
  });
}
