import { beforeAll, describe, expect, test } from 'vitest';
import { setup } from 'xstate';
import { optionIds } from '../../machines/description/ids.ts';
import { systemOf } from '../../machines/description/system.ts';
import { cut, ordersOf, splitStep, movesIn, type Cut } from './split-steps.ts';
import { check } from '../../src/check/verdict.ts';
import { search } from '../../src/explore/search.ts';
import { compose } from '../../src/system/compose.ts';
import { withoutRecovery, type Program } from '../../src/system/program.ts';
import { vocabulary } from '../../src/system/vocabulary.ts';

const budget = { states: 300_000 };
const systems = optionIds.map((option) => ({
  name: option,
  program: withoutRecovery(systemOf({ driver: 'any', options: [option] })),
}));

/**
 * Steps whose splitting turns nothing anywhere, although they say what makes them one step. Why
 * not, in docs/limits.md.
 */
const needNot = [
  'hw_dispatch',
  'hw_run',
  'copy_publish',
  'copy_signal',
  'bind_publish',
  'bind_signal',
  'preempt_running',
  'preempt_faulted',
  'hold_back',
  'flush_queued',
  'flush_running',
  'flush_faulted',
];

describe('a rendezvous proves what it assumes', () => {
  let cuts: readonly Cut[];
  beforeAll(() => {
    cuts = cut(systems, budget);
  });
  test('steps were taken apart', () => {
    expect(cuts.length).toBeGreaterThanOrEqual(36);
    expect(cuts.reduce((sum, one) => sum + one.cuts, 0)).toBeGreaterThan(200);
  });
  test('every step whose splitting turns a verdict says what makes it one step', () => {
    expect(cuts.filter(({ turned, atomic }) => turned !== null && atomic === null)).toEqual([]);
    expect(cuts.filter(({ turned }) => turned !== null).length).toBeGreaterThanOrEqual(20);
  });
  test('what says so and need not is listed', () => {
    expect(
      cuts
        .filter(({ turned, atomic }) => turned === null && atomic !== null)
        .map(({ step }) => step)
        .sort(),
    ).toEqual([...needNot].sort());
  });
});

const lamp = setup({ types: { events: {} as { type: 'on' } | { type: 'off' } } }).createMachine({
  id: 'lamp',
  initial: 'dark',
  states: { dark: { on: { on: 'lit' } }, lit: { on: { off: 'dark' } } },
});
const v = vocabulary({ a: { of: lamp }, b: { of: lamp }, c: { of: lamp } });
const lamps = (thief: boolean): Program =>
  compose({
    rows: [
      v.row({
        name: 'lamps',
        steps: v.steps(
          { name: 'light', actor: 'keeper', moves: { a: 'on', b: 'on' }, also: { c: 'on' } },
          { name: 'darken', actor: 'keeper', moves: { a: 'off', b: 'off' }, also: { c: 'off' } },
          ...(thief ? [{ name: 'steal', actor: 'thief', moves: { b: 'on' } } as const] : []),
        ),
        promises: [{ name: 'goes-out', pending: { a: 'lit' } }],
      }),
    ],
    actors: { keeper: { fair: 'weak' }, thief: { fair: 'none' } },
    sizes: {},
  });

describe('splitting', () => {
  test('every order of three steps, each first and each last of more', () => {
    expect(ordersOf(2)).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(ordersOf(3).length).toBe(6);
    expect(ordersOf(4).map((order) => order.join(''))).toEqual([
      '0123',
      '1230',
      '1023',
      '0231',
      '2013',
      '0132',
      '3012',
    ]);
  });
  test('where nothing can come between, nothing changes but the states between', () => {
    const whole = lamps(false);
    expect(check(whole, budget)).toMatchObject({ verdict: 'finite', states: 2, edges: 2 });
    expect(movesIn(whole.steps[0]!)).toBe(3);
    for (const order of ordersOf(3))
      expect(check(splitStep(whole, 'light', order), budget)).toMatchObject({
        verdict: 'finite',
        states: 4,
        edges: 4,
      });
  });
  test('where something can, it shows', () => {
    const whole = lamps(true);
    expect(check(whole, budget).verdict).toBe('finite');
    expect(check(splitStep(whole, 'light', [0, 1, 2]), budget).verdict).toBe('deadlock');
    expect(check(splitStep(whole, 'light', [1, 0, 2]), budget).verdict).toBe('finite');
  });
  test('every state of the whole is one of the split system, between no two steps', () => {
    const { program } = systems[0]!;
    const key = (locals: readonly number[]): string => locals.slice(0, program.parts.length).join();
    const states = (one: Program): number[][] => {
      const graph = search(one, budget);
      return Array.from({ length: graph.size }, (_, at) => graph.locals(at, []));
    };
    const keys = states(program).map(key);
    for (const base of ['publish', 'schedule', 'compute_ends', 'copy_publish']) {
      const step = program.steps.find((one) => one.of === base)!;
      const apart = states(splitStep(program, base, ordersOf(movesIn(step))[1]!)).filter((locals) =>
        locals.slice(program.parts.length).every((local) => local === 0),
      );
      const seen = new Set(apart.map(key));
      expect(
        keys.filter((state) => !seen.has(state)),
        base,
      ).toEqual([]);
    }
  });
});
