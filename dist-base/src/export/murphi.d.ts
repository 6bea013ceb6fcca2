import type { Program } from '../system/program.ts';
/** What the Murphi model is to ask. */
export type MurphiOptions = {
    /**
     * Asks, besides, whether the environment (actors of fairness `none`) is needed. There are two start states: in one it acts for ever, in
     * the other it may stop at any moment. Each promise then has a second property, `0 unaided: promise`, about the states in which it has
     * stopped. States are exactly three times as many; rules fired are twice the edges, one more a state, and the others' edges once more.
     */
    readonly unaided?: boolean;
};
/**
 * `program` in Murphi's language. With Rumur, `--deadlock-detection off`: "states" are the states of the system, "rules fired" its edges.
 * `liveness` is AG EF: it fails where some reachable state is beyond keeping the promise. Properties are named `0: promise`, by the
 * promise's place in the program. An invariant is a `cover`, "0 holds: invariant", of which Rumur counts the states; it is broken in the
 * others. (It would go no further than a state that breaks an `invariant`, and asks for no liveness where a cover is covered nowhere.)
 */
export declare function toMurphi(program: Program, { unaided }?: MurphiOptions): string;
