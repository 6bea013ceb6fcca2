import { describe, expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { search } from '../../src/explore/search.ts';
import { sidesOfFile } from '../../src/threads/judge.ts';
import { differences, engine, naively } from '../strangers/testimony.ts';
import { describing, threadFiles } from './files.ts';
import { besideSpecOf } from '../../machines/description/system.ts';

const hazards = threadFiles.filter(({ name }) => name.startsWith('hazards/'));
const small = threadFiles.filter((file) => !/^with /m.test(file.text) || hazards.includes(file));

describe('the engine and the naive checker agree on every side', () => {
  test('there are some', () => {
    expect(small.length).toBeGreaterThanOrEqual(180);
  });
  test.each(small.map((file) => [file.name, file] as const))(
    '%s',
    (_, { path, name, text }) => {
      for (const { program } of sidesOfFile(name, text, kernelCalls, describing(path))) {
        expect(
          differences(naively(program), [engine(search(program, { states: 100_000 }))]),
        ).toEqual([]);
      }
    },
    60_000,
  );
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
  test.each(hazards.map((file) => [file.name, file] as const))(
    '%s',
    (_, { name, text }) => {
      for (const { program } of sidesOfFile(name, text, kernelCalls, two)) {
        const found = search(program, { states: 2_100 });
        if (found.stopped !== null) continue;
        compared++;
        expect(differences(naively(program), [engine(found)])).toEqual([]);
      }
    },
    120_000,
  );
  test('most of the sides were small enough to compare', () => {
    expect(compared).toBe(16);
  });
});
