/**
 * The queue of an engine in its two forms: one machine that knows every order, and one for each two
 * jobs. They are the same queue: as many states and edges, as many in which each promise is owed, the
 * same verdicts and the same runs. FINITE_FENCE_QUEUE=N: also of the first N alternatives of every
 * driver at 2 + 2, and of two ways out at 3 + 3.
 */
import { expect, test } from 'vitest';
import { alternatives } from '../../machines/description/alternatives.ts';
import type { Description } from '../../machines/description/description.ts';
import { specOf, systemOf } from '../../machines/description/system.ts';
import { drivers } from '../../machines/drivers/index.ts';
import { ring, ringForms } from '../../machines/lifecycles/ring.ts';
import { alike } from '../../src/symbolic/alike.ts';
import { auto } from '../../src/symbolic/auto.ts';
import { symbolic } from '../../src/symbolic/engine.ts';
import { compose } from '../../src/system/compose.ts';
import { withoutRecovery, type Program } from '../../src/system/program.ts';
import type { Row } from '../../src/system/vocabulary.ts';
import { difference as engineDifference } from '../symbolic/differences.ts';

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

/** Where the answers of both forms differ; null where they do not. */
function difference(description: Description, part: (program: Program) => Program): string | null {
  const [one, pairs] = [inOne, inPairs].map((form) =>
    JSON.stringify(answerOf(part(systemWith(description, form)))),
  );
  return one === pairs ? null : `${description.driver}: ${one} and ${pairs}`;
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
      const described = { driver: JSON.stringify(way), ...way, jobs };
      expect(difference(described, (program) => program)).toBeNull();
      expect(difference(described, withoutRecovery)).toBeNull();
    }
}, 300_000);

test('the queue in pairs: both engines say the same to the byte', () => {
  for (const jobs of sizes) {
    const program = withoutRecovery(
      systemWith({ driver: 'pairs', options: ['preempt'], jobs }, inPairs),
    );
    expect(engineDifference(symbolic, program)).toBeNull();
  }
}, 300_000);

test('six jobs: what is asked of a member of a family is known of the others', () => {
  const jobs = { fenced: 3, faulting: 3 };
  const program = withoutRecovery(systemOf({ driver: 'six', options: ['preempt'], jobs }));
  expect(program.parts.filter(({ name }) => name.startsWith('ring(')).length).toBe(15);
  const likes = alike(program, program.promises, (actor) => program.actors[actor]!.fair);
  const firsts = new Set(program.promises.map(({ of }) => of)).size;
  expect(likes.filter((like) => like === null).length).toBe(firsts);
});

const many = Number(process.env['FINITE_FENCE_QUEUE'] ?? 0);

test.runIf(many > 0)(
  'drivers at 2 + 2: the same answer in both forms',
  () => {
    let systems = 0;
    for (const driver of drivers)
      for (const { description } of alternatives(driver).slice(0, many)) {
        const jobs = { fenced: 2, faulting: 2 };
        expect(difference({ ...description, jobs }, withoutRecovery)).toBeNull();
        console.log(`${description.driver}: system ${++systems}`);
      }
    expect(systems).toBeGreaterThanOrEqual(drivers.length);
  },
  3_600_000,
);

/** Those of which the form in one, of 1,957 orders, is searched in seconds at 3 + 3. */
const small = ['reserve-in-flight', 'separate-memory'] as const;

test.runIf(many > 0).each(small)(
  '%s at 3 + 3: the same answer in both forms',
  (option) => {
    const described = { driver: option, options: [option], jobs: { fenced: 3, faulting: 3 } };
    expect(difference(described, withoutRecovery)).toBeNull();
  },
  3_600_000,
);
