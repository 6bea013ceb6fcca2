import type { Graph } from '../explore/graph.ts';
import { type Components } from './components.ts';
/**
 * EF for up to 32 promises at once: bit p of the answer for a state says that some run over the `allowed` steps leads from it to a state
 * where promise p is not pending. `pending` has one bit a promise. States that were not expanded count as able to keep everything.
 * `scc`: the components over the allowed steps, found when first asked for.
 */
export declare function keepable(graph: Graph, pending: Int32Array, allowed: Uint8Array | null): {
    readonly can: Int32Array;
    readonly scc: Components;
};
/** States go in pieces of so many: a loop that is called again is compiled once, early. */
export declare const piece = 4096;
