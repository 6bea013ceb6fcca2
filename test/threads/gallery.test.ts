import { describe, expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { judgeSide } from '../../src/threads/judge.ts';
import { kindsOf } from '../../src/threads/order-reading.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';
import type { Report } from '../../src/check/verdict.ts';
import { replay } from '../../src/check/finding.ts';
import { describingBeside } from '../../src/cli/threads/read-threads.ts';
import { threadFiles } from './files.ts';

const judged = (file: (typeof threadFiles)[number]) =>
  sidesOfFile(file.name, file.text, kernelCalls, describingBeside(file.path)).map((side) =>
    judgeSide(side, { states: 200_000 }),
  );

test('there are files, and each has a name of its own and names its law', () => {
  expect(threadFiles.length).toBeGreaterThanOrEqual(180);
  const names = threadFiles.map(({ text }) => /^K (\S+)/m.exec(text)?.[1]);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(threadFiles.filter(({ text }) => !/^law /m.test(text)).map(({ name }) => name)).toEqual(
    [],
  );
});

describe('every side is as its file expects, and its evidence replays', () => {
  test.each(threadFiles.map((file) => [file.name, file] as const))('%s', (_, file) => {
    for (const answer of judged(file)) {
      expect(answer.problems).toEqual([]);
      expect(answer.expected.verdict ?? answer.expected.order).not.toBeNull();
      // Where lockdep reports and nothing hangs, it is known what would have to change.
      if (answer.reading?.unreachable != null) expect(answer.reading.because).not.toEqual([]);
      for (const { promise, run, loop, verdict } of answer.report.promises) {
        const { end } = replay(
          answer.program,
          run.map(({ step }) => step),
        );
        const again = replay(
          answer.program,
          loop.map(({ step }) => step),
          end,
        );
        expect(again.end).toEqual(end);
        if (verdict !== 'deadlock') continue;
        const owed = answer.program.promises.find(({ name }) => name === promise)!;
        const pending = owed.pending.every((some) =>
          some.some(({ part, in: states }) => states.includes(end[part]!)),
        );
        expect(pending).toBe(true);
      }
    }
  });
});

/** A fence that only a favour signals, or only the call of a user who may give up. */
const hanging = ({ promises }: Report): string =>
  promises.flatMap(({ promise, verdict }) => (verdict === 'finite' ? [] : [promise])).join(' ');

test('a twin is good on one side: verdicts, what hangs, or lockdep answers differ', () => {
  const twins = threadFiles.filter(({ text }) => /^[-+]/m.test(text));
  expect(twins.length).toBeGreaterThanOrEqual(170);
  // The point of these is that a difference which matters elsewhere does not matter here.
  const alike = ['beside/lock-in-repair-preempt.litmus'];
  const same = twins.filter((file) => {
    const [before, after] = judged(file).map(
      ({ verdict, order, report }) => `${verdict} of ${hanging(report)} ${kindsOf(order)}`,
    );
    return before === after;
  });
  expect(same.map(({ name }) => name)).toEqual(alike);
});
