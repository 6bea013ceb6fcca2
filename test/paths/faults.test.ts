import { expect, test } from 'vitest';
import { systemOf } from '../../machines/description/system.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { refusals } from '../../machines/refusals/index.ts';
import { search } from '../../src/explore/search.ts';
import {
  testsByIdentifiers,
  testsByPairs,
  testsOfVisible,
} from '../../src/paths/faults/complete.ts';
import { faultFile } from '../../src/paths/faults/fault-file.ts';
import { mealyOf, reduced, type Mealy } from '../../src/paths/faults/mealy.ts';
import { isRefused, triedOf } from '../../src/paths/laws.ts';
import { misfit, readPathFile } from '../../src/paths/replay.ts';
import { withoutRecovery, type Program } from '../../src/system/program.ts';
import { conforms, everyMachine, killed, mutant, type Implementation } from './mutant-machines.ts';

const budget = { states: 200_000, bytes: 2 ** 30 };
const litmus = (name: string): Program =>
  withoutRecovery(gallery.find((one) => one.name === name)!.system());

/** The machine of a system; `law`: only what the law refuses is defined. */
function machineOf(program: Program, law: boolean): Mealy {
  const graph = search(program, budget);
  if (!law) return mealyOf(graph, () => true);
  const tried = new Map(triedOf(program, refusals, 'law').map((one) => [one.step, one]));
  return mealyOf(graph, (step, state) => {
    const one = tried.get(step);
    return one !== undefined && isRefused(program, one, state);
  });
}

/** A machine by its cells: `[next, done]` of each input of each state. */
const machine = (states: readonly (readonly (readonly [number, number])[])[]): Mealy => ({
  size: states.length,
  inputs: states[0]!.length,
  next: Int32Array.from(states.flatMap((cells) => cells.map(([to]) => to))),
  done: Uint8Array.from(states.flatMap((cells) => cells.map(([, done]) => done))),
});
/** A lock, and a door of three states. */
const lock = machine([
  [
    [1, 1],
    [0, 0],
  ],
  [
    [1, 0],
    [0, 1],
  ],
]);
const door = machine([
  [
    [1, 1],
    [0, 0],
  ],
  [
    [2, 1],
    [0, 1],
  ],
  [
    [2, 0],
    [2, 0],
  ],
]);

const methods = {
  identifiers: (spec: Mealy, extra: number) => testsByIdentifiers(spec, extra),
  pairs: (spec: Mealy, extra: number) => testsByPairs(spec, extra, 10),
};

/** Machines that do not conform, and of these those that the tests do not kill. */
function count(
  spec: Mealy,
  tests: readonly (readonly number[])[],
  made: Iterable<Implementation>,
): { readonly wrong: number; readonly alive: number } {
  let [wrong, alive] = [0, 0];
  for (const candidate of made) {
    const right = conforms(spec, candidate);
    // No test may condemn what conforms.
    if (right) expect(killed(spec, candidate, tests)).toBe(false);
    else {
      wrong++;
      if (!killed(spec, candidate, tests)) alive++;
    }
  }
  return { wrong, alive };
}

test('every machine of up to K states more is killed, exhaustively, by answers', () => {
  for (const [name, method] of Object.entries(methods)) {
    for (const [spec, extra] of [
      [lock, 0],
      [lock, 1],
      [door, 0],
    ] as const) {
      const tests = method(spec, extra);
      for (let states = 1; states <= spec.size + extra; states++) {
        const found = count(spec, tests, everyMachine(states, spec.inputs, null));
        expect(found.wrong, name).toBeGreaterThan(0);
        expect(found.alive, `${name} ${spec.size}+${extra}: ${states} states`).toBe(0);
      }
    }
  }
});

test('every machine of up to K states more is killed, exhaustively, by places', () => {
  for (const extra of [0, 1]) {
    const tests = testsOfVisible(lock, extra);
    for (let states = 1; states <= lock.size + extra; states++) {
      const found = count(lock, tests, everyMachine(states, lock.inputs, lock.size));
      expect(found.wrong).toBeGreaterThan(0);
      expect(found.alive).toBe(0);
    }
  }
});

test('a suite for fewer extra states lets some machine with more live', () => {
  const tests = testsByIdentifiers(lock, 0);
  const found = count(lock, tests, everyMachine(3, lock.inputs, null));
  expect(found.alive).toBeGreaterThan(0);
  const seen = testsOfVisible(lock, 0);
  expect(count(lock, seen, everyMachine(3, lock.inputs, lock.size)).alive).toBeGreaterThan(0);
});

/** Every single fault of a machine: another answer or next state, also behind a copy of a state. */
function* singleFaults(spec: Mealy, seen: boolean): Iterable<Implementation> {
  const { size, inputs } = spec;
  for (let copied = -1; copied < size; copied++) {
    const stateCount = copied < 0 ? size : size + 1;
    const ways = [...spec.next.keys()].filter((cell) => copied >= 0 && spec.next[cell] === copied);
    const states = copied < 0 ? [...spec.next.keys()] : ways;
    for (const way of copied < 0 ? [-1] : states) {
      for (let input = 0; input < inputs; input++) {
        for (let state = copied < 0 ? 0 : size; state < stateCount; state++) {
          for (let to = -1; to < stateCount; to++) {
            const { next, done, label } = mutantOf(spec, copied, way, seen);
            const cell = state * inputs + input;
            if (to < 0) done[cell]! ^= 1;
            else next[cell] = to;
            yield { size: stateCount, inputs, next, done, label };
          }
        }
      }
    }
  }
}

function mutantOf(spec: Mealy, of: number, way: number, seen: boolean) {
  const { size, inputs } = spec;
  const rows =
    of < 0 ? [...spec.next] : [...spec.next, ...spec.next.slice(of * inputs, (of + 1) * inputs)];
  const next = Int32Array.from(rows, (to, cell) => (to < 0 ? Math.floor(cell / inputs) : to));
  const answers = of < 0 ? [] : spec.done.slice(of * inputs, (of + 1) * inputs);
  const done = Uint8Array.from([...spec.done, ...answers]);
  const label = Int32Array.from({ length: of < 0 ? size : size + 1 }, (_, at) =>
    at < size ? at : of,
  );
  if (way >= 0) next[way] = size;
  return { next, done, label: seen ? label : null };
}

test.each(['RESV', 'ENGINE-GROUP', 'DMABUF-VMAP'])(
  '%s: every single fault, also behind an extra state, is killed',
  (name) => {
    const answers = reduced(machineOf(litmus(name), false)).machine;
    const places = machineOf(litmus(name), true);
    for (const [spec, tests, seen] of [
      [answers, testsByIdentifiers(answers, 1), false],
      [answers, testsByPairs(answers, 1, 10), false],
      [places, testsOfVisible(places, 1), true],
    ] as const) {
      const found = count(spec, tests, singleFaults(spec, seen));
      expect(found.wrong).toBeGreaterThan(20);
      expect(found.alive).toBe(0);
    }
  },
);

test.each([
  ['ARRAY', 0, 10_000],
  ['ARRAY', 1, 10_000],
  ['SYNCOBJ', 1, 10_000],
  ['SECTION', 2, 10_000],
  ['DRM-SCHED', 0, 10_000],
] as const)('%s with %i extra states: %i seeded mutants are killed', (name, extra, mutants) => {
  const answers = reduced(machineOf(litmus(name), false)).machine;
  const places = machineOf(litmus(name), true);
  for (const [spec, tests, seen] of [
    [answers, testsByIdentifiers(answers, extra), false],
    [places, testsOfVisible(places, extra), true],
  ] as const) {
    const made = Array.from({ length: mutants }, (_, seed) => mutant(spec, extra, seen, seed + 1));
    const found = count(spec, tests, made);
    expect(found.wrong).toBeGreaterThan(mutants / 4);
    expect(found.alive).toBe(0);
  }
});

test.each(['SYNCOBJ', 'RESV'])('%s: a fault suite is a path file: it is read, it fits', (name) => {
  const program = litmus(name);
  const graph = search(program, budget);
  const systems = [{ name, described: { litmus: name }, program }];
  const head = { name, version: '0', perPath: 10, systems };
  for (const seen of ['places', 'answers'] as const) {
    const extra = name === 'RESV' ? 1 : 0;
    const made = faultFile(head, graph, { seen, extra, refusals, kind: 'law' });
    const file = readPathFile(JSON.parse(JSON.stringify(made)));
    expect(file.cover).toBe(`${seen === 'places' ? 'faults' : 'fault-answers'}-${extra}`);
    expect(new Set(file.paths.map(({ id }) => id)).size).toBe(file.paths.length);
    expect(file.paths.filter((path) => misfit(program, path) !== null)).toEqual([]);
    expect(file.size.beside!.edges!.steps).toBeGreaterThan(5);
  }
});

test('a suite that nobody would play is refused in one line', () => {
  const program = withoutRecovery(systemOf({ driver: 'one', options: ['preempt'] }));
  const graph = search(program, budget);
  const systems = [{ name: 'one', described: null, program }];
  const head = { name: 'one', version: '0', perPath: 10, systems };
  const options = { seen: 'answers', extra: 2, refusals, kind: 'law' } as const;
  expect(() => faultFile(head, graph, options)).toThrow(
    /'one' with 2 extra states needs \d+ sequences/,
  );
});
