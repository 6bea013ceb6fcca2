import { expect, test } from 'vitest';
import { fenceGallery } from '../../../machines/litmus/fences/index.ts';
import { fenceMutants } from '../../mutants/fences.ts';
import type { Clause } from '../../../src/system/vocabulary.ts';
import { runLitmus } from '../../../src/litmus/run.ts';

const litmus = (name: string) => fenceGallery.find((one) => one.name === name);
const clausesOf = (name: string): string[] =>
  (litmus(name)!.facts as { readonly clauses: readonly Clause[] }).clauses.map(
    (clause) => clause.name,
  );

test('there are mutants, and the upstream bugs of this family are among them', () => {
  expect(fenceMutants.length).toBeGreaterThanOrEqual(20);
  expect(fenceMutants.filter(({ starred }) => starred).map(({ name }) => name)).toEqual([
    'NULL ops in a tracepoint',
  ]);
  expect(new Set(fenceMutants.map(({ killedBy }) => killedBy)).size).toBe(fenceMutants.length);
});

test.each(fenceMutants)('$name', ({ how, killedBy }) => {
  const killer = litmus(killedBy);
  expect(killer, killedBy).toBeDefined();
  const { found, problems } = runLitmus(killer!);
  expect(problems).toEqual([]);
  expect(found.verdict).not.toBe('finite');
  // The shortest run that shows it.
  expect(found.length).toBeGreaterThan(0);
  // What is said to be changed is what differs from the good twin, and nothing else.
  const [bad, good] = [clausesOf(killedBy), clausesOf(killer!.twin)];
  expect(litmus(killer!.twin)!.expect.verdict).toBe('finite');
  if ('with' in how)
    expect([
      bad.filter((name) => !good.includes(name)),
      good.filter((name) => !bad.includes(name)),
    ]).toEqual([[how.with], []]);
  else
    expect([
      bad.filter((name) => !good.includes(name)),
      good.filter((name) => !bad.includes(name)),
    ]).toEqual([[], [how.without]]);
});
