/** The end of a run in words, and the tables of docs/kernel-bench.md. */
import { seeds } from '../seeds/index.ts';
import { mistakes } from '../seeds/mock-gpu.ts';
import type { Case } from './ktap.ts';
import type { Seen } from './matrix.ts';
import type { Outcome } from './outcome.ts';
import type { Suite } from './suites.ts';
import {
  fateOf,
  heads,
  isAsSaid,
  isKilled,
  monitored,
  numbers,
  say,
  survivors,
  seedLine,
  threadLine,
} from './words.ts';

/** A case that failed, and the first thing in it that was not as the model says. */
function failedLine({ suite, name, said }: Case): string {
  const first = said.find((line) => differs.test(line));
  return `  failed: ${suite} ${name}${first === undefined ? '' : `\n    ${first.trim()}`}`;
}
const differs = /^path \d+ step \d+: |Expected |is never freed|at (its|their) end|the kernel ended/;

/** How many answers were as expected and how many not; of these, how many were cut off. */
export type Counts = { passed: number; failed: number; cutOff: number };

/** The last lines; returns how many passed and failed. */
export function report(outcomes: readonly Outcome[]): Counts {
  let passed = 0;
  let failed = 0;
  let cutOff = 0;
  for (const { source, boot, missing, own, seen, threads, misfits } of outcomes) {
    const cases = [...boot.cases, ...own];
    const bad = cases.filter(({ ok }) => !ok);
    const odd = seen.filter(({ asExpected }) => !asExpected);
    const strange = threads.filter((one) => !isAsSaid(one));
    passed += cases.length - bad.length + seen.length - odd.length;
    passed += threads.length - strange.length;
    // No case at all, a suite that is not there and a word of the kernel's are failures too.
    const empty = boot.cases.length === 0 ? 1 : 0;
    failed += strange.length;
    cutOff += bad.filter((one) => one.cutOff).length;
    cutOff += odd.filter((one) => one.cutOff && !isKilled(one)).length;
    failed += bad.length + odd.length + missing.length + empty + (boot.noise.length > 0 ? 1 : 0);
    say(`\nLinux ${source.version}: ${cases.length} cases, ${bad.length} failed`);
    say(`  seeded bugs: ${seen.length} tried, ${seen.filter(isKilled).length} killed,`);
    say(`  ${odd.length} not as expected, ${misfits.length} have no place in this kernel`);
    say(`  sides of files of threads: ${threads.length}, ${strange.length} not as the model says`);
    for (const each of strange) say(`  ${threadLine(each)}`);
    for (const one of bad) say(failedLine(one));
    for (const name of missing) say(`  not run: ${name}`);
    for (const line of boot.noise.slice(0, 3)) say(`  the kernel says: ${line}`);
    for (const each of odd) say(`  ${seedLine(each)}`);
  }
  return { passed, failed, cutOff };
}

/** 0: all is as expected; 3: what is not was cut off; 1: something else is not. */
export function exitCode({ failed, cutOff }: Counts): number {
  if (failed === 0) return 0;
  return failed > cutOff ? 1 : 3;
}

const cells = (list: readonly (string | number)[]): string => `| ${list.join(' | ')} |`;

/** A row by what it is about: `| 6.12.117 | seed 9 | dma_fence_init: ... |`. */
const keyOf = (row: string): string => row.split(' | ').slice(0, 3).join(' | ');
const orderOf = (row: string): string =>
  row.replace(/(\w+) (\d+) \|/, (_, what: string, n: string) => `${what} ${n.padStart(4, '0')} |`);

/** A seed whose time was over keeps its row of an earlier run. */
const hasAnswer = (one: Seen): boolean => !one.cutOff || isKilled(one);

/** The rows of what was asked now, and those of earlier runs of what was not. */
function seedRows(
  outcomes: readonly Outcome[],
  known: ReadonlySet<string>,
  before: string,
): readonly string[] {
  const now = outcomes.flatMap(({ source, seen }) =>
    seen
      .filter(hasAnswer)
      .map((result) =>
        cells([
          source.version,
          `${result.trial.what} ${result.trial.n}`,
          result.trial.about,
          fateOf(result),
          monitored(result),
        ]),
      ),
  );
  const asked = new Set(now.map(keyOf));
  const kept = before
    .split('\n')
    .filter((row) => /^\| [\d.]+ \| (seed|mistake) \d+ \|/.test(row))
    .filter((row) => !asked.has(keyOf(row)) && known.has(row.split(' | ').slice(1, 3).join(' | ')));
  return [...now, ...kept].toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)));
}

/** The generated part of docs/kernel-bench.md. `before` is what it was. */
export function tables(
  outcomes: readonly Outcome[],
  suites: readonly Suite[],
  before: string,
): string {
  const suiteRows = suites.map((suite) => cells([`\`${suite.id}\``, ...numbers(suite)]));
  const known = new Set([
    ...seeds.map(({ n, function: fn, about }) => `seed ${n} | ${fn}: ${about}`),
    ...mistakes.map(({ n, about }) => `mistake ${n} | ${about}`),
  ]);
  const rows = seedRows(outcomes, known, before);
  const asked = outcomes.flatMap(({ seen }) => seen.filter(hasAnswer)).length;
  const runs = outcomes.map(
    ({ source, boot, own, seen, misfits }) =>
      `Linux ${source.version}, ${new Date().toISOString().slice(0, 10)}: ` +
      `${boot.cases.length} cases of the suites, ${own.length} ` +
      `of the kernel's own, ${seen.length} seeded bugs tried, ` +
      `${seen.filter(isKilled).length} killed${survivors(seen)}; ${misfits.length} seeds have ` +
      'no place there.',
  );
  const killed = rows.filter((row) => / \| (killed by|told by the kernel)\b/.test(row)).length;
  const earlier =
    `${rows.length} seeded bugs and mistakes stand in the second table, ${killed} of them killed; ` +
    `${asked} rows are of this run, ${rows.length - asked} of earlier ones.`;
  return [
    ...runs,
    earlier,
    '',
    cells(['suite', ...heads]),
    cells(['---', ...heads.map(() => '---')]),
    ...suiteRows,
    '',
    cells(['kernel', 'seed', 'what is wrong', 'what became of it', 'the monitor does not allow']),
    cells(['---', '---', '---', '---', '---']),
    ...rows,
  ].join('\n');
}
