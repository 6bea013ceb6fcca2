import type { Graph } from '../explore/graph.ts';
import { type Cover, type Criterion } from './targets.ts';
export type SuiteOptions = {
    /** K in cost = steps + K * paths; a whole number. */
    readonly perPath: number;
    readonly longest?: number;
    /** Runs that are there already, as edges of the graph: only what they do not cover is added. */
    readonly kept?: readonly (readonly number[])[];
};
/** A suite over a graph. */
export type Suite = {
    readonly criterion: Criterion;
    readonly cover: Cover;
    /** As edges of the graph, each from the initial state: `kept` first. */
    readonly paths: readonly (readonly number[])[];
    /** One a path: the targets that it meets and none before it does. */
    readonly first: readonly (readonly number[])[];
    readonly uncovered: readonly {
        readonly target: string;
        readonly why: string;
    }[];
    /** No suite without a limit to the length of a path costs less. Null: too large to say. */
    readonly bound: number | null;
    readonly shortestEach: {
        readonly paths: number;
        readonly steps: number;
    };
};
/** Paths that meet every target of the criterion: the cheapest for `edges`, cheap and compared with a bound for the others. */
export declare function suiteOf(graph: Graph, criterion: Criterion, { perPath, longest, kept }: SuiteOptions): Suite;
export declare const costOf: (walks: readonly ArrayLike<unknown>[], perPath: number) => number;
