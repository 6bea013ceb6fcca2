/**
 * The store of multi-valued decision diagrams. A diagram is a set of states: a node at level k has,
 * for some local states of the part at that level, the diagram of what the parts below may then be
 * in. Equal nodes are one node, so that equal sets have equal numbers. docs/internals/diagrams.md
 * gives the reasons for this form.
 */
export type Diagrams = {
  /** Nodes stand at levels 1 (the lowest) to this. Every path visits every level. */
  readonly levels: number;
  /** How many local states each level has; entry 0 is 1. */
  readonly domains: readonly number[];
  /**
   * Of each node: how many children, then pairs of local state and child, local states ascending.
   */
  data: Int32Array;
  /** Words of `data` in use. */
  top: number;
  /**
   * Where in `data` each node is; -1: no such node. Node 0 is the empty set, node 1 lies below
   * level 1.
   */
  offsets: Int32Array;
  /** Numbers given so far; those given back are in `free`. */
  ids: number;
  free: Int32Array;
  frees: number;
  /** The nodes by their content: open addressing, 0 is empty. */
  table: Int32Array;
  live: number;
  /** Results of operations, `cacheWords` each: a later one may take the place of an earlier one. */
  cache: Int32Array;
  /** Results written since the cache last grew. */
  written: number;
  /** Numbers of operations given so far. */
  operations: number;
  /** Nodes that stay, as they were computed; `scoped` takes away what nobody needs any more. */
  readonly trail: number[];
  /** Nodes that stay for good. */
  readonly held: number[];
  /** Rows of a saturation under way, by level: what they hold stays too. */
  readonly rows: Rows;
  /** More nodes than this are looked through for what nobody needs. */
  collectAt: number;
  readonly limits: Limits;
  /** Nodes made since the beginning, and the most that lived at once. */
  made: number;
  peak: number;
  collections: number;
  /** Nodes made when the last collection began. */
  madeBefore: number;
  ticks: number;
};

/** What an engine may use; the first that runs out ends the operation under way. */
export type Limits = {
  /** Bytes of typed arrays. */
  readonly bytes: number;
  /** By the clock of `performance.now()`. */
  deadline: number;
  /** Nodes made. */
  nodes: number;
  readonly signal?: { readonly aborted: boolean } | undefined;
  /** Called a few times a second with how much was made. */
  readonly progress?:
    ((now: { readonly nodes: number; readonly bytes: number }) => void) | undefined;
  /** When it was called last, by the same clock. */
  told?: number;
};

/**
 * Why an operation ended before its result. Thrown through the recursion, and never out of this
 * room.
 */
export class RanOut extends Error {
  constructor(readonly what: 'bytes' | 'time' | 'cancelled' | 'nodes') {
    super(`out of ${what}`);
  }
}

/**
 * Scratch space by level. One row a level is enough: a recursion at one level only ever goes on at
 * lower ones.
 */
export type Rows = {
  /** Of set operations: pairs. */
  readonly pairs: readonly Int32Array[];
  /**
   * Of images, of saturation and of its constraint: the child of each local state, 0 where none.
   */
  readonly image: readonly Int32Array[];
  readonly imageWithin: readonly Int32Array[];
  readonly grow: readonly Int32Array[];
  readonly within: readonly Int32Array[];
  /** Which places of `image` and of `grow` are not 0, and how many are. */
  readonly imaged: readonly Int32Array[];
  readonly grown: readonly Int32Array[];
  readonly growing: Int32Array;
  /** The local states whose child changed and was not followed yet: a ring, and who is in it. */
  readonly queue: readonly Int32Array[];
  readonly queued: readonly Uint8Array[];
  /** The set that a constrained saturation at this level began with. */
  readonly begun: Int32Array;
};

/** Words of one entry of the cache: the operation, its three operands, its result. */
export const cacheWords = 5;
/**
 * Entries of the cache: few at first, as most systems are small, and beyond `mostCache` only as many
 * as the nodes call for.
 */
const leastCache = 1 << 12;
const mostCache = 1 << 20;
const hugeCache = 1 << 24;
const entriesPerNode = 4;
/** More nodes than this are looked through; later more, up to one for so many bytes of the limit. */
const leastCollect = 1 << 17;
const bytesPerNode = 256;

/**
 * An empty store.
 * @param domains how many local states each level has, from level 1; entry 0 is not looked at
 */
export function diagrams(domains: readonly number[], limits: Limits): Diagrams {
  return {
    levels: domains.length - 1,
    domains: [1, ...domains.slice(1)],
    data: new Int32Array(1 << 14),
    top: 0,
    offsets: new Int32Array(1 << 11).fill(-1),
    ids: 2,
    free: new Int32Array(0),
    frees: 0,
    table: new Int32Array(1 << 12),
    live: 0,
    cache: new Int32Array(cacheWords * leastCache),
    written: 0,
    operations: 16,
    trail: [],
    held: [],
    rows: rowsOf(domains),
    collectAt: leastCollect,
    limits,
    made: 0,
    peak: 0,
    collections: 0,
    madeBefore: 0,
    ticks: 0,
  };
}

function rowsOf(domains: readonly number[]): Rows {
  const words = (extra: number, each = 1) =>
    domains.map((size) => new Int32Array(each * size + extra));
  return {
    pairs: words(2, 2),
    image: words(0),
    imageWithin: words(0),
    grow: words(0),
    within: words(0),
    imaged: words(0),
    grown: words(0),
    growing: new Int32Array(domains.length),
    queue: words(1),
    queued: domains.map((size) => new Uint8Array(size)),
    begun: new Int32Array(domains.length),
  };
}

/** Bytes of typed arrays held. */
export const bytesOf = ({ data, offsets, table, cache, free }: Diagrams): number =>
  data.byteLength + offsets.byteLength + table.byteLength + cache.byteLength + free.byteLength;

const mix = (hash: number, word: number): number => {
  const x = Math.imul(hash ^ word, 0x9e3779b1);
  return x ^ (x >>> 15);
};

function hashAt(data: Int32Array, at: number, words: number): number {
  let hash = words;
  for (let i = at; i < at + words; i++) hash = mix(hash, data[i]!);
  return hash;
}

/** The node of these pairs, the first `words` entries of `pairs`; 0 for none. */
export function nodeOf(d: Diagrams, pairs: Int32Array, words: number): number {
  if (words === 0) return 0;
  makeRoom(d, words);
  const { data, top } = d;
  for (let i = 0; i < words; i++) data[top + 1 + i] = pairs[i]!;
  return intern(d, words);
}

/**
 * The node of a row, which is empty afterwards.
 * @param touched the places of the row that are not 0, `count` of them, in any order
 */
export function nodeOfRow(
  d: Diagrams,
  row: Int32Array,
  touched: Int32Array,
  count: number,
): number {
  if (count === 0) return 0;
  makeRoom(d, 2 * count);
  const { data } = d;
  let cursor = d.top + 1;
  if (row.length > 4 * count && row.length > 32) {
    touched.subarray(0, count).sort();
    for (let t = 0; t < count; t++) {
      const local = touched[t]!;
      data[cursor++] = local;
      data[cursor++] = row[local]!;
      row[local] = 0;
    }
  } else
    for (let local = 0; local < row.length; local++)
      if (row[local] !== 0) {
        data[cursor++] = local;
        data[cursor++] = row[local]!;
        row[local] = 0;
      }
  return intern(d, 2 * count);
}

/** The node whose pairs are written behind `top`: the one there is, or a new one. */
function intern(d: Diagrams, words: number): number {
  const { data, top, offsets, table } = d;
  const candidate = top + 1;
  const mask = table.length - 1;
  let slot = hashAt(data, candidate, words) & mask;
  for (let id = table[slot]!; id !== 0; id = table[slot]!) {
    const other = offsets[id]!;
    if (2 * data[other]! === words) {
      let i = 0;
      while (i < words && data[other + 1 + i] === data[candidate + i]) i++;
      if (i === words) return id;
    }
    slot = (slot + 1) & mask;
  }
  const id = d.frees > 0 ? d.free[--d.frees]! : nextId(d);
  data[top] = words >> 1;
  d.offsets[id] = top;
  d.top = top + words + 1;
  table[slot] = id;
  d.live++;
  d.made++;
  if (d.live > d.peak) d.peak = d.live;
  if (2 * d.live > table.length) rehash(d, 2 * table.length);
  if (d.made > d.limits.nodes) throw new RanOut('nodes');
  return id;
}

function nextId(d: Diagrams): number {
  if (d.ids === d.offsets.length) {
    const wider = arrayFor(d, 2 * d.ids, d.offsets.byteLength).fill(-1, d.ids);
    wider.set(d.offsets);
    d.offsets = wider;
  }
  return d.ids++;
}

function makeRoom(d: Diagrams, words: number): void {
  if (d.top + words + 1 < d.data.length) return;
  const wider = arrayFor(d, 2 * d.data.length + words, d.data.byteLength);
  wider.set(d.data);
  d.data = wider;
}

/** An array in place of one of `freed` bytes. @throws RanOut where there is no memory for it */
function arrayFor(d: Diagrams, words: number, freed: number): Int32Array<ArrayBuffer> {
  if (bytesOf(d) - freed + 4 * words > d.limits.bytes) throw new RanOut('bytes');
  try {
    return new Int32Array(words);
  } catch (error) {
    if (error instanceof RangeError) throw new RanOut('bytes');
    throw error;
  }
}

function rehash(d: Diagrams, slots: number): void {
  const table = slots === d.table.length ? d.table.fill(0) : arrayFor(d, slots, d.table.byteLength);
  const { data, offsets, ids } = d;
  const mask = slots - 1;
  for (let id = 2; id < ids; id++) {
    const at = offsets[id]!;
    if (at < 0) continue;
    let slot = hashAt(data, at + 1, 2 * data[at]!) & mask;
    while (table[slot] !== 0) slot = (slot + 1) & mask;
    table[slot] = id;
  }
  d.table = table;
}

/** A number for an operation, and for `more - 1` that belong to it. */
export function operation(d: Diagrams, more = 1): number {
  d.operations += more;
  return d.operations - more;
}

const entryOf = (cache: Int32Array, op: number, a: number, b: number, c: number): number =>
  (mix(mix(mix(op, a), b), c) & (cache.length / cacheWords - 1)) * cacheWords;

/**
 * The result of an operation, or -1 where it is not in the cache.
 * @param a a node, as is `b`; `c` is none
 */
export function recall(d: Diagrams, op: number, a: number, b: number, c: number): number {
  const { cache } = d;
  const at = entryOf(cache, op, a, b, c);
  return cache[at] === op && cache[at + 1] === a && cache[at + 2] === b && cache[at + 3] === c
    ? cache[at + 4]!
    : -1;
}

/** Writes down the result of an operation. @throws RanOut where the time is over */
export function remember(
  d: Diagrams,
  op: number,
  a: number,
  b: number,
  c: number,
  result: number,
): number {
  if ((++d.ticks & 0xfff) === 0) watch(d);
  if (++d.written * cacheWords > 2 * d.cache.length) growCache(d);
  const { cache } = d;
  const entry = entryOf(cache, op, a, b, c);
  cache[entry] = op;
  cache[entry + 1] = a;
  cache[entry + 2] = b;
  cache[entry + 3] = c;
  cache[entry + 4] = result;
  return result;
}

/** Milliseconds between two reports of progress. */
const beat = 250;

function watch(d: Diagrams): void {
  const { limits } = d;
  if (limits.signal?.aborted === true) throw new RanOut('cancelled');
  const now = performance.now();
  if (now > limits.deadline) throw new RanOut('time');
  if (limits.progress === undefined || now < (limits.told ?? 0) + beat) return;
  limits.told = now;
  limits.progress({ nodes: d.made, bytes: bytesOf(d) });
}

function growCache(d: Diagrams): void {
  d.written = 0;
  const { cache } = d;
  const words = 4 * cache.length;
  // Without memory for a larger cache the small one serves.
  const most = Math.max(mostCache, Math.min(entriesPerNode * d.live, hugeCache));
  if (words > most * cacheWords || bytesOf(d) + 4 * words > d.limits.bytes / 2) return;
  const wider = new Int32Array(words);
  for (let from = 0; from < cache.length; from += cacheWords)
    if (cache[from] !== 0) {
      const to = entryOf(wider, cache[from]!, cache[from + 1]!, cache[from + 2]!, cache[from + 3]!);
      for (let i = 0; i < cacheWords; i++) wider[to + i] = cache[from + i]!;
    }
  d.cache = wider;
}

/** Keeps a node until the scope under way ends. */
export function kept(d: Diagrams, node: number): number {
  if (node > 1) d.trail.push(node);
  return node;
}

/** Keeps a node for good. */
export function hold(d: Diagrams, node: number): number {
  if (node > 1) d.held.push(node);
  return node;
}

/** What `run` gives stays, and nothing else that it computed. */
export function scoped(d: Diagrams, run: () => number): number {
  const before = d.trail.length;
  const result = run();
  d.trail.length = before;
  return kept(d, result);
}

/** Of what `run` computes nothing stays but what it holds for good: its result is no node. */
export function apart<T>(d: Diagrams, run: () => T): T {
  const before = d.trail.length;
  const result = run();
  d.trail.length = before;
  return result;
}

/**
 * Looks for nodes that nobody needs, if there are many or memory is short. Only where all that is
 * needed is kept or in a row.
 */
export function tidy(d: Diagrams): void {
  if (d.live <= d.collectAt && !isTight(d)) return;
  collect(d);
  // What nobody needs now is often made again, by results that are forgotten with it. So it stays
  // longer each time, as far as there is room.
  d.collectAt = Math.max(d.collectAt, Math.min(4 * d.collectAt, d.limits.bytes / bytesPerNode));
  // Where most are needed, looking through them often is dear.
  if (2 * d.live > d.collectAt) d.collectAt = 4 * d.live;
}

/** Whether the store is nearly full and may not grow; at least a quarter of it is new. */
function isTight(d: Diagrams): boolean {
  const { data, top, limits, made, madeBefore, live } = d;
  return (
    10 * top > 9 * data.length &&
    4 * (made - madeBefore) > live &&
    bytesOf(d) + data.byteLength > limits.bytes
  );
}

/** After an operation that ran out: nothing is under way any more. */
export function recover({ rows }: Diagrams): void {
  const { pairs: _, growing, begun, ...byLevel } = rows;
  growing.fill(0);
  begun.fill(0);
  for (const lists of Object.values(byLevel)) for (const list of lists) list.fill(0);
}

/** Forgets the nodes that nobody needs. The numbers of the others stay. */
export function collect(d: Diagrams): void {
  const needed = marked(d);
  compact(d, needed);
  const { cache } = d;
  for (let entry = 0; entry < cache.length; entry += cacheWords)
    if (
      cache[entry] !== 0 &&
      (needed[cache[entry + 1]!]! & needed[cache[entry + 2]!]! & needed[cache[entry + 4]!]!) === 0
    )
      cache[entry] = 0;
  rehash(d, d.table.length);
  d.collections++;
  d.madeBefore = d.made;
}

/** For each node, 1 if it is needed. */
function marked(d: Diagrams): Uint8Array {
  const { data, offsets, rows } = d;
  const needed = new Uint8Array(d.ids);
  needed[0] = needed[1] = 1;
  const open: number[] = [];
  const need = (node: number): void => {
    if (needed[node] === 1) return;
    needed[node] = 1;
    open.push(node);
  };
  d.trail.forEach(need);
  d.held.forEach(need);
  for (let level = 1; level <= d.levels; level++) {
    need(rows.begun[level]!);
    const row = rows.grow[level]!;
    const places = rows.grown[level]!;
    for (let t = 0; t < rows.growing[level]!; t++) need(row[places[t]!]!);
  }
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const at = offsets[node]!;
    for (let c = at + 2, end = at + 2 * data[at]!; c <= end; c += 2) need(data[c]!);
  }
  return needed;
}

/** Moves the needed nodes together. Nodes lie in `data` in the order in which they were written. */
function compact(d: Diagrams, needed: Uint8Array): void {
  const { data, offsets, ids } = d;
  const stay: number[] = [];
  for (let id = 2; id < ids; id++) if (offsets[id]! >= 0 && needed[id] === 1) stay.push(id);
  const byPlace = Int32Array.from(stay).sort((a, b) => offsets[a]! - offsets[b]!);
  let to = 0;
  for (const id of byPlace) {
    const at = offsets[id]!;
    const words = 2 * data[at]! + 1;
    data.copyWithin(to, at, at + words);
    offsets[id] = to;
    to += words;
  }
  d.top = to;
  d.live = byPlace.length;
  d.free = new Int32Array(ids);
  d.frees = 0;
  for (let id = ids - 1; id >= 2; id--)
    if (needed[id] === 0) {
      offsets[id] = -1;
      d.free[d.frees++] = id;
    }
}
