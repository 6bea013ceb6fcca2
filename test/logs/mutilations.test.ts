import { expect, test } from 'vitest';
import { exitOf, reports } from './answers.ts';
import { random } from './random.ts';
import { summaryOf } from './reading.ts';

type Mutilation = (lines: string[], pick: (below: number) => number) => string[];

/** What happens to reports on their way: each changes one place. */
const mutilations: Readonly<Record<string, Mutilation>> = {
  'a line lost': (lines, pick) => lines.toSpliced(pick(lines.length), 1),
  'lines lost': (lines, pick) => lines.toSpliced(pick(lines.length), 1 + pick(lines.length >> 1)),
  'the head lost': (lines, pick) => lines.slice(pick(lines.length >> 1)),
  'the tail lost': (lines, pick) => lines.slice(0, (lines.length >> 1) + pick(lines.length >> 1)),
  'a line cut': (lines, pick) => {
    const at = pick(lines.length);
    return lines.with(at, lines[at]!.slice(0, pick(lines[at]!.length + 1)));
  },
  'a line broken': (lines, pick) => {
    const at = pick(lines.length);
    const column = pick(lines[at]!.length + 1);
    return lines.toSpliced(at, 1, lines[at]!.slice(0, column), lines[at]!.slice(column));
  },
  'two lines joined': (lines, pick) => {
    const at = pick(Math.max(1, lines.length - 1));
    return lines.toSpliced(at, 2, lines.slice(at, at + 2).join(' '));
  },
  'two lines swapped': (lines, pick) => {
    const one = pick(lines.length);
    const other = pick(lines.length);
    return lines.with(one, lines[other]!).with(other, lines[one]!);
  },
  'a line twice': (lines, pick) => {
    const at = pick(lines.length);
    return lines.toSpliced(at, 0, lines[at]!);
  },
  'characters lost': (lines, pick) => {
    const at = pick(lines.length);
    const column = pick(lines[at]!.length + 1);
    return lines.with(at, lines[at]!.slice(0, column) + lines[at]!.slice(column + 1 + pick(8)));
  },
  'characters changed': (lines, pick) => {
    const at = pick(lines.length);
    const column = pick(lines[at]!.length + 1);
    const line = lines[at]!;
    return lines.with(at, `${line.slice(0, column)}?${line.slice(column + 1)}`);
  },
  'something in between': (lines, pick) =>
    lines.toSpliced(pick(lines.length), 0, 'usb 1-1: new high-speed USB device number 4'),
};
const names = Object.keys(mutilations);

/** Of a report of a few lines nothing may be left. */
const shortest = 5;
const long = reports.filter(([, text]) => text.trimEnd().split('\n').length >= shortest);
let made = 0;

test.each(long)('%s: a hundred mutilations are no all-clear', async (name, text) => {
  const pick = random([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  const lines = text.trimEnd().split('\n');
  const wrong: string[] = [];
  for (let round = 0; round < 100; round++) {
    let mutilated = lines;
    const done = Array.from({ length: 1 + (round % 3) }, () => names[pick(names.length)]!);
    for (const what of done)
      if (mutilated.length > 1) mutilated = mutilations[what]!(mutilated, pick);
    made++;
    // Nothing left that anybody could read is no all-clear either.
    const summary = await summaryOf(mutilated.join('\n')).catch((error: Error) => {
      if (error.name !== 'Misuse') throw error;
      return null;
    });
    if (summary !== null && exitOf(summary) === 0)
      wrong.push(`${done.join(', ')}:\n${mutilated.join('\n').slice(0, 3000)}`);
  }
  expect(wrong).toEqual([]);
});

test('they were made', () => {
  expect([names.length, made]).toEqual([12, 46 * 100]);
});
