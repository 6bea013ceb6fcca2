import { type Budget, type Graph } from '../explore/graph.ts';
import { type Program } from '../system/program.ts';
import type { Cite } from '../system/vocabulary.ts';
import { type Instrument, type PathFile, type TestPath } from './path.ts';
/** A system with a clause, and the same system without it; nobody recovers in either. */
export type Ablation = {
    /** What the system is called in the file. */
    readonly system: string;
    readonly clause: {
        readonly name: string;
        readonly says: Cite;
        readonly about?: string;
    };
    readonly with: Program;
    readonly without: Program;
    readonly instrument: Instrument | null;
};
/** Something to cover: `why` not, if it is not covered. */
export type ClauseTarget = {
    readonly target: string;
    readonly why: string | null;
};
/**
 * For every promise that is lost without the clause and kept with it, the shortest run that loses it, carried into the system with the
 * clause; then the shortest way on to where all promises are kept. Where none is lost: the shortest run in which the clause matters.
 * @param kept an earlier file: where its path still shows the same of the clause, it stays
 */
export declare function clausePaths(ablation: Ablation, budget: Budget, kept?: PathFile | null): {
    readonly paths: readonly TestPath[];
    readonly targets: readonly ClauseTarget[];
    readonly loses: boolean;
};
/** The state to which these steps lead from the initial one. */
export declare function follow(graph: Graph, steps: readonly string[]): number;
/** One path that shows what two show. */
export declare const both: (one: TestPath, other: TestPath) => TestPath;
