import { describe, expect, it } from 'vitest';
import { gallery } from '../../machines/litmus/gallery.ts';
import { assess, verdictOf } from '../../src/check/assess.ts';
import type { Program } from '../../src/system/program.ts';

const most = 2_000;
const systems = gallery
  .filter(({ expect: { states } }) => states <= most)
  .filter((_, at) => at % 5 === 0)
  .map((one) => ({ name: one.name, states: one.expect.states, program: one.system() }));
const whole = (program: Program, states: number) => assess(program, { states }, [], 0).verdict;

describe('the verdict alone', () => {
  it('is that of the whole assessment', () => {
    const verdictPairs = systems.map(
      ({ name, program }) =>
        [name, verdictOf(program, { states: 100_000 }), whole(program, 100_000)] as const,
    );
    expect(verdictPairs.filter(([, one, other]) => one !== other)).toEqual([]);
    expect(new Set(verdictPairs.map(([, verdict]) => verdict))).toEqual(
      new Set(['broken', 'deadlock', 'indefinite', 'unbounded', 'finite']),
    );
  });

  it('is so where the search runs out', () => {
    const verdictPairs = systems.map(
      ({ name, states, program }) =>
        [
          name,
          verdictOf(program, { states: Math.ceil(states / 2) }),
          whole(program, Math.ceil(states / 2)),
        ] as const,
    );
    expect(verdictPairs.filter(([, one, other]) => one !== other)).toEqual([]);
    expect(new Set(verdictPairs.map(([, verdict]) => verdict))).toEqual(
      new Set(['broken', 'deadlock', 'indefinite', 'unbounded', 'incomplete']),
    );
  });

  it('is so where promises are more than one batch holds, the worst of them in the last', () => {
    for (const { name, program } of systems) {
      const many = {
        ...program,
        promises: [
          ...Array.from({ length: 40 }, () => program.promises.slice(0, 1)).flat(),
          ...program.promises,
        ],
      };
      expect([name, verdictOf(many, { states: 100_000 })]).toEqual([name, whole(program, 100_000)]);
    }
  });
});
