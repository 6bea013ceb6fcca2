import { Misuse } from '../system/misuse.ts';
import {
  eventName,
  refusal,
  stateName,
  type Conjunct,
  type Move,
  type Origin,
  type Program,
} from '../system/program.ts';
import { follow, stepsByName } from '../system/run.ts';

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
 * `broken`: a reachable state violates an invariant; said of a whole system only. `deadlock`: from
 * a reachable state no run of any kind keeps the promise (AG EF fails). `indefinite`: from a
 * reachable state only a favour of the environment keeps it. `unbounded`: a fair run exists on
 * which it is never kept. `incomplete`: the budget ran out before anything was found. `finite`: it
 * is kept on every fair run.
 */
export type Verdict = (typeof verdicts)[number];

/** The worst of some verdicts; `finite` if there are none. */
export const worst = (some: readonly Verdict[]): Verdict =>
  verdicts.find((verdict) => some.includes(verdict)) ?? 'finite';

/** Whether a verdict is worse than another. */
export const isWorse = (verdict: Verdict, than: Verdict): boolean =>
  verdicts.indexOf(verdict) < verdicts.indexOf(than);

/**
 * Whether a verdict would be the same if the search had gone on: it is complete, or found a system
 * `broken` or a `deadlock`. Every other verdict of a search that ran out may turn into a worse one.
 */
export const isDecided = (verdict: Verdict, stopped: string | null): boolean =>
  stopped === null || verdict === 'broken' || verdict === 'deadlock';

/** One step of a run: its name, and the local states that it changed, by part. */
export type RunStep = {
  readonly step: string;
  readonly moved: Readonly<Record<string, readonly [from: string, to: string]>>;
};

/** A run from the initial state. */
export type Run = readonly RunStep[];

/** A part that waits for another: `step` would move it on, and is refused because of `for`. */
export type Wait = {
  readonly part: string;
  readonly title: string;
  /** The local states in which it is; several where it still moves, but never out of these. */
  readonly isIn: readonly string[];
  /** Words in place of the state: "held by" and the like. */
  readonly phrase: string | null;
  /** The step that would move it on; null at the end of a chain that nothing moves. */
  readonly step: string | null;
  readonly for: string | null;
  readonly mustBeIn: readonly string[];
  readonly origin: Origin | null;
  /** At the end of a chain: whose favour could move it on. */
  readonly onlyBy: readonly string[];
};

/**
 * A waits-for cycle, or, where `closes` is null, a chain to its end. `closes` is the place in
 * `chain` for which the last one waits.
 */
export type WaitsFor = { readonly chain: readonly Wait[]; readonly closes: number | null };

/** The answer about one promise. */
export type Finding = {
  readonly promise: string;
  /** The promise as written, without index. */
  readonly of: string;
  readonly verdict: Verdict;
  /** The number of states in which it is pending. With 0, `finite` is vacuous. */
  readonly pending: number;
  /** The shortest run to the trouble; empty where there is none. */
  readonly run: Run;
  /**
   * `deadlock`: after how many steps of `run` the promise is lost, the point of no return. The
   * steps after it lead into a bottom component, where nothing new can happen.
   */
  readonly sealed: number | null;
  readonly waits: WaitsFor | null;
  /** `unbounded`: the loop that is repeated for ever; empty where nothing happens any more. */
  readonly loop: Run;
  /** `unbounded`: the actors that are enabled somewhere in the loop and never act in it. */
  readonly starves: readonly string[];
  /** `indefinite`: the steps of the environment that could still help. */
  readonly favours: readonly string[];
  /**
   * Whether the verdict is certain but the search ended before its evidence was complete: an
   * empty field above (a run, a loop, who waits for whom) was not looked for to the end.
   */
  readonly cut: boolean;
};

/** Whether a promise is broken and the search ended before a run that shows it was found. */
export const hasNoRun = ({ cut, run, sealed }: Finding): boolean =>
  cut && run.length === 0 && sealed === null;

/** The answer about one invariant. */
export type Invariance = {
  readonly invariant: string;
  /** The invariant as written, without index. */
  readonly of: string;
  /** null: the budget ran out, and it is not known. */
  readonly holds: boolean | null;
  /**
   * The shortest run to a state that violates it; empty where there is none, and where the initial
   * state violates it.
   */
  readonly run: Run;
};

/**
 * Takes the named steps in turn and says what each changes.
 * @throws Misuse where a step is unknown or refused: a run is replayed, never compared as text.
 */
export function replay(
  program: Program,
  names: readonly string[],
  from: readonly number[] = program.initial,
): { readonly run: Run; readonly end: readonly number[] } {
  const { steps, states, refused: stop } = follow(program, names, from);
  const end = states.at(-1)!;
  if (stop !== null)
    throw new Misuse(`step ${steps.length + 1}: ${whyRefused(program, stop, end)}`);
  const run = steps.map(({ name }, n): RunStep => ({
    step: name,
    moved: movedBetween(program, states[n]!, states[n + 1]!),
  }));
  return { run, end };
}

/** The parts whose local state differs, with both local states. */
export function movedBetween(
  program: Program,
  before: readonly number[],
  after: readonly number[],
): RunStep['moved'] {
  const moved: Record<string, readonly [string, string]> = {};
  after.forEach((local, part) => {
    if (local !== before[part])
      moved[program.parts[part]!.name] = [
        stateName(program, part, before[part]!),
        stateName(program, part, local),
      ];
  });
  return moved;
}

function whyRefused(program: Program, name: string, state: readonly number[]): string {
  const step = stepsByName(program).get(name);
  if (step === undefined) return `there is no step '${name}' in this system`;
  return `'${name}' is refused: ${refused(program, refusal(program, step, state)!, state)}`;
}

/** Why a step is refused, in a few words. */
export function refused(program: Program, by: Conjunct | Move, state: ArrayLike<number>): string {
  if ('some' in by) return `it needs ${by.text}`;
  const { name } = program.parts[by.part]!;
  const place = stateName(program, by.part, state[by.part]!);
  return `${name} is in ${place} and does not take ${eventName(program, by.part, by.event)}`;
}
