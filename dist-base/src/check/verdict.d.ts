import { type Budget, type Graph } from '../explore/graph.ts';
import { type Program } from '../system/program.ts';
import { type Finding, type Invariance, type Verdict } from './finding.ts';
/** What is said of a whole system. */
export type Report = {
    readonly digest: string;
    /** `broken` where an invariant is; otherwise the worst of its promises'. */
    readonly verdict: Verdict;
    readonly promises: readonly Finding[];
    readonly invariants: readonly Invariance[];
    readonly states: number;
    readonly edges: number;
    /** Steps, as written, that fire nowhere. */
    readonly neverFired: readonly string[];
    /** What ran out; null where the search is complete. */
    readonly stopped: Graph['stopped'];
};
/** What is asked of a searched system; all of its promises, if nothing is said. */
export type Question = {
    /** Only promises written under these names, and no invariant. */
    readonly promises?: readonly string[];
    /** In place of each actor's own fairness: what an assumption is dropped with. */
    readonly fair?: (actor: number) => 'none' | 'weak' | 'strong';
    /** Skip witnesses: verdicts only. */
    readonly plain?: boolean;
    /** Only the report's own verdict is wanted, as with `plain`: of promises, none is looked for when a worse one was found. */
    readonly worstOnly?: boolean;
};
/** Searches `program` and answers for its promises. */
export declare function check(program: Program, budget: Budget, question?: Question): Report;
/** Answers for a graph that has been searched already. */
export declare function answer(graph: Graph, question?: Question): Report;
/** Whether each invariant holds. States are in breadth-first order: the first that is wrong has the shortest run. */
export declare function invariances(graph: Graph, plain: boolean): Invariance[];
/** Shortest way from `from` over `allowed` steps and `within` states to a state of which `goal` holds; null if there is none. */
export declare function walk(graph: Graph, from: number, goal: (state: number) => boolean, allowed: Uint8Array | null, within?: (state: number) => boolean): {
    readonly steps: number[];
    readonly end: number;
} | null;
