import type { Graph } from '../explore/graph.ts';
import type { Network } from './circulation.ts';
/** What paths of a criterion must take: each target is met by any of its arcs. */
export type Cover = {
    /** Where the paths are looked for: the graph itself, or one whose nodes remember the last edge. */
    readonly network: Network;
    /** The graph's edge of each arc; null where they are the same. */
    readonly edge: Int32Array | null;
    /** Ids of the targets that some arc meets, in declaration order. */
    readonly targets: readonly string[];
    /** Targets of arc a: `meets[start[a]]` to `meets[start[a + 1]]`. */
    readonly start: Uint32Array;
    readonly meets: Int32Array;
    /** Targets that nothing in the graph meets. */
    readonly unreachable: readonly {
        readonly target: string;
        readonly why: string;
    }[];
};
/** Criteria over the edges of one graph. */
export declare const criteria: readonly ["steps", "transitions", "edges", "pairs"];
export type Criterion = (typeof criteria)[number];
export declare function coverOf(graph: Graph, criterion: Criterion): Cover;
/** `edge:9f3c51e2:publish[1]`: a hash of where the parts stand, and the step. Parts that have stood in their first state all along do not count. */
export declare function edgeIds(graph: Graph): string[];
