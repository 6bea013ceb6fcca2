import type { Graph } from '../explore/graph.ts';
import { type Program, type Some } from '../system/program.ts';
import type { Fairness } from './fair.ts';
/**
 * For up to 32 promises at once, the states of `within`, one bit a promise, without many that no fair component holds, found in a few
 * passes over memory in order; what is left still holds every one. Much cheaper than components, and where all promises are kept it
 * mostly leaves nothing. Three reasons, each until it gives no more: a step is dead if none of its edges stays among the states left,
 * or if it moves a part that the live steps never bring back; a state goes if a strongly fair actor all of whose steps are dead is
 * enabled in it; and a state goes if no live edge leads on from it or none leads to it, unless one may stay in it for ever.
 * @param asked the promises to do this for: it pays where there are thousands of states
 * @param may for each step, the promises that may be pending before it and still be after it; all, if nothing is known
 * @returns `within`, cut down in place
 */
export declare function recurring(graph: Graph, within: Int32Array, asked: number, fair: Fairness, may?: Int32Array | null): Int32Array;
/** For each step, which of these conditions, the first the highest bit, may hold before it and after it. */
export declare function mayStay(program: Program, conditions: readonly (readonly Some[])[]): Int32Array;
/** The states that have any of these bits, ascending. */
export declare function having(masks: Int32Array, bits: number): Int32Array;
/** How many states have each bit, the highest bit first. */
export declare function countsOf(masks: Int32Array): Uint32Array;
