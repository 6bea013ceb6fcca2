import type { Budget } from '../explore/graph.ts';
import type { Io } from './io.ts';
export type Limits = {
    readonly maxStates: number;
    readonly maxBytes: number;
};
/** A quarter of the memory that can be had: the answers to a search need about as much again as its own arrays, and others live here too. */
export declare const bytesByDefault: () => number;
export declare const statesByDefault = 50000000;
/** A line on a terminal that says how far a command is, and is wiped at the end. */
export declare function watched(io: Io): {
    readonly show: (text: string) => void;
    readonly done: () => void;
};
/** A budget that says how far the search is. */
export declare function watchedBudget(io: Io, { maxStates, maxBytes }: Limits): {
    readonly budget: Budget;
    readonly say: (what: string) => void;
    readonly done: () => void;
};
