import type { Program } from '../system/program.ts';
/** Where each part's local state lies in a packed state: `(lanes[lane[p]] >>> shift[p]) & mask[p]`. No part straddles lanes. */
export type Layout = {
    /** 32-bit lanes a state, at least 1. */
    readonly lanes: number;
    readonly lane: Int32Array;
    readonly shift: Int32Array;
    /** Before the shift; 0 for a part with one state, which needs no bits. */
    readonly mask: Int32Array;
    /** Bits in use, over all lanes. */
    readonly bits: number;
};
/** First fit, in the order of the parts: ceil(log2 n) bits for a part of n local states. */
export declare function layoutOf(program: Program): Layout;
/** Packs `state`, one local state a part, into `into` from `at` on. */
export declare function pack({ lanes, lane, shift }: Layout, state: ArrayLike<number>, into: Int32Array, at: number): void;
/** The local states of the packed state that begins at `rows[at]`. */
export declare function unpack({ lane, shift, mask }: Layout, rows: Int32Array, at: number, into?: number[]): number[];
