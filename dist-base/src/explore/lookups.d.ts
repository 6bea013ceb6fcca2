import type { Program, Some } from '../system/program.ts';
import type { Layout } from './layout.ts';
/**
 * Many conditions over a packed state, answered 32 at a time by table look-up. The bits of a state are cut into chunks of neighbouring
 * parts; a chunk's value selects a row of `tables`. A word of answers is an AND of factors, a factor an OR of cells of such rows. A
 * guard on parts of one chunk costs no factor of its own; one that spans chunks (`some` of them) does.
 * Condition c is bit `0x80000000 >>> (c & 31)` of word `c >>> 5`, so that counting leading zeros takes them in order.
 */
export type Lookups = {
    readonly words: number;
    /** One a chunk: `(lanes[lane] >>> shift) & mask` is its value, `base + value * stride` its row. */
    readonly chunks: readonly Chunk[];
    /** Column of a row that holds the chunk's share of the hash; -1 without hashes. */
    readonly hash: Int32Array;
    /** One a word: the conditions that can hold at all. */
    readonly always: Int32Array;
    /** Factors of word w: `factor[w]` to `factor[w + 1]`; cells of factor f: `cell[f]` to `cell[f + 1]`. */
    readonly factor: Int32Array;
    readonly cell: Int32Array;
    /** One a cell: the chunk, and the column of its row. */
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
/** `conditions`: all of the list hold. `weights`: one a part; the hash of a state is the sum of local state times weight, modulo 2^32. */
export declare function lookups(program: Program, layout: Layout, conditions: readonly (readonly Some[])[], weights: Int32Array | null): Lookups;
