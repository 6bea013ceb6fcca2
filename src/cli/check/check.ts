import type { Means } from '../../check/verdict.ts';
import {
  judge,
  judgeSystem,
  neverPending,
  withinMemory,
  type Judgement,
} from '../../judge/judge.ts';
import { outcomeOf } from '../../judge/outcome.ts';
import { remediesOf } from '../../judge/remedies.ts';
import { toJson, type VerdictJson } from '../../judge/verdict-json.ts';
import { engines } from '../../symbolic/auto.ts';
import { Misuse } from '../../system/misuse.ts';
import type { EngineName, ReportFormat } from '../choices.ts';
import { exit, exitOf, worstExit, type Exit } from '../../text/exit.ts';
import { compareWith, readBaseline, type Baseline } from '../input/baseline.ts';
import type { Io } from '../io.ts';
import { watchedBudget, type Limits } from '../progress.ts';
import { askedOfCheck, lawsOfChecks, type Judged } from '../report/of-check.ts';
import { formatOf, inFormat } from '../report/print.ts';
import { casesOf, nameOf, type Case } from './cases.ts';
import { checkWritable } from '../whole-file.ts';
import { writeCertificate, type Telling } from './certificate.ts';
import { checkpointsIn, type Checkpoints } from './checkpoint.ts';
import { addressOf, playgroundAt } from './playground.ts';
import { toText } from '../../text/verdict.ts';

/** What the words of `finite-fence check` say. */
export type CheckOptions = Limits & {
  readonly json?: true;
  readonly format?: ReportFormat;
  readonly module?: readonly string[];
  readonly baseline?: string;
  readonly engine: EngineName;
  readonly certificate?: string;
  readonly checkpoint?: string;
  readonly checkpointEvery: number;
  readonly resume?: true;
  readonly verbose?: true;
  readonly site?: string;
};

/** A judged driver, and what is printed of it as data. */
type Done = Judged & { readonly data: VerdictJson };

/** `finite-fence check`. @throws Misuse */
export async function checkCommand(
  files: readonly string[],
  options: CheckOptions,
  io: Io,
  version: string,
): Promise<Exit> {
  const format = formatOf(options);
  const link = linking(options.site, format);
  const cases = await casesOf(files, options.module ?? []);
  const before = options.baseline === undefined ? null : readBaseline(options.baseline);
  if (options.certificate !== undefined) checkWritable(options.certificate);
  const { budget, say, done } = watchedBudget(io, options);
  const checkpoints = checkpointsOf(cases, options, io, version);
  // What is kept is a search of states, one by one.
  const means =
    checkpoints === null
      ? { ...budget, engine: engines[options.engine] }
      : { ...budget, engine: engines.explicit, keeper: checkpoints.keeper };

  const judgedCases: Done[] = [];
  for (const [index, asked] of cases.entries()) {
    if (io.signal?.aborted === true) break;
    say(nameOf(asked));
    const judged = judgeCase(asked, means, version, before);
    done();
    judgedCases.push(judged);
    if (format === 'text')
      io.out(
        `${index === 0 ? '' : '\n'}${textOf(judged, io, { verbose: options.verbose === true, among: cases.length })}` +
          link(asked),
      );
  }

  const left = cases.slice(judgedCases.length);
  if (format === 'text') io.out(closing(cases, judgedCases, before !== null));
  else io.out(asData(format, judgedCases, version));
  for (const one of left) io.err(`finite-fence: interrupted: ${nameOf(one)} was not asked\n`);
  for (const { judgement, changed } of judgedCases)
    for (const line of changed)
      io.err(
        `finite-fence: changed since ${options.baseline}: ${judgement.described.driver}: ${line}\n`,
      );
  const proved = certified(options, cases, judgedCases, means, { io, version, say });
  done();
  tellKept(checkpoints, options, io);
  return worstExit([
    ...judgedCases.map(({ code }) => code),
    ...left.map(() => exit.ranOut),
    ...proved,
  ]);
}

/** A line with the address in the playground, under each verdict. @throws Misuse */
function linking(site: string | undefined, format: ReportFormat): (asked: Case) => string {
  if (site === undefined) return () => '';
  if (format !== 'text') throw new Misuse(`found --site with --format ${format}, expected text`);
  const playground = playgroundAt(site);
  return (asked) => {
    const address = addressOf(playground, asked);
    return address === null ? '' : `\nIn the playground:\n  ${address}\n`;
  };
}

/** Writes the certificate, if it is asked for and all cases were judged. @throws Misuse */
function certified(
  { certificate }: CheckOptions,
  cases: readonly Case[],
  judgedCases: readonly Done[],
  means: Means,
  telling: Telling,
): readonly Exit[] {
  if (certificate === undefined) return [];
  if (judgedCases.length < cases.length) {
    telling.io.err(`finite-fence: interrupted: ${certificate} was not written\n`);
    return [exit.ranOut];
  }
  const judged = judgedCases.map(({ judgement }, n) => ({ asked: cases[n]!, judgement }));
  return [writeCertificate(certificate, judged, means, telling)];
}

/** Says how to go on with a search that has not ended. */
function tellKept(checkpoints: Checkpoints | null, { checkpoint }: CheckOptions, io: Io): void {
  if (checkpoints !== null && (checkpoints.open() || io.signal?.aborted === true))
    io.err(
      `finite-fence: the search is saved in ${checkpoint}; the same command with --resume continues it\n`,
    );
}

/** Where searches are kept; null where they are not. @throws Misuse */
function checkpointsOf(
  cases: readonly Case[],
  { checkpoint, resume, checkpointEvery, engine }: CheckOptions,
  io: Io,
  version: string,
): Checkpoints | null {
  if (checkpoint === undefined) {
    if (resume === true)
      throw new Misuse('found --resume without --checkpoint DIR, which says from where');
    return null;
  }
  if (engine === 'symbolic')
    throw new Misuse('found --checkpoint with --engine symbolic, expected --engine explicit');
  const how = { resume: resume === true, every: 1000 * checkpointEvery };
  return checkpointsIn(checkpoint, cases, how, { io, version });
}

/** Judges one, asks what would help, and compares it with the baseline. */
function judgeCase(
  { file, given }: Case,
  means: Means & { readonly bytes: number },
  version: string,
  before: Baseline | null,
): Done {
  const judgement = withinMemory(means, (less) =>
    'described' in given
      ? judge(given.described, less)
      : judgeSystem(given.name, given.program, given.spec, less),
  );
  const remedies = remediesOf(judgement, means);
  const data = toJson(judgement, version, remedies);
  const known = before?.get(judgement.described.driver);
  const { changed, code } =
    known === undefined
      ? { changed: [], code: exitOfJudgement(judgement) }
      : compareWith(known, data);

  return { judgement, remedies, data, changed, code, file };
}

/**
 * A verdict is compared with the one that the description expects. What was never owed was never
 * asked.
 */
function exitOfJudgement(judgement: Judgement): Exit {
  const { answer, described } = judgement;
  const code = exitOf(outcomeOf(answer, described.expect ?? 'finite'));
  const empty = answer.verdict === 'finite' && neverPending(judgement).length > 0;
  return code === exit.asExpected && empty ? exit.problem : code;
}

/** Among several, those that are as expected are told without their runs. */
function textOf(
  { judgement, remedies }: Done,
  io: Io,
  { verbose, among }: { readonly verbose: boolean; readonly among: number },
): string {
  const expected = exitOfJudgement(judgement) === exit.asExpected;
  return toText(judgement, io.paint, {
    verbose,
    brief: among > 1 && !verbose && expected,
    remedies,
    notSaid: among === 1 || verbose,
  });
}

function asData(
  format: Exclude<ReportFormat, 'text'>,
  judgedCases: readonly Done[],
  version: string,
): string {
  if (format === 'json') {
    const data = judgedCases.map((one) => one.data);
    return `${JSON.stringify(data.length === 1 ? data[0] : data, null, 2)}\n`;
  }
  const report = {
    suite: 'finite-fence check',
    laws: lawsOfChecks(judgedCases),
    asked: judgedCases.map(askedOfCheck),
  };
  return inFormat(format, report, version);
}

/** The last line of several: how many came out how. */
function closing(cases: readonly Case[], judgedCases: readonly Done[], compared: boolean): string {
  if (cases.length === 1) return '';

  const words: readonly (readonly [Exit, string])[] = [
    [exit.asExpected, compared ? 'unchanged or finite' : 'as expected'],
    [exit.problem, compared ? 'changed or not as expected' : 'not as expected'],
    [exit.ranOut, 'incomplete'],
  ];
  const counts = words
    .map(([code, word]) => [judgedCases.filter((one) => one.code === code).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`);
  const left = cases.length - judgedCases.length;
  if (left > 0) counts.push(`${left} not asked`);
  return `\n${cases.length} drivers: ${counts.join(', ')}.\n`;
}
