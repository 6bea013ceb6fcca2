import type { Outcome } from '../judge/outcome.ts';

/** What the exit code of a command says. */
export const exit = { asExpected: 0, problem: 1, misuse: 2, ranOut: 3 } as const;
/** One of the exit codes. */
export type Exit = (typeof exit)[keyof typeof exit];

/** The exit code of an answer. */
export const exitOf = (outcome: Outcome): Exit =>
  ({ 'as-expected': exit.asExpected, problem: exit.problem, 'ran-out': exit.ranOut })[outcome];

/** A problem that was found counts for more than an answer that was not. */
export function worstExit(codes: readonly Exit[]): Exit {
  if (codes.includes(exit.problem)) return exit.problem;
  return codes.includes(exit.ranOut) ? exit.ranOut : exit.asExpected;
}
