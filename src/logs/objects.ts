/** How many of its last events an object remembers. */
export const remembered = 8;

/** Places in a record of `state` and of `times`. One object's numbers lie together: it costs one look into memory, not ten. */
export const set = 0;
export const flags = 1;
export const label = 2;
export const epoch = 3;
export const count = 4;
export const cpu = 5;
export const seen = 0;
export const queued = 1;
export const running = 2;
export const begun = 3;

/** Objects by kind and key in typed arrays that grow; a slot stays where it is until it is given back. */
export type Objects = {
  /** Slots ever used. */
  top: number;
  live: number;
  /** By kind. */
  readonly liveOf: Int32Array;
  /** Four a slot: the key, and the kind. */
  key: Uint32Array;
  /** Eight a slot: the set of states that it may be in (0 where the slot is free), flags, label, epoch, events seen, CPU of the last. */
  state: Int32Array;
  /** Four a slot: when it was last seen, queued, run, first seen. */
  times: Float64Array;
  /** Two an event: line and time. */
  past: Float64Array;
  /** One an event: the event, and the CPU above it. */
  pastWhat: Int32Array;
  index: Int32Array;
  free: number[];
};

export const flag = { born: 1, shared: 2, finished: 4, trusted: 8, widened: 16 } as const;

export function objects(slots = 4096): Objects {
  return {
    top: 0, live: 0, liveOf: new Int32Array(256), key: new Uint32Array(slots * 4), state: new Int32Array(slots * 8), times: new Float64Array(slots * 4),
    past: new Float64Array(slots * remembered * 2), pastWhat: new Int32Array(slots * remembered), index: new Int32Array(slots * 2).fill(-1), free: [],
  };
}

function mix(kind: number, a: number, b: number, c: number): number {
  let hash = Math.imul(a ^ (kind << 24), 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

const home = ({ key }: Objects, slot: number): number => mix(key[slot * 4 + 3]!, key[slot * 4]!, key[slot * 4 + 1]!, key[slot * 4 + 2]!);

/** The slot of an object, or -1. */
export function find({ index, key }: Objects, kind: number, a: number, b: number, c: number): number {
  const wrap = index.length - 1;
  for (let at = mix(kind, a, b, c) & wrap; ; at = (at + 1) & wrap) {
    const slot = index[at]!;
    if (slot < 0) return -1;
    const from = slot * 4;
    if (key[from + 1] === b && key[from] === a && key[from + 2] === c && key[from + 3] === kind) return slot;
  }
}

/** A slot for a new object; everything but its key is for the caller to fill. */
export function add(store: Objects, kind: number, a: number, b: number, c: number): number {
  let slot = store.free.pop();
  if (slot === undefined) {
    if (store.top * 4 === store.key.length) grow(store);
    slot = store.top++;
  }
  const { key, state, times } = store;
  key[slot * 4] = a; key[slot * 4 + 1] = b; key[slot * 4 + 2] = c; key[slot * 4 + 3] = kind;
  state[slot * 8 + flags] = 0; state[slot * 8 + label] = 0; state[slot * 8 + count] = 0;
  times[slot * 4 + queued] = NaN; times[slot * 4 + running] = NaN; times[slot * 4 + begun] = NaN;
  store.live++;
  store.liveOf[kind]!++;
  enter(store, slot);
  return slot;
}

function enter(store: Objects, slot: number): void {
  const { index } = store;
  const wrap = index.length - 1;
  let at = home(store, slot) & wrap;
  while (index[at]! >= 0) at = (at + 1) & wrap;
  index[at] = slot;
}

/** Gives a slot back. */
export function remove(store: Objects, slot: number): void {
  const { index } = store;
  const wrap = index.length - 1;
  let hole = home(store, slot) & wrap;
  while (index[hole] !== slot) hole = (hole + 1) & wrap;
  // Those behind move up, so that no search ends too early.
  for (let at = (hole + 1) & wrap; index[at]! >= 0; at = (at + 1) & wrap) {
    const other = index[at]!;
    if (((at - home(store, other)) & wrap) < ((at - hole) & wrap)) continue;
    index[hole] = other;
    hole = at;
  }
  index[hole] = -1;
  store.state[slot * 8 + set] = 0;
  store.state[slot * 8 + count] = 0;
  store.live--;
  store.liveOf[store.key[slot * 4 + 3]!]!--;
  store.free.push(slot);
}

function grow(store: Objects): void {
  const larger = objects((store.key.length / 4) * 2);
  larger.key.set(store.key);
  larger.state.set(store.state);
  larger.times.set(store.times);
  larger.past.set(store.past);
  larger.pastWhat.set(store.pastWhat);
  store.key = larger.key; store.state = larger.state; store.times = larger.times; store.past = larger.past; store.pastWhat = larger.pastWhat;
  store.index = larger.index;
  // No slot is free: it would have been used.
  for (let slot = 0; slot < store.top; slot++) enter(store, slot);
}

/** Writes one more event into an object's memory. */
export function remember(store: Objects, slot: number, event: number, from: { readonly line: number; readonly time: number; readonly cpu: number }): void {
  const at = slot * remembered + (store.state[slot * 8 + count]! & (remembered - 1));
  store.pastWhat[at] = event | (from.cpu << 8);
  store.past[at * 2] = from.line;
  store.past[at * 2 + 1] = from.time;
  store.state[slot * 8 + count]!++;
}

export type Past = { readonly event: number; readonly line: number; readonly time: number; readonly cpu: number };

/** What an object remembers, oldest first. */
export function past(store: Objects, slot: number): Past[] {
  const all = store.state[slot * 8 + count]!;
  const from = Math.max(0, all - remembered);
  return Array.from({ length: all - from }, (_, i) => {
    const at = slot * remembered + ((from + i) & (remembered - 1));
    return { event: store.pastWhat[at]! & 255, line: store.past[at * 2]!, time: store.past[at * 2 + 1]!, cpu: store.pastWhat[at]! >> 8 };
  });
}
