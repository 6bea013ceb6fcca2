import { tellingOf, type Telling } from '../../machines/words/words.ts';
import type { Finding, Invariance, Verdict } from '../check/finding.ts';
import type { Judgement } from '../judge/judge.ts';
import { neverPending } from '../judge/judge.ts';
import { brokenByHanging } from '../judge/hanging.ts';
import { isDecided, verdictInWords, type Answer, type Stopped } from '../judge/outcome.ts';
import { remediesUpTo, type Remedies } from '../judge/remedies.ts';
import { told } from '../judge/told.ts';
import type { Paint } from './paint.ts';
import { counted, factsOf, listed, paragraph, several } from './layout.ts';
import { because } from './because.ts';
import { hangingLines, onlyByHanging } from './hanging.ts';
import { notSaidLines } from './not-said.ts';
import { cited, runLines } from './run.ts';
import { short, story } from './story.ts';

/** How much of a judgement is told. */
export type Detail = {
  /** Everything: what is kept and why, and steps that never fire. */
  readonly verbose?: boolean;
  /** No runs. */
  readonly brief?: boolean;
  readonly remedies?: Remedies;
  /** What the description says nothing about: in a few lines, or, where all is told, in full. */
  readonly notSaid?: boolean;
};

/** A verdict in its colour. @param text what is printed, if it is more than the verdict */
export function coloured(paint: Paint, verdict: Verdict, text: string = verdict): string {
  if (verdict === 'finite') return paint.green(paint.bold(text));
  return verdict === 'incomplete' ? paint.yellow(paint.bold(text)) : paint.red(paint.bold(text));
}

/** An answer in the colour of its verdict: of one that is not decided, that it may be worse. */
export const colouredAnswer = (paint: Paint, answer: Answer): string =>
  coloured(paint, answer.verdict, verdictInWords(answer));

/**
 * A judgement for a person: the verdict and what it rests on, then what is broken, how, and against
 * which sentence.
 */
export function toText(
  judgement: Judgement,
  paint: Paint,
  { verbose = false, brief = false, remedies, notSaid = false }: Detail = {},
): string {
  const { described, spec, findings, answer } = judgement;
  const about = described.about ?? '';
  const whole =
    findings.every(({ verdict }) => verdict === 'finite') &&
    brokenByHanging(judgement.hanging).length === 0;
  const telling = tellingOf(spec ?? { rows: [], sizes: {} });
  const rests = answer.stopped === null && (whole || verbose);

  const lines = [
    ...headline(judgement, paint),
    ...(about === '' ? [] : paragraph('  ', about)),
    ...paragraph('  ', summary(judgement)),
    ...onlyWithOthers(judgement),
    ...unknowns(judgement),
    ...neverAsked(judgement, paint),
    ...underAssumption(judgement),
    ...(rests ? ['', ...because(judgement, { whole })] : []),
    ...brokenInvariants(judgement, telling, paint),
    ...told(findings).flatMap((entry) => [
      '',
      ...(brief ? short(judgement, entry, paint) : story(judgement, telling, entry, paint)),
    ]),
    ...hangingLines(judgement, telling, paint, brief),
    ...helping(remedies),
    '',
    ...size(judgement).map(paint.dim),
    ...leftOvers(judgement, verbose),
    ...(notSaid && judgement.jobs !== null ? notSaidLines(described, verbose) : []),
  ];
  return `${lines.join('\n')}\n`;
}

const withOthers = ' with any driver that waits for fences in reclaim';

/** The verdict, and how it compares with the one that was expected. */
function headline(judgement: Judgement, paint: Paint): string[] {
  const { described, answer, assuming } = judgement;
  const expected = described.expect ?? 'finite';
  const hangs = onlyByHanging(judgement) ? ' if the hardware hangs for ever' : '';
  const others = judgement.alone === null ? '' : withOthers;
  const compared = `${hangs}${others}${comparedWith(answer, expected)}`;
  if (assuming === null)
    return [`${paint.bold(described.driver)}: ${colouredAnswer(paint, answer)}${compared}`];

  const better = assuming.judgement.verdict;
  const text = `${better}, if ${assuming.assumed.words}; otherwise ${verdictInWords(answer)}${compared}`;
  const lines = paragraph('', `${described.driver}: ${text}`);
  // Colours come last: they take no room on a line.
  return lines.map((line, index) =>
    index === 0
      ? line
          .replace(described.driver, paint.bold(described.driver))
          .replace(`: ${better},`, `: ${coloured(paint, better)},`)
      : line,
  );
}

function comparedWith(answer: Answer, expected: Verdict): string {
  if (expected === 'finite') return '';
  if (answer.verdict !== expected) return `; expected ${expected}`;
  return isDecided(answer) ? ', as expected' : `; expected ${expected}, which is not certain`;
}

const limits: Readonly<Record<NonNullable<Stopped>, string>> = {
  states: 'at its limit of states',
  bytes: 'at its limit of memory',
  time: 'at its limit of time',
  cancelled: 'because it was interrupted',
};

/** What became of the promises, in a few sentences. */
function summary(judgement: Judgement): string {
  const { verdict, answer, findings } = judgement;
  const broken = findings.filter((one) => one.verdict !== 'finite' && one.verdict !== 'incomplete');
  if (answer.stopped !== null) return searchedInPart(judgement, broken);
  if (verdict === 'finite') {
    const names = [...new Set(findings.map(({ of }) => of))];
    const kept = `Every promise is kept on every fair run: ${listed(names)}.`;
    return judgement.hanging === null
      ? kept
      : `${kept} Where the hardware hangs for ever, hang recovery ends the job and signals its fence.`;
  }
  return broken.length === 0 && brokenByHanging(judgement.hanging).length === 0
    ? 'Every promise is kept, but a forbidden state is reached.'
    : whatBreaks(judgement, broken);
}

/** What is known after a search that ended early. */
function searchedInPart(judgement: Judgement, broken: readonly Finding[]): string {
  const { answer, assessment, hanging } = judgement;
  const isHanging = assessment.stopped === null && (hanging?.report.stopped ?? null) !== null;
  const { states, edges } = isHanging ? hanging!.report : assessment.report;
  const search = isHanging ? 'The search with hardware that hangs for ever' : 'The search';
  // Diagrams hold all states or none: what ended early then are the questions about them.
  const isWhole = !isHanging && assessment.engine.name === 'symbolic' && states > 0;
  const seen = isWhole
    ? `all ${several(states, 'state')} were found, but not every question about them was answered.`
    : `${several(states, 'state')} and ${several(edges, 'step')} were found, and there are more.`;
  const begun = `${search} ended early, ${limits[answer.stopped!]}: ${seen}`;
  const advice =
    answer.stopped === 'cancelled'
      ? ''
      : ' Try fewer jobs, or more with --max-states and --max-bytes.';
  const anyBroken = broken.length > 0 || brokenByHanging(hanging).length > 0;
  if (!anyBroken && answer.verdict !== 'broken')
    return `${begun} No promise was found broken, but that proves nothing.${advice}`;

  const worse = isDecided(answer) ? '' : ' The rest may be worse.';
  const breaks = !anyBroken ? '' : `${whatBreaks(judgement, broken)} `;
  return `${breaks}${begun} What follows is broken nevertheless.${worse}`;
}

function whatBreaks({ jobs, hanging }: Judgement, broken: readonly Finding[]): string {
  const hung = brokenByHanging(hanging);
  const hangs = [...broken, ...hung].some(({ of }) => of.includes('fence'))
    ? 'A dma_fence can be left hanging. '
    : 'No dma_fence hangs, but another promise is broken. ';
  const names = [
    ...broken.map(({ promise }) => promise),
    ...hung.map(({ promise }) => `${promise} (if the hardware hangs for ever)`),
  ];
  return `${jobs === null ? '' : hangs}Broken: ${listed(names)}.`;
}

/** What it is by itself, where it hangs only together with somebody else's driver. */
const onlyWithOthers = ({ alone }: Judgement): string[] =>
  alone === null
    ? []
    : paragraph(
        '  ',
        `By itself the driver is ${alone}: no shrinker is described that waits for fences without ` +
          'a limit. But every driver may have one, so this breaks the contract.',
      );

/** Which alternative gave the verdict. */
function unknowns({ alternatives, alternative }: Judgement): string[] {
  if (alternatives.length === 0) return [];

  const counts = new Map<Verdict, number>();
  for (const { verdict } of alternatives) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const each = [...counts].map(([verdict, n]) => `${n} ${n === 1 ? 'is' : 'are'} ${verdict}`);
  const opening =
    counts.size === 1
      ? `All ${alternatives.length} alternatives are ${alternatives[0]!.verdict}; the first is shown`
      : `Of ${alternatives.length} alternatives ${listed(each)}; the first of the worst is shown`;
  return paragraph('  ', `Not everything is known. ${opening}: ${factsOf(alternative.assumed)}.`);
}

/** Promises of which nothing was asked. */
function neverAsked(judgement: Judgement, paint: Paint): string[] {
  const never = neverPending(judgement);
  if (never.length === 0) return [];

  const they = never.length === 1 ? 'it is' : 'they are';
  return [
    paint.yellow(`  ${listed(never)}: finite (never pending)`),
    ...paragraph(
      '  ',
      `This counts as a failure: ${they} due in no state of this system, so the result says nothing.`,
    ),
  ];
}

/** What a better verdict rests on that holds only under an assumption. */
function underAssumption({ assuming }: Judgement): string[] {
  if (assuming === null || assuming.judgement.verdict !== 'finite') return [];
  const lines = because(assuming.judgement, { whole: true, assumed: assuming.assumed });
  return lines.length === 0 ? [] : ['', ...lines, '', ...paragraph('', 'Without that assumption:')];
}

/** Every invariant that is broken, without recovery or with it, with its run. */
function brokenInvariants(
  { program, assessment: { report, recovered } }: Judgement,
  telling: Telling,
  paint: Paint,
): string[] {
  const broken = new Map<string, Invariance>();
  for (const invariance of [...report.invariants, ...(recovered?.invariants ?? [])])
    if (invariance.holds === false && !broken.has(invariance.invariant))
      broken.set(invariance.invariant, invariance);

  return [...broken.values()].flatMap(({ invariant, run }) => [
    '',
    paint.bold(`${invariant}: broken`),
    '',
    ...cited(program.invariants.find(({ name }) => name === invariant)?.cite ?? null),
    ...(run.length === 0
      ? []
      : [
          '',
          `  The shortest run, ${several(run.length, 'step')}:`,
          '',
          ...runLines(program, telling, run),
        ]),
  ]);
}

/** What would help, as far as it was asked. */
function helping(remedies: Remedies | undefined): string[] {
  if (remedies === undefined) return [];
  const { helps, open, tooLarge } = remedies;
  const names = helps.map(({ what }) => what);
  const lines = [
    ...(names.length === 1 ? paragraph('', `This alone would make it finite: ${names[0]}.`) : []),
    ...(names.length > 1
      ? paragraph('', `Any one of these alone would make it finite: ${listed(names, 'or')}.`)
      : []),
    ...(open.length === 0
      ? []
      : paragraph(
          '',
          `Not known, because the search ended early: ${listed(open.map(({ what }) => what))}.`,
        )),
    ...(tooLarge
      ? paragraph(
          '',
          `Remedies are not searched beyond ${counted(remediesUpTo)} states; finite-fence remedy searches them.`,
        )
      : []),
  ];
  return lines.length === 0 ? [] : ['', ...lines];
}

/** How large the system is, and what it is called. */
function size({ jobs, program, assessment: { report } }: Judgement): string[] {
  const ofJobs =
    jobs === null
      ? ''
      : ` ${several(jobs.fenced, 'fenced job')} and ${several(jobs.faulting, 'compute job')}`;
  const plain = report.digest === program.digest ? '' : `; without hang recovery ${report.digest}`;
  return paragraph(
    '',
    `Searched${ofJobs}: ${several(report.states, 'state')}, ` +
      `${stepsOf(report)} between them. System ${program.digest}${plain}.`,
  );
}

/**
 * Steps that a system does not have, or that nobody takes. In a system of somebody's own they may
 * be a slip of the pen.
 */
function leftOvers(
  { program, jobs, assessment: { report } }: Judgement,
  verbose: boolean,
): string[] {
  const dropped = program.leftOut.map(({ step, lacks }) => `${step} (there is no ${lacks})`);
  const never = report.neverFired;
  const own = jobs === null && dropped.length > 0;
  return [
    ...(verbose || own
      ? paragraph('', `Steps left out: ${dropped.length === 0 ? 'none' : dropped.join(', ')}.`)
      : []),
    ...(verbose
      ? paragraph('', `Steps that never fire: ${never.length === 0 ? 'none' : never.join(', ')}.`)
      : []),
  ];
}

/** The steps between the states; where memory ran out before they were counted, that. */
const stepsOf = ({ states, edges, stopped }: Judgement['assessment']['report']): string =>
  stopped !== null && edges === 0 && states > 1 ? 'uncounted steps' : several(edges, 'step');
