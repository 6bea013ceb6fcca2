/** What is said of files of threads, for a person. */
import type { Verdict } from '../check/finding.ts';
import type { NotRun, SideAnswer } from '../threads/judge.ts';
import { kindsOf } from '../threads/order-reading.ts';
import type { Said } from '../threads/thread-steps.ts';
import { withoutWaits } from './cut.ts';
import type { Paint } from './paint.ts';
import { counted, listed, paragraph, several } from './layout.ts';
import { exitOf, type ThreadResult } from './threads-exit.ts';

const colours: Readonly<Record<string, 'green' | 'yellow'>> = {
  finite: 'green',
  incomplete: 'yellow',
};
const coloured = (paint: Paint, verdict: Verdict): string =>
  paint[colours[verdict] ?? 'red'](paint.bold(verdict));

const means: Readonly<Record<Verdict, string>> = {
  broken: 'a call is used against its rules',
  deadlock: 'no run of any kind keeps it',
  indefinite: 'only a favour can keep it',
  unbounded: 'a fair run exists on which it is never kept',
  incomplete: 'the search ended before there was an answer',
  finite: 'kept on every fair run',
};

const sideOf = ({ side }: SideAnswer): string => (side === 'one' ? '' : ` (${side})`);

function title(answer: SideAnswer, paint: Paint): string {
  const { name, verdict, expected } = answer;
  const same = expected.verdict === null || expected.verdict === 'finite' ? '' : ', as expected';
  const expects = expected.verdict === verdict ? same : `; expected ${expected.verdict}`;
  const said = expected.verdict === null ? '' : expects;
  return `${paint.bold(`${name}${sideOf(answer)}`)}: ${coloured(paint, verdict)}${said}`;
}

/** One line a side, for several files. */
export function briefly(answer: SideAnswer, paint: Paint): string {
  const { report, order, run } = answer;
  const length = run.length === 0 ? '' : `, ${several(run.length, 'step')}`;
  const upTo = answer.byOrbits ? ' up to the order of like threads' : '';
  const never = answer.notRun.filter(({ by }) => by === 'all').map(({ name }) => name);
  const left = never.length === 0 ? '' : `; never run: ${never.join(', ')}`;
  const lockdep = kindsOf(order).join(', ');
  const rest = `${counted(report.states)} states${upTo}${length}; lockdep ${lockdep}${left}`;
  const head = title(answer, paint);
  const plain = `${answer.name}${sideOf(answer)}: ${answer.verdict}`;
  const oneLine = plain.length + rest.length + 20 < 80;
  return oneLine ? `${head} (${rest})\n` : `${head}\n  ${rest}\n`;
}

/** How many sides of how many files are as expected. */
export function summary(results: readonly ThreadResult[]): string {
  const answers = results.flatMap((one) => one.answers);
  const codes = answers.map(exitOf);
  const [wrong, open] = [1, 3].map((code) => codes.filter((one) => one === code).length);
  const rest = [
    ...(wrong === 0 ? [] : [`${wrong} not as expected`]),
    ...(open === 0 ? [] : [`${open} incomplete`]),
  ];
  const said = rest.length === 0 ? 'all as expected' : rest.join(', ');
  return `${several(results.length, 'file')}, ${several(answers.length, 'side')}: ${said}\n`;
}

/** All that is said of a side. @param orderOnly only what the validator would say */
export function threadsText(answer: SideAnswer, paint: Paint, orderOnly: boolean): string {
  const { report, system, problems } = answer;
  const { file } = system.world;
  const lines = [title(answer, paint)];
  if (file.about !== '') lines.push(...paragraph('  ', file.about));
  if (!orderOnly) {
    const order = answer.byOrbits ? ' up to the order of like threads' : '';
    const edges = several(report.edges, 'step');
    const size = `${several(report.states, 'state')}${order}, ${edges} between them.`;
    lines.push(...paragraph('  ', size).map(paint.dim));
    if (report.stopped !== null) lines.push(`  The search ended early: ${report.stopped}.`);
    lines.push(...trouble(answer), ...unreached(answer));
  }
  lines.push(...notRun(answer));
  lines.push('', ...orderText(answer));
  for (const problem of problems) lines.push('', paint.red(`  ${problem}`));
  return `${lines.join('\n')}\n`;
}

function trouble(answer: SideAnswer): string[] {
  const { broken, worst, law, verdict, report } = answer;
  const name = broken?.invariant ?? worst?.promise;
  if (name === undefined) return [];
  const others = report.promises.filter((one) => one.verdict !== 'finite' && one.promise !== name);
  const besides = others.map(({ promise, verdict: is }) => `${promise} (${is})`);
  return [
    '',
    ...paragraph(
      '  ',
      `${name}: ${means[verdict]}. The shortest run, ${several(answer.run.length, 'step')}:`,
    ),
    '',
    ...runOf(answer),
    ...waitsOf(answer),
    ...forbids(law),
    ...(besides.length === 0
      ? []
      : ['', ...paragraph('  ', `Not kept either: ${listed(besides)}.`)]),
  ];
}

/** The steps of the run, where it is sealed, and what is done again and again after it. */
function runOf({ worst, run, loop }: SideAnswer): string[] {
  const lines = steps(run);
  const sealed = worst?.sealed ?? null;
  if (sealed !== null && sealed < run.length)
    lines.push(
      '',
      ...paragraph(
        '  ',
        `From step ${sealed} on nothing can keep it; the rest leads to where all stand still.`,
      ),
    );
  if (loop.length > 0) lines.push('', '  And then, again and again:', '', ...steps(loop));
  else if (worst?.verdict === 'unbounded')
    lines.push('', '  And then no thread has to act any more.');
  return lines;
}

/** Who waits for whom at the end of the run, and what could still help. */
function waitsOf({ worst, cycle, helps }: SideAnswer): string[] {
  const way = `The shortest way out, which nobody has to take: ${listed(helps.map(spoken))}.`;
  return [
    ...(cycle === null ? [] : ['', '  Who waits for whom:', ...paragraph('    ', cycle)]),
    ...(worst?.cut === true ? ['', ...paragraph('  ', withoutWaits)] : []),
    ...(helps.length === 0 ? [] : ['', ...paragraph('  ', way)]),
  ];
}

const forbids = (law: SideAnswer['law']): string[] =>
  law === null
    ? []
    : [
        '',
        `  What forbids it (${law.id}):`,
        ...paragraph('    ', `${law.cite.file}: ${law.cite.says}`),
      ];

const steps = (run: readonly Said[]): string[] =>
  run.flatMap((said, index) => paragraph(`  ${String(index + 1).padStart(3)}. `, spoken(said)));

/** Who does what, and in which line of the file. */
const spoken = ({ thread, line, text }: Said): string =>
  `${thread}: ${text}${line === 0 ? '' : ` (${line})`}`;

function unreached({ unreached: lines }: SideAnswer): string[] {
  if (lines.length === 0) return [];
  const which = lines.length === 1 ? 'line' : 'lines';
  return ['', ...paragraph('  ', `No run reaches ${which} ${listed(lines.map(String))}.`)];
}

/** Functions that the answer leaves out: it says nothing about them. */
function notRun({ notRun: functions, system }: SideAnswer): string[] {
  const said = (by: NotRun['by']): string =>
    listed(
      functions
        .filter((one) => one.by === by)
        .map(({ kind, name, line }) => `${kind} ${name} (line ${line})`),
    );
  const [never, half] = [said('all'), said('description')];
  const { beside } = system.world.file;
  return [
    ...(never === ''
      ? []
      : [
          '',
          ...paragraph('  ', `No thread runs ${never}. This answer leaves such functions out.`),
        ]),
    ...(half === ''
      ? []
      : [
          '',
          ...paragraph(
            '  ',
            `Only threads of this file run ${half}. In the kernel, threads of ` +
              `${beside?.text ?? ''} may do so too; this answer leaves that out.`,
          ),
        ]),
  ];
}

function orderText({ order, reading, system }: SideAnswer): string[] {
  const { name } = system.world.language.order;
  const [first, ...rest] = order;
  const lines =
    first === undefined
      ? [`  ${name}: silent`]
      : paragraph('  ', `${name}: ${first.kind}: ${first.text}`);
  const kinds = rest.filter(
    ({ kind }, at) => kind !== first?.kind && rest.findIndex((one) => one.kind === kind) === at,
  );
  for (const { kind, text } of kinds) lines.push(...paragraph('  ', `${name}: ${kind}: ${text}`));
  if (rest.length > kinds.length)
    lines.push(`  and ${several(rest.length - kinds.length, 'report')} more of these kinds`);
  if (reading === null) return lines;
  const { unseen, annotations, unreachable, because } = reading;
  if (unreachable !== null) {
    const how = because.length === 0 ? '' : ` They could hang ${because.join('; or ')}.`;
    return [...lines, ...paragraph('  ', `It is ${unreachable}.${how}`)];
  }
  if (unseen.length > 0) lines.push(...paragraph('  ', `It has no class for ${listed(unseen)}.`));
  const ending =
    annotations.length === 0
      ? 'No annotation of a thread that signals would make it speak.'
      : `It would speak with ${annotations.join('; or with ')}.`;
  return [...lines, ...paragraph('  ', ending)];
}
