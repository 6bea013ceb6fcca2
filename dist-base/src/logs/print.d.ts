import { type Literal } from './literal.ts';
import type { Print, Tell } from './vocabulary.ts';
/** The values of one printed line: numbers cut to 32 bits (and their upper halves), and where texts stand. */
export type Values = {
    readonly low: Uint32Array;
    readonly high: Uint32Array;
    readonly from: Int32Array;
    readonly to: Int32Array;
    lazy: boolean;
    /** Where the texts end that were left. */ textsTo: number;
};
export declare const mostFields = 16;
export declare const values: () => Values;
type Step = {
    readonly before: Literal;
    readonly field: number;
    readonly kind: 0 | 1 | 2 | 3;
};
/** A print made ready: literals and fields in turn. */
export type Matcher = {
    readonly steps: readonly Step[];
    /** From this step on only numbers follow, and they end the line: read backwards, without looking at the texts before. -1: no. */ readonly tail: number;
    readonly fields: readonly string[];
    readonly tells: readonly Tell[];
};
export declare function matcher({ text, tells }: Print): Matcher;
/** Fills `into` from the bytes [at, end); false where they are not this print. Texts may be left for `matchTexts`: then `lazy` is set. */
export declare function match(matcher: Matcher, bytes: Uint8Array, view: DataView, at: number, end: number, into: Values): boolean;
/** The same, with every text. */
export declare function matchTexts({ steps }: Matcher, bytes: Uint8Array, view: DataView, at: number, end: number, into: Values): boolean;
export {};
