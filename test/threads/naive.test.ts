import { describe, expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { search } from '../../src/explore/search.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';
import { differences, engine, naively } from '../strangers/testimony.ts';
import { sidesBySize, threadFiles } from './files.ts';
import { besideSpecOf } from '../../machines/description/system.ts';

const hazards = threadFiles.filter(({ name }) => name.startsWith('hazards/'));

describe('the engine and the naive checker agree on every side of every file', () => {
  const sides = sidesBySize();
  test('there are some', () => {
    expect(sides.length).toBeGreaterThanOrEqual(626);
  });
  test.each(sides.map((side) => [side.name, side] as const))('%s', (_, { program, states }) => {
    const found = search(program, { states: 200_000 });
    expect(found.size).toBe(states);
    expect(differences(naively(program), [engine(found)])).toEqual([]);
  });
});

/** A fragment for each of two jobs, and whatever of the two fences a thread means. */
describe('they agree on every hazard beside two jobs', () => {
  let compared = 0;
  const two = (_: string, hangs: boolean) =>
    besideSpecOf(
      {
        driver: 'two',
        pageFaults: 'none',
        foreignDevice: false,
        jobs: { fenced: 2, faulting: 0 },
      },
      hangs,
    );
  test.each(hazards.map((file) => [file.name, file] as const))('%s', (_, { name, text }) => {
    for (const { program } of sidesOfFile(name, text, kernelCalls, two)) {
      const found = search(program, { states: 2_100 });
      if (found.stopped !== null) continue;
      compared++;
      expect(differences(naively(program), [engine(found)])).toEqual([]);
    }
  });
  test('most of the sides were small enough to compare', () => {
    expect(compared).toBe(16);
  });
});
