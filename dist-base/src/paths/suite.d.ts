import { type Budget, type Graph } from '../explore/graph.ts';
import type { Program } from '../system/program.ts';
import { type Ablation } from './clause.ts';
import { type PathFile } from './path.ts';
import type { Criterion } from './targets.ts';
import type { Situation } from './where.ts';
/** A system as a path file names it. */
export type NamedSystem = {
    readonly name: string;
    readonly program: Program;
    readonly described: unknown;
};
export type Head = {
    readonly name: string;
    readonly version: string;
    readonly systems: readonly NamedSystem[];
    readonly perPath: number;
};
/**
 * Paths for clauses: for each, the first of its systems in which something is lost without it, or else the first of them. Paths of one
 * system that do the same are one.
 * @param kept an earlier file: its path stays where it covers the same target and is still what the clause does
 */
export declare function clauseFile(head: Head, ablations: readonly (readonly Ablation[])[], budget: Budget, kept?: PathFile | null): PathFile;
/** Paths for a criterion over the edges of a graph, which is the first system's. */
export declare function coverFile(head: Head, graph: Graph, criterion: Criterion, { longest, kept, }?: {
    readonly longest?: number | undefined;
    readonly kept?: PathFile | null;
}): PathFile;
/** A shortest path to each named situation. */
export declare function toFile(head: Head, graph: Graph, situations: readonly Situation[], kept?: PathFile | null): PathFile;
