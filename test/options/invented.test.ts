import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Description } from '../../machines/description/description.ts';
import { understand } from '../../machines/description/complaints.ts';
import type { Finding } from '../../src/check/finding.ts';
import { brokenByHanging } from '../../src/judge/hanging.ts';
import { judge } from '../../src/judge/judge.ts';
import { expectKept } from '../docs/kept.ts';
import { row, table } from '../docs/markdown.ts';
import { cli } from '../cli/in-process.ts';
import { hostileAgain } from './hostile-again.ts';
import { againDifferences, hostileDifferences, hostileFiles } from './hostile-found.ts';
import { hostile } from './hostile.ts';
import { differences as firstDifferences, type Difference } from './twenty-found.ts';
import { invented as first, type Invented } from './twenty.ts';

const invented: readonly Invented[] = [...first, ...hostile, ...hostileAgain];
const differences: Readonly<Record<string, Difference>> = {
  ...firstDifferences,
  ...hostileDifferences,
  ...againDifferences,
};
const folder = fileURLToPath(new URL('hostile/', import.meta.url));
const files = readdirSync(folder).sort();

/** An invented design as it is asked, and the answer that is right. */
function asked({ name, design, verdict, broken }: Invented) {
  const { instead }: Partial<Difference> = differences[name] ?? {};
  const without = instead?.without === undefined ? {} : { without: instead.without };
  const description = {
    driver: 'x',
    ...(instead?.design ?? design),
    ...without,
  } as Description;
  const now = instead?.broken === undefined ? broken : instead.broken;
  return { description, verdict: instead?.verdict ?? verdict, broken: now };
}

test('64 designs and 36 files were written, and every difference is of one of them', () => {
  expect([first.length, hostile.length, hostileAgain.length, files.length]).toEqual([
    20, 20, 24, 36,
  ]);
  const names = invented.map(({ name }) => name);
  expect(new Set(names).size).toBe(64);
  // The same words in another order are the same design.
  const designs = invented.map(({ design }) =>
    JSON.stringify(design, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort())
        : value,
    ),
  );
  expect(new Set(designs).size).toBe(64);
  const numbers = files.map((name) => name.slice(0, 2));
  expect(Object.keys(hostileFiles).filter((number) => !numbers.includes(number))).toEqual([]);
  expect(Object.keys(differences).filter((name) => !names.includes(name))).toEqual([]);
});

// The largest takes 20 s, and much longer where others need the machine.
describe('an invented design is judged as expected', { timeout: 600_000 }, () => {
  test.each(invented.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { description, verdict, broken } = asked(one);
    expect(understand(description)).not.toHaveProperty('complaints');

    const judgement = judge(description, { states: 1_000_000 });
    const bad = (finding: Finding): boolean => finding.verdict !== 'finite';
    const found = [...judgement.findings, ...brokenByHanging(judgement.hanging)].filter(bad);
    expect(judgement.verdict).toBe(verdict);
    expect(found.filter((finding) => finding.verdict === verdict).map(({ of }) => of)).toEqual(
      broken === null ? [] : expect.arrayContaining([broken]),
    );
  });
});

/** The numbers of the files for which a reason is given. */
const numbersOf = (reason: string): readonly string[] =>
  Object.keys(hostileFiles)
    .filter((number) => hostileFiles[number]!.why === reason)
    .sort();

test('every file of threads is judged as it expects', async () => {
  const { code, out } = await cli('litmus', ...files.map((name) => `${folder}${name}`));
  expect(out).toContain('36 files, 72 sides: all as expected');
  expect(code).toBe(0);
});

test('docs/invented-designs.md says what was expected, what was found and who was wrong', () => {
  const told = (broken: string | null): string => (broken === null ? '' : ` (${broken})`);
  const lines = invented.map(({ name, verdict, broken, because }) => {
    const { found, wrong }: Partial<Difference> = differences[name] ?? {};
    return row([
      name,
      verdict + told(broken),
      because,
      found === undefined ? 'as expected' : `${found}: ${wrong} was wrong`,
    ]);
  });
  const wrongs = Object.entries(differences).map(
    ([name, { found, wrong, why }]) =>
      `- **${name}**: first ${found}. ${wrong.replace('the', 'The')} was wrong. ${why}`,
  );
  const threadLines = files.map((name) => {
    const text = readFileSync(`${folder}${name}`, 'utf8');
    const expected = (sign: string): string =>
      new RegExp(`^\\${sign}expect (\\w+);`, 'm').exec(text)?.[1] ?? '';
    const story = /^"(.*)"$/m.exec(text)?.[1] ?? name;
    const wrong = hostileFiles[name.slice(0, 2)];
    const first = wrong === undefined ? 'as expected' : `${wrong.found}: ${wrong.wrong} was wrong`;
    return row([`${name.slice(0, 2)}. ${story}`, expected('-'), expected('+'), first]);
  });
  expectKept(
    'invented-designs.md',
    [
      '# 64 invented designs, and 36 files of threads',
      '',
      'Designs of drivers, each with the answer that was expected of it: the verdict, the promise',
      'that is broken, and why.',
      'They were written down and committed before any of them was judged (`test/options/twenty.ts`,',
      'and 44 more by people who wanted the tool to be wrong, `test/options/hostile.ts` and',
      '`test/options/hostile-again.ts`).',
      `${invented.length - wrongs.length} were judged as expected at once, ${wrongs.length} were not.`,
      'A test asks all of them again and writes this page.',
      '',
      ...table(['design', 'expected', 'because', 'found'], lines),
      '',
      '## Where the first answer was another',
      '',
      ...wrongs,
      '',
      '## 36 files of threads',
      '',
      'Twins of our own invention, with the verdict of each side written before they were judged',
      '(`test/options/hostile/`).',
      '',
      ...table(['file', 'before', 'after', 'first'], threadLines),
      '',
      ...[...new Set(Object.values(hostileFiles).map(({ why }) => why))].map(
        (why) => `- ${numbersOf(why).join(', ')}: ${why}`,
      ),
      '',
    ].join('\n'),
  );
});
