import { describe, expect, test } from 'vitest';
import type { Budget, Graph } from '../../src/explore/graph.ts';
import { layoutOf } from '../../src/explore/layout.ts';
import { reach, search, type Options } from '../../src/explore/search.ts';
import { holds, type Program } from '../../src/system/program.ts';
import { naive, type Naive } from './naive.ts';
import { randomProgram, type Shape } from './random-program.ts';

const shapes: Record<string, Shape> = {
  small: { parts: [1, 6], states: [2, 4], steps: [4, 16] },
  'more steps than a word': { parts: [2, 6], states: [2, 3], steps: [33, 90] },
  'tables with more than 32 states': { parts: [1, 2], states: [33, 70], steps: [3, 12] },
  'states of more than 4 lanes': { parts: [60, 90], states: [2, 9], steps: [6, 14] },
};
const codes: readonly Options[] = [
  { code: 'generated' },
  { code: 'interpreted' },
  { code: 'assembled' },
  {},
];
const many = 1000;

/** The engine's graph in the words of the naive one. */
const asNaive = (graph: Graph): Naive => ({
  states: Array.from({ length: graph.size }, (_, state) => graph.locals(state)),
  parent: [...graph.parent],
  via: [...graph.via],
  first: [...graph.first],
  to: [...graph.to],
  by: [...graph.by],
  expanded: graph.expanded,
  stopped: graph.stopped as Naive['stopped'],
});

describe.each(Object.entries(shapes))('random programs: %s', (_, shape) => {
  const programs = Array.from({ length: 60 }, (_, seed) => randomProgram(seed, shape));

  test('generated code, interpreter and the plain meaning of steps give one graph', () => {
    let states = 0;
    let edges = 0;
    let cutCount = 0;
    for (const program of programs) {
      const wanted = naive(program, { states: many });
      states += wanted.states.length;
      edges += wanted.to.length;
      cutCount += Number(wanted.stopped !== null);
      for (const code of codes) {
        const graph = search(program, { states: many }, code);
        expect(asNaive(graph)).toEqual(wanted);
        expect(graph.edges).toBe(wanted.to.length);
        for (const { pending } of program.promises) {
          expect([...graph.where(pending)]).toEqual(
            wanted.states.map((state) => Number(pending.every((some) => holds(some, state)))),
          );
        }
        const bare = reach(program, { states: many }, code);
        expect([
          bare.size,
          bare.edges,
          [...bare.parent],
          [...bare.via],
          bare.expanded,
          bare.stopped,
        ]).toEqual([
          graph.size,
          graph.edges,
          wanted.parent,
          wanted.via,
          wanted.expanded,
          wanted.stopped,
        ]);
        const dead = wanted.states.flatMap((_, state) =>
          state < wanted.expanded && wanted.first[state] === wanted.first[state + 1] ? [state] : [],
        );
        expect([bare.deadlocks, bare.deadlock]).toEqual([dead.length, dead[0] ?? -1]);
      }
    }
    expect(programs.length).toBe(60);
    // They are not all trivial.
    expect(states).toBeGreaterThan(1000);
    expect(edges).toBeGreaterThan(states);
    expect(cutCount).toBeLessThan(50);
  });
});

test('the shapes are what they say', () => {
  const programsOf = (name: string): Program[] =>
    Array.from({ length: 60 }, (_, seed) => randomProgram(seed, shapes[name]!));
  expect(
    programsOf('states of more than 4 lanes').filter((program) => layoutOf(program).lanes > 4)
      .length,
  ).toBeGreaterThan(20);
  expect(
    programsOf('tables with more than 32 states').filter(({ tables }) =>
      tables.some(({ states }) => states.length > 32),
    ).length,
  ).toBeGreaterThan(40);
  expect(
    programsOf('small').filter(({ tables, parts }) =>
      parts.some(({ table }) => tables[table]!.states.length === 1),
    ).length,
  ).toBeGreaterThan(5);
  expect(
    programsOf('small').filter(({ steps }) => steps.some(({ also }) => also.length > 0)).length,
  ).toBeGreaterThan(40);
});

describe('budget', () => {
  const program = ((): Program => {
    for (let seed = 0; ; seed++) {
      const one = randomProgram(seed, { parts: [10, 10], states: [3, 4], steps: [20, 20] });
      if (reach(one, { states: 100_000 }).stopped !== null) return one;
    }
  })();
  const run = (budget: Budget): Graph => search(program, budget);

  test.each([0, 1, 2, 7, 100, 1023, 1024, 1025, 3999])(
    'of %i states ends where the naive search ends',
    (states) => {
      expect(asNaive(run({ states }))).toEqual(naive(program, { states }));
    },
  );

  test('of bytes', () => {
    const graph = run({ states: 1e9, bytes: 2e6 });
    const { stopped, size, expanded, first, edges } = graph;
    expect(stopped).toBe('bytes');
    expect(size).toBeGreaterThan(1000);
    expect(expanded).toBeLessThan(size);
    expect(first[size]).toBe(edges);
    const wanted = naive(program, { states: size });
    expect(wanted.states.slice(0, 100)).toEqual(
      Array.from({ length: 100 }, (_, state) => graph.locals(state)),
    );
  });

  test('cancelled by its signal', () => {
    const seen: number[] = [];
    const signal = { aborted: false };
    const { stopped, size } = search(program, {
      states: 3000,
      signal,
      progress: ({ states }) => {
        seen.push(states);
      },
    });
    expect([stopped, seen.at(-1)]).toEqual(['states', size]);
    expect(search(program, { states: 3000, signal: { aborted: true } })).toMatchObject({
      stopped: 'cancelled',
      size: 1,
      expanded: 0,
    });
  });

  test('an array that cannot be had ends the search, and is no crash', () => {
    const real = globalThis.Int32Array;
    globalThis.Int32Array = new Proxy(real, {
      construct(of, given: readonly unknown[]) {
        if (typeof given[0] === 'number' && given[0] > 100_000)
          throw new RangeError('Array buffer allocation failed');
        return Reflect.construct(of, given) as Int32Array;
      },
    });
    try {
      const { stopped, size, expanded } = search(program, { states: 200_000 });
      expect(stopped).toBe('bytes');
      expect(expanded).toBeLessThan(size);
    } finally {
      globalThis.Int32Array = real;
    }
  });

  test('more steps than 16 bits can number are refused by name', () => {
    expect(() =>
      search(
        { ...program, steps: Array.from({ length: 65536 }, () => program.steps[0]!) },
        { states: 10 },
      ),
    ).toThrow('the system has 65536 steps; the explicit engine takes at most 65535');
  });

  test('stops at the first state asked for', () => {
    const whole = reach(program, { states: 3000 });
    for (const { pending } of program.promises) {
      const first = whole.where(pending).indexOf(1);
      expect(reach(program, { states: 3000 }, { until: pending }).found).toBe(first);
      for (const states of [1, 2, 5, 11, 60, 333, 1000]) {
        const some = reach(program, { states }, { until: pending });
        expect([states, some.found]).toEqual([states, first < some.size ? first : -1]);
      }
    }
  });
});
