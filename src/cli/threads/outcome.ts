import type { SideAnswer } from '../../threads/judge.ts';
import { exit, type Exit } from '../exit.ts';

/** A file with what is said of its sides. */
export type ThreadResult = { readonly file: string; readonly answers: readonly SideAnswer[] };

/**
 * As the file expects; without an expectation a side is expected to be finite, except the version before a fix, of which nothing is
 * expected then.
 */
export function exitOf({ verdict, expected, problems, side, report }: SideAnswer): Exit {
  if (verdict === 'incomplete' || report.stopped !== null) return exit.ranOut;
  if (problems.length > 0) return exit.problem;
  if (expected.verdict !== null || side === 'before') return exit.asExpected;
  return verdict === 'finite' ? exit.asExpected : exit.problem;
}
