import { describe, expect, test } from 'vitest';
import type { Description } from '../../machines/description/description.ts';
import { understand } from '../../machines/description/complaints.ts';
import type { Finding } from '../../src/check/finding.ts';
import { brokenByHanging } from '../../src/judge/hanging.ts';
import { judge } from '../../src/judge/judge.ts';
import { expectKept } from '../docs/kept.ts';
import { row, table } from '../docs/markdown.ts';
import { differences, type Difference } from './twenty-found.ts';
import { invented, type Invented } from './twenty.ts';

/** An invented design as it is asked, and the answer that is right. */
function asked({ name, design, verdict, broken }: Invented) {
  const { instead }: Partial<Difference> = differences[name] ?? {};
  const without = instead?.without === undefined ? {} : { without: instead.without };
  const description = { driver: 'x', ...design, ...without } as Description;
  return { description, verdict: instead?.verdict ?? verdict, broken };
}

test('twenty designs were written, and every difference is of one of them', () => {
  expect(invented.length).toBe(20);
  const names = invented.map(({ name }) => name);
  expect(new Set(names).size).toBe(20);
  expect(Object.keys(differences).filter((name) => !names.includes(name))).toEqual([]);
});

describe('an invented design is judged as expected', () => {
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

test('docs/twenty-designs.md says what was expected, what was found and who was wrong', () => {
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
  expectKept(
    'twenty-designs.md',
    [
      '# Twenty invented designs',
      '',
      'Twenty designs, each with the answer that was expected of it: the verdict, the promise',
      'that is broken, and why.',
      'They were written down and committed before any of them was judged (`test/options/twenty.ts`).',
      `${invented.length - wrongs.length} were judged as expected at once, ${wrongs.length} were not.`,
      'A test asks all of them again and writes this page.',
      '',
      ...table(['design', 'expected', 'because', 'found'], lines),
      '',
      '## Where the first answer was another',
      '',
      ...wrongs,
      '',
    ].join('\n'),
  );
});
