import { drivers } from '../../../machines/drivers/index.ts';
import { Misuse } from '../../system/misuse.ts';
import { changesSince, readBaseline } from '../input/baseline.ts';
import type { ReportFormat } from '../choices.ts';
import { exit, type Exit } from '../exit.ts';
import type { Io } from '../io.ts';
import {
  judge,
  judgeSystem,
  neverPending,
  withinMemory,
  type Judgement,
} from '../../judge/judge.ts';
import { ownModule, type Own } from '../input/own-module.ts';
import { watchedBudget } from '../progress.ts';
import { sidesOf } from '../../threads/twin.ts';
import { ownThreads, readThreads } from '../threads/read-threads.ts';
import { describedBy, sourceOf } from '../input/read-input.ts';
import { remediesOf } from '../../judge/remedies.ts';
import { askedOfCheck, lawsOfChecks, type Judged } from '../report/of-check.ts';
import { formatOf, inFormat } from '../report/print.ts';
import { toJson, type VerdictJson } from '../../judge/verdict-json.ts';
import { toText } from './verdict-text.ts';

export type CheckOptions = {
  readonly json?: true;
  readonly format?: ReportFormat;
  readonly module?: readonly string[];
  readonly baseline?: string;
  readonly verbose?: true;
  readonly maxStates: number;
  readonly maxBytes: number;
};

/** Something to judge, and where it stands. */
type Case = { readonly file: string; readonly of: Own };

/** `finite-fence check`. */
export async function checkCommand(
  files: readonly string[],
  options: CheckOptions,
  io: Io,
  version: string,
): Promise<Exit> {
  const format = formatOf(options);
  const cases = await casesOf(files, options.module ?? []);
  const before = options.baseline === undefined ? null : readBaseline(options.baseline);
  const { budget, say, done } = watchedBudget(io, options);
  const all: VerdictJson[] = [];
  const judgements: Judged[] = [];
  for (const { file, of } of cases) {
    say('described' in of ? of.described.driver : of.name);
    const judged = withinMemory({ ...budget, bytes: budget.bytes! }, (less): Judgement =>
      'described' in of
        ? judge(of.described, less)
        : judgeSystem(of.name, of.program, of.spec, less),
    );
    const {
      described,
      assessment: { report },
    } = judged;
    const found = remediesOf(judged, budget);
    done();
    const data = toJson(judged, version, found);
    all.push(data);
    const was = report.stopped === null ? before?.get(described.driver) : undefined;
    const changed = was === undefined ? [] : changesSince(was, data);
    const code =
      was === undefined ? exitOf(judged) : changed.length > 0 ? exit.problem : exit.asExpected;
    if (format === 'text')
      io.out(
        `${judgements.length === 0 ? '' : '\n'}${toText(judged, io.paint, { verbose: options.verbose === true, brief: cases.length > 1 && options.verbose !== true && exitOf(judged) === exit.asExpected, remedies: found })}`,
      );
    judgements.push({ judgement: judged, code, remedies: found, changed, file });
  }
  const codes = judgements.map(({ code }) => code);
  if (format === 'json') io.out(`${JSON.stringify(all.length === 1 ? all[0] : all, null, 2)}\n`);
  else if (format !== 'text')
    io.out(
      inFormat(
        format,
        {
          suite: 'finite-fence check',
          laws: lawsOfChecks(judgements),
          asked: judgements.map(askedOfCheck),
        },
        version,
      ),
    );
  else if (cases.length > 1) io.out(`\n${overview(cases.length, codes, before !== null)}\n`);
  for (const { judgement, changed } of judgements)
    for (const line of changed)
      io.err(
        `finite-fence: changed since ${options.baseline}: ${judgement.described.driver}: ${line}\n`,
      );
  return worstExit(codes);
}

/** All that can be read, or everything that is wrong with any of it. @throws Misuse, one line each */
async function casesOf(files: readonly string[], modules: readonly string[]): Promise<Case[]> {
  if (files.length === 0 && modules.length === 0)
    return drivers.map((described) => ({ file: sourceOf(described), of: { described } }));
  const wrong: string[] = [];
  const cases: Case[] = [];
  const reads = [
    ...files.flatMap(sidesAsked).map((file) => () => {
      const threads = ownThreads(file);
      if (threads !== null) return { file, of: threads };
      const described = describedBy(file);
      return { file: drivers.includes(described) ? sourceOf(described) : file, of: { described } };
    }),
    ...modules.map((file) => async () => ({ file, of: await ownModule(file) })),
  ];
  for (const read of reads) {
    try {
      cases.push(await read());
    } catch (error) {
      if (!(error instanceof Misuse)) throw error;
      wrong.push(error.message);
    }
  }
  if (wrong.length > 0) throw new Misuse(wrong.join('\n'));
  return cases;
}

/** Both sides of a twin that is named whole. */
function sidesAsked(file: string): string[] {
  if (!file.endsWith('.litmus')) return [file];
  const sides = sidesOf(readThreads(file));
  return sides.length === 1 ? [file] : sides.map(({ side }) => `${file}:${side}`);
}

function overview(drivers: number, codes: readonly Exit[], compared: boolean): string {
  const count = (code: Exit): number => codes.filter((one) => one === code).length;
  const words: readonly [Exit, string][] = [
    [exit.asExpected, compared ? 'unchanged or finite' : 'as expected'],
    [exit.problem, compared ? 'changed or not as expected' : 'not as expected'],
    [exit.ranOut, 'incomplete'],
  ];
  return `${drivers} drivers: ${words
    .filter(([code]) => count(code) > 0)
    .map(([code, word]) => `${count(code)} ${word}`)
    .join(', ')}.`;
}

function exitOf(judgement: Judgement): Exit {
  const {
    verdict,
    described,
    assessment: { report },
  } = judgement;
  if (verdict === (described.expect ?? 'finite'))
    return verdict === 'finite' && neverPending(judgement).length > 0
      ? exit.problem
      : exit.asExpected;
  return verdict === 'incomplete' || (report.stopped !== null && verdict === 'finite')
    ? exit.ranOut
    : exit.problem;
}

/** A problem that was found counts for more than an answer that was not. */
export const worstExit = (codes: readonly Exit[]): Exit =>
  codes.includes(exit.problem)
    ? exit.problem
    : codes.includes(exit.ranOut)
      ? exit.ranOut
      : exit.asExpected;
