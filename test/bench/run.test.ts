import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const bench = fileURLToPath(new URL('../../bench/', import.meta.url));

/** What it prints and its exit code. A measurement takes minutes: it is ended long before. */
function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${bench}run.mjs`, ...words], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, out: stdout, lines: stderr.split('\n').slice(0, -1) };
}

/** The measurements that say themselves how they are asked for. */
const said = readdirSync(bench)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .flatMap((file) => {
    const text = readFileSync(bench + file, 'utf8');
    const head = text.slice(0, text.indexOf('*/'));
    const [, name] = /`npm run bench -- ([a-z]+)`/.exec(head) ?? [];
    const options = [...head.matchAll(/`(--[a-z]+)(?: [A-Z]+)?`/g)].map(([, option]) => option!);
    return name === undefined ? [] : [{ name, options }];
  });

test('--help prints what there is, and measures nothing', () => {
  expect(said.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['search', 'paths', 'symbolic', 'reach', 'certificates']),
  );
  for (const words of [['--help'], ['-h'], ['reach', '--help']]) {
    const { status, out, lines } = run(...words);
    expect([status, lines]).toEqual([0, []]);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    for (const { name, options } of said) {
      expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
      for (const option of options) expect(out, name).toContain(`    ${option} `);
    }
  }
});

test.each([
  ['symbolik', ['symbolik'], "there is no measurement 'symbolik'; there are search, paths,"],
  ['an option', ['--quik'], "search has no option '--quik'; it has --quick"],
  ['an option of another', ['paths', '--goals'], "paths has no option '--goals'; it has none"],
  ['a name of an object', ['toString'], "there is no measurement 'toString'"],
  ['two names', ['reach', 'paths'], "reach has no option 'paths'"],
  ['no value', ['reach', '--into'], '--into takes a value: --into FILE'],
  ['an option for a value', ['reach', '--most', '--growth'], '--most takes a value'],
  ['no number', ['reach', '--most', 'two'], "--most takes a number from 1 on, and got 'two'"],
  ['a long word', ['x'.repeat(500)], 'there is no measurement'],
])('%s is told in one line', (_, words, says) => {
  const { status, out, lines } = run(...words);
  expect([status, out, lines.length]).toEqual([2, '', 1]);
  expect(lines[0]).toContain(`bench: ${says}`);
  expect(lines[0]!.length).toBeLessThanOrEqual(160);
});
