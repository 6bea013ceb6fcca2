import type { Cover } from './targets.ts';
/** A lower bound on the cost of every suite, and what it is made of. */
export type Bound = {
    /** No suite that meets all targets costs less. */
    readonly value: number;
    /** What meeting each target is worth. */
    readonly worth: Float64Array;
    /** For every node, the least that a walk from there can cost when each arc costs 1 less what it meets is worth: never above 0. */
    readonly ahead: Float64Array;
};
/**
 * The linear relaxation: circulations through the hub, each target met at least once, any fraction of a walk. Its dual prices targets so
 * that no closed walk is worth more than it costs; walks that are become columns (Dantzig and Wolfe), found as negative cycles.
 */
export declare function boundOf(cover: Cover, perPath: number, rounds?: number): Bound;
