import { type Program } from '../system/program.ts';
import type { Layout } from './layout.ts';
import { type Lookups } from './lookups.ts';
/**
 * What the steps of a program do to a packed state, as numbers: when each is enabled, and what to add to the lanes and to the hash.
 * A move that adds the same whatever its part's state is in the step's row; one that does not (a part that only goes along if it can,
 * say) is looked up by the part's local state. Both the generated and the interpreted stepper read exactly this.
 */
export type Deltas = {
    readonly layout: Layout;
    readonly steps: number;
    /** One condition a step. */
    readonly enabled: Lookups;
    /** `step * (lanes + 1)`: what to add to each lane, then to the hash. */
    readonly add: Int32Array;
    /** Looked-up moves of step r: `vary[r]` to `vary[r + 1]`. */
    readonly vary: Int32Array;
    /** Four a looked-up move: lane, shift, mask, and where in `byLocal` its part's local state 0 is. */
    readonly varying: Int32Array;
    /**
     * `step * words`: the steps that must be followed from a state which `step` first led to. A step is left out if it is independent of that
     * one and declared before it: taken in the other order, the two led to the same state from a state that came earlier. The row
     * after the last step's has all steps.
     */
    readonly keep: Int32Array;
    /** Two a local state: what to add to the lane, and to the hash. */
    readonly byLocal: Int32Array;
};
export declare const mostSteps = 65535;
/** @throws Misuse for more than 65,535 steps: a step's number is kept in 16 bits. */
export declare function deltasOf(program: Program, layout: Layout): Deltas;
