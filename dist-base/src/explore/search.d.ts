import type { Program, Some } from '../system/program.ts';
import type { Budget, Graph } from './graph.ts';
import { type Code } from './stepper.ts';
export type Options = {
    /** By default `generated` where that is allowed, as soon as a search is long enough to repay it. */
    readonly code?: Code;
};
/** A search that keeps the breadth-first tree but no edges: enough for deadlocks, invariants and shortest runs. */
export type Reached = Omit<Graph, 'first' | 'to' | 'by'> & {
    /** Expanded states in which no step is enabled. */
    readonly deadlocks: number;
    /** The first of them, or -1. */
    readonly deadlock: number;
    /** The first state in which all of `until` hold, or -1. */
    readonly found: number;
    /** Bytes of typed arrays written to at the end of the search, its index of states included. */
    readonly peak: number;
};
/** Every state that `program` can reach, breadth first, and every edge. @throws Misuse for more steps than it can number. */
export declare function search(program: Program, budget: Budget, options?: Options): Graph;
/** Every state that `program` can reach, or those up to the first of which all of `until` hold. */
export declare function reach(program: Program, budget: Budget, options?: Options & {
    readonly until?: readonly Some[];
}): Reached;
