import {
  accepting,
  eventName,
  nextLocal,
  refusal,
  stateName,
  tableOf,
  type Program,
  type Step,
} from '../system/program.ts';
import { follow, stepsByName } from '../system/run.ts';
import type { Because, PathStep } from './path.ts';

/** A run by step names in a program, as far as it goes. */
export type Carried = {
  readonly steps: readonly Omit<PathStep, 'seal'>[];
  /** States before each step, and after the last. */
  readonly states: readonly (readonly number[])[];
  /** Why the next step is refused; null where all were taken. */
  readonly refused: { readonly step: string; readonly because: Because } | null;
};

/** Whose doing it is that a step is not there. */
export type Absent = Pick<Because, 'clause' | 'cite'>;
const nobody: Absent = { clause: null, cite: null };

/** Takes the steps one by one and stops at the first that is refused. */
export function carry(
  program: Program,
  names: readonly string[],
  absent: Absent = nobody,
  from: readonly number[] = program.initial,
  taken = 0,
): Carried {
  const { steps, states, refused } = follow(program, names, from);
  const pathSteps = steps.map((step, index) =>
    pathStepOf(program, step, states[index]!, states[index + 1]!, taken + index + 1),
  );
  if (refused === null) return { steps: pathSteps, states, refused };

  const step = stepsByName(program).get(refused);
  const because = whyNot(program, step, states.at(-1)!, absent)!;
  return { steps: pathSteps, states, refused: { step: refused, because } };
}

/** A step as a path writes it, with where each part went. */
function pathStepOf(
  program: Program,
  step: Step,
  before: readonly number[],
  after: readonly number[],
  number: number,
): Omit<PathStep, 'seal'> {
  const parts: Record<string, { event: string; from: string; to: string }> = {};
  for (const { part, event } of [...step.moves, ...step.also]) {
    if (nextLocal(program, part, event, before[part]!) < 0) continue;
    parts[program.parts[part]!.name] = {
      event: eventName(program, part, event),
      from: stateName(program, part, before[part]!),
      to: stateName(program, part, after[part]!),
    };
  }
  return {
    number,
    step: step.name,
    actor: program.actors[step.actor]!.name,
    parts,
    clause: step.origin.clause,
    cite: step.origin.cite,
  };
}

/**
 * Why a step cannot fire in a state, guards first; null if it can. `step` is undefined where the
 * system has none of that name.
 */
export function whyNot(
  program: Program,
  step: Step | undefined,
  state: readonly number[],
  absent: Absent = nobody,
): Because | null {
  if (step === undefined)
    return { by: 'absent', parts: {}, needs: 'a step that this system does not have', ...absent };
  const by = refusal(program, step, state);
  if (by === null) return null;
  const { clause, cite } = by.origin;
  const where = (part: number): [string, string] => [
    program.parts[part]!.name,
    stateName(program, part, state[part]!),
  ];
  if ('some' in by)
    return {
      by: 'guard',
      parts: Object.fromEntries(by.some.map(({ part }) => where(part))),
      needs: by.text,
      clause,
      cite,
    };
  const { states } = tableOf(program, by.part);
  const takes = accepting(program, by).map((local) => states[local]!);
  return {
    by: 'move',
    parts: Object.fromEntries([where(by.part)]),
    clause,
    cite,
    needs:
      `${program.parts[by.part]!.name} to take ${eventName(program, by.part, by.event)}, ` +
      `which it does in ${takes.join(' or ') || 'no state'}`,
  };
}

/** Where every part stands. */
export const placesOf = (program: Program, state: readonly number[]): Record<string, string> =>
  Object.fromEntries(
    program.parts.map(({ name }, part) => [name, stateName(program, part, state[part]!)]),
  );
