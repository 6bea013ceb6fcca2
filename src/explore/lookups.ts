import type { Program, Some } from '../system/program.ts';
import { valueOf, type Layout } from './layout.ts';

/**
 * Many conditions over a packed state, answered 32 at a time by table look-up. The bits of a state
 * are cut into chunks of neighbouring parts; a chunk's value selects a row of `tables`. A word of
 * answers is an AND of factors, and a factor is an OR of cells of such rows. A guard on parts of
 * one chunk costs no factor of its own; a guard whose parts lie in several chunks does. Condition c
 * is bit `0x80000000 >>> (c & 31)` of word `c >>> 5`, so that counting leading zeros takes the
 * conditions in order. The lanes that are not stored are sums of cells too. docs/internals/lookups.md
 * says why.
 */
export type Lookups = {
  readonly words: number;
  /**
   * For each chunk, `(lanes[lane] >>> shift) & mask` is its value, `base + value * stride` its row.
   */
  readonly chunks: readonly Chunk[];
  /** How many chunks lie in lanes that are stored; they are the first ones. */
  readonly stored: number;
  /** The lanes that are computed, in order. */
  readonly computed: readonly Computed[];
  /** For each stored chunk, the column of a row that holds its share of the hash; -1 without hashes. */
  readonly hash: Int32Array;
  /** For each word, the conditions that can hold at all. */
  readonly always: Int32Array;
  /**
   * Factors of word w: `factor[w]` to `factor[w + 1]`; cells of factor f: `cell[f]` to `cell[f +
   * 1]`.
   */
  readonly factor: Int32Array;
  readonly cell: Int32Array;
  /** For each cell, the chunk, and the column of its row. */
  readonly chunk: Int32Array;
  readonly column: Int32Array;
  readonly tables: Int32Array;
};
export type Chunk = {
  readonly lane: number;
  readonly shift: number;
  readonly mask: number;
  readonly base: number;
  readonly stride: number;
};

/** A lane that is computed: a constant, and a cell of each of these chunks' rows. */
type Computed = {
  readonly lane: number;
  readonly constant: number;
  readonly cells: readonly { readonly chunk: number; readonly column: number }[];
};

/** Tables of at most so many bytes stay in the first-level cache beside other data. */
const comfortable = 24576;

/**
 * @param conditions each is a list, of which all must hold
 * @param weights one for each part; the hash of a state is the sum of local state times weight,
 * modulo 2^32
 */
export function lookups(
  program: Program,
  layout: Layout,
  conditions: readonly (readonly Some[])[],
  weights: Int32Array | null,
): Lookups {
  const words = Math.ceil(conditions.length / 32);
  const spans = spansOf(layout, words);
  const stored = spans.filter(({ lane }) => lane < layout.lanes).length;
  const chunkOf = new Int32Array(layout.lane.length).fill(-1);
  spans.forEach(({ parts }, c) => {
    for (const part of parts) chunkOf[part] = c;
  });

  const { always, asked } = askedOf(
    conditions.map((condition) => condition.map((some) => inValues(layout, some))),
    words,
    chunkOf,
  );
  const plan = planOf(asked, spans.length);
  const { width } = plan;
  const hash = Int32Array.from(spans, (_, c) =>
    weights === null || c >= stored ? -1 : width[c]!++,
  );
  const computed = computedOf(layout, chunkOf, width);
  const { chunks, size } = chunksOf(spans, width);
  const tables = new Int32Array(size);
  for (const fill of plan.fills)
    write(tables, fill, chunks[fill.chunk]!, spans[fill.chunk]!, layout);
  const sum = (c: number, column: number, shares: readonly Share[]): void =>
    writeColumn(tables, chunks[c]!, column, { shares, start: 0, join: 'sum' });
  if (weights !== null)
    for (let c = 0; c < stored; c++) sum(c, hash[c]!, sharesOfHash(layout, spans[c]!, weights));
  for (const { lane, cells } of computed)
    for (const { chunk, column } of cells)
      sum(chunk, column, sharesIn(layout, lane, spans[chunk]!));
  return {
    words,
    chunks,
    stored,
    computed,
    hash,
    always,
    factor: Int32Array.from(plan.factor),
    cell: Int32Array.from(plan.cell),
    chunk: Int32Array.from(plan.chunk),
    column: Int32Array.from(plan.column),
    tables,
  };
}

/** One guard of one condition. */
type Asked = {
  /** The condition's bit in its word. */
  readonly bit: number;
  readonly some: Some;
  /** The chunks that the guard looks at. */
  readonly over: readonly number[];
  /** Which of its condition's guards over several chunks it is; -1 for a guard over one chunk. */
  readonly rank: number;
};

/** The guards that have to be looked up, word by word, and the conditions that can hold at all. */
function askedOf(
  conditions: readonly (readonly Some[])[],
  words: number,
  chunkOf: Int32Array,
): { readonly always: Int32Array; readonly asked: readonly Asked[][] } {
  const always = new Int32Array(words);
  const asked = Array.from({ length: words }, (): Asked[] => []);
  conditions.forEach((condition, c) => {
    const open = openOf(condition, chunkOf);
    if (open.some((some) => some.length === 0)) return;
    const bit = 0x80000000 >>> (c & 31);
    always[c >>> 5]! |= bit;
    let rank = 0;
    for (const some of open) {
      const over = [...new Set(some.map(({ part }) => chunkOf[part]!))];
      asked[c >>> 5]!.push({ bit, some, over, rank: over.length === 1 ? -1 : rank++ });
    }
  });
  return { always, asked };
}

/** The guards that do not hold anyhow. A part without bits always has its one value, 0. */
function openOf(condition: readonly Some[], chunkOf: Int32Array): Some[] {
  const fixed = (part: number): boolean => chunkOf[part]! < 0;
  return condition
    .filter((some) => !some.some(({ part, in: locals }) => fixed(part) && locals.includes(0)))
    .map((some) => some.filter(({ part, in: locals }) => !fixed(part) && locals.length > 0));
}

/**
 * What to write into a column of a chunk: first `from` in every row, then bits by the row's value.
 */
type Fill = {
  readonly chunk: number;
  readonly column: number;
  readonly from: number;
  readonly guards: readonly Asked[];
  /** Whether a guard that holds sets its bit; otherwise one that does not hold clears it. */
  readonly sets: boolean;
};

type Plan = {
  readonly factor: number[];
  readonly cell: number[];
  readonly chunk: number[];
  readonly column: number[];
  readonly fills: Fill[];
  /** How many columns each chunk has. */
  readonly width: number[];
};

/** Factors and cells, word by word. */
function planOf(asked: readonly (readonly Asked[])[], chunks: number): Plan {
  const plan: Plan = {
    factor: [0],
    cell: [0],
    chunk: [],
    column: [],
    fills: [],
    width: Array.from({ length: chunks }, () => 0),
  };
  for (const word of asked) {
    for (const guards of factorsOf(word)) addFactor(plan, guards);
    plan.factor.push(plan.cell.length - 1);
  }
  return plan;
}

/** Guards over one chunk share a factor, and so do the guards of one rank over several chunks. */
function factorsOf(word: readonly Asked[]): Asked[][] {
  const factors = new Map<string, Asked[]>();
  for (const guard of word) {
    const key = guard.rank < 0 ? `${guard.over[0]}` : `rank ${guard.rank}`;
    const same = factors.get(key);
    if (same === undefined) factors.set(key, [guard]);
    else same.push(guard);
  }
  return [...factors.values()];
}

function addFactor({ cell, chunk, column, fills, width }: Plan, guards: readonly Asked[]): void {
  const sets = guards[0]!.rank >= 0;
  // A condition without a guard in this factor passes by the factor's first cell.
  let from = -1;
  if (sets) for (const { bit } of guards) from &= ~bit;
  for (const over of new Set(guards.flatMap((guard) => guard.over))) {
    const own = width[over]!++;
    chunk.push(over);
    column.push(own);
    fills.push({ chunk: over, column: own, from, guards, sets });
    if (sets) from = 0;
  }
  cell.push(chunk.length);
}

/** Lays out the rows of all chunks, one chunk behind the other. */
function chunksOf(
  spans: readonly Span[],
  width: readonly number[],
): { readonly chunks: readonly Chunk[]; readonly size: number } {
  let size = 0;
  const chunks = spans.map(({ lane, shift, bits }, c): Chunk => {
    const base = size;
    size += 2 ** bits * width[c]!;
    return { lane, shift, mask: 2 ** bits - 1, base, stride: width[c]! };
  });
  return { chunks, size };
}

/** How the shares of a chunk's parts are joined. */
type Join = 'and' | 'or' | 'sum';

/** What a part contributes to a cell, by its value. */
type Share = { readonly part: number; readonly of: Int32Array };

/**
 * Writes a column: in each row what its parts contribute, joined, from `start` on. The rows are
 * made part by part, so that each is written about once.
 */
function writeColumn(
  tables: Int32Array,
  { base, stride }: Chunk,
  column: number,
  {
    shares,
    start,
    join,
  }: { readonly shares: readonly Share[]; readonly start: number; readonly join: Join },
): void {
  let rows = Int32Array.of(start);
  for (const { of } of shares) {
    const { length } = rows;
    const next = new Int32Array(length * of.length);
    for (let value = 0, n = 0; value < of.length; value++) {
      const share = of[value]!;
      if (join === 'and') for (let low = 0; low < length; low++) next[n++] = rows[low]! & share;
      else if (join === 'or') for (let low = 0; low < length; low++) next[n++] = rows[low]! | share;
      else for (let low = 0; low < length; low++) next[n++] = rows[low]! + share;
    }
    rows = next;
  }
  for (let row = 0, at = base + column; row < rows.length; row++, at += stride)
    tables[at] = rows[row]!;
}

/** One share for each part of a chunk, in the order of their bits: `empty` until it is written to. */
const sharesOf = (layout: Layout, { parts }: Span, empty: number): Share[] =>
  parts.map((part) => ({ part, of: new Int32Array(layout.mask[part]! + 1).fill(empty) }));

/** Writes the bits of guards into a column. */
function write(
  tables: Int32Array,
  { column, from, guards, sets }: Fill,
  chunk: Chunk,
  span: Span,
  layout: Layout,
): void {
  const shares = sharesOf(layout, span, sets ? 0 : -1);
  const sharedBy = (part: number): Int32Array | undefined =>
    shares.find((share) => share.part === part)?.of;
  const several: Asked[] = [];
  for (const guard of guards) {
    if (!sets && guard.some.length > 1) several.push(guard);
    else
      for (const { part, in: values } of guard.some) {
        const bits = sharedBy(part);
        if (bits === undefined) continue;
        if (sets) for (const value of values) bits[value]! |= guard.bit;
        else
          for (let value = 0; value < bits.length; value++)
            if (!values.includes(value)) bits[value]! &= ~guard.bit;
      }
  }
  writeColumn(tables, chunk, column, { shares, start: from, join: sets ? 'or' : 'and' });
  // A guard on several parts of one chunk holds where it holds for one of them.
  for (const { bit, some } of several) {
    const held = sharesOf(layout, span, 0);
    for (const { part, in: values } of some)
      for (const value of values) held.find((share) => share.part === part)!.of[value] = bit;
    clear(tables, chunk, column, bit, held);
  }
}

/** Clears a bit in the rows in which none of the shares has it. */
function clear(
  tables: Int32Array,
  chunk: Chunk,
  column: number,
  bit: number,
  shares: readonly Share[],
): void {
  const alone = { ...chunk, base: 0, stride: 1 };
  const held = new Int32Array(chunk.mask + 1);
  writeColumn(held, alone, 0, { shares, start: 0, join: 'or' });
  for (let value = 0; value <= chunk.mask; value++)
    if (held[value] === 0) tables[chunk.base + value * chunk.stride + column]! &= ~bit;
}

/** What the parts of a chunk add to a computed lane. A value that no part has adds nothing. */
function sharesIn(layout: Layout, lane: number, span: Span): Share[] {
  const shares = sharesOf(layout, span, 0);
  for (const { part: told, terms } of layout.derived) {
    if (layout.lane[told] !== lane) continue;
    for (const { part, adds } of terms) {
      const own = shares.find((share) => share.part === part)?.of;
      if (own !== undefined)
        adds.forEach((by, value) => (own[value]! += by << layout.shift[told]!));
    }
  }
  return shares;
}

/** What the parts of a chunk add to the hash. */
function sharesOfHash(layout: Layout, span: Span, weights: Int32Array): Share[] {
  const shares = sharesOf(layout, span, 0);
  for (const { part, of } of shares)
    for (let value = 0; value < of.length; value++) of[value] = Math.imul(value, weights[part]!);
  return shares;
}

/** The computed lanes; each chunk that tells of one gets a column for it. */
function computedOf(layout: Layout, chunkOf: Int32Array, width: number[]): Computed[] {
  return Array.from({ length: layout.computed }, (_, n) => {
    const lane = layout.lanes + n;
    const told = layout.derived.filter(({ part }) => layout.lane[part] === lane);
    const constant = told.reduce(
      (sum, { part, constant }) => (sum + (constant << layout.shift[part]!)) | 0,
      0,
    );
    const by = new Set(told.flatMap(({ terms }) => terms.map(({ part }) => chunkOf[part]!)));
    const cells = [...by]
      .sort((a, b) => a - b)
      .map((chunk) => ({ chunk, column: width[chunk]!++ }));
    return { lane, constant, cells };
  });
}

/** A disjunction over the values of parts. */
const inValues = (layout: Layout, some: Some): Some =>
  some.map(({ part, in: locals }) => ({
    part,
    in: locals.map((local) => valueOf(layout, part, local)).filter((value) => value >= 0),
  }));

/** Neighbouring parts in one lane: the bits of a chunk. */
type Span = {
  readonly lane: number;
  readonly shift: number;
  readonly bits: number;
  readonly parts: readonly number[];
};

/** Cuts the state into runs of neighbouring parts, the widest whose tables are comfortable. */
function spansOf(layout: Layout, words: number): Span[] {
  for (let widest = 10; ; widest--) {
    const spans = cutAt(layout, widest);
    const columns = words + 1 + layout.computed;
    const bytes = spans.reduce((sum, { bits }) => sum + 2 ** bits * columns * 4, 0);
    if (widest === 4 || bytes <= comfortable) return spans;
  }
}

function cutAt(layout: Layout, widest: number): Span[] {
  const spans: (Span & { bits: number; parts: number[] })[] = [];
  const parts = [...layout.lane.keys()]
    .filter((part) => layout.mask[part] !== 0)
    .sort((a, b) => layout.lane[a]! - layout.lane[b]! || layout.shift[a]! - layout.shift[b]!);
  for (const part of parts) {
    const bits = 32 - Math.clz32(layout.mask[part]!);
    const last = spans.at(-1);
    if (last !== undefined && last.lane === layout.lane[part] && last.bits + bits <= widest) {
      last.bits += bits;
      last.parts.push(part);
    } else
      spans.push({ lane: layout.lane[part]!, shift: layout.shift[part]!, bits, parts: [part] });
  }
  return spans;
}
