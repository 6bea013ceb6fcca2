import { type AnyMachineSnapshot, type AnyStateMachine, type AnyTransitionDefinition } from 'xstate';
/**
 * One lifecycle as a finite table: the quintuple {X, E, f, x0, Xm} of a deterministic automaton.
 * JSON-serialisable.
 */
export type Lts = {
    /** The machine's id. */
    readonly lifecycle: string;
    /** X: `'visible.waited'`, `'live{pins:2}'`; regions of a parallel machine are joined by `' & '`. */
    readonly states: readonly string[];
    /** E, in the order in which XState lists the machine's event descriptors. */
    readonly events: readonly string[];
    /** f: `next[state * events.length + event]` is a state, or -1 where the event is refused. */
    readonly next: readonly number[];
    /** x0 */
    readonly initial: number;
    /** Xm: states in which the machine has ended. */
    readonly marked: readonly number[];
    /** Every name a guard may use: each state, each parent of states, each tag (`'#tag'`), and the states that it means. */
    readonly places: Readonly<Record<string, readonly number[]>>;
    /** Words for a state where it stands in a waits-for cycle, from `meta.waits` ("held by"); null where the state's own name does. */
    readonly phrases: readonly (string | null)[];
};
/** Refused because it cannot be tabulated: the message names the machine, the thing and the state node. */
export declare class NotTabulable extends Error {
    readonly name = "NotTabulable";
}
/**
 * Asks XState itself for every step of `machine`, once.
 * Guards see `{ context, event }` of the event `{ type }` without payload.
 * @throws NotTabulable for `after`, `invoke`, history, wildcards, spawned or sent-to actors, a context without finite domain.
 */
export declare function tabulate(machine: AnyStateMachine): Lts;
/** The XState transition that a state of the table takes on an event: for its step, citation and place in a drawing. */
export declare function transitionOf(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, type: string): AnyTransitionDefinition | null;
