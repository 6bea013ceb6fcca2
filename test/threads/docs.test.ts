import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { callsPage } from '../../src/cli/threads/calls-page.ts';
import { judgeSide, kindsOf, sidesOfFile } from '../../src/threads/judge.ts';

const docs = new URL('../../docs/', import.meta.url);
const page = readFileSync(new URL('threads.md', docs), 'utf8');
const examples = [...page.matchAll(/```c\n([\s\S]*?)```/g)].map(([, text]) => text!);

test('the table of calls is the one that is generated', () => {
  expect(readFileSync(new URL('threads-calls.md', docs), 'utf8')).toBe(callsPage(kernelCalls));
});

test('the examples of the page answer as the page says', () => {
  const alone = examples.filter((text) => !text.includes('with "'));
  expect(alone.length).toBe(3);
  const said = alone.map((text) =>
    sidesOfFile('x.litmus', text, kernelCalls).map((side) => {
      const { verdict, order, problems, report } = judgeSide(side, { states: 10_000 });
      expect(problems).toEqual([]);
      return `${verdict} ${report.states} ${kindsOf(order).join(' ')}`;
    }),
  );
  expect(said).toEqual([
    ['deadlock 7 circular'],
    ['deadlock 56 silent', 'finite 50 silent'],
    ['finite 49 circular'],
  ]);
});
