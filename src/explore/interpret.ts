import type { Batch } from './batch.ts';
import type { Deltas } from './deltas.ts';
import type { Lookups } from './lookups.ts';
import type { Stepper, Where } from './stepper.ts';

/** The stepper as a loop over the tables of `deltas`. */
export function interpretExpand(deltas: Deltas): Stepper['expand'] {
  const { layout, enabled, keep } = deltas;
  const { lanes } = layout;
  const { words, always } = enabled;
  const chunks = flat(enabled);
  /** Where in the tables the row of each chunk is, for the state under way. */
  const cells = new Int32Array(enabled.chunks.length);

  return (rows, via, first, until, batch) => {
    const { room, most, end, enabled: masks, leaving } = batch;
    const last = Math.min(until, first + most);
    let n = 0;
    let total = 0;
    let state = first;
    for (; state < last && n <= room; state++) {
      const row = state * lanes;
      const kept = via[state]! * words;
      const linear = locate(enabled, chunks, rows, row, cells);
      for (let w = 0; w < words; w++) {
        const mask = always[w]! === 0 ? 0 : wordOf(enabled, w, cells);
        masks[(state - first) * words + w] = mask;
        total += bitsIn(mask);
        for (let left = mask & keep[kept + w]!; left !== 0;) {
          const bit = Math.clz32(left);
          left &= 0x7fffffff >>> bit;
          batch.hash[n] = linear;
          take(deltas, w * 32 + bit, rows, row, batch, n++);
        }
      }
      end[state - first] = n;
      leaving[state - first] = total;
    }
    return state - first;
  };
}

/** Finds each chunk's row of the tables for the state at `row`; returns the state's linear hash. */
function locate(
  { tables, hash, stored, computed }: Lookups,
  chunks: Int32Array,
  rows: Int32Array,
  row: number,
  cells: Int32Array,
): number {
  let linear = 0;
  for (let c = 0; c < stored; c++) {
    const value = (rows[row + chunks[c * 5]!]! >>> chunks[c * 5 + 1]!) & chunks[c * 5 + 2]!;
    const cell = chunks[c * 5 + 3]! + value * chunks[c * 5 + 4]!;
    cells[c] = cell;
    linear = (linear + tables[cell + hash[c]!]!) | 0;
  }
  let c = stored;
  for (const { lane, constant, cells: told } of computed) {
    let word = constant;
    for (const { chunk, column } of told) word = (word + tables[cells[chunk]! + column]!) | 0;
    for (; c < cells.length && chunks[c * 5] === lane; c++)
      cells[c] =
        chunks[c * 5 + 3]! +
        ((word >>> chunks[c * 5 + 1]!) & chunks[c * 5 + 2]!) * chunks[c * 5 + 4]!;
  }
  return linear;
}

/** A word of answers: an AND of factors, each an OR of cells. */
function wordOf(lookups: Lookups, w: number, cells: Int32Array): number {
  const { always, factor, cell, chunk, column, tables } = lookups;
  let mask = always[w]!;
  for (let f = factor[w]!; mask !== 0 && f < factor[w + 1]!; f++) {
    let any = 0;
    for (let l = cell[f]!; l < cell[f + 1]!; l++) any |= tables[cells[chunk[l]!]! + column[l]!]!;
    mask &= any;
  }
  return mask;
}

/**
 * Writes the successor by step `r` of the state at `row` as successor `n` of the batch, whose hash
 * entry holds that state's own hash.
 */
function take(
  { layout, add, vary, varying, byLocal }: Deltas,
  r: number,
  rows: Int32Array,
  row: number,
  { rows: out, hash, step }: Batch,
  n: number,
): void {
  const { lanes } = layout;
  const deltas = r * (lanes + 1);
  for (let lane = 0; lane < lanes; lane++)
    out[n * lanes + lane] = (rows[row + lane]! + add[deltas + lane]!) | 0;
  let sum = (hash[n]! + add[deltas + lanes]!) | 0;
  for (let v = vary[r]!; v < vary[r + 1]!; v++) {
    const lane = varying[v * 4]!;
    const local = (rows[row + lane]! >>> varying[v * 4 + 1]!) & varying[v * 4 + 2]!;
    const by = varying[v * 4 + 3]! + local * 2;
    out[n * lanes + lane]! += byLocal[by]!;
    sum = (sum + byLocal[by + 1]!) | 0;
  }
  hash[n] = sum;
  step[n] = r;
}

/** The linear hashes of states as a loop over the tables. */
export function interpretHash({ layout, enabled }: Deltas): Stepper['hash'] {
  const { lanes } = layout;
  const chunks = flat(enabled);
  const cells = new Int32Array(enabled.chunks.length);
  return (rows, from, until, into) => {
    for (let state = from; state < until; state++)
      into[state - from] = locate(enabled, chunks, rows, state * lanes, cells);
  };
}

/** One word of conditions as a loop over the tables. */
export function interpretWhere(lookups: Lookups, lanes: number): Where {
  const chunks = flat(lookups);
  const cells = new Int32Array(lookups.chunks.length);
  return (rows, from, until, into) => {
    for (let state = from; state < until; state++) {
      locate(lookups, chunks, rows, state * lanes, cells);
      into[state - from] = wordOf(lookups, 0, cells);
    }
  };
}

/** The number of bits that are set. */
function bitsIn(mask: number): number {
  mask -= (mask >>> 1) & 0x55555555;
  mask = (mask & 0x33333333) + ((mask >>> 2) & 0x33333333);
  return Math.imul((mask + (mask >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The chunks, five numbers each: lane, shift, mask, base, stride. */
function flat({ chunks }: Lookups): Int32Array {
  return Int32Array.from(
    chunks.flatMap(({ lane, shift, mask, base, stride }) => [lane, shift, mask, base, stride]),
  );
}
