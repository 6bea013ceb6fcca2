import type { Cover } from './targets.ts';
/**
 * Walks from node 0 that meet every target of `wanted`: always the nearest next, or a new walk where that costs less. Not the cheapest;
 * for what is missing from a suite, and where the search for the cheapest would be too long.
 * @returns arcs
 */
export declare function nearest({ network: { size, first, to }, start, meets }: Cover, wanted: Uint8Array, perPath: number, longest?: number): Int32Array[];
