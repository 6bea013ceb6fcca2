import type { Described, Description } from '../../machines/description/description.ts';
import { specOf } from '../../machines/description/system.ts';
import type { Means } from '../check/verdict.ts';
import type { Spec } from '../system/compose.ts';
import type { Program } from '../system/program.ts';
import { worstAlternative } from './judge.ts';
import { worstAnswer, type Stopped } from './outcome.ts';

/** What somebody gives to be judged: a description, or a system of their own. */
export type Given =
  | { readonly described: Described }
  | { readonly name: string; readonly program: Program; readonly spec: Spec | null };

/** A system that somebody looks into. */
export type Subject = {
  readonly name: string;
  /** Recovery included. */
  readonly program: Program;
  readonly spec: Spec | null;
  /** What it was made of; null for a system of somebody's own. */
  readonly described: Described | null;
  /** The same with everything settled: for what is unknown, the first of the worst alternatives. */
  readonly description: Description | null;
  /** What was taken for what is unknown. */
  readonly assumed: Partial<Description>;
  /** Why a search ended early that chose among the alternatives; null where all are complete. */
  readonly stopped: Stopped;
};

/** What is given, with every unknown fact settled for the worst. */
export function subjectOf(given: Given, means: Means): Subject {
  if (!('described' in given))
    return { ...given, described: null, description: null, assumed: {}, stopped: null };

  const { asked, worst } = worstAlternative(given.described, means);
  const { description, assumed } = worst.alternative;
  return {
    name: given.described.driver,
    program: worst.program,
    spec: specOf(description),
    described: given.described,
    description,
    assumed,
    stopped: worstAnswer(asked.map(({ answer }) => answer)).stopped,
  };
}
