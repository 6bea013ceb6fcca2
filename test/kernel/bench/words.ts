/** What `npm run kernel` prints as it goes. */
import type { Seen } from './matrix.ts';
import type { Suite } from './suites.ts';
import type { Judged } from './threads.ts';

/** Prints a line. */
export const say = (text: string): void => void process.stdout.write(`${text}\n`);

const ktap =
  /^ *(KTAP version|# |(not )?ok \d|1\.\.)|EXPECTATION|: after |must be refused|was not done|^path \d/;
/** The player's own checks say in the next line what is wrong. */
const noise = /marked slow|# module|EXPECTATION FAILED at .*\/play\.h/;
/** Of what a kernel prints, what KUnit says; the log has the rest. */
export const sayKtap = (line: string): void => {
  if (ktap.test(line) && !noise.test(line)) say(line);
};

/** Does some work, and prints how long it took. */
export async function timed<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const from = performance.now();
  process.stderr.write(`# ${name} ...\n`);
  const result = await work();
  say(`# ${name}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return result;
}

/** `killed by array steps, merge edges`. */
export function fateOf({ trial, killed, noise, cutOff }: Seen): string {
  const all = Object.entries(killed).map(([suite, cover]) => `${suite} ${cover}`);
  if (all.length > 0) return `killed by ${all.join(', ')}`;
  if (noise.length > 0) return `told by the kernel: ${noise[0]!.slice(0, 60)}`;
  if (cutOff) return 'no answer in time';
  const { kill } = trial;
  return `survives${'survives' in kill ? ` (${kill.kind}: ${kill.survives})` : ''}`;
}

/** What the monitor of runtime verification did not allow, and how often. */
export const monitored = ({ reactions }: Seen): string =>
  Object.entries(reactions)
    .map(([what, times]) => `${what}, ${times} times`)
    .join('; ');

/** `, 4 equivalent, 2 several processors`: survivors by why nothing kills them. */
export function survivors(seen: readonly Seen[]): string {
  const kinds = new Map<string, number>();
  for (const { trial, killed, noise, cutOff } of seen)
    if (!cutOff && 'survives' in trial.kill && Object.keys(killed).length + noise.length === 0)
      kinds.set(trial.kill.kind, (kinds.get(trial.kill.kind) ?? 0) + 1);
  return [...kinds].map(([kind, count]) => `, ${count} ${kind}`).join('');
}

/** Whether a side of a file is as the model says, or the difference is explained. */
export const isAsSaid = ({ differs }: Judged): boolean => differs.every(({ why }) => why !== null);

/** What became of one side of a file. */
export function threadLine(judged: Judged): string {
  const { played, lockdep, differs } = judged;
  const told = differs.map(({ what, why }) => (why === null ? `; ${what}` : `; ${what} (${why})`));
  const hangs = played.passes ?? 'hangs as the model says';
  const hang = played.noHang === null ? hangs : `no hang: ${played.noHang}`;
  const trouble = played.breach === null ? hang : `tells of "${played.breach}"`;
  const says = `${played.sequences} sequences, ${trouble}, lockdep ${lockdep.kind}`;
  return `${isAsSaid(judged) ? 'ok' : 'not ok'} - ${played.name}: ${says}${told.join('')}`;
}

/** Whether something noticed the bug. */
export const isKilled = ({ killed, noise }: Seen): boolean =>
  Object.keys(killed).length > 0 || noise.length > 0;

/** What became of one seed. */
export function seedLine(one: Seen): string {
  const { trial, asExpected } = one;
  const want = 'survives' in trial.kill ? 'to survive' : `${trial.kill.suite} ${trial.kill.cover}`;
  const line = `${asExpected ? 'ok' : 'not ok'} - ${trial.what} ${trial.n}, ${trial.about}: ${fateOf(one)}`;
  return asExpected ? line : `${line}; expected ${want}`;
}

/** The numbers of a suite, in the order of `heads`. */
export const numbers = ({ states, edges, steps, refusals }: Suite): readonly number[] => [
  states,
  edges,
  steps,
  refusals.no,
  refusals.other + refusals.standing,
  refusals.undefined,
];
/** What the columns of numbers are called. */
export const heads = ['states', 'edges', 'steps', 'refused', 'answered', 'unsaid'];

/** A table of suites, for a terminal. */
export function suiteTable(suites: readonly Suite[]): string {
  const row = (id: string, cells: readonly (string | number)[]): string =>
    id.padEnd(30) + cells.map((one) => String(one).padStart(9)).join('');
  const all = suites.map((one) => row(short(one.id), numbers(one)));
  return [row('suite', heads), ...all].join('\n').replace(/^(.{24}) {6}/gm, '$1');
}
const short = (id: string): string => (id.length > 24 ? `${id.slice(0, 23)}~` : id);
