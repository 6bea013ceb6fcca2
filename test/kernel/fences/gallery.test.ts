import { expect, test } from 'vitest';
import { fenceLaws } from '../../../machines/litmus/fences/laws.ts';
import { fenceGallery } from '../../../machines/litmus/fences/index.ts';
import { check } from '../../../src/check/verdict.ts';
import { misfits, runLitmus } from '../../../src/litmus/run.ts';

const good = (name: string): boolean =>
  fenceGallery.find((one) => one.name === name)!.expect.verdict === 'finite';

test('the gallery fits together: names, twins that differ in one fact, one of the two good', () => {
  expect(fenceGallery.length).toBeGreaterThanOrEqual(9);
  expect(misfits(fenceGallery)).toEqual([]);
});

test('every law is cited by a pair that tells good from bad', () => {
  const ids = fenceLaws;
  const covered = ids.filter((id) =>
    fenceGallery.some(
      (one) =>
        one.cites.includes(id) &&
        !good(one.name) &&
        good(one.twin) &&
        fenceGallery.find(({ name }) => name === one.twin)!.cites.includes(id),
    ),
  );
  expect(ids.filter((id) => !covered.includes(id))).toEqual([]);
});

test.each(fenceGallery)('$name', (litmus) => {
  const { problems, found } = runLitmus(litmus);
  expect(problems).toEqual([]);
  expect(found.states).toBeLessThanOrEqual(50_000);
});

test('every step of every row fires in some litmus', () => {
  const never = new Map<string, boolean>();
  for (const litmus of fenceGallery) {
    const program = litmus.system();
    const report = check(program, { states: 100_000 }, { plain: true });
    for (const { of } of program.steps)
      never.set(of, (never.get(of) ?? true) && report.neverFired.includes(of));
  }
  expect(never.size).toBeGreaterThan(30);
  expect([...never].filter(([, none]) => none).map(([step]) => step)).toEqual([]);
});
