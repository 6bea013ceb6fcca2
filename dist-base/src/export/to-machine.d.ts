import { type AnyStateMachine } from 'xstate';
import { type Program } from '../system/program.ts';
/**
 * A local state as a key of a region: XState reads a dot in a target as a path, so `'held.f[1]'` is `'held/f[1]'` there.
 * Names of lifecycles hold no slash.
 */
export declare const stateKey: (name: string) => string;
/**
 * The whole system as one XState machine, built from the tabulated parts: one flat region a part, one event a step (`'publish[1]'`),
 * guarded by the joint state. Exact: the same states and enabled edges as the explicit engine, `also` and contexts included. An event
 * that is not enabled changes nothing; ask `snapshot.can(event)` first. For `createActor`, Stately's tools, `xstate/graph`.
 */
export declare function toMachine(program: Program, id?: string): AnyStateMachine;
/** The local states of a snapshot of `toMachine(program)`, one a part. */
export declare function localsOf(program: Program, value: Readonly<Record<string, string>>): number[];
