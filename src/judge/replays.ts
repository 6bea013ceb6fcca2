import { options } from '../../machines/options/index.ts';
import { unknown } from '../system/misuse.ts';
import { holds, refusal, type Program } from '../system/program.ts';
import { follow, stepsByName } from '../system/run.ts';
import { refusedIn, refusedJson, type RefusedJson } from './refused.ts';
import type { Subject } from './subject.ts';

/**
 * Step names, and the promise or invariant of which they tell. A loop comes back to where it
 * begins.
 */
export type ToldRun = {
  readonly name: string | null;
  readonly run: readonly string[];
  readonly loop: readonly string[];
};

/** What became of a run when its steps were taken again. */
export type Replayed = ToldRun & {
  /** Null where all steps go through. */
  readonly refused: {
    readonly number: number;
    readonly step: string;
    readonly by: readonly RefusedJson[];
  } | null;
  /**
   * Whether the promise is pending at the end; null where none is named, or the system has none of
   * that name.
   */
  readonly pending: boolean | null;
  /**
   * Whether the loop comes back to where it begins; null where there is none, or a step is refused.
   */
  readonly loops: boolean | null;
  /** Steps that can happen at the end, those of recovery left out; none where a step is refused. */
  readonly next: readonly string[];
};

/** Takes the steps of a run in a system, up to the first that is refused. */
export function replayRun(program: Program, told: ToldRun): Replayed {
  const { steps, states, refused } = follow(program, [...told.run, ...told.loop]);
  const end = states.at(-1)!;
  if (refused !== null) {
    const by = refusals(program, refused, end);
    const stop = { number: steps.length + 1, step: refused, by };
    return { ...told, refused: stop, pending: null, loops: null, next: [] };
  }

  const loopBegins = states[told.run.length]!;
  return {
    ...told,
    refused: null,
    pending: isPending(program, told.name, end),
    loops: told.loop.length === 0 ? null : end.join() === loopBegins.join(),
    next: program.steps
      .filter(({ actor }) => !program.actors[actor]!.recovers)
      .filter((step) => refusal(program, step, end) === null)
      .map((step) => step.name),
  };
}

/** Who refuses a step in a state: nobody where the system has no such step. */
function refusals(program: Program, name: string, state: readonly number[]): RefusedJson[] {
  const step = stepsByName(program).get(name);
  if (step === undefined) return [];
  return refusedIn(program, step, state).map((demand) =>
    refusedJson(program, demand, (part) => [state[part]!]),
  );
}

/** Whether a promise is owed in a state, or an invariant broken there. */
function isPending(
  program: Program,
  name: string | null,
  state: readonly number[],
): boolean | null {
  const promise = program.promises.find((other) => other.name === name);
  const invariant = program.invariants.find((other) => other.name === name);
  const where = promise?.pending ?? invariant?.never;
  return where === undefined ? null : where.every((some) => holds(some, state));
}

/** Why a system has no such step, as the end of a sentence; empty where nothing is known. */
export function whyAbsent({ program, spec }: Subject, name: string): string {
  const step = name.replace(/\[.*$/, '');
  const hasStep = ({ name: other }: { readonly name: string }): boolean => other === step;

  const forbids = spec?.clauses?.find((clause) => clause.forbids?.includes(step) === true);
  if (forbids !== undefined) return `: the clause ${forbids.name} forbids it`;

  const leftOut = program.leftOut.find((one) => one.step === step);
  if (leftOut !== undefined) return `, because it has no ${leftOut.lacks}`;

  const adds = options
    .flatMap((option) => option.clauses)
    .find((clause) => clause.adds?.some(hasStep) === true);
  if (adds !== undefined) return `: the clause ${adds.name} adds it`;

  const option = options.find(({ rows }) => rows.some(({ steps }) => steps.some(hasStep)));
  if (option !== undefined) return `: it belongs to the option ${option.name}`;

  const known = program.steps.map((one) => one.name);
  const near = /did you mean '[^']+'\?/.exec(unknown('step', name, known))?.[0];
  return near === undefined ? '' : `; ${near}`;
}
