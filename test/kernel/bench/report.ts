/** The end of a run in words, and the tables of docs/kernel-bench.md. */
import type { Case } from './boot.ts';
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

/** The last lines; returns how many passed and failed. */
export function report(outcomes: readonly Outcome[]): { passed: number; failed: number } {
  let passed = 0;
  let failed = 0;
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
  return { passed, failed };
}

/** The generated part of docs/kernel-bench.md. */
export function tables(outcomes: readonly Outcome[], suites: readonly Suite[]): string {
  const cells = (list: readonly (string | number)[]): string => `| ${list.join(' | ')} |`;
  const suiteRows = suites.map((one) => cells([`\`${one.id}\``, ...numbers(one)]));
  const seedRows = outcomes.flatMap(({ source, seen }) =>
    seen.map((one) =>
      cells([
        source.version,
        `${one.trial.what} ${one.trial.n}`,
        one.trial.about,
        fateOf(one),
        monitored(one),
      ]),
    ),
  );
  const runs = outcomes.map(
    ({ source, boot, own, seen, misfits }) =>
      `Linux ${source.version}, ${new Date().toISOString().slice(0, 10)}: ` +
      `${boot.cases.length} cases of the suites, ${own.length} ` +
      `of the kernel's own, ${seen.length} seeded bugs tried, ` +
      `${seen.filter(isKilled).length} killed${survivors(seen)}; ${misfits.length} seeds have ` +
      'no place there.',
  );
  return [
    ...runs,
    '',
    cells(['suite', ...heads]),
    cells(['---', ...heads.map(() => '---')]),
    ...suiteRows,
    '',
    cells(['kernel', 'seed', 'what is wrong', 'what became of it', 'the monitor does not allow']),
    cells(['---', '---', '---', '---', '---']),
    ...seedRows,
  ].join('\n');
}
