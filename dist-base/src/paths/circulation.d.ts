import type { Graph } from '../explore/graph.ts';
/** The edges of a graph: those of node n are `first[n]` to `first[n + 1]`. Node 0 is where every path starts, and every node is reachable from it. */
export type Network = Pick<Graph, 'size' | 'first' | 'to' | 'edges'>;
/** How often each edge is taken, so that closed walks through a hub can take it so: from the hub every walk starts at node 0, and it ends anywhere. */
export type Circulation = {
    /** One an edge. */
    readonly times: Int32Array;
    /** Walks that begin: at least 1. */
    readonly starts: number;
    /** Walks that end at each node. */
    readonly stops: Int32Array;
    /** Edges taken, with repetitions, + `perPath` * starts: the least that there is. */
    readonly cost: number;
};
/**
 * The cheapest circulation that takes each edge at least `need` times (once, if null), where an edge costs 1 and a start `perPath`: the
 * directed Chinese postman with a hub as a minimum-cost flow, by the primal-dual method. Its constraints are those of a network, so
 * the best flow is a whole number and the best of all.
 * @param perPath a whole number from 0
 */
export declare function circulation({ size, first, to, edges }: Network, need: Uint8Array | null, perPath: number): Circulation;
