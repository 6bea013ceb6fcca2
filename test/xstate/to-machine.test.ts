import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  initialTransition,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import {
  createTestModel as createGraphModel,
  getAdjacencyMap,
  getShortestPaths,
} from 'xstate/graph';
import { options } from '../../machines/options/index.ts';
import { systemOf } from '../../machines/description/system.ts';
import { stepsTo } from '../../src/explore/graph.ts';
import { search } from '../../src/explore/search.ts';
import { localsOf, toMachine } from '../../src/export/to-machine.ts';
import { compose } from '../../src/system/compose.ts';
import { withoutRecovery, type Program } from '../../src/system/program.ts';
import { createTestModel } from './test-model.ts';

const small: [string, Program][] = [
  ['story', withoutRecovery(systemOf({ driver: 'x', foreignDevice: false }))],
  [
    'no page faults, two fenced jobs',
    withoutRecovery(
      systemOf({
        driver: 'x',
        pageFaults: 'none',
        foreignDevice: false,
        jobs: { fenced: 2, faulting: 1 },
      }),
    ),
  ],
  ...options
    .filter(({ name }) => name !== 'preempt' && name !== 'flush')
    .map(({ name }): [string, Program] => [
      name,
      withoutRecovery(systemOf({ driver: 'x', options: [name], foreignDevice: false } as never)),
    ]),
];

/** Every edge of the explicit graph as text. */
function ours(program: Program): { edges: Set<string>; depth: Map<string, number> } {
  const graph = search(program, { states: 50_000 });
  const key = (state: number): string => graph.locals(state).join();
  const edges = new Set<string>();
  const depth = new Map<string, number>();
  for (let state = 0; state < graph.size; state++) {
    depth.set(key(state), stepsTo(graph, state).length);
    for (let e = graph.first[state]!; e < graph.first[state + 1]!; e++)
      edges.add(`${key(state)}|${program.steps[graph.by[e]!]!.name}|${key(graph.to[e]!)}`);
  }
  return { edges, depth };
}

const can = (snapshot: AnyMachineSnapshot, event: { type: string }): boolean => snapshot.can(event);

test('there are systems to compare', () => {
  expect(small.length).toBeGreaterThanOrEqual(5);
});

test.each(small)(
  '%s as one XState machine: xstate/graph finds the same states, enabled edges and shortest lengths',
  (_, program) => {
    const machine = toMachine(program);
    const mine = ours(program);
    const theirs = new Set<string>();
    const key = (snapshot: AnyMachineSnapshot): string =>
      localsOf(program, snapshot.value as Record<string, string>).join();
    for (const { state, transitions } of Object.values(
      getAdjacencyMap(machine, { filterEvents: can } as never),
    )) {
      const from = key(state as AnyMachineSnapshot);
      for (const edge of Object.values(transitions)) {
        const { event, state: to } = edge as {
          readonly event: { readonly type: string };
          readonly state: AnyMachineSnapshot;
        };
        theirs.add(`${from}|${event.type}|${key(to)}`);
      }
    }
    expect(theirs.size).toBe(mine.edges.size);
    expect([...mine.edges].filter((edge) => !theirs.has(edge))).toEqual([]);
    const lengths = new Map<string, number>();
    for (const path of getShortestPaths(machine, { filterEvents: can } as never))
      lengths.set(key(path.state as AnyMachineSnapshot), path.steps.length - 1);
    expect(lengths.size).toBe(mine.depth.size);
    for (const [state, length] of mine.depth) expect(lengths.get(state), state).toBe(length);
  },
);

test('a wrong guard in the machine is noticed', () => {
  const [, program] = small[0]!;
  const { edges } = ours(program);
  const at = program.steps.findIndex(({ of }) => of === 'reclaim_waits');
  const broken: Program = {
    ...program,
    steps: program.steps.map((step, r) => (r === at ? { ...step, when: [] } : step)),
  };
  let theirs = 0;
  for (const { transitions } of Object.values(
    getAdjacencyMap(toMachine(broken), { filterEvents: can } as never),
  ))
    theirs += Object.keys(transitions).length;
  expect(theirs).not.toBe(edges.size);
});

const folder = new URL('../../machines/lifecycles/', import.meta.url);
const lifecycles: [string, AnyStateMachine][] = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
  for (const [name, value] of Object.entries(
    (await import(new URL(file, folder).href)) as Record<string, unknown>,
  )) {
    if (
      typeof value === 'object' &&
      value !== null &&
      'root' in value &&
      (value as AnyStateMachine).events.length > 0
    )
      lifecycles.push([name, value as AnyStateMachine]);
  }
}

test('there are lifecycles to compare', () => {
  expect(lifecycles.length).toBeGreaterThanOrEqual(10);
});

test.each(lifecycles)(
  '%s: a system of one part is the lifecycle itself, and the test model of @xstate/test runs it',
  (name, machine) => {
    const program = compose({
      rows: [
        {
          name,
          parts: { it: { of: machine } },
          steps: machine.events.map((type) => ({
            name: type as string,
            actor: 'any',
            moves: { it: type },
          })) as never,
        },
      ],
      actors: { any: { fair: 'none' } },
      sizes: {},
    });
    const mine = ours(program);
    const events = machine.events.map((type) => ({ type: type as string }));
    const adjacency = getAdjacencyMap(machine, { events, filterEvents: can } as never);
    expect(Object.keys(adjacency).length).toBe(mine.depth.size);
    expect(
      Object.values(adjacency).reduce(
        (sum, { transitions }) => sum + Object.keys(transitions).length,
        0,
      ),
    ).toBe(mine.edges.size);

    // Refused events are left out by hand: version 1.0.0-beta.5 has no filterEvents.
    const enabled = (snapshot: AnyMachineSnapshot): { type: string }[] =>
      events.filter((event) => snapshot.can(event));
    const paths = createTestModel(machine).getShortestPaths({ events: enabled } as never);
    const theirs = createGraphModel(machine).getShortestPaths({
      events: enabled,
      filterEvents: can,
    } as never);
    expect(paths.map(({ steps }) => steps.map(({ event }) => event.type).join()).sort()).toEqual(
      theirs.map(({ steps }) => steps.map(({ event }) => event.type).join()).sort(),
    );
    let steps = 0;
    for (const path of paths) {
      let state = initialTransition(machine)[0] as AnyMachineSnapshot;
      path.testSync({
        events: Object.fromEntries(
          machine.events.map((type) => [
            type,
            ({ event }: { event: { type: string } }) => {
              expect(state.can(event)).toBe(true);
              state = transition(machine, state, event)[0] as AnyMachineSnapshot;
              steps++;
            },
          ]),
        ),
        states: {
          '*': (asked: AnyMachineSnapshot) => {
            expect(JSON.stringify(asked.value)).toBe(JSON.stringify(state.value));
          },
        },
      } as never);
    }
    if (mine.edges.size > 0) expect(steps).toBeGreaterThan(0);
  },
);
