/**
 * The queue of an engine in its two forms: one machine that knows every order, and one for each two
 * jobs. They are the same queue: as many states and edges, as many in which each promise is owed, the
 * same verdicts, and runs as long. FINITE_FENCE_QUEUE=all: of every driver in every alternative at 2 + 2.
 */
import { expect, test } from 'vitest';
import { alternatives } from '../../machines/description/alternatives.ts';
import type { Description } from '../../machines/description/description.ts';
import { specOf } from '../../machines/description/system.ts';
import { drivers } from '../../machines/drivers/index.ts';
import { ring, ringForms } from '../../machines/lifecycles/ring.ts';
import { auto } from '../../src/symbolic/auto.ts';
import { compose } from '../../src/system/compose.ts';
import type { Program } from '../../src/system/program.ts';
import type { Row } from '../../src/system/vocabulary.ts';
import { bothWays } from '../symbolic/differences.ts';

const { inOne, inPairs } = ringForms;
type Form = typeof inOne | typeof inPairs;

/** A described system whose queues have one of the two forms. */
function systemWith(description: Description, of: Form): Program {
  const spec = specOf(description);
  const rows = spec.rows.map((row) => ({
    ...row,
    parts: Object.fromEntries(
      Object.entries(row.parts).map(([name, part]) => [
        name,
        part.of === ring ? { ...part, of } : part,
      ]),
    ),
  }));
  return compose({ ...spec, rows: rows as Row[] });
}

/** What both forms must agree in. */
function answerOf(program: Program): unknown {
  const report = auto(program, { states: 4e6 }).answer();
  return {
    stopped: report.stopped,
    states: report.states,
    edges: report.edges,
    neverFired: report.neverFired,
    invariants: report.invariants.map(({ invariant, holds }) => [invariant, holds]),
    promises: report.promises.map(({ promise, verdict, pending, run, loop }) => ({
      promise,
      verdict,
      pending,
      run: run.map(({ step }) => step),
      loop: (loop ?? []).map(({ step }) => step),
    })),
  };
}

function sameInBoth(description: Description): {
  readonly programs: number;
  readonly differ: string[];
} {
  const [one, pairs] = [inOne, inPairs].map((form) => systemWith(description, form));
  const both = bothWays(one!).map((program, n) => [program, bothWays(pairs!)[n]!] as const);
  const differ = both.flatMap(([a, b]) => {
    const [left, right] = [answerOf(a), answerOf(b)].map((answer) => JSON.stringify(answer));
    return left === right ? [] : [`${description.driver}: ${left} and ${right}`];
  });
  return { programs: both.length, differ };
}

test('two jobs: the two forms are one machine', () => {
  const jobs = { fenced: 1, faulting: 1 };
  const [pair, ...none] = Object.values(inPairs(jobs));
  expect(none).toEqual([]);
  expect(JSON.stringify(pair!.config)).toBe(JSON.stringify(inOne(jobs).config));
});

const sizes = [
  { fenced: 2, faulting: 1 },
  { fenced: 1, faulting: 2 },
];
const ways: readonly Partial<Description>[] = [
  {},
  { options: ['preempt'] },
  { options: ['reserve-static'] },
  { hazards: ['faulting-job-implicit-sync'] },
  { compute: 'long-running', pageFaults: 'none' },
  { hazards: ['repair-on-busy-engine'], options: ['preempt'], jobs: { fenced: 1, faulting: 1 } },
];

test('three and four jobs: the same answer in both forms', () => {
  for (const way of ways)
    for (const jobs of way.jobs === undefined ? sizes : [way.jobs]) {
      const { programs, differ } = sameInBoth({ driver: JSON.stringify(way), ...way, jobs });
      expect(programs).toBeGreaterThan(0);
      expect(differ).toEqual([]);
    }
}, 300_000);

test.runIf(process.env['FINITE_FENCE_QUEUE'] === 'all')(
  'every driver in every alternative at 2 + 2: the same answer in both forms',
  () => {
    let systems = 0;
    for (const driver of drivers)
      for (const { description } of alternatives(driver)) {
        const jobs = { fenced: 2, faulting: 2 };
        const { programs, differ } = sameInBoth({ ...description, jobs });
        expect(differ).toEqual([]);
        systems += programs;
      }
    expect(systems).toBeGreaterThan(150);
  },
  3_600_000,
);
