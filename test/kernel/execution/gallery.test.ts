import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { executionGallery } from '../../../machines/litmus/execution/index.ts';
import { executionLaws } from '../../../machines/litmus/execution/laws.ts';
import { computeJobs } from '../../../machines/rows/compute-jobs.ts';
import { fencedJobs } from '../../../machines/rows/fenced-jobs.ts';
import { foreignDevice } from '../../../machines/rows/foreign-device.ts';
import { pageFaults } from '../../../machines/rows/page-fault.ts';
import { check } from '../../../src/check/verdict.ts';
import type { Litmus } from '../../../src/litmus/litmus.ts';
import { misfits, runLitmus } from '../../../src/litmus/run.ts';

const good = (name: string): boolean =>
  executionGallery.find((one) => one.name === name)!.expect.verdict === 'finite';

test('the gallery has every file of the folder, and twins that differ in one fact, one good', async () => {
  expect(executionGallery.length).toBeGreaterThanOrEqual(60);
  expect(misfits(executionGallery)).toEqual([]);
  const folder = new URL('../../../machines/litmus/execution/', import.meta.url);
  const files = readdirSync(folder).filter(
    (name) => !['index.ts', 'ask.ts', 'laws.ts', 'actors.ts'].includes(name),
  );
  for (const file of files)
    for (const list of Object.values(
      (await import(new URL(file, folder).href)) as Record<string, readonly Litmus[]>,
    ))
      for (const one of list) expect(executionGallery, file).toContain(one);
});

test('every law is cited by a pair that tells good from bad', () => {
  const ids = executionLaws;
  const covered = ids.filter((id) =>
    executionGallery.some(
      (one) =>
        one.cites.includes(id) &&
        !good(one.name) &&
        good(one.twin) &&
        executionGallery.find(({ name }) => name === one.twin)!.cites.includes(id),
    ),
  );
  expect(ids.filter((id) => !covered.includes(id))).toEqual([]);
});

test.each(executionGallery)('$name', (litmus) => {
  const { problems, found } = runLitmus(litmus);
  expect(problems).toEqual([]);
  expect(found.states).toBeLessThanOrEqual(50_000);
});

test('every step of every row fires in some litmus', () => {
  // Steps of the core fire in the core's own gallery.
  const fromCore = new Set(
    [fencedJobs, computeJobs, pageFaults, foreignDevice].flatMap(({ steps }) =>
      steps.map(({ name }) => name),
    ),
  );
  const never = new Map<string, boolean>();
  for (const litmus of executionGallery) {
    const program = litmus.system();
    const report = check(program, { states: 100_000 }, { plain: true });
    for (const { of } of program.steps)
      never.set(of, (never.get(of) ?? true) && report.neverFired.includes(of));
  }
  expect(never.size).toBeGreaterThan(30);
  // No repair of the core copies or binds beside a preempt fence; its allocation under the signal is
  // never woken.
  const exempt = ['pfenceAlloc_waits_for_copy', 'pfenceAlloc_waits_for_bind', 'pfenceAlloc_woken'];
  expect(
    [...never].filter(([step, none]) => none && !fromCore.has(step)).map(([step]) => step),
  ).toEqual(exempt);
});
