import { expect, test } from 'vitest';
import { systemOf } from '../../machines/description/system.ts';
import { refusals } from '../../machines/refusals/index.ts';
import { suiteOf } from '../../src/judge/suite-of.ts';
import { misfit } from '../../src/paths/replay.ts';
import { withoutRecovery } from '../../src/system/program.ts';

const program = systemOf({ driver: 'mine', options: ['preempt'] });

test('a suite of a composed system covers all that can be covered, and fits the system', () => {
  const file = suiteOf(program, 'steps', { name: 'mine' });
  expect(file.coverage.covered).toBe(file.coverage.coverable);
  expect(file.coverage.covered).toBeGreaterThan(20);
  expect(file.paths.map((path) => misfit(withoutRecovery(program), path))).toEqual(
    file.paths.map(() => null),
  );
});

test('laws are tried where they are given, and nowhere else', () => {
  const tried = (options: Parameters<typeof suiteOf>[2]): number =>
    suiteOf(program, 'steps', options).paths.reduce(
      (sum, path) => sum + (path.refused ?? []).length,
      0,
    );
  expect(tried({})).toBe(0);
  expect(tried({ whose: refusals })).toBeGreaterThan(100);
  expect(tried({ whose: refusals, refusals: 'none' })).toBe(0);
});

test('a search that is cut covers what it saw, and gives no bound', () => {
  const file = suiteOf(program, 'edges', { budget: { states: 50 } });
  expect(file.size.bound).toBeNull();
  expect(file.coverage.covered).toBeGreaterThan(0);
});
