import { expect, test } from 'vitest';
import { setup } from 'xstate';
import { assess, verdictOf } from '../../src/check/assess.ts';
import { verdicts, worst } from '../../src/check/finding.ts';
import { check } from '../../src/check/verdict.ts';
import type { Litmus } from '../../src/litmus/litmus.ts';
import { runLitmus } from '../../src/litmus/run.ts';
import { compose } from '../../src/system/compose.ts';
import { fire, holds, sealed, type Program } from '../../src/system/program.ts';
import { vocabulary } from '../../src/system/vocabulary.ts';
import { randomSystem } from '../random-system.ts';

const door = setup({
  types: { events: {} as { type: 'open' } | { type: 'close' } | { type: 'lock' } },
}).createMachine({
  id: 'door',
  initial: 'closed',
  states: {
    closed: { on: { open: 'open', lock: 'locked' } },
    open: { on: { close: 'closed' } },
    locked: {},
  },
});
const v = vocabulary({ door: { of: door, family: 'doors' }, gate: { of: door } } as const);
const actors = { porter: { fair: 'weak' }, firemen: { fair: 'weak', recovers: true } } as const;

function house({ guarded, firemen = false }: { guarded: boolean; firemen?: boolean }): Program {
  return compose({
    rows: [
      v.row({
        name: 'house',
        steps: v.steps(
          {
            name: 'open',
            actor: 'porter',
            moves: { 'door[i]': 'open' },
            when: guarded ? { gate: 'closed' } : {},
          },
          { name: 'close', actor: 'porter', moves: { 'door[i]': 'close' } },
          {
            name: 'open_gate',
            actor: 'porter',
            moves: { gate: 'open' },
            when: { 'door[*]': 'closed' },
          },
          { name: 'close_gate', actor: 'porter', moves: { gate: 'close' } },
          ...(firemen
            ? v.steps({
                name: 'break_in',
                actor: 'firemen',
                moves: { 'door[i]': 'open' },
                when: { gate: 'open' },
              })
            : []),
        ),
        promises: [{ name: 'closes', pending: { gate: 'open' } }],
        invariants: [
          { name: 'airlock', never: { 'door[i]': 'open', gate: 'open' } },
          { name: 'never-locked', never: { 'door[?]': 'locked' } },
        ],
      }),
    ],
    actors,
    sizes: { doors: 2 },
  });
}

test('an invariant that is kept holds, once a member of its index', () => {
  const report = check(house({ guarded: true }), { states: 1000 });
  expect(report.invariants).toEqual(
    ['airlock[1]', 'airlock[2]', 'never-locked'].map((invariant) => ({
      invariant,
      of: invariant.replace(/\[\d\]/, ''),
      holds: true,
      run: [],
    })),
  );
  expect(report.verdict).not.toBe('broken');
});

test('one that is broken makes the verdict, and the run is the shortest', () => {
  const report = check(house({ guarded: false }), { states: 1000 });
  expect(report.verdict).toBe('broken');
  expect(report.invariants.map(({ holds }) => holds)).toEqual([false, false, true]);
  expect(report.invariants[0]!.run.map(({ step }) => step)).toEqual(['open_gate', 'open[1]']);
  expect(report.invariants[1]!.run.map(({ step }) => step)).toEqual(['open_gate', 'open[2]']);
  expect(
    check(house({ guarded: false }), { states: 1000 }, { promises: ['closes'] }).invariants,
  ).toEqual([]);
});

test('broken is the worst there is, and no promise is ever said to be', () => {
  expect(verdicts[0]).toBe('broken');
  for (const other of verdicts) expect(worst([other, 'broken'])).toBe('broken');
  expect(
    check(house({ guarded: false }), { states: 1000 }).promises.map(({ verdict }) => verdict),
  ).not.toContain('broken');
});

test('a search that ran out of budget says of what it did not break that it does not know', () => {
  const report = check(house({ guarded: true }), { states: 2 });
  expect(report.stopped).toBe('states');
  expect(report.invariants[0]!.holds).toBe(null);
  expect(report.verdict).toBe('incomplete');
  expect(check(house({ guarded: false }), { states: 7 }).verdict).toBe('broken');
});

test('recovery may break an invariant too', () => {
  const assessed = assess(house({ guarded: true, firemen: true }), { states: 1000 }, []);
  expect(assessed.report.verdict).not.toBe('broken');
  expect(assessed.verdict).toBe('broken');
  // And is shown with its run.
  const [airlock] = assessed.recovered!.invariants;
  expect(airlock!.run.map(({ step }) => step)).toEqual(['open_gate', 'break_in[1]']);
});

test('a search with recovery that ran out before it broke anything is not finite', () => {
  const system = house({ guarded: true, firemen: true });
  const alone = assess(system, { states: 1000 }, []);
  // Enough for the system without recovery, one too few for the one with it.
  const early = assess(system, { states: alone.report.states }, []);
  expect(early.report.stopped).toBe(null);
  expect(early.stopped).toBe('states');
  expect(early.verdict).not.toBe('finite');
  expect(verdictOf(system, { states: alone.report.states })).toBe(early.verdict);
});

test('a litmus says what is broken, and compares it', () => {
  const ask = (expected: Partial<Litmus['expect']>, system: () => Program): readonly string[] => {
    const { states, edges } = check(house({ guarded: false }), { states: 1000 });
    const litmus: Litmus = {
      name: 'HOUSE',
      about: '',
      cites: [],
      twin: '',
      facts: {},
      expect: {
        verdict: 'broken',
        broken: ['airlock'],
        promises: { closes: 'unbounded' },
        states,
        edges,
        length: 2,
        ...expected,
      },
      system,
    };
    return runLitmus(litmus).problems;
  };
  const open = (): Program => house({ guarded: false });
  expect(ask({}, open)).toEqual([]);
  expect(ask({ length: 3 }, open)).toEqual(['length: expected 3, found 2']);
  expect(ask({ broken: ['never-locked'] }, open)).toEqual([
    'broken: expected never-locked, found airlock',
  ]);
  expect(ask({}, () => house({ guarded: true })).length).toBeGreaterThan(0);
  // With recovery only: still broken.
  expect(
    ask({ states: 4, edges: 10, promises: {} }, () =>
      house({ guarded: true, firemen: true }),
    ).filter((line) => /broken|verdict|length/.test(line)),
  ).toEqual([]);
});

const last = (program: Program): Program['invariants'][number]['never'] =>
  program.parts.map(({ table }, part) => [
    { part, in: [program.tables[table]!.states.length - 1] },
  ]);

test('the engine and a plain search agree about the invariants of random systems', () => {
  let broken = 0;
  let kept = 0;
  for (let seed = 1; seed <= 120; seed++) {
    const random = randomSystem(seed, 400);
    const program = sealed({
      ...random,
      promises: [],
      invariants: random.promises.flatMap(({ name, of: written, pending }) => [
        { name, of: written, cite: null, never: pending },
        // Every part where it can be last: mostly never.
        {
          name: `${name} and all at their last`,
          of: written,
          cite: null,
          never: [...pending, ...last(random)],
        },
      ]),
    });
    const report = check(program, { states: 5000 });
    const depth = new Map([[program.initial.join(), 0]]);
    const queue: (readonly number[])[] = [program.initial];
    const first: (number | undefined)[] = program.invariants.map(() => undefined);
    for (const state of queue) {
      program.invariants.forEach(({ never }, at) => {
        if (first[at] === undefined && never.every((some) => holds(some, state)))
          first[at] = depth.get(state.join())!;
      });
      for (const step of program.steps) {
        const next = fire(program, step, state);
        if (next === null || depth.has(next.join())) continue;
        depth.set(next.join(), depth.get(state.join())! + 1);
        queue.push(next);
      }
    }
    report.invariants.forEach(({ holds: held, run }, index) => {
      if (held === true) kept++;
      else broken++;
      expect(held, `seed ${seed}`).toBe(first[index] === undefined);
      expect(run.length, `seed ${seed}`).toBe(first[index] ?? 0);
    });
  }
  expect(
    [broken, kept].every((count) => count >= 40),
    `${broken} broken, ${kept} kept`,
  ).toBe(true);
});
