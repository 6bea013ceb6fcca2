import { type Conjunct, type Move, type Origin, type Program } from '../system/program.ts';
/** Worst first. */
export declare const verdicts: readonly ["broken", "deadlock", "indefinite", "unbounded", "incomplete", "finite"];
/**
 * `broken`: a reachable state that an invariant says is never; of a whole system only. `deadlock`: a reachable state from which no run of any kind keeps the promise. `indefinite`: only a favour of the environment can.
 * `unbounded`: a fair run exists in which it is never kept. `finite`: kept on every fair run. `incomplete`: the budget ran out.
 */
export type Verdict = (typeof verdicts)[number];
export declare const worst: (of: readonly Verdict[]) => Verdict;
/** One step of a run: the step, and the local states that it changed, by part. */
export type RunStep = {
    readonly step: string;
    readonly moved: Readonly<Record<string, readonly [from: string, to: string]>>;
};
/** Step names from the initial state, with the local states that each step changed. */
export type Run = readonly RunStep[];
/** A part that waits for another: `step` could move it on, and is refused because of `for`. */
export type Wait = {
    readonly part: string;
    readonly title: string;
    /** Where it stands; several where it still moves, but never out of these. */
    readonly isIn: readonly string[];
    /** "held by" and the like, in place of the state. */
    readonly phrase: string | null;
    /** The step that would move it on; null at the end of a chain that nothing moves. */
    readonly step: string | null;
    readonly for: string | null;
    readonly mustBeIn: readonly string[];
    readonly origin: Origin | null;
    /** At the end of a chain: whose favour could move it on. */
    readonly onlyBy: readonly string[];
};
/** A waits-for cycle, or, where `closes` is null, the chain to its end. `closes` is the place in `chain` to which the last one points. */
export type WaitsFor = {
    readonly chain: readonly Wait[];
    readonly closes: number | null;
};
/** What is said of one promise. */
export type Finding = {
    readonly promise: string;
    /** The promise as written, without index. */
    readonly of: string;
    readonly verdict: Verdict;
    /** States in which it is pending: 0 means that `finite` says nothing. */
    readonly pending: number;
    /** Shortest run to the trouble; empty where there is none. */
    readonly run: Run;
    /** `deadlock`: after how many steps of `run` the promise is lost. The steps after it lead to where nothing new can happen. */
    readonly sealed: number | null;
    readonly waits: WaitsFor | null;
    /** `unbounded`: what is done again and again; empty: nothing is. */
    readonly loop: Run;
    /** `unbounded`: the actors that are enabled again and again in the loop and never get their turn. */
    readonly starves: readonly string[];
    /** `indefinite`: the steps of the environment that could still help. */
    readonly favours: readonly string[];
};
/** What is said of an invariant. */
export type Invariance = {
    readonly invariant: string;
    /** The invariant as written, without index. */
    readonly of: string;
    /** null: the budget ran out before it was broken. */
    readonly holds: boolean | null;
    /** Shortest run to a state that it says is never; empty where there is none, and where the first state is one. */
    readonly run: Run;
};
/** @throws Misuse where a step name is unknown or the step is refused: a run is replayed, never compared as text. */
export declare function replay(program: Program, steps: readonly string[], from?: readonly number[]): {
    readonly run: Run;
    readonly end: readonly number[];
};
/** Why a step is refused, in a few words. */
export declare function refused(program: Program, by: Conjunct | Move, state: ArrayLike<number>): string;
