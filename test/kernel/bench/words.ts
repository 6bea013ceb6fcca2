/** What `npm run kernel` prints, and the tables of docs/kernel-bench.md. */
import type { Outcome } from './outcome.ts';
import type { Seen } from './matrix.ts';
import type { Suite } from './suites.ts';

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

const ktap = /^ *(KTAP version|# |(not )?ok \d|1\.\.)|EXPECTATION|: after |must be refused/;
/** Of what a kernel prints, what KUnit says; the log has the rest. */
export const sayKtap = (line: string): void => {
  if (ktap.test(line) && !/marked slow|# module/.test(line)) say(line);
};

export async function timed<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const from = performance.now();
  process.stderr.write(`# ${name} ...\n`);
  const result = await work();
  say(`# ${name}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return result;
}

/** `killed by array steps, merge edges`. */
export function fateOf({ trial, killed, noise }: Seen): string {
  const all = Object.entries(killed).map(([suite, cover]) => `${suite} ${cover}`);
  if (all.length > 0) return `killed by ${all.join(', ')}`;
  if (noise.length > 0) return `told by the kernel: ${noise[0]!.slice(0, 60)}`;
  return `survives${'survives' in trial.kill ? ` (${trial.kill.survives})` : ''}`;
}

export const isKilled = ({ killed, noise }: Seen): boolean =>
  Object.keys(killed).length > 0 || noise.length > 0;

export function seedLine(one: Seen): string {
  const { trial, asExpected } = one;
  const want = 'survives' in trial.kill ? 'to survive' : `${trial.kill.suite} ${trial.kill.cover}`;
  const line = `${asExpected ? 'ok' : 'not ok'} - ${trial.what} ${trial.n}, ${trial.about}: ${fateOf(one)}`;
  return asExpected ? line : `${line}; expected ${want}`;
}

const numbers = ({ states, edges, steps, refusals }: Suite): readonly number[] => [
  states,
  edges,
  steps,
  refusals.no,
  refusals.other + refusals.standing,
  refusals.undefined,
];
const heads = ['states', 'edges', 'steps', 'refused', 'answered', 'undefined'];

export function suiteTable(suites: readonly Suite[]): string {
  const row = (id: string, cells: readonly (string | number)[]): string =>
    id.padEnd(30) + cells.map((one) => String(one).padStart(9)).join('');
  const all = suites.map((one) => row(short(one.id), numbers(one)));
  return [row('suite', heads), ...all].join('\n').replace(/^(.{24}) {6}/gm, '$1');
}
const short = (id: string): string => (id.length > 24 ? `${id.slice(0, 23)}~` : id);

/** The last lines; returns how many passed and failed. */
export function report(outcomes: readonly Outcome[]): { passed: number; failed: number } {
  let passed = 0;
  let failed = 0;
  for (const { source, boot, missing, own, seen, misfits } of outcomes) {
    const cases = [...boot.cases, ...own];
    const bad = cases.filter(({ ok }) => !ok);
    const odd = seen.filter(({ asExpected }) => !asExpected);
    passed += cases.length - bad.length + seen.length - odd.length;
    // No case at all, a suite that is not there and a word of the kernel's are failures too.
    const empty = boot.cases.length === 0 ? 1 : 0;
    failed += bad.length + odd.length + missing.length + empty + (boot.noise.length > 0 ? 1 : 0);
    say(`\nLinux ${source.version}: ${cases.length} cases, ${bad.length} failed`);
    say(`  seeded bugs: ${seen.length} tried, ${seen.filter(isKilled).length} killed,`);
    say(`  ${odd.length} not as expected, ${misfits.length} have no place in this kernel`);
    for (const { suite, name } of bad) say(`  failed: ${suite} ${name}`);
    for (const name of missing) say(`  not run: ${name}`);
    for (const line of boot.noise.slice(0, 3)) say(`  the kernel says: ${line}`);
    for (const each of odd) say(`  ${seedLine(each)}`);
  }
  return { passed, failed };
}

/** The generated part of docs/kernel-bench.md. */
export function tables(outcomes: readonly Outcome[], suites: readonly Suite[]): string {
  const cells = (list: readonly (string | number)[]): string => `| ${list.join(' | ')} |`;
  const suiteRows = suites.map((one) => cells([`\`${one.id}\``, ...numbers(one)]));
  const seedRows = outcomes.flatMap(({ source, seen }) =>
    seen.map((one) =>
      cells([source.version, `${one.trial.what} ${one.trial.n}`, one.trial.about, fateOf(one)]),
    ),
  );
  const runs = outcomes.map(
    ({ source, boot, own, seen, misfits }) =>
      `Linux ${source.version}: ${boot.cases.length} cases of the suites, ${own.length} of the kernel's own, ${seen.length} seeded bugs tried, ${seen.filter(isKilled).length} killed; ${misfits.length} seeds have no place there.`,
  );
  return [
    ...runs,
    '',
    cells(['suite', ...heads]),
    cells(['---', ...heads.map(() => '---')]),
    ...suiteRows,
    '',
    cells(['kernel', 'seed', 'what is wrong', 'what became of it']),
    cells(['---', '---', '---', '---']),
    ...seedRows,
  ].join('\n');
}
