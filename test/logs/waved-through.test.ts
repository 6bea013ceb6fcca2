import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { logSpec } from '../../machines/tracepoints/index.ts';
import { exitOf, reports } from './answers.ts';
import { random } from './random.ts';
import { summaryOf } from './reading.ts';

/**
 * Lines of kernels and drivers that speak of trouble, one of each sort that drivers print: facts,
 * not logs.
 */
const troubles = readFileSync(new URL('../data/logs-trouble.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [kind, text] = line.split('\t');
    return { kind: kind!, text: text! };
  });

/** What a machine prints that works. */
const calm = readFileSync(new URL('../data/logs-calm.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** Lines that a report may take for its own. */
const own = new Set([
  'lock report',
  'DEPT report',
  'hung task',
  'blocked task',
  'call trace',
  'part of a lock report',
  'part of a call trace',
]);

const stamped = (lines: readonly string[]): string =>
  lines
    .map((line, index) => `[${(100 + index / 1000).toFixed(6).padStart(12)}] ${line}`)
    .join('\n');

test('there are lines of every kind, and calm ones', () => {
  expect(troubles.length).toBeGreaterThan(90);
  expect(calm.length).toBeGreaterThan(60);
  const kinds = new Set(troubles.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(logSpec.trouble.map(({ name }) => name).sort());
});

test('a calm log is an all-clear', async () => {
  const summary = await summaryOf(stamped(calm));
  expect(summary.unjudged.list).toEqual([]);
  expect(exitOf(summary)).toBe(0);
});

test.each(troubles)('$kind: $text', async ({ kind, text }) => {
  for (const log of [stamped([text]), text, stamped([...calm, text, ...calm])]) {
    const summary = await summaryOf(log);
    expect(exitOf(summary)).not.toBe(0);
    // It is listed as what it is, with its line, or it is judged.
    if (exitOf(summary) === 3) {
      expect(summary.unjudged.list.map((one) => one.kind)).toContain(kind);
      const [first] = summary.unjudged.list;
      expect(log.split('\n')[first!.line - 1]).toContain(text.trim());
    }
  }
});

test('trouble strewn into clean logs is never waved through: 400 logs', async () => {
  const pick = random(17);
  let asked = 0;
  for (let round = 0; round < 400; round++) {
    const lines = Array.from({ length: 5 + pick(60) }, () => calm[pick(calm.length)]!);
    const strewn = Array.from({ length: 1 + pick(4) }, () => troubles[pick(troubles.length)]!);
    for (const { text } of strewn) lines.splice(pick(lines.length + 1), 0, text);
    const summary = await summaryOf(stamped(lines));
    expect([exitOf(summary), lines.join('\n')]).not.toEqual([0, lines.join('\n')]);
    asked++;
  }
  expect(asked).toBe(400);
});

test('trouble behind a report that is judged is not taken for a part of it', async () => {
  const others = troubles.filter(({ kind }) => !own.has(kind));
  let asked = 0;
  const wrong: string[] = [];
  for (const [name, text] of reports) {
    const plain = await summaryOf(text);
    for (let round = 0; round < 6; round++) {
      const { kind, text: line } = others[(asked * 7) % others.length]!;
      asked++;
      const { unjudged, broken } = await summaryOf(`${text.trimEnd()}\n\n${line}\n`);
      const more =
        unjudged.list.length - plain.unjudged.list.length + (sum(broken) - sum(plain.broken));
      if (more < 1) wrong.push(`${name}: ${kind}: ${line}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBe(324);
});

const sum = (broken: readonly { readonly count: number }[]): number =>
  broken.reduce((total, { count }) => total + count, 0);

test('trouble within a report is judged, or listed', async () => {
  const pick = random(18);
  const others = troubles.filter(({ kind }) => !own.has(kind));
  const wrong: string[] = [];
  let asked = 0;
  for (const [name, text] of reports) {
    const lines = text.trimEnd().split('\n');
    for (let round = 0; round < 10; round++) {
      const { kind, text: line } = others[pick(others.length)]!;
      const place = pick(lines.length + 1);
      const summary = await summaryOf(lines.toSpliced(place, 0, line).join('\n'));
      asked++;
      const told = [...summary.unjudged.list, ...summary.findings];
      if (!told.some((one) => one.text.includes(line.trim())))
        wrong.push(`${name}, line ${place + 1}: ${kind}: ${line}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBe(540);
});
