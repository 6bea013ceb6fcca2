import {
  fire,
  refusal,
  stateName,
  type Conjunct,
  type Move,
  type Origin,
  type Program,
} from '../system/program.ts';
import { Misuse } from '../system/misuse.ts';

/** Worst first. */
export const verdicts = [
  'broken',
  'deadlock',
  'indefinite',
  'unbounded',
  'incomplete',
  'finite',
] as const;
/**
 * `broken`: a reachable state that an invariant says is never; of a whole system only. `deadlock`: a reachable state from which no run of any kind keeps the promise. `indefinite`: only a favour of the environment can.
 * `unbounded`: a fair run exists in which it is never kept. `finite`: kept on every fair run. `incomplete`: the budget ran out.
 */
export type Verdict = (typeof verdicts)[number];

export const worst = (of: readonly Verdict[]): Verdict =>
  verdicts[Math.min(...of.map((one) => verdicts.indexOf(one)), verdicts.length - 1)]!;

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
export type WaitsFor = { readonly chain: readonly Wait[]; readonly closes: number | null };

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
export function replay(
  program: Program,
  steps: readonly string[],
  from: readonly number[] = program.initial,
): { readonly run: Run; readonly end: readonly number[] } {
  const byName = new Map(program.steps.map((step) => [step.name, step]));
  let state: readonly number[] = from;
  const run = steps.map((name, at): RunStep => {
    const step = byName.get(name);
    if (step === undefined)
      throw new Misuse(`step ${at + 1}: there is no step '${name}' in this system`);
    const after = fire(program, step, state);
    if (after === null)
      throw new Misuse(
        `step ${at + 1}: '${name}' is refused: ${refused(program, refusal(program, step, state)!, state)}`,
      );
    const moved: Record<string, readonly [string, string]> = {};
    after.forEach((local, part) => {
      if (local !== state[part])
        moved[program.parts[part]!.name] = [
          stateName(program, part, state[part]!),
          stateName(program, part, local),
        ];
    });
    state = after;
    return { step: name, moved };
  });
  return { run, end: state };
}

/** Why a step is refused, in a few words. */
export function refused(program: Program, by: Conjunct | Move, state: ArrayLike<number>): string {
  if ('some' in by) return `it needs ${by.text}`;
  const part = program.parts[by.part]!;
  return `${part.name} is in ${stateName(program, by.part, state[by.part]!)} and does not take ${program.tables[part.table]!.events[by.event]!}`;
}
