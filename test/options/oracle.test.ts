// The oracle itself: it answers everything, rests on sentences that stand there, and is no constant.
import { describe, expect, test } from 'vitest';
import {
  HAZARDS,
  OPTIONS,
  SENTENCES,
  VERDICTS,
  descriptions,
  fenceSignals,
  submitEnds,
  type Description,
  type Expected,
  type Sentence,
} from './oracle.js';

const everyDescription = [...descriptions()];
const rank = (e: Expected): number => Math.max(...e.verdicts.map((v) => VERDICTS.indexOf(v)));
const plain: Description = { options: [], compute: 'finite', hardwareCan: [], hazards: [] };
const both = ['preempt-running', 'preempt-faulted'] as const;

test('every description is answered, with sentences', () => {
  // 1 + 6 + 15 + 20 sets of options, two kinds of compute, four of hardware, none or one hazard.
  expect(everyDescription.length).toBe(42 * 2 * 4 * 11);
  for (const d of everyDescription) {
    for (const e of [fenceSignals(d), submitEnds(d)]) {
      expect(e.verdicts.length, JSON.stringify(d)).toBeGreaterThan(0);
      expect(e.because.length, JSON.stringify(d)).toBeGreaterThan(0);
    }
  }
});

test('every sentence carries some answer', () => {
  const hung = everyDescription.map((d): Description => ({ ...d, hardwareHangs: true }));
  const answers = [...everyDescription, ...hung].flatMap((d) => [fenceSignals(d), submitEnds(d)]);
  const used = new Set(answers.flatMap((e) => e.because));
  expect(Object.keys(SENTENCES).filter((s) => !used.has(s as Sentence))).toEqual([]);
});

test('every option and every hazard turns some answer', () => {
  const answer = (d: Description): string => JSON.stringify([fenceSignals(d), submitEnds(d)]);
  const turned = (d: Description, e: Description): boolean => answer(d) !== answer(e);
  for (const o of OPTIONS) {
    const with1 = everyDescription.filter((d) => d.options.includes(o));
    const turns = with1.some((d) => turned(d, { ...d, options: d.options.filter((x) => x !== o) }));
    expect(turns, o).toBe(true);
  }
  for (const h of HAZARDS) {
    const with1 = everyDescription.filter((d) => d.hazards.includes(h));
    const turns = with1.some((d) => turned({ ...d, hardwareHangs: true }, without(d)));
    expect(turns, h).toBe(true);
  }
});

function without(d: Description): Description {
  return { ...d, hazards: [], hardwareHangs: true };
}

test('without a hazard one more option never makes it worse', () => {
  const clean = everyDescription.filter((d) => d.hazards.length === 0 && d.options.length < 3);
  for (const d of clean) {
    for (const o of OPTIONS.filter((x) => !d.options.includes(x))) {
      const more = { ...d, options: [...d.options, o] };
      expect(rank(fenceSignals(more)), JSON.stringify(more)).toBeLessThanOrEqual(
        rank(fenceSignals(d)),
      );
    }
  }
});

describe('what was expected before the oracle was asked', () => {
  const cases: readonly [string, Partial<Description>, readonly string[]][] = [
    ['no option', {}, ['deadlock']],
    ['preempt', { options: ['preempt'], hardwareCan: both }, ['finite']],
    ['not while faulted', { options: ['preempt'], hardwareCan: [both[0]] }, ['deadlock']],
    ['V3', { options: ['reserve-in-flight', 'flush'] }, ['finite']],
    ['memory', { options: ['separate-memory'] }, ['finite']],
    ['memory, long', { options: ['separate-memory'], compute: 'long-running' }, ['indefinite']],
    [
      'memory gives the half that the hardware lacks',
      {
        options: ['preempt', 'separate-memory'],
        hardwareCan: [both[0]],
        compute: 'long-running',
      },
      ['finite'],
    ],
    [
      'V14 preempt',
      { options: ['preempt'], hardwareCan: both, hazards: ['repair-on-busy-engine'] },
      ['finite'],
    ],
    [
      'V14 memory',
      { options: ['separate-memory'], hazards: ['repair-on-busy-engine'] },
      ['deadlock'],
    ],
    [
      'no option covers the signal path',
      { options: ['separate-memory', 'flush', 'preempt'], hazards: ['signal-path-reclaims'] },
      ['deadlock'],
    ],
    [
      'recovery, nothing hangs',
      { options: ['flush'], hazards: ['recovery-allocates'] },
      ['finite'],
    ],
    [
      'recovery, V8',
      { options: ['flush'], hazards: ['recovery-allocates'], hardwareHangs: true },
      ['deadlock'],
    ],
  ];
  test.each(cases)('%s', (_, of, expected) => {
    expect(fenceSignals({ ...plain, ...of }).verdicts).toEqual(expected);
  });

  test('V15: a reservation can always be obtained from what can always be preempted', () => {
    const description: Description = {
      ...plain,
      options: ['preempt', 'reserve-in-flight'],
      compute: 'long-running',
    };
    expect(submitEnds({ ...description, hardwareCan: both }).verdicts).toEqual(['finite']);
    expect(submitEnds(description).verdicts).toEqual(['indefinite']);
  });
});
