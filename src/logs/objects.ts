/** How many of its last events an object remembers. */
export const remembered = 8;

/** Objects by kind and key in typed arrays that grow; a slot stays where it is until it is given back. */
export type Objects = {
  /** Slots ever used. */
  top: number;
  live: number;
  kind: Uint8Array;
  a: Uint32Array;
  b: Uint32Array;
  c: Uint32Array;
  /** The states that it may be in. 0 in slots that are free. */
  set: Uint16Array;
  flags: Uint8Array;
  label: Uint32Array;
  epoch: Uint32Array;
  /** Events seen, all in all. */
  count: Uint32Array;
  time: Float64Array;
  cpu: Int16Array;
  queued: Float64Array;
  running: Float64Array;
  begun: Float64Array;
  pastEvent: Uint8Array;
  pastCpu: Int16Array;
  pastLine: Float64Array;
  pastTime: Float64Array;
  index: Int32Array;
  free: number[];
};

export const flag = { born: 1, shared: 2, finished: 4, trusted: 8, widened: 16 } as const;

export function objects(slots = 4096): Objects {
  return {
    top: 0, live: 0, kind: new Uint8Array(slots), a: new Uint32Array(slots), b: new Uint32Array(slots), c: new Uint32Array(slots), set: new Uint16Array(slots),
    flags: new Uint8Array(slots), label: new Uint32Array(slots), epoch: new Uint32Array(slots), count: new Uint32Array(slots), time: new Float64Array(slots), cpu: new Int16Array(slots),
    queued: new Float64Array(slots), running: new Float64Array(slots), begun: new Float64Array(slots),
    pastEvent: new Uint8Array(slots * remembered), pastCpu: new Int16Array(slots * remembered), pastLine: new Float64Array(slots * remembered), pastTime: new Float64Array(slots * remembered),
    index: new Int32Array(slots * 2).fill(-1), free: [],
  };
}

const mix = (kind: number, a: number, b: number, c: number): number => {
  let hash = Math.imul(a ^ (kind << 24), 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
};

/** The slot of an object, or -1. */
export function find(store: Objects, kind: number, a: number, b: number, c: number): number {
  const { index } = store;
  const wrap = index.length - 1;
  for (let at = mix(kind, a, b, c) & wrap; ; at = (at + 1) & wrap) {
    const slot = index[at]!;
    if (slot < 0) return -1;
    if (store.c[slot] === c && store.b[slot] === b && store.a[slot] === a && store.kind[slot] === kind) return slot;
  }
}

/** A slot for a new object; everything but its key is for the caller to fill. */
export function add(store: Objects, kind: number, a: number, b: number, c: number): number {
  let slot = store.free.pop();
  if (slot === undefined) {
    if (store.top === store.kind.length) grow(store);
    slot = store.top++;
  }
  store.kind[slot] = kind; store.a[slot] = a; store.b[slot] = b; store.c[slot] = c;
  store.flags[slot] = 0; store.label[slot] = 0; store.count[slot] = 0;
  store.queued[slot] = NaN; store.running[slot] = NaN; store.begun[slot] = NaN;
  store.live++;
  enter(store, slot);
  return slot;
}

function enter({ index, kind, a, b, c }: Objects, slot: number): void {
  const wrap = index.length - 1;
  let at = mix(kind[slot]!, a[slot]!, b[slot]!, c[slot]!) & wrap;
  while (index[at]! >= 0) at = (at + 1) & wrap;
  index[at] = slot;
}

/** Gives a slot back. */
export function remove(store: Objects, slot: number): void {
  const { index } = store;
  const wrap = index.length - 1;
  let hole = mix(store.kind[slot]!, store.a[slot]!, store.b[slot]!, store.c[slot]!) & wrap;
  while (index[hole] !== slot) hole = (hole + 1) & wrap;
  // Those behind move up, so that no search ends too early.
  for (let at = (hole + 1) & wrap; index[at]! >= 0; at = (at + 1) & wrap) {
    const other = index[at]!;
    const home = mix(store.kind[other]!, store.a[other]!, store.b[other]!, store.c[other]!) & wrap;
    if (((at - home) & wrap) < ((at - hole) & wrap)) continue;
    index[hole] = other;
    hole = at;
  }
  index[hole] = -1;
  store.set[slot] = 0;
  store.count[slot] = 0;
  store.live--;
  store.free.push(slot);
}

function grow(store: Objects): void {
  const slots = store.kind.length * 2;
  const larger = objects(slots);
  for (const key of Object.keys(larger) as (keyof Objects)[]) {
    const to = larger[key];
    if (key === 'index' || typeof to !== 'object' || Array.isArray(to)) continue;
    (to as Uint8Array).set(store[key] as Uint8Array);
    (store as Record<string, unknown>)[key] = to;
  }
  store.index = larger.index;
  for (let slot = 0; slot < store.top; slot++) enter(store, slot);
}

/** Writes one more event into an object's memory. */
export function remember(store: Objects, slot: number, event: number, line: number, time: number, cpu: number): void {
  const at = slot * remembered + (store.count[slot]! & (remembered - 1));
  store.pastEvent[at] = event; store.pastLine[at] = line; store.pastTime[at] = time; store.pastCpu[at] = cpu;
  store.count[slot]!++;
}

export type Past = { readonly event: number; readonly line: number; readonly time: number; readonly cpu: number };

/** What an object remembers, oldest first. */
export function past(store: Objects, slot: number): Past[] {
  const count = store.count[slot]!;
  const from = Math.max(0, count - remembered);
  return Array.from({ length: count - from }, (_, i) => {
    const at = slot * remembered + ((from + i) & (remembered - 1));
    return { event: store.pastEvent[at]!, line: store.pastLine[at]!, time: store.pastTime[at]!, cpu: store.pastCpu[at]! };
  });
}
