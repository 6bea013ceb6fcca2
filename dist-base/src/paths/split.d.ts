import type { Cover } from './targets.ts';
/** Shortest ways from node 0: the arc by which each node is reached, and how many there are. */
export type Depths = {
    readonly depth: Int32Array;
    readonly arc: Int32Array;
    readonly from: Int32Array;
};
export declare function depthsOf({ size, first, to }: Cover['network']): Depths;
export declare function shortestTo({ arc, from }: Depths, node: number): number[];
/**
 * Cuts walks into walks of at most `longest` arcs that meet the same targets, at the places where it costs least: a piece begins with a
 * shortest way from node 0, and what was only on the way between targets may be left out. Exact for these walks in this order.
 * A target that no walk of that length can meet is left out.
 */
export declare function split(cover: Cover, walks: readonly Int32Array[], longest: number, perPath: number): Int32Array[];
