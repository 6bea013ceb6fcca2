import type { Deltas } from './deltas.ts';
import type { Chunk, Lookups } from './lookups.ts';
import type { Done, Range, Swept } from './sweep.ts';
import * as wasm from './wasm.ts';
import { code, get, load, number, op, set, store, tee, type Bytes } from './wasm.ts';

/**
 * A sweep as WebAssembly that is made for the program. The states lie in its memory, where they
 * grow without being copied.
 */
export type Assembled = {
  /** Makes room for so many states. @throws RangeError where there is no memory */
  readonly reserve: (states: number) => void;
  /** The arrays of the search, in the memory; they are others after `reserve`. */
  readonly arrays: () => Pick<Swept, 'rows' | 'via' | 'parent'>;
  readonly sweep: (range: Range) => Done;
};

const page = 65536;
/** A memory has at most so many bytes: 4 GiB, less one page. */
const mostBytes = page * 65535;

/**
 * @param from the search so far, of `count` states
 * @returns null where WebAssembly is not to be had: a page's content security policy forbids it, or
 * there is no memory
 */
export function assembledSweep(deltas: Deltas, from: Swept, count: number): Assembled | null {
  const { lanes } = deltas.layout;
  const place = placesOf(deltas, from.entries.length);
  try {
    const { Module, Memory, Instance } = wasm.platform();
    const module = new Module(assemble(deltas, place));
    const memory = new Memory({ initial: Math.ceil(place.end / page), maximum: 65536 });
    const { run } = new Instance(module, { e: { memory } }).exports;
    const kept = keptIn(memory, place.end, lanes);
    kept.reserve(Math.max(count, 4096));
    copyTo(memory, place, from);
    const { rows, parent, via } = kept.arrays();
    rows.set(from.rows.subarray(0, lanes * (count + 1)));
    parent.set(from.parent.subarray(0, count));
    via.set(from.via.subarray(0, count + 1));
    return {
      reserve: kept.reserve,
      arrays: kept.arrays,
      sweep: ({ first, last, count, most }) => {
        const { rows, parent, via } = kept.at();
        run(first, last, count, most, rows, parent, via);
        const [next, found, edges, dead, firstDead] = new Int32Array(memory.buffer, 0, 5);
        return { first: next!, count: found!, edges: edges!, dead: dead!, firstDead: firstDead! };
      },
    };
  } catch {
    return null;
  }
}

/** Copies the tables and the entries. */
function copyTo(memory: wasm.Memory, { tables, entries }: Places, from: Swept): void {
  const words = new Int32Array(memory.buffer);
  for (const { at, of } of tables) words.set(of, at / 4);
  words.set(from.entries, entries / 4);
}

/** Where the arrays of a search begin in a memory, and where the last one ends. */
type At = {
  readonly rows: number;
  readonly parent: number;
  readonly via: number;
  readonly end: number;
};

/** The arrays of a search in a memory, one behind the other from an address on. */
function keptIn(
  memory: wasm.Memory,
  from: number,
  lanes: number,
): Pick<Assembled, 'reserve' | 'arrays'> & { readonly at: () => At } {
  let room = 0;
  const atFor = (states: number): At => {
    const parent = from + 4 * lanes * (states + 1);
    const via = parent + 4 * states;
    return { rows: from, parent, via, end: via + 2 * (states + 1) };
  };
  const grow = (states: number): void => {
    const [before, after] = [atFor(room), atFor(states)];
    if (after.end > mostBytes) throw new RangeError('no memory for so many states');
    const more = Math.ceil(after.end / page) - memory.buffer.byteLength / page;
    if (more > 0) memory.grow(more);
    // From the last array to the first, because each moves to where the next one was.
    const bytes = new Uint8Array(memory.buffer);
    bytes.copyWithin(after.via, before.via, before.end);
    bytes.copyWithin(after.parent, before.parent, before.via);
    room = states;
  };
  return {
    at: () => atFor(room),
    arrays: () => {
      const { rows, parent, via } = atFor(room);
      return {
        rows: new Int32Array(memory.buffer, rows, lanes * (room + 1)),
        parent: new Int32Array(memory.buffer, parent, room),
        via: new Uint16Array(memory.buffer, via, room + 1),
      };
    },
    reserve: (states) => {
      if (states <= room) return;
      try {
        grow(Math.max(states, 4 * room));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        grow(states + (states >>> 3));
      }
    },
  };
}

/** Where in the memory everything is, in bytes: the answers first, then tables, then the entries. */
type Places = {
  readonly tables: readonly { readonly at: number; readonly of: Int32Array }[];
  readonly entries: number;
  readonly end: number;
};

/** The tables come in this order. */
const order = ['t', 'keep', 'add', 'vary', 'varying', 'byLocal'] as const;

function placesOf({ enabled, keep, add, vary, varying, byLocal }: Deltas, entries: number): Places {
  let end = 64;
  const put = (bytes: number): number => {
    const at = end;
    end += Math.ceil(bytes / 64) * 64;
    return at;
  };
  const tables = [enabled.tables, keep, add, vary, varying, byLocal].map((of) => ({
    at: put(of.byteLength),
    of,
  }));
  return { tables, entries: put(4 * entries), end };
}

/** The parameters of the function, and its locals before those for lanes and chunks. */
const named = [
  'first',
  'last',
  'count',
  'most',
  'rows',
  'parent',
  'via',
  'hash',
  'any',
  'edges',
  'left',
  'step',
  'place',
  'word',
  'delta',
  'kept',
  'dead',
  'firstDead',
  'v',
  'end',
  'to',
] as const;
const parameters = 7;
type Named = (typeof named)[number];

/** What the code is made of: the tables' places, and the locals. */
type Making = {
  readonly deltas: Deltas;
  readonly table: Readonly<Record<(typeof order)[number], number>>;
  readonly entries: number;
  readonly local: Readonly<Record<Named, number>>;
  /** For each lane, stored or computed, its local. */
  readonly lane: readonly number[];
  /** For each chunk, the local with the address of its row. */
  readonly chunk: readonly number[];
};

/** The module. It is the loop of `sweep.ts`, line by line. */
function assemble(deltas: Deltas, { tables, entries }: Places): Uint8Array<ArrayBuffer> {
  const { layout, enabled } = deltas;
  let locals = named.length;
  const fresh = (): number => locals++;
  const making: Making = {
    deltas,
    table: Object.fromEntries(order.map((name, n) => [name, tables[n]!.at])) as Making['table'],
    entries,
    local: Object.fromEntries(named.map((name, n) => [name, n])) as Making['local'],
    lane: Array.from({ length: layout.lanes + layout.computed }, fresh),
    chunk: enabled.chunks.map(fresh),
  };
  const { local } = making;
  const words = Array.from({ length: enabled.words }, (_, w) => takeWord(making, w));
  const code = [
    number(-1),
    set(local.firstDead),
    wasm.loop(
      [...get(local.first), ...get(local.last), op.ltS, op.eqz, ...wasm.leaveIf],
      [...get(local.count), ...get(local.most), op.leS, op.eqz, ...wasm.leaveIf],
      locate(making),
      [...number(0), ...set(local.any)],
      ...words,
      [...get(local.any), op.eqz, ...wasm.when(noteDead(making))],
      [...get(local.first), ...number(1), op.add, ...set(local.first)],
    ),
    ...(['first', 'count', 'edges', 'dead', 'firstDead'] as const).map((name, n) => [
      ...number(4 * n),
      ...get(local[name]),
      ...store(),
    ]),
  ].flat();
  return wasm.moduleOf(parameters, locals - parameters, code);
}

/** A sum, or another join, of values; 0 if there are none. */
const joined = (values: readonly Bytes[], by: number): Bytes =>
  values.length === 0 ? number(0) : values.flatMap((one, n) => (n === 0 ? one : [...one, by]));

/** The address of entry `index` of words that begin at an address in a local. */
const entryAt = (base: Bytes, index: Bytes, words: number): Bytes => [
  ...base,
  ...index,
  ...number(4 * words),
  op.mul,
  op.add,
];

/** Loads the lanes and the rows of the tables, and sums the hash. */
function locate(making: Making): Bytes {
  const { deltas, table, local, lane, chunk } = making;
  const { lanes } = deltas.layout;
  const { chunks, stored, computed, hash, words } = deltas.enabled;
  const cell = (c: number, column: number): Bytes => [
    ...get(chunk[c]!),
    ...load(table.t + 4 * column),
  ];
  const row = ({ lane: own, shift, mask, base, stride }: Chunk, c: number): Bytes => [
    ...code(get(lane[own]!), number(shift), op.shrU, number(mask), op.and),
    ...code(number(4 * stride), op.mul, number(4 * base), op.add, set(chunk[c]!)),
  ];
  const state = entryAt(get(local.rows), get(local.first), lanes);
  return [
    ...Array.from({ length: lanes }, (_, n) => [...state, ...load(4 * n), ...set(lane[n]!)]),
    [...get(local.via), ...get(local.first), ...number(1), op.shl, op.add, ...wasm.load16()],
    [...number(4 * words), op.mul, ...set(local.kept)],
    ...chunks.slice(0, stored).map(row),
    ...computed.map(({ lane: own, constant, cells }) => [
      ...joined([number(constant), ...cells.map((one) => cell(one.chunk, one.column))], op.add),
      ...set(lane[own]!),
    ]),
    ...chunks.slice(stored).map((one, n) => row(one, stored + n)),
    joined(
      Array.from({ length: stored }, (_, c) => cell(c, hash[c]!)),
      op.add,
    ),
    set(local.hash),
  ].flat();
}

/** Takes the enabled steps of a word that are to be followed. */
function takeWord(making: Making, w: number): Bytes {
  const { table, local, deltas } = making;
  const { left, any, edges, step, kept, place, delta } = local;
  const { lanes } = deltas.layout;
  return [
    ...wordOf(deltas.enabled, making, w),
    ...code(tee(left), get(any), op.or, set(any)),
    ...code(get(edges), get(left), op.popcnt, op.add, set(edges)),
    ...code(get(left), get(kept), load(table.keep + 4 * w), op.and, set(left)),
    ...wasm.loop(
      [...get(left), op.eqz, ...wasm.leaveIf],
      [...get(left), op.clz, ...set(step)],
      [...get(left), ...number(0x7fffffff), ...get(step), op.shrU, op.and, ...set(left)],
      [...get(step), ...number(32 * w), op.add, ...set(step)],
      [...get(step), ...number(4 * (lanes + 1)), op.mul, ...set(delta)],
      [...get(local.hash), ...get(delta), ...load(table.add + 4 * lanes), op.add, ...set(place)],
      eachLookedUp(making, [...get(place), ...change(making, 1), op.add, ...set(place)]),
      mark(making),
      remember(making),
    ),
  ];
}

/** A word of enabled steps: an AND of factors, each an OR of cells. */
function wordOf(
  { always, factor, cell, chunk: chunkOf, column }: Lookups,
  { table, chunk }: Making,
  w: number,
): Bytes {
  if (always[w] === 0) return number(0);
  const factors: Bytes[] = [number(always[w]!)];
  for (let f = factor[w]!; f < factor[w + 1]!; f++) {
    const cells: Bytes[] = [];
    for (let l = cell[f]!; l < cell[f + 1]!; l++)
      cells.push([...get(chunk[chunkOf[l]!]!), ...load(table.t + 4 * column[l]!)]);
    factors.push(joined(cells, op.or));
  }
  return joined(factors, op.and);
}

/** Runs code for each looked-up move of the step; its four numbers are at the address in `v`. */
function eachLookedUp({ deltas, table, local: { v, end, step } }: Making, body: Bytes): Bytes {
  if (deltas.varying.length === 0) return [];
  const entryOf = (offset: number): Bytes => [
    ...code(get(step), number(2), op.shl, load(table.vary + offset), number(16), op.mul),
  ];
  return [
    ...code(entryOf(0), set(v), entryOf(4), set(end)),
    ...wasm.loop([...get(v), ...get(end), op.ltS, op.eqz, ...wasm.leaveIf], body, [
      ...get(v),
      ...number(16),
      op.add,
      ...set(v),
    ]),
  ];
}

/** What the looked-up move at `v` adds: to its lane (0), or to the hash (1). */
function change({ deltas, table, local }: Making, which: 0 | 1): Bytes {
  const { lanes } = deltas.layout;
  const own = (n: number): Bytes => [...get(local.v), ...load(table.varying + 4 * n)];
  const state = entryAt(get(local.rows), get(local.first), lanes);
  return [
    ...code(state, own(0), number(2), op.shl, op.add, load()),
    ...code(own(1), op.shrU, own(2), op.and, number(8), op.mul),
    ...code(own(3), number(4), op.mul, op.add, load(table.byLocal + 4 * which)),
  ];
}

/** Begins the loop over steps again if the successor is known; marks it, if not. */
function mark({ entries, local: { place, word } }: Making): Bytes {
  return [
    ...code(get(place), number(5), op.shrU, number(2), op.shl, tee(word), load(entries)),
    ...code(get(place), op.shrU, number(1), op.and, wasm.againIf),
    ...code(get(word), get(word), load(entries)),
    ...code(number(1), get(place), op.shl, op.or, store(entries)),
  ];
}

/** Writes the new state behind the others. */
function remember(making: Making): Bytes {
  const { deltas, table, local, lane } = making;
  const { count, first, parent, via, rows, step, delta, to } = local;
  const { lanes } = deltas.layout;
  return [
    entryAt(get(parent), get(count), 1),
    [...get(first), ...number(1), op.sub, ...store()],
    [...get(count), ...number(1), op.add, ...set(count)],
    [...get(via), ...get(count), ...number(1), op.shl, op.add, ...get(step), ...wasm.store16()],
    [...entryAt(get(rows), get(count), lanes), ...set(to)],
    ...Array.from({ length: lanes }, (_, n) => [
      ...code(get(to), get(lane[n]!), get(delta), load(table.add + 4 * n), op.add),
      ...store(4 * n),
    ]),
    eachLookedUp(making, addToLane(making)),
  ].flat();
}

/** Adds the change of the looked-up move at `v` to its lane of the new state. */
function addToLane(making: Making): Bytes {
  const { table, local } = making;
  const address = [
    ...code(get(local.to), get(local.v), load(table.varying), number(2), op.shl, op.add),
  ];
  return [...address, ...address, ...load(), ...change(making, 0), op.add, ...store()];
}

/** Counts a state in which no step is enabled. */
const noteDead = ({ local: { dead, first, firstDead } }: Making): Bytes => [
  ...code(get(dead), op.eqz),
  ...wasm.when([...get(first), ...number(1), op.sub, ...set(firstDead)]),
  ...code(get(dead), number(1), op.add, set(dead)),
];
