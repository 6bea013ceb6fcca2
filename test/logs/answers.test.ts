import { describe, expect, test } from 'vitest';
import { answers, exitOf, madeUp, madeUpReport } from './answers.ts';
import { rulesOf, summaryOf } from './reading.ts';

test('every made-up report has an answer, and says it in its first line', () => {
  expect(madeUp).toEqual(Object.keys(answers));
  expect(madeUp.length).toBe(36);
  for (const name of madeUp) expect(madeUpReport(name).right).toMatch(/^# RIGHT: ./);
});

describe('made-up reports are answered as their first line says', () => {
  test.each(Object.entries(answers))('%s', async (name, { rules, exit, says, never }) => {
    const summary = await summaryOf(madeUpReport(name).text);
    const { locks, tasks, findings, unjudged } = summary;
    const wholeAnswer = JSON.stringify({ locks, tasks, findings, unjudged });
    expect(rulesOf(summary)).toEqual(rules);
    expect(exitOf(summary)).toBe(exit);
    for (const part of says ?? []) expect(wholeAnswer).toContain(JSON.stringify(part).slice(1, -1));
    for (const part of never ?? []) expect(wholeAnswer).not.toContain(part);
    // A judged report leaves nothing behind.
    if (exit === 1) expect(unjudged.list).toEqual([]);
  });
});
