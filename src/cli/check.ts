import type { Described } from '../../machines/description.ts';
import { drivers } from '../../machines/drivers/index.ts';
import type { Budget } from '../explore/graph.ts';
import { Misuse } from '../system/misuse.ts';
import { changesSince, readBaseline } from './baseline.ts';
import { exit, type Exit } from './exit.ts';
import type { Io } from './io.ts';
import { judge, neverPending, type Judgement } from './judge.ts';
import { watchedBudget } from './progress.ts';
import { describedBy } from './read-input.ts';
import { remedies } from './remedies.ts';
import { toJson, type VerdictJson } from './verdict-json.ts';
import { toText } from './verdict-text.ts';

export type CheckOptions = { readonly json?: true; readonly baseline?: string; readonly verbose?: true; readonly maxStates: number; readonly maxBytes: number };

/** `finite-fence check`. */
export function checkCommand(files: readonly string[], options: CheckOptions, io: Io, version: string): Exit {
  const described: readonly Described[] = files.length === 0 ? drivers : allRead(files.map((file) => () => describedBy(file)));
  const before = options.baseline === undefined ? null : readBaseline(options.baseline);
  const { budget, say, done } = watchedBudget(io, options);
  const json = options.json === true;
  const all: VerdictJson[] = [];
  const changes: string[] = [];
  const codes = described.map((one, at): Exit => {
    say(one.driver);
    const judged = within(one, budget);
    const found = judged.verdict !== 'finite' && judged.verdict !== 'incomplete' && judged.assessment.report.states <= remediesUpTo ? remedies(judged.alternative.description, budget) : [];
    done();
    const data = toJson(judged, version, found);
    if (json) all.push(data);
    else io.out(`${at === 0 ? '' : '\n'}${toText(judged, io.paint, { verbose: options.verbose === true, brief: described.length > 1 && options.verbose !== true && exitOf(judged) === exit.asExpected, remedies: found })}`);
    const was = before?.get(one.driver);
    if (was === undefined || judged.assessment.report.stopped !== null) return exitOf(judged);
    const changed = changesSince(was, data);
    changes.push(...changed.map((line) => `${one.driver}: ${line}`));
    return changed.length > 0 ? exit.problem : exit.asExpected;
  });
  if (json) io.out(`${JSON.stringify(all.length === 1 ? all[0] : all, null, 2)}\n`);
  else if (described.length > 1) io.out(`\n${overview(described.length, codes, before !== null)}\n`);
  for (const line of changes) io.err(`finite-fence: changed since ${options.baseline}: ${line}\n`);
  return worstExit(codes);
}

/** Of larger systems it is not asked what would help. */
const remediesUpTo = 20_000;

/** With less of the budget where the memory for an answer could not be had: then it is incomplete, and says so. */
function within(described: Described, budget: Budget): Judgement {
  for (let bytes = budget.bytes!; ; bytes = Math.floor(bytes / 4)) {
    try { return judge(described, { ...budget, bytes }); } catch (error) {
      if (!(error instanceof RangeError) || bytes < 65_536) throw error;
    }
  }
}

/** All that can be read, or everything that is wrong with any of them. */
function allRead<T>(reads: readonly (() => T)[]): T[] {
  const wrong: string[] = [];
  const found = reads.flatMap((read) => {
    try { return [read()]; } catch (error) {
      if (!(error instanceof Misuse)) throw error;
      wrong.push(error.message);
      return [];
    }
  });
  if (wrong.length > 0) throw new Misuse(wrong.join('\n'));
  return found;
}

function overview(drivers: number, codes: readonly Exit[], compared: boolean): string {
  const count = (code: Exit): number => codes.filter((one) => one === code).length;
  const words: readonly [Exit, string][] = [[exit.asExpected, compared ? 'unchanged or finite' : 'as expected'], [exit.problem, compared ? 'changed or not as expected' : 'not as expected'], [exit.ranOut, 'incomplete']];
  return `${drivers} drivers: ${words.filter(([code]) => count(code) > 0).map(([code, word]) => `${count(code)} ${word}`).join(', ')}.`;
}

function exitOf(judgement: Judgement): Exit {
  const { verdict, described, assessment: { report } } = judgement;
  if (verdict === (described.expect ?? 'finite')) return verdict === 'finite' && neverPending(judgement).length > 0 ? exit.problem : exit.asExpected;
  return verdict === 'incomplete' || (report.stopped !== null && verdict === 'finite') ? exit.ranOut : exit.problem;
}

/** A problem that was found counts for more than an answer that was not. */
export const worstExit = (codes: readonly Exit[]): Exit => (codes.includes(exit.problem) ? exit.problem : codes.includes(exit.ranOut) ? exit.ranOut : exit.asExpected);
