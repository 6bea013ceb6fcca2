/**
 * Queues in pairs that diagrams keep in levels of their own: random ones against the explicit engine,
 * what is no queue, and mistakes that these must find. FINITE_FENCE_QUEUES: how many systems.
 */
import { expect, test } from 'vitest';
import { systemOf } from '../../machines/description/system.ts';
import { symbolic } from '../../src/symbolic/engine.ts';
import { queuesOf } from '../../src/symbolic/queues.ts';
import { reach } from '../../src/symbolic/reach.ts';
import { byLevel, byPart } from '../../src/symbolic/encode.ts';
import { count } from '../../src/symbolic/sets.ts';
import { fire, noOrigin, sealed, withoutRecovery, type Program } from '../../src/system/program.ts';
import { difference } from './differences.ts';
import { faulty, type Fault } from './faults.ts';
import { randomQueue } from './random-queues.ts';

const many = Number(process.env['FINITE_FENCE_QUEUES'] ?? 150);
const limits = { bytes: 1e9, deadline: Infinity, nodes: Infinity };

test('random queues: the same report as the explicit engine', () => {
  const seen: Record<string, number> = {};
  let changes = 0;
  for (let seed = 1; seed <= many; seed++) {
    const program = randomQueue(seed);
    const [queue, ...none] = queuesOf(program);
    expect(none, `seed ${seed}`).toEqual([]);
    changes += queue!.changes.size;
    expect(difference(symbolic, program), `seed ${seed}`).toBeNull();
    for (const { verdict } of symbolic(program, { states: 1e6 }).answer({ plain: true }).promises)
      seen[verdict] = (seen[verdict] ?? 0) + 1;
  }
  expect(changes).toBeGreaterThan(10 * many);
  for (const verdict of ['deadlock', 'indefinite', 'unbounded', 'finite'])
    expect(seen[verdict] ?? 0, verdict).toBeGreaterThan(0);
}, 600_000);

test('each state that steps lead to is written as levels and read again', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const program = randomQueue(seed);
    const reached = reach(program, limits);
    const states = new Map([[program.initial.join(), program.initial as number[]]]);
    for (const state of states.values())
      for (const step of program.steps) {
        const next = fire(program, step, state);
        if (next !== null) states.set(next.join(), next);
      }
    for (const state of states.values())
      expect(byPart(reached, byLevel(reached, state))).toEqual(state);
    expect(count(reached.d, reached.all)).toBe(BigInt(states.size));
  }
}, 600_000);

/** A shipped system of five jobs, whose queue is in pairs. */
const five = withoutRecovery(
  systemOf({ driver: 'five', options: ['preempt'], jobs: { fenced: 3, faulting: 2 } }),
);

test('the queue of a shipped system is recognised, and has a level for each job', () => {
  const [queue, ...none] = queuesOf(five);
  expect(none).toEqual([]);
  expect(queue!.standing.length).toBe(5);
  expect(queue!.pairs.length).toBe(10);
  const four = withoutRecovery(systemOf({ driver: 'four', options: ['preempt'] }));
  expect(queuesOf(four)).toEqual([]);
});

const pair = five.parts.findIndex(({ name }) => name.startsWith('ring('));
const entering = five.steps.findIndex(({ moves }) => moves.some(({ part }) => part === pair));

/** The system with one of its steps changed. */
const withStep = (change: (step: Program['steps'][number]) => Partial<Program['steps'][number]>) =>
  sealed({
    ...five,
    steps: five.steps.map((step, s) => (s === entering ? { ...step, ...change(step) } : step)),
  });

const noQueues: Readonly<Record<string, Program>> = {
  'a guard looks at a part of it': withStep(({ when }) => ({
    when: [...when, { some: [{ part: pair, in: [0] }], text: 'looks', origin: noOrigin }],
  })),
  'a step leaves out one of the parts': withStep(({ moves }) => ({
    moves: moves.filter(({ part }) => part !== pair),
  })),
  'a step moves one of the parts where it may only': withStep(({ moves }) => ({
    moves: moves.filter(({ part }) => part !== pair),
    also: moves.filter(({ part }) => part === pair),
  })),
  'a part is another machine': sealed({
    ...five,
    tables: five.tables.map((table, t) =>
      t === five.parts[pair]!.table
        ? {
            ...table,
            next: table.next.map((to, at) => (at === table.next.findIndex((n) => n > 0) ? 0 : to)),
          }
        : table,
    ),
  }),
};

test.each(Object.keys(noQueues))('no queue: %s', (name) => {
  expect(queuesOf(noQueues[name]!)).toEqual([]);
});

const faults: readonly Fault[] = [
  {
    name: 'who comes is ahead of all',
    file: 'queue-levels.ts',
    from: 'return local > 0 ? refused : [carried + 1, 0];',
    to: 'return local > 0 ? refused : [1, 0];',
  },
  {
    name: 'who waits comes again',
    file: 'queue-levels.ts',
    from: 'return local > 0 ? refused : [carried + 1, 0];',
    to: 'return [carried + 1, 0];',
  },
  {
    name: 'who is not at the head leaves, if only those ranked after are ahead',
    file: 'queue-levels.ts',
    from: "return kind === 'leave' ? refused : [local, carried + 1];",
    to: 'return [local, carried + 1];',
  },
  {
    name: 'who goes from the middle leaves a gap',
    file: 'queue-levels.ts',
    from: 'if (local > carried) return [local - 1, carried];',
    to: "if (local > carried) return [kind === 'leave' ? local - 1 : local, carried];",
  },
  {
    name: 'of those ahead of who goes nobody is counted',
    file: 'queue-levels.ts',
    from: "return kind === 'leave' ? refused : [local, carried + 1];",
    to: "return kind === 'leave' ? refused : [local, carried];",
  },
  {
    name: 'an optional going is a required one',
    file: 'queue-levels.ts',
    from: 'return local === 0 && !optional ? refused : [0, local];',
    to: 'return local === 0 ? refused : [0, local];',
  },
  {
    name: 'of a pair the wrong one is ahead',
    file: 'queue-levels.ts',
    from: 'return between && carried >= local - 1 ? carried + 1 : carried;',
    to: 'return between && carried > local - 1 ? carried + 1 : carried;',
  },
  {
    name: 'nobody of a queue is there for what can come back',
    file: 'session.ts',
    from: 'return first && (state < 2 ? secondHere![0] === 1 : waits(secondHere));',
    to: 'return first && (state < 2 ? secondHere![0] === 1 : !waits(secondHere));',
  },
];

test.each(faults)(
  'found: $name',
  async (fault) => {
    const copy = await faulty(fault);
    try {
      let found: string | null = null;
      for (let seed = 1; seed <= 300 && found === null; seed++)
        found = difference(copy.engine.symbolic, randomQueue(seed));
      expect(found).not.toBeNull();
    } finally {
      copy.remove();
    }
  },
  600_000,
);
