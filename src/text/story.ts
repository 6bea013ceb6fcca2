/** What is broken, told for a person: the run, who waits for whom, and what forbids it. */
import type { Telling } from '../../machines/words/words.ts';
import { hasNoRun, type Finding, type Verdict } from '../check/finding.ts';
import { inWords } from '../check/waits.ts';
import type { Judgement } from '../judge/judge.ts';
import type { Told } from '../judge/told.ts';
import { withoutRun, withoutWaits } from './cut.ts';
import type { Paint } from './paint.ts';
import { listed, paragraph, several } from './layout.ts';
import { actorOf, forbidding, named } from '../judge/run-words.ts';
import { cited, runLines, waits } from './run.ts';

const means: Readonly<Record<Verdict, string>> = {
  broken: 'a forbidden state is reached',
  deadlock: 'no run of any kind keeps it',
  indefinite: 'kept only if an actor acts that does not have to',
  unbounded: 'a fair run exists on which it is never kept',
  incomplete: 'the search ended before there was an answer',
  finite: 'kept on every fair run',
};

/** What is broken: the run, where it is sealed, who waits for whom, and what forbids it. */
export function story(judgement: Judgement, telling: Telling, told: Told, paint: Paint): string[] {
  const { program } = judgement;
  const { finding } = told;
  const opening = [...head(judgement, told, paint), ...forbids(judgement, finding)];
  if (hasNoRun(finding)) return [...opening, '', ...paragraph('  ', withoutRun)];

  return [
    ...opening,
    '',
    `  The shortest run, ${several(finding.run.length, 'step')}:`,
    '',
    ...wholeRun(judgement, telling, finding, paint),
    ...(finding.verdict === 'unbounded' ? loopOf(judgement, telling, finding) : []),
    ...(finding.favours.length === 0 ? [] : ['', ...favoursOf(program, finding)]),
    ...waitsOf(finding),
    ...(finding.cut ? ['', ...paragraph('  ', withoutWaits)] : []),
  ];
}

/** What is broken, without the run. */
export function short(judgement: Judgement, told: Told, paint: Paint): string[] {
  const { finding } = told;
  const { run, waits: waitsFor } = finding;
  if (hasNoRun(finding)) return [...head(judgement, told, paint), ...paragraph('  ', withoutRun)];

  return [
    ...head(judgement, told, paint),
    ...(waitsFor === null ? [] : paragraph('  ', inWords(waitsFor))),
    ...paragraph(
      '  ',
      `The shortest run has ${several(run.length, 'step')}. Check this driver alone, or with --verbose, to see it.`,
    ),
  ];
}

/** The promise, its verdict, what the same run breaks, and what hang recovery changes. */
function head(judgement: Judgement, { finding, also }: Told, paint: Paint): string[] {
  const { promise, verdict } = finding;
  const timeout = afterTimeout(judgement, [promise, ...also.map((other) => other.promise)]);
  return [
    `${paint.bold(`${promise}: ${verdict}`)} (${means[verdict]})`,
    ...besides(also),
    ...(timeout === '' ? [] : paragraph('  ', timeout)),
  ];
}

/** The promises that are broken by the same run, or by a few steps more. */
function besides(also: Told['also']): string[] {
  const same = also.filter(({ more }) => more.length === 0).map(({ promise }) => promise);
  const later = also.filter(({ more }) => more.length > 0);
  return [
    ...(same.length === 0 ? [] : paragraph('  ', `The same run breaks ${listed(same)}.`)),
    ...later.flatMap(({ promise, more }) =>
      paragraph('  ', `With ${listed(more)} added to it, the run breaks ${promise}.`),
    ),
  ];
}

/** What becomes of these promises with hang recovery. */
function afterTimeout(
  { program, assessment: { recovered } }: Judgement,
  promises: readonly string[],
): string {
  if (recovered === null) return '';
  const asked = recovered.promises.filter(({ promise }) => promises.includes(promise));
  const bad = asked.filter(({ verdict }) => verdict !== 'finite');
  if (asked.length === 0) return '';
  if (bad.length === 0)
    return 'With hang recovery: only the timeout ends the wait, and the job is lost.';

  const [first] = bad as [Finding];
  const which =
    bad.length === asked.length ? '' : ` (${listed(bad.map(({ promise }) => promise))})`;
  if (first.verdict === 'deadlock')
    return recoveryHangs(program, recovered.promises)
      ? `With hang recovery: recovery hangs too${which}.`
      : `With hang recovery: no timeout ends the wait${which}.`;
  return first.verdict === 'incomplete'
    ? `With hang recovery: unknown, because the search ended early${which}.`
    : `With hang recovery: even with the timeout it is ${first.verdict}${which}.`;
}

/** Whether those who recover hang, or never come. */
const recoveryHangs = (program: Program, found: readonly Finding[]): boolean =>
  found.some(
    ({ of, verdict }) =>
      verdict === 'deadlock' && program.promises.some((one) => one.of === of && one.ofRecovery),
  );

/** The sentence of the promise, then the rules of the lifecycles in the cycle. */
function forbids({ program }: Judgement, finding: Finding): string[] {
  const rules = forbidding(program, finding, finding.waits?.chain ?? []);
  return rules.length === 0
    ? []
    : ['  What forbids it:', ...rules.flatMap((rule) => cited(rule, '    '))];
}

/** The run, with a line where the promise is lost for good. */
function wholeRun(
  { program }: Judgement,
  telling: Telling,
  { promise, run, sealed }: Finding,
  paint: Paint,
): string[] {
  if (sealed === null) return runLines(program, telling, run);
  return [
    ...runLines(program, telling, run.slice(0, sealed)),
    paint.red(`      --- sealed: from here no run of any kind keeps ${promise} ---`),
    ...runLines(program, telling, run.slice(sealed), sealed + 1),
  ];
}

/** What is done again and again, and who never acts meanwhile. */
function loopOf({ program }: Judgement, telling: Telling, finding: Finding): string[] {
  const { loop, run, starves } = finding;
  const lines =
    loop.length === 0
      ? ['', '  and then no actor has to act any more.']
      : [
          '',
          '  and then this, again and again:',
          '',
          ...runLines(program, telling, loop, run.length + 1),
        ];
  if (starves.length === 0) return lines;

  const hungry = starves.map((actor) => `${named(actor)} (${actor})`);
  return [
    ...lines,
    '',
    ...paragraph('  ', `Enabled infinitely often, but never acting: ${listed(hungry)}.`),
  ];
}

/** Steps that could help where it is lost, and that nobody has to take: there may be others. */
const favoursOf = (program: Program, { favours }: Finding): string[] => {
  const steps = favours.map((step) => `${step} (${actorOf(program, step)})`);
  return paragraph('  ', `The shortest way out, which no actor has to take: ${listed(steps)}.`);
};

type Program = Judgement['program'];

function waitsOf(finding: Finding): string[] {
  const chain = waits(finding);
  if (chain.length === 0) return [];
  const title =
    finding.waits!.closes === null
      ? '  Who then waits for whom:'
      : '  Who then waits for whom, in a cycle:';
  return ['', title, '', ...chain];
}
