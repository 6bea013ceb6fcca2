import { expect, test } from 'vitest';
import { hazards } from '../../machines/hazards/index.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { options } from '../../machines/options/index.ts';
import { computeJobs } from '../../machines/rows/compute-jobs.ts';
import { fencedJobs } from '../../machines/rows/fenced-jobs.ts';
import { foreignDevice } from '../../machines/rows/foreign-device.ts';
import { pageFaults } from '../../machines/rows/page-fault.ts';
import { recovery } from '../../machines/rows/recovery.ts';
import type { Litmus } from '../../src/litmus/litmus.ts';

const core = new Set(
  [
    fencedJobs,
    computeJobs,
    pageFaults,
    foreignDevice,
    recovery,
    ...[...options, ...hazards].flatMap(({ rows }) => rows),
  ].map(({ name }) => name),
);

/**
 * Rows that take part in a system with two steps or more: what only ties two others together does
 * not count.
 */
function rowsOf(litmus: Litmus): string[] {
  const steps = new Map<string, Set<string>>();
  for (const {
    of,
    origin: { row },
  } of litmus.system().steps)
    if (row !== null) steps.set(row, (steps.get(row) ?? new Set()).add(of));
  return [...steps].filter(([, names]) => names.size >= 2).map(([row]) => row);
}

test('ten pairs and more cross three rows, one of them beside those of a described driver', () => {
  const byName = new Map(gallery.map((one) => [one.name, one]));
  const bad = gallery.filter(({ expect: { verdict } }) => verdict !== 'finite');
  expect(bad.length).toBeGreaterThan(150);
  const crosses = (litmus: Litmus): boolean => {
    const rows = rowsOf(litmus);
    return rows.length >= 3 && rows.some((row) => !core.has(row));
  };
  const pairs = bad.filter(
    (one) =>
      crosses(one) &&
      crosses(byName.get(one.twin)!) &&
      byName.get(one.twin)!.expect.verdict === 'finite',
  );
  // What they are about: a family each, so that ten pairs are not ten variants of one system.
  const families = new Set(pairs.map(({ name }) => name.split('+')[0]));
  expect(pairs.length).toBeGreaterThanOrEqual(12);
  expect(families.size).toBeGreaterThanOrEqual(8);
});
