import { type Literal } from './literal.ts';
/** Finds which of some texts stands at a place of a buffer, four bytes at a time. Only texts of fourteen bytes and more are found. */
export type Names = {
    readonly at: Int32Array;
    readonly next: Int32Array;
    readonly names: readonly Literal[];
};
export declare function namesOf(names: readonly string[]): Names;
/** The index of the text at `from`, or -1. */
export declare function nameAt(known: Names, view: DataView, from: number, to: number): number;
