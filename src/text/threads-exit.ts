import { outcomeOf } from '../judge/outcome.ts';
import { answerOf } from '../judge/quick-verdict.ts';
import type { Verdict } from '../check/finding.ts';
import type { SideAnswer } from '../threads/judge.ts';
import { exit, exitOf as exitOfOutcome, type Exit } from './exit.ts';

/** A file with what is said of its sides. */
export type ThreadResult = { readonly file: string; readonly answers: readonly SideAnswer[] };

/**
 * As the file expects; without an expectation a side is expected to be finite, except the version
 * before a fix, of which nothing is expected then. What rests on a search that ended early is never
 * as expected, unless it is decided.
 */
export function exitOf(side: SideAnswer): Exit {
  const { verdict, expected, problems, report } = side;
  const byDefault = side.side === 'before' ? null : 'finite';
  const wanted = (expected.verdict ?? byDefault) as Verdict | null;
  if (report.stopped !== null || verdict === 'incomplete') {
    if (wanted === null) return exit.ranOut;
    const code = exitOfOutcome(outcomeOf(answerOf({ ...report, verdict }), wanted));
    return code === exit.asExpected && problems.length > 0 ? exit.ranOut : code;
  }
  if (problems.length > 0) return exit.problem;
  return wanted === null || verdict === wanted ? exit.asExpected : exit.problem;
}
