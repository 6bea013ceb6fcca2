import type { Graph } from '../explore/graph.ts';

/**
 * The edges of a graph: those of node n are `first[n]` to `first[n + 1]`. Node 0 is where every
 * path starts, and every node is reachable from it.
 */
export type Network = Pick<Graph, 'size' | 'first' | 'to' | 'edges'>;
