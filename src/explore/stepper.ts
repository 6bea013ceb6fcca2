import type { Batch } from './batch.ts';

/**
 * How successors are computed. `assembled`: by WebAssembly made for this program, where a search
 * needs no more of it than `Assembled`; elsewhere as `generated`. `generated`: by code made for this
 * program, out of numbers alone. `interpreted`: by a loop over the same tables, where code may not
 * be generated from strings (a page's content security policy,
 * `--disallow-code-generation-from-strings`). The answers are the same.
 */
export type Code = 'assembled' | 'generated' | 'interpreted';

/**
 * The successor function of a program. States lie packed in `rows`, state s from `s * lanes` on.
 */
export type Stepper = {
  readonly code: Code;
  /**
   * Puts the successors of the states `from` up to `until` into the batch, while there is room.
   * @param via for each state, the row of `Deltas.keep` that says which steps to follow from it:
   * the step that led to it
   * @returns the number of states expanded
   */
  expand(rows: Int32Array, via: Uint16Array, from: number, until: number, batch: Batch): number;
  /** The linear hashes of states `from` up to `until`, into `into` from 0. */
  hash(rows: Int32Array, from: number, until: number, into: Int32Array): void;
};

/** For states `from` up to `until`, the words of answers to the conditions, into `into` from 0. */
export type Where = (rows: Int32Array, from: number, until: number, into: Int32Array) => void;
