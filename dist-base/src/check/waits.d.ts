import type { Graph } from '../explore/graph.ts';
import { type Some } from '../system/program.ts';
import type { WaitsFor } from './finding.ts';
/**
 * Who waits for whom in a bottom component `members`: no state of it is ever left, so every part keeps within its footprint (the local
 * states it takes there), and a step that would lead out of a footprint is refused in all of it. The graph is derived from the guards
 * alone. A part needs one of the steps that move it on (or), a step needs all its guards and moves (and), so one false guard a step is
 * enough to wait for: an arrow is a guard that is false in every state of the component, or, if none is, in the first.
 * Of several steps that could move a part on, the guards do not tell which it waits for: a fork can be laid down by whoever may hold it.
 * So where an arrow leads to its `company`, the parts that moved with it when it came to where it is, the others do not count.
 * @returns the shortest cycle that a promised part reaches, itself on it if possible; or the chain to its end.
 */
export declare function waitsFor(graph: Graph, members: readonly number[], pending: readonly Some[], allowed: Uint8Array | null, company: readonly ReadonlySet<number>[]): WaitsFor;
/** `philosopher 1 → fork 2, held by → philosopher 2 (hungry) → fork 1, held by → philosopher 1` */
export declare function inWords({ chain, closes }: WaitsFor): string;
