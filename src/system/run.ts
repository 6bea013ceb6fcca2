import { fire, type Program, type Step } from './program.ts';

/** A run by step names, as far as the system allows it. */
export type Followed = {
  /** The steps that were taken. */
  readonly steps: readonly Step[];
  /** The states before each of them, and the one after the last. */
  readonly states: readonly (readonly number[])[];
  /** The name of the first step that is unknown or refused; null where all were taken. */
  readonly refused: string | null;
};

/**
 * Takes the named steps one by one from the state `from`, and stops at the first that is refused.
 */
export function follow(
  program: Program,
  names: readonly string[],
  from: readonly number[] = program.initial,
): Followed {
  const byName = stepsByName(program);
  const steps: Step[] = [];
  const states = [from];

  for (const name of names) {
    const step = byName.get(name);
    const after = step === undefined ? null : fire(program, step, states.at(-1)!);
    if (step === undefined || after === null) return { steps, states, refused: name };
    steps.push(step);
    states.push(after);
  }
  return { steps, states, refused: null };
}

const indexed = new WeakMap<Program, ReadonlyMap<string, Step>>();

/** The steps of a program by their names, indexed once. */
export function stepsByName(program: Program): ReadonlyMap<string, Step> {
  let byName = indexed.get(program);
  if (byName === undefined) {
    byName = new Map(program.steps.map((step) => [step.name, step]));
    indexed.set(program, byName);
  }
  return byName;
}
