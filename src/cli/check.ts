import type { Described } from '../../machines/description.ts';
import { exit, type Exit } from './exit.ts';
import type { Io } from './io.ts';
import { judge, type Judgement } from './judge.ts';
import { watchedBudget } from './progress.ts';
import { readDescription } from './read-input.ts';
import { toJson } from './verdict-json.ts';
import { toText } from './verdict-text.ts';

export type CheckOptions = { readonly json?: true; readonly baseline?: string; readonly verbose?: true; readonly maxStates: number; readonly maxBytes: number };

/** `finite-fence check`. */
export function checkCommand(files: readonly string[], options: CheckOptions, io: Io, version: string): Exit {
  const described: readonly Described[] = files.map(readDescription);
  const { budget, say, done } = watchedBudget(io, options);
  const judged = described.map((one) => { say(one.driver); return judge(one, budget); });
  done();
  const codes = judged.map(exitOf);
  if (options.json === true) {
    const all = judged.map((one) => toJson(one, version));
    io.out(`${JSON.stringify(all.length === 1 ? all[0] : all, null, 2)}\n`);
  } else judged.forEach((one) => io.out(toText(one, io.paint)));
  return worstExit(codes);
}

/** Nothing was owed: a description in which a promise is never asked for is a mistake, not a proof. */
export const neverPending = ({ assessment: { report } }: Judgement): readonly string[] =>
  (report.stopped === null ? report.promises.filter(({ pending }) => pending === 0).map(({ promise }) => promise) : []);

function exitOf(judgement: Judgement): Exit {
  const { verdict, described, assessment: { report } } = judgement;
  if (verdict === (described.expect ?? 'finite')) return verdict === 'finite' && neverPending(judgement).length > 0 ? exit.problem : exit.asExpected;
  return verdict === 'incomplete' || (report.stopped !== null && verdict === 'finite') ? exit.ranOut : exit.problem;
}

/** A problem that was found counts for more than an answer that was not. */
export const worstExit = (codes: readonly Exit[]): Exit => (codes.includes(exit.problem) ? exit.problem : codes.includes(exit.ranOut) ? exit.ranOut : exit.asExpected);
