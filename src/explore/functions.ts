import { nextLocal, type Program } from '../system/program.ts';
import type { Locals } from './locals.ts';

/**
 * A part whose local state is a function of others in every reachable state. Local states count by
 * their places in `Locals.of`. `values` has a number for each of the part's, all different. That of
 * a reachable state is `constant` plus, for each other part of `terms`, the entry of `adds` at that
 * part's place.
 */
export type Derived = {
  readonly part: number;
  readonly values: readonly number[];
  readonly constant: number;
  readonly terms: readonly Term[];
};
type Term = { readonly part: number; readonly adds: readonly number[] };

/** Larger systems of equations are not solved: it would take longer than it saves. */
const mostColumns = 160;
/** Weights are small integers, so that all sums are exact. */
const mostWeight = 2 ** 15;
/** The values of a part are below this. */
const mostValues = 256;

/**
 * Parts that are functions of others, and of no part of this list. They come from place invariants:
 * weights, one for each local state of each part, of which the sum is the same before and after
 * every step. What is found is proved by `isInvariant`, whatever arithmetic found it.
 * docs/internals/packing.md says why that is enough.
 */
export function functionsOf(program: Program, locals: Locals): Derived[] {
  const columns = columnsOf(locals);
  if (columns.count > mostColumns || columns.count === 0) return [];
  let basis = kernelOf(changesOf(program, locals, columns), columns.count);
  const dependent: { readonly part: number; weights: Float64Array }[] = [];
  const widest = locals.of
    .map(({ length }, part) => ({ length, part }))
    .filter(({ length }) => length > 1)
    .sort((a, b) => b.length - a.length || b.part - a.part);
  for (const { part } of widest) {
    const solved = solve(basis, columns, part);
    if (solved === null) continue;
    const others = dependent.map(({ weights }) => reduced(weights, solved, columns, part));
    if (others.some((weights) => weights === null)) continue;
    others.forEach((weights, n) => {
      dependent[n]!.weights = weights!;
    });
    dependent.push({ part, weights: solved.weights });
    basis = solved.rest;
  }
  return provable(program, locals, columns, dependent);
}

/** One column for each local state of each part but its first. */
type Columns = {
  readonly count: number;
  /** Where the columns of a part begin; one entry more than there are parts. */
  readonly from: readonly number[];
};

function columnsOf({ of }: Locals): Columns {
  const from = [0];
  for (const { length } of of) from.push(from.at(-1)! + length - 1);
  return { count: from.at(-1)!, from };
}

/**
 * The equations that an invariant has to meet, one row each: a step adds to the sum the same from
 * wherever it moves a part, and all of its moves together add nothing.
 */
function changesOf(program: Program, locals: Locals, { count, from }: Columns): Float64Array[] {
  const rows = new Map<string, Float64Array>();
  const keep = (changes: readonly Change[]): void => {
    const key = changes
      .map(({ part, before, after, times }) => `${part} ${before} ${after} ${times}`)
      .join();
    if (key === '' || rows.has(key)) return;
    const row = new Float64Array(count);
    for (const { part, before, after, times } of changes) {
      if (before > 0) row[from[part]! + before - 1]! -= times;
      if (after > 0) row[from[part]! + after - 1]! += times;
    }
    rows.set(key, row);
  };
  for (const moves of locals.moves) {
    if (moves === null) continue;
    const firsts: Change[] = [];
    for (const { part, event, from: sources } of moves) {
      const places = locals.places[part]!;
      const [first, ...others] = sources.map((local): Change => {
        const after = nextLocal(program, part, event, local);
        return {
          part,
          before: places[local]!,
          after: places[after < 0 ? local : after]!,
          times: 1,
        };
      });
      if (first === undefined) continue;
      if (first.before !== first.after) firsts.push(first);
      for (const other of others)
        if (other.before !== other.after || first.before !== first.after)
          keep([other, { ...first, times: -1 }]);
    }
    keep(firsts);
  }
  return [...rows.values()];
}

/** What a move does to its part: places of local states, and how often it counts. */
type Change = {
  readonly part: number;
  readonly before: number;
  readonly after: number;
  readonly times: number;
};

/** Adds a multiple of one row to another. */
function add(to: Float64Array, row: Float64Array, times: number): void {
  for (let c = 0; c < to.length; c++) to[c]! += times * row[c]!;
}

/** A row that was reduced: its entries that are not 0, of which the one at its pivot is 1. */
type Reduced = {
  readonly at: number;
  readonly columns: readonly number[];
  readonly entries: readonly number[];
};

/** A basis of the weights that are orthogonal to all rows. The rows are overwritten. */
function kernelOf(rows: readonly Float64Array[], count: number): Float64Array[] {
  const pivots: Reduced[] = [];
  for (const row of rows) {
    for (const { at, columns, entries } of pivots) {
      const times = row[at]!;
      if (times === 0) continue;
      for (let n = 0; n < columns.length; n++) row[columns[n]!]! -= times * entries[n]!;
    }
    const pivotColumn = pivotOf(row, 0, count);
    if (pivotColumn < 0) continue;
    const columns: number[] = [];
    for (let c = 0; c < count; c++) if (row[c] !== 0) columns.push(c);
    pivots.push({
      at: pivotColumn,
      columns,
      entries: columns.map((c) => row[c]! / row[pivotColumn]!),
    });
  }
  // A reduced row has nothing at the pivots before it: from the last one on, each pivot is told.
  pivots.reverse();
  const bound = new Set(pivots.map(({ at }) => at));
  const basis: Float64Array[] = [];
  for (let free = 0; free < count; free++) {
    if (bound.has(free)) continue;
    const weights = new Float64Array(count);
    weights[free] = 1;
    for (const { at, columns, entries } of pivots) {
      let sum = 0;
      for (let n = 0; n < columns.length; n++)
        if (columns[n] !== at) sum += entries[n]! * weights[columns[n]!]!;
      weights[at] = 0 - sum;
    }
    basis.push(weights);
  }
  return basis;
}

/** A column whose entry is 1 or -1, if there is one; else one that is not 0; else -1. */
function pivotOf(row: Float64Array, from: number, until: number): number {
  let some = -1;
  for (let c = from; c < until; c++) {
    if (row[c] === 0) continue;
    if (Math.abs(row[c]!) === 1) return c;
    some = c;
  }
  return some;
}

function scale(row: Float64Array, by: number): void {
  if (by !== 1) for (let c = 0; c < row.length; c++) row[c]! *= by;
}

type Solved = {
  /** Weights of an invariant: those of the part are different for all its local states. */
  readonly weights: Float64Array;
  /** What is left of the basis: invariants in which the part has no weight. */
  readonly rest: Float64Array[];
  /** What is not left, each with a column of the part in which it alone is not 0. */
  readonly pivots: readonly { readonly row: Float64Array; readonly at: number }[];
};

/** An invariant that tells the value of a part; null where the basis has none. */
function solve(
  basis: readonly Float64Array[],
  { count, from }: Columns,
  part: number,
): Solved | null {
  const [begin, end] = [from[part]!, from[part + 1]!];
  if (!basis.some((row) => pivotOf(row, begin, end) >= 0)) return null;
  const rest = basis.map((row) => row.slice());
  const pivots: { row: Float64Array; at: number }[] = [];
  for (let n = 0; n < rest.length;) {
    const row = rest[n]!;
    const pivotColumn = pivotOf(row, begin, end);
    if (pivotColumn < 0) {
      n++;
      continue;
    }
    scale(row, 1 / row[pivotColumn]!);
    rest.splice(n, 1);
    for (const other of rest) if (other[pivotColumn] !== 0) add(other, row, -other[pivotColumn]!);
    for (const other of pivots)
      if (other.row[pivotColumn] !== 0) add(other.row, row, -other.row[pivotColumn]!);
    pivots.push({ row, at: pivotColumn });
    n = 0;
  }
  const own = pivots.map(({ row }) => [0, ...row.subarray(begin, end)]);
  const told = new Set(own[0]?.map((_, n) => own.map((entries) => entries[n]).join()));
  if (told.size !== end - begin + 1) return null;
  const weights = new Float64Array(count);
  let sum = own[0]!.map(() => 0);
  pivots.forEach(({ row }, n) => {
    const times = apart(sum, own[n]!);
    sum = plus(sum, own[n]!, times);
    add(weights, row, times);
  });
  return { weights, rest, pivots };
}

const plus = (sum: readonly number[], row: readonly number[], times: number): number[] =>
  sum.map((entry, n) => entry + times * row[n]!);

const rangeOf = (sum: readonly number[]): number => Math.max(...sum) - Math.min(...sum);

/** How often to add a row so that it tells apart what it can, and the sums stay near each other. */
function apart(sum: readonly number[], row: readonly number[]): number {
  let best = { times: 0, different: 0, range: 0 };
  for (let n = Math.min(mostValues, rangeOf(sum) + 1); n > 0; n--)
    for (const times of [n, -n]) {
      const next = plus(sum, row, times);
      const different = new Set(next).size;
      const range = rangeOf(next);
      if (different < best.different || (different === best.different && range >= best.range))
        continue;
      best = { times, different, range };
    }
  return best.times;
}

/** Weights in which a part that is left out has none; null where that cannot be. */
function reduced(
  weights: Float64Array,
  { pivots }: Solved,
  { from }: Columns,
  part: number,
): Float64Array | null {
  const less = weights.slice();
  for (const { row, at } of pivots) if (less[at] !== 0) add(less, row, -less[at]!);
  for (let c = from[part]!; c < from[part + 1]!; c++) if (less[c] !== 0) return null;
  return less;
}

/** The meaning of those weights that are proved. */
function provable(
  program: Program,
  locals: Locals,
  { from }: Columns,
  found: readonly { readonly part: number; readonly weights: Float64Array }[],
): Derived[] {
  const weightsOf = (weights: Float64Array, part: number): number[] => [
    0,
    ...weights.subarray(from[part]!, from[part + 1]!),
  ];
  const candidates = found.flatMap(({ part, weights }): Derived[] => {
    const terms = program.parts.flatMap((_, other): Term[] => {
      const adds = weightsOf(weights, other).map((weight) => 0 - weight);
      return other === part || adds.every((entry) => entry === 0) ? [] : [{ part: other, adds }];
    });
    const placeAtStart = (other: number): number => locals.places[other]![program.initial[other]!]!;
    const others = terms.reduce((sum, term) => sum + term.adds[placeAtStart(term.part)]!, 0);
    const own = weightsOf(weights, part);
    const least = Math.min(...own);
    const values = own.map((weight) => weight - least);
    const derived = { part, values, constant: values[placeAtStart(part)]! - others, terms };
    return isInvariant(program, locals, derived) ? [derived] : [];
  });
  // What a part that could not be proved would tell is not there to be asked.
  const left = new Set(candidates.map(({ part }) => part));
  return candidates.filter(({ terms }) => terms.every((term) => !left.has(term.part)));
}

/**
 * Whether the value of a part is the same function of the others before and after every step that
 * may be taken, if it is so before: each move changes what it is made of by a number that does not
 * depend on the state, and these changes sum to nothing. It holds in the initial state, so it holds
 * in every reachable one.
 */
export function isInvariant(
  program: Program,
  { of, places, moves }: Locals,
  { part, values, constant, terms }: Derived,
): boolean {
  const adds = new Map(terms.map((term) => [term.part, term.adds]));
  const told = new Set(values).size === of[part]!.length && Math.max(...values) < mostValues;
  if (!told || adds.has(part)) return false;
  adds.set(
    part,
    values.map((value) => 0 - value),
  );
  const share = (other: number, local: number): number => adds.get(other)![places[other]![local]!]!;
  const exact = [...adds.values()].every((entries) =>
    entries.every((entry) => Number.isInteger(entry) && Math.abs(entry) <= mostWeight),
  );
  const start = [...adds.keys()].reduce(
    (sum, other) => sum + share(other, program.initial[other]!),
    constant,
  );
  if (!exact || start !== 0) return false;
  return moves.every((step) => {
    let total = 0;
    for (const { part: moved, event, from } of step ?? []) {
      if (!adds.has(moved)) continue;
      const changes = from.map((local) => {
        const after = nextLocal(program, moved, event, local);
        return after < 0 ? 0 : share(moved, after) - share(moved, local);
      });
      if (changes.some((change) => change !== changes[0])) return false;
      total += changes[0] ?? 0;
    }
    return total === 0;
  });
}
