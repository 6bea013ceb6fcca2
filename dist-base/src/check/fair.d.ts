import type { Graph } from '../explore/graph.ts';
/** Actors by their fairness, as bits in words of 32: what the fair-cycle search knows of a program. */
export type Fairness = {
    /** Word and bit of each step's actor. */
    readonly word: Uint16Array;
    readonly bit: Int32Array;
    readonly words: number;
    readonly weak: Int32Array;
    readonly strong: Int32Array;
};
/** `as`: the fairness of an actor, by its index; lets an assumption be dropped without a new search. */
export declare function fairness(graph: Graph, as?: (actor: number) => 'none' | 'weak' | 'strong'): Fairness;
/**
 * The states of `list`, ascending, that lie on some fair run which never leaves them, component by component; -1 for all others, and null
 * if there is none. `place`: -1 for all states, and so again afterwards.
 */
export declare function fairComponents(graph: Graph, list: Int32Array, fair: Fairness, place: Int32Array): Int32Array | null;
/** Whether some fair run never leaves the states of `list`, ascending. `place`: as above. */
export declare const fairRun: (graph: Graph, list: Int32Array, fair: Fairness, place: Int32Array) => boolean;
/**
 * Whether a fair run stays for ever where `masks` have the `bit`, near the first state that does: mostly there is one near it, if there is
 * one at all. If it says no, there may be one all the same. `place`: as above.
 */
export declare function fairRunNear(graph: Graph, masks: Int32Array, bit: number, fair: Fairness, place: Int32Array): boolean;
