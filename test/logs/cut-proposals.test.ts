import { expect, test } from 'vitest';
import { judgeThreads } from '../../src/judge/threads.ts';
import { cli, file } from '../cli/in-process.ts';
import { reports } from './answers.ts';
import { expectedOfMadeUp, expectedOfReal, type Expected } from './proposals.ts';
import { random } from './random.ts';

const expected: Readonly<Record<string, Expected>> = { ...expectedOfReal, ...expectedOfMadeUp };

type Cut = (lines: readonly string[], pick: (below: number) => number) => readonly string[];
const cuts: readonly Cut[] = [
  (lines, pick) => lines.toSpliced(pick(lines.length), 1 + pick(3)),
  (lines, pick) => lines.slice(0, (lines.length >> 1) + pick(lines.length >> 1)),
  (lines, pick) => lines.slice(pick(lines.length >> 1)),
];
const rounds = 20;

const hanging = reports.filter(([name]) => {
  const wanted = expected[name]!;
  return 'verdict' in wanted && wanted.verdict !== 'finite';
});

/** Lines that are lost are never the reason why a file of a hang comes out finite in silence. */
test.each(hanging)('%s: a finite file of a cut report says what it lacks', async (name, text) => {
  const lines = text.trimEnd().split('\n');
  const pick = random([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  const wrong: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const cut = cuts[pick(cuts.length)]!(lines, pick).join('\n');
    const { code, out } = await cli('log', file(cut, `${name}-${round}.txt`), '--propose');
    if (code !== 0 || out.includes('// Not written: ')) continue;
    const { verdict } = judgeThreads(name, out, { states: 100_000 })[0]!;
    if (verdict === 'finite') wrong.push(`${cut}\n=====\n${out}`);
  }
  expect(wrong).toEqual([]);
});

test('the reports are there', () => {
  expect(hanging.length).toBeGreaterThan(35);
});
