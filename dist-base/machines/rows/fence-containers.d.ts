import type { Clause, Row } from '../../src/system/vocabulary.ts';
import { type Leaf } from '../lifecycles/fence-merge.ts';
/** One signaler a fence: that one is stuck holds up no other. */
export declare const signalersOf: (links: number) => {
    [k: string]: {
        fair: "weak";
    };
};
/** A chain of `links` nodes c1, c2 ... over fences f1, f2 ..., and a thread that waits for the last. */
export declare function chainRow(links?: number): {
    readonly row: Row;
    readonly rearms: Clause;
};
/** Calls of dma_fence_chain_find_seqno on a chain of `links` nodes; `seqno` numbers them. */
export declare function findRow(links?: number, seqno?: (node: number) => number): Row;
/** An array of `links` fences. */
export declare function arrayRow(links?: number): {
    readonly row: Row;
    readonly waitsForAll: Clause;
};
/** Two fences of one timeline and one of another are merged; whoever waits for the result waits for what was kept. */
export declare function mergeRow(fences?: readonly Leaf[]): {
    readonly row: Row;
    readonly inOrder: Clause;
};
