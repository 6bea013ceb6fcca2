import { describe, expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { search } from '../../src/explore/search.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';
import { differences, engine, naively } from '../strangers/testimony.ts';
import { describing, threadFiles } from './files.ts';

const small = threadFiles.filter(({ text }) => !/^with /m.test(text));

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
