import { whyAbsent, type Replayed } from '../judge/replays.ts';
import type { Subject } from '../judge/subject.ts';
import type { Program } from '../system/program.ts';
import { actorOf } from '../judge/run-words.ts';
import type { Paint } from './paint.ts';
import { listed, paragraph, several } from './layout.ts';
import { refusalText } from './refusal.ts';

/** The runs of a document in a system. */
export type Replay = {
  readonly subject: Subject;
  /** Of the system that the document names; null where it names none. */
  readonly digest: string | null;
  /** Whether the document was written by version 0.1, whose digests are others. */
  readonly earlier: boolean;
  readonly runs: readonly Replayed[];
};

/** What became of the runs: those that are alike are told once. */
export function replayText(replay: Replay, paint: Paint): string {
  const { subject, runs } = replay;
  const groups = runs.filter(
    (run, index) => runs.findIndex((other) => isSame(other, run)) === index,
  );
  const lines = [
    `${paint.bold(subject.name)}: ${systemText(replay)}`,
    ...groups.flatMap((run) => [
      ...paragraph('  ', `${headOf(runs, run)}: ${outcomeText(subject.program, run, paint)}`),
      ...(run.refused === null ? whatNext(run) : whyRefused(subject, run.refused)),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Whether it is the system in which the runs were made. */
function systemText({ subject: { program }, digest, earlier }: Replay): string {
  const system = `system ${program.digest}`;
  if (digest === null || earlier) return system;
  return digest === program.digest
    ? `${system}, the one that the runs were made in`
    : `${system}; the runs were made in another, ${digest}`;
}

/** Whether two runs are told once: the same steps, with the same end. */
const isSame = (a: Replayed, b: Replayed): boolean =>
  a.pending === b.pending && a.run.join() === b.run.join() && a.loop.join() === b.loop.join();

/** `fence-signals[1] and submit-ends[1]: 14 steps and a loop of 3` */
function headOf(runs: readonly Replayed[], run: Replayed): string {
  const names = runs.filter((other) => isSame(other, run)).map(({ name }) => name ?? 'run');
  const loop = run.loop.length === 0 ? '' : ` and a loop of ${run.loop.length}`;
  return `${listed(names)}: ${several(run.run.length, 'step')}${loop}`;
}

function outcomeText(program: Program, run: Replayed, paint: Paint): string {
  const { refused, loops } = run;
  if (refused !== null) {
    const actor = actorOf(program, refused.step);
    const by = actor === '' ? '' : ` (${actor})`;
    return `${paint.red('refused')} at step ${refused.number}, ${refused.step}${by}`;
  }
  const loop = loops === false ? '; the loop does not return to the state in which it begins' : '';
  return `${paint.green('goes through')}${endText(program, run)}${loop}`;
}

/** How the promise or the invariant stands at the end. */
function endText(program: Program, { name, pending }: Replayed): string {
  if (pending === null) return '';
  if (program.invariants.some((invariant) => invariant.name === name))
    return pending ? '; it is broken at the end' : '; it holds at the end';
  return pending ? '; it is pending at the end' : '; it is kept at the end';
}

function whatNext({ next }: Replayed): string[] {
  if (next.length === 0) return paragraph('    ', 'Nothing can happen there any more.');
  const more = next.length > 6 ? `, and ${next.length - 6} more` : '';
  return paragraph('    ', `What can happen there: ${next.slice(0, 6).join(', ')}${more}.`);
}

function whyRefused(subject: Subject, { step, by }: NonNullable<Replayed['refused']>): string[] {
  if (by.length === 0) {
    const text = `This system has no such step${whyAbsent(subject, step)}`;
    return paragraph('    ', text.endsWith('?') ? text : `${text}.`);
  }
  const said = new Set<string>();
  return by.flatMap((one) => refusalText(subject.program, one, { indent: '    ', said }));
}
