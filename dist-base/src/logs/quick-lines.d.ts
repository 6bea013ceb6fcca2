import type { Columns } from './columns.ts';
import { type Literal } from './literal.ts';
import { type Names } from './names.ts';
import { type RecentLabels } from './recent-labels.ts';
import { type Kind, type Tracker } from './tracker.ts';
/** A print that ends in the two numbers of a key, with texts before them: what is looked for, and whom it tells of. */
export type Lane = {
    /** How long the text is that the print begins with, and what stands before each number. */
    readonly start: number;
    readonly first: Literal;
    readonly second: Literal;
    readonly tells: readonly {
        readonly kind: Kind;
        readonly event: number;
        readonly shift: number;
    }[];
    /** A task begins or ends to wait for the object of the first of them. */
    readonly waits: 'begins' | 'ends' | null;
    readonly point: {
        count: number;
    };
};
/** What the quick way needs to know of the careful one. */
export type Quick = {
    readonly followed: Tracker;
    /** What a line says after its time: names with what their prints begin with. */
    readonly heads: Names;
    /** By the index of the head. */
    readonly lanes: readonly Lane[];
    readonly recent: RecentLabels;
    /** Times of the last events by CPU; -Infinity where none was seen. */
    readonly clocks: Float64Array;
    readonly seen: {
        ours: number;
        first: number;
        last: number;
    };
    /** Of the line before; then of the line at hand: for who waits, and for what a violation prints. */
    readonly now: Columns;
    readonly wait: (what: 'begins' | 'ends', kind: Kind, a: number, b: number) => void;
};
/**
 * Most lines of a long log are of one form, of lines of work that are known, and nothing about them is in doubt. They go this way: the bytes are
 * looked at once, from left to right and then from the end, and no more is remembered than has to be. False with nothing changed where the
 * line is not of this kind: then it is for the careful way, which reads whatever can be read. Line number and text are the caller's to set.
 */
export declare function quickLine({ followed, heads, lanes, recent, clocks, seen, now, wait }: Quick, bytes: Uint8Array, view: DataView, from: number, to: number): boolean;
