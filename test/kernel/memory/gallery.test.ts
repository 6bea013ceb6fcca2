import { expect, test } from 'vitest';
import { specOfLitmus } from '../../../machines/litmus/memory/ask.ts';
import { memoryLitmusTests } from '../../../machines/litmus/memory/index.ts';
import { memoryLaws } from '../../../machines/litmus/memory/laws.ts';
import { memoryMutants } from '../../mutants/memory.ts';
import { check } from '../../../src/check/verdict.ts';
import { misfits, runLitmus } from '../../../src/litmus/run.ts';
import { compose } from '../../../src/system/compose.ts';
import { withoutRecovery } from '../../../src/system/program.ts';

const budget = { states: 60_000 };
const good = memoryLitmusTests.filter(({ expect: { verdict } }) => verdict === 'finite');

test('there is a gallery, and every name, twin and step of it fits', () => {
  expect(memoryLitmusTests.length).toBeGreaterThanOrEqual(100);
  expect(good.length).toBeGreaterThanOrEqual(30);
  expect(misfits(memoryLitmusTests)).toEqual([]);
});

test.each(memoryLitmusTests)('$name', (litmus) => {
  expect(runLitmus(litmus, budget).problems).toEqual([]);
});

test('every law is cited by a good litmus or its twin, and by one that is bad', () => {
  const bad = memoryLitmusTests.filter(({ expect: { verdict } }) => verdict !== 'finite');
  const cited = (all: readonly { readonly cites: readonly string[] }[]): Set<string> =>
    new Set(all.flatMap(({ cites }) => cites));
  const twinned = new Set(
    bad
      .filter(({ twin }) => good.some(({ name }) => name === twin))
      .flatMap(({ cites }) => cites as readonly string[]),
  );
  expect(memoryLaws.filter((law) => !twinned.has(law))).toEqual([]);
  expect(
    [...cited(memoryLitmusTests)].filter((law) => !(memoryLaws as readonly string[]).includes(law)),
  ).toEqual([]);
});

test('every mutant is killed by the litmus named for it', () => {
  expect(memoryMutants.filter(({ starred }) => starred).length).toBeGreaterThanOrEqual(6);
  const wrong = memoryMutants.filter(
    ({ killedBy }) =>
      memoryLitmusTests.find(({ name }) => name === killedBy)?.expect.verdict === 'finite' ||
      !memoryLitmusTests.some(({ name }) => name === killedBy),
  );
  expect(wrong).toEqual([]);
});

/** Clauses of good systems that may go without harm, each with the reason. */
const idle: Readonly<Record<string, string>> = {
  'dma-buf/static-importer':
    'says what kind of importer it is; the other kind is good too (DMABUF)',
  'memory-region/waits-for-region':
    'bites where a region is pinned alone: MR+pinned and MR+pinned-moved; one that is told ' +
    'has nothing left to wait for',
  'compute/finite': 'a trait of the core: the preemption is what keeps REGION-FAULT good',
  'page-faults/on-demand': 'a trait of the core: hints are less of a danger',
  'reclaim-waits/unbounded': 'a trait of the core: a bounded wait is less of a danger',
  'drm-exec/lists':
    'an order of the question: in any other order the submit gets its objects too (DRM-EXEC+all)',
  'composed/submit-alone': 'keeps the system small; without it EXEC-BOTH answers the same',
  'composed/no-other-use': 'keeps the system small; what it forbids is asked in SHRINK',
};

test('a clause that a good system needs turns some good system where it is dropped', () => {
  const dropped = new Map<string, boolean>();
  for (const litmus of good) {
    const spec = specOfLitmus(litmus);
    for (const clause of spec.clauses) {
      if (dropped.get(clause.name) === true) continue;
      let turned = true;
      // A clause that another one speaks of cannot go: that counts as needed.
      try {
        turned =
          check(
            withoutRecovery(
              compose({ ...spec, clauses: spec.clauses.filter((one) => one !== clause) }),
            ),
            budget,
            { plain: true },
          ).verdict !== 'finite';
      } catch {
        turned = true;
      }
      dropped.set(clause.name, turned);
    }
  }
  expect(dropped.size).toBeGreaterThanOrEqual(25);
  expect(
    [...dropped]
      .filter(([name, turned]) => !turned && idle[name] === undefined)
      .map(([name]) => name),
  ).toEqual([]);
});
