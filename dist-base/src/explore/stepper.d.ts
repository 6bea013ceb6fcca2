import type { Batch } from './batch.ts';
import type { Deltas } from './deltas.ts';
import type { Lookups } from './lookups.ts';
/**
 * `generated`: code made for this program, out of numbers alone. `interpreted`: a loop over the same tables, where code may not be
 * generated from strings (a page's content security policy, `--disallow-code-generation-from-strings`). The answers are the same.
 */
export type Code = 'generated' | 'interpreted';
/** States lie packed in `rows`, state s from `s * lanes` on. */
export type Stepper = {
    readonly code: Code;
    /**
     * Puts the successors of states `from` up to `until` into the batch, while there is room; the number of states expanded. `row[s]` is
     * the row of `keep` that says which steps to follow from state s.
     */
    expand(rows: Int32Array, row: Uint16Array, from: number, until: number, batch: Batch): number;
    /** The linear hashes of states `from` up to `until`, into `into` from 0. */
    hash(rows: Int32Array, from: number, until: number, into: Int32Array): void;
};
/** `code`: what to use; by default generated code where that is allowed. */
export declare function stepperOf(deltas: Deltas, code?: Code): Stepper;
/** For states `from` up to `until`, the words of answers to the conditions, into `into` from 0. */
export type Where = (rows: Int32Array, from: number, until: number, into: Int32Array) => void;
/** Answers one word of conditions, 32 at most. */
export declare function whereOf(lookups: Lookups, lanes: number, code?: Code): Where;
