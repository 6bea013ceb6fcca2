import { beforeAll, describe, expect, test } from 'vitest';
import { setup } from 'xstate';
import type { Description } from '../../machines/description/description.ts';
import { clauseIds, optionIds } from '../../machines/description/ids.ts';
import { litmusTests } from '../../machines/litmus/index.ts';
import { systemOf } from '../../machines/description/system.ts';
import {
  ablations,
  keyOf,
  piecesOf,
  weigh,
  type Piece,
  type System,
  type Weighed,
} from '../../src/check/ablate.ts';
import { compose } from '../../src/system/compose.ts';
import { withoutRecovery } from '../../src/system/program.ts';
import { vocabulary } from '../../src/system/vocabulary.ts';
import { survivors } from './survivors.ts';

const budget = { states: 200_000 };
const described = (name: string, asks: Omit<Description, 'driver'>): System => ({
  name,
  program: withoutRecovery(systemOf({ driver: name, ...asks })),
});
const litmus = (name: string): System => ({
  name,
  program: withoutRecovery(litmusTests.find((one) => one.name === name)!.system()),
});
/** The steps of those who recover and what waits for them, by all that is owed where they act. */
function recovering(name: string, asks: Omit<Description, 'driver'>): System {
  const program = systemOf({ driver: name, foreignDevice: false, ...asks });
  const theirs = new Set(
    program.steps.filter(({ actor }) => program.actors[actor]!.recovers).map(({ of }) => of),
  );
  return {
    name: `${name}, with recovery`,
    program,
    only: ({ step, text }: Piece) => theirs.has(step) || text.startsWith('recovery '),
  };
}

const systems: readonly System[] = [
  ...(['finite', 'long-running'] as const).flatMap((compute) =>
    (['one', 'two'] as const).flatMap((engines) =>
      optionIds.map((option) =>
        described(`${option}, ${compute}, ${engines}`, { options: [option], compute, engines }),
      ),
    ),
  ),
  ...[
    'STORY',
    'HINT',
    'RECLAIM+bounded',
    'TRACK+never-refuses',
    'PREEMPT+any-order',
    'PREEMPT+not-while-running+long-running',
    'FLUSH+hardware-cannot',
    'FLUSH+any-order',
    'FLUSH+fences-not-first',
    'FIFO+two-engines+no-turns',
  ].map(litmus),
  ...(['flush', 'reserve-static', 'reserve-in-flight'] as const).map((option) =>
    described(`${option}, two fenced jobs`, {
      options: [option],
      jobs: { fenced: 2, faulting: 1 },
      foreignDevice: false,
    }),
  ),
  recovering('STORY', {}),
  recovering('FOREIGN', { foreignDevice: true }),
  recovering('TWO', { engines: 'two' }),
  recovering('SIGNAL', { hardware: 'separate', hazards: ['signal-path-reclaims'] }),
];

describe('everything in the model does something', () => {
  let weighed: readonly Weighed[];
  beforeAll(() => {
    weighed = weigh(systems, budget);
  });
  // To see what survives: SURVIVORS=1 prints it.
  test.runIf(process.env['SURVIVORS'] !== undefined)('survivors', () => {
    console.log(
      JSON.stringify(
        {
          alive: weighed
            .filter(({ turned, changes }) => turned === null && changes !== null)
            .map(keyOf)
            .sort(),
          inert: weighed
            .filter(({ changes }) => changes === null)
            .map(keyOf)
            .sort(),
        },
        null,
        1,
      ),
    );
  });
  const listed = (inert: boolean): string[] =>
    survivors
      .filter((one) => (one.inert ?? false) === inert)
      .flatMap(({ pieces }) => pieces)
      .sort();

  test('pieces were left out', () => {
    expect(systems.length).toBe(41);
    expect(weighed.length).toBeGreaterThanOrEqual(250);
    expect(weighed.filter(({ turned }) => turned !== null).length).toBeGreaterThanOrEqual(180);
  });
  test('what is left out turns a verdict, or is listed with a reason', () => {
    expect(
      weighed
        .filter(({ turned, changes }) => turned === null && changes !== null)
        .map(keyOf)
        .sort(),
    ).toEqual(listed(false));
  });
  test('what changes nothing at all is listed with a reason', () => {
    expect(
      weighed
        .filter(({ changes }) => changes === null)
        .map(keyOf)
        .sort(),
    ).toEqual(listed(true));
  });
  test('every clause has a piece that turns something, or takes hardware or a step away', () => {
    const turning = new Set(
      weighed.filter(({ turned }) => turned !== null).map(({ origin }) => origin.clause),
    );
    // They separate or forbid, and have no pieces; or another option's clause has the same words.
    // The gallery leaves each out.
    const none: readonly string[] = [
      'flush/waits-outside-locks',
      'reserve-static/engine',
      'reserve-static/compute-units',
      'reserve-static/other-shared',
      'reserve-in-flight/until-signaled',
      'separate-memory/cpu-fault-pool',
    ];
    expect(clauseIds.filter((clause) => !turning.has(clause) && !none.includes(clause))).toEqual(
      [],
    );
  });
});

describe('leaving out', () => {
  const lamp = setup({ types: { events: {} as { type: 'on' } | { type: 'off' } } }).createMachine({
    id: 'lamp',
    initial: 'dark',
    states: { dark: { on: { on: 'lit' } }, lit: { on: { off: 'dark' } } },
  });
  const v = vocabulary({ a: { of: lamp, family: 'many' }, b: { of: lamp } });
  const program = compose({
    rows: [
      v.row({
        name: 'lamps',
        steps: v.steps(
          { name: 'light', actor: 'user', moves: { 'a[i]': 'on' }, when: { 'a[i]': 'dark' } },
          { name: 'darken', actor: 'keeper[i]', moves: { 'a[i]': 'off' }, also: { b: 'off' } },
          { name: 'light_other', actor: 'user', moves: { b: 'on' }, when: { 'a[?]': 'lit' } },
        ),
        promises: [{ name: 'goes-out', pending: { 'a[i]': 'lit' } }],
      }),
    ],
    actors: { user: { fair: 'none' }, keeper: { fair: 'weak' } },
    sizes: { many: 2 },
  });
  test('names each piece once, for all members of a family', () => {
    expect(piecesOf(program).map(keyOf)).toEqual([
      'step light',
      'guard light: a[] in dark',
      'step darken',
      'also darken: b off',
      'step light_other',
      'guard light_other: a[?] in lit',
    ]);
  });
  test('leaves out exactly that', () => {
    const sizes = (kind: string): number[] =>
      ablations(program)
        .filter(({ piece }) => piece.kind === kind)
        .map(
          ({ program: less }) =>
            less.steps.length +
            less.steps.reduce((sum, { when, also }) => sum + when.length + also.length, 0),
        );
    // Five steps, three guards, two that go along.
    expect(sizes('step')).toEqual([6, 6, 8]);
    expect(sizes('guard')).toEqual([8, 9]);
    expect(sizes('also')).toEqual([8]);
  });
  test('tells what turns, what only changes, and what does nothing', () => {
    const turning = Object.fromEntries(
      weigh([{ name: 'lamps', program }], budget).map((one) => [
        keyOf(one),
        one.turned?.to ?? one.changes,
      ]),
    );
    expect(turning).toEqual({
      'step light': 'lamps',
      'guard light: a[] in dark': null,
      'step darken': 'deadlock',
      'also darken: b off': 'lamps',
      'step light_other': 'lamps',
      'guard light_other: a[?] in lit': 'lamps',
    });
  });
});
