import type { Bound } from './bound.ts';
import type { Cover } from './targets.ts';
/** `walks` from node 0, as arcs, that meet every target together; null: none was found. `exhaustive`: there is none that costs less. */
export type Found = {
    readonly walks: readonly Int32Array[] | null;
    readonly exhaustive: boolean;
};
/**
 * Searches partial suites by cost, layer after layer, and of each keeps the `width` of which the relaxation promises the cheapest
 * ending: what is not met yet is worth at least its price.
 * @param limit gives up beyond this cost
 */
export declare function beam({ network, targets, start, meets }: Cover, bound: Bound, perPath: number, width: number, limit: number): Found;
