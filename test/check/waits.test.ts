import { describe, expect, test } from 'vitest';
import { setup } from 'xstate';
import { check } from '../../src/check/verdict.ts';
import { inWords } from '../../src/check/waits.ts';
import type { Finding } from '../../src/check/finding.ts';
import { compose } from '../../src/system/compose.ts';
import { vocabulary, type Actors, type Clause, type Row } from '../../src/system/vocabulary.ts';

const philosopher = setup({
  types: {
    events: {} as { type: 'hunger' } | { type: 'take' } | { type: 'eat' } | { type: 'leave' },
  },
}).createMachine({
  id: 'philosopher',
  initial: 'thinking',
  states: {
    thinking: { on: { hunger: 'hungry' } },
    hungry: { on: { take: 'armed' } },
    armed: { on: { eat: 'eating' } },
    eating: { on: { leave: 'thinking' } },
  },
});
const fork = setup({ types: { events: {} as { type: 'take' } | { type: 'leave' } } }).createMachine(
  {
    id: 'fork',
    initial: 'free',
    states: {
      free: { on: { take: 'held' } },
      held: { on: { leave: 'free' }, meta: { waits: 'held by' } },
    },
  },
);

const seats = [1, 2, 3];
const v = vocabulary({
  one: { of: philosopher, title: 'philosopher 1' },
  two: { of: philosopher, title: 'philosopher 2' },
  three: { of: philosopher, title: 'philosopher 3' },
  fork1: { of: fork, title: 'fork 1' },
  fork2: { of: fork, title: 'fork 2' },
  fork3: { of: fork, title: 'fork 3' },
} as const);
const who = ['one', 'two', 'three'] as const;

/**
 * Each takes the fork of his number, then the next; or, if the last is left-handed, he takes the
 * next first.
 */
function table({ leftHanded = false, fair = 'weak' as 'weak' | 'none' } = {}): {
  row: Row;
  actors: Actors;
} {
  const steps = seats.flatMap((n) => {
    const name = who[n - 1]!;
    const order = [`fork${n}`, `fork${(n % 3) + 1}`];
    const [first, second] = leftHanded && n === 3 ? [order[1]!, order[0]!] : [order[0]!, order[1]!];
    return [
      { name: `hunger${n}`, actor: `guest${n}`, moves: { [name]: 'hunger' } },
      { name: `take${n}`, actor: `arm${n}`, moves: { [name]: 'take', [first]: 'take' } },
      { name: `eat${n}`, actor: `arm${n}`, moves: { [name]: 'eat', [second]: 'take' } },
      {
        name: `leave${n}`,
        actor: `arm${n}`,
        moves: { [name]: 'leave', [first]: 'leave', [second]: 'leave' },
      },
    ];
  });
  const actors: Actors = Object.fromEntries(
    seats.flatMap((n) => [
      [`guest${n}`, { fair: 'none' as const }],
      [`arm${n}`, { fair }],
    ]),
  );
  return {
    row: v.row({
      name: 'table',
      steps: steps as never,
      promises: [{ name: 'eats', pending: { one: ['hungry', 'armed'] } }],
    }) as Row,
    actors,
  };
}
const ask = ({ row, actors }: ReturnType<typeof table>, clauses: Clause[] = []): Finding =>
  check(compose({ rows: [row], clauses, actors, sizes: {} }), { states: 10_000 }).promises[0]!;

describe('dining philosophers', () => {
  test('wait for each other in a circle', () => {
    const finding = ask(table());
    expect(finding.verdict).toBe('deadlock');
    expect(finding.run.map(({ step }) => step)).toEqual([
      'hunger1',
      'take1',
      'hunger2',
      'take2',
      'hunger3',
      'take3',
    ]);
    expect(finding.sealed).toBe(6);
    expect(inWords(finding.waits!)).toBe(
      'philosopher 1 → fork 2, held by → philosopher 2 (armed) → fork 3, held by → ' +
        'philosopher 3 (armed) → fork 1, held by → philosopher 1',
    );
    expect(finding.waits!.closes).toBe(0);
    const { chain } = finding.waits!;
    expect(
      chain
        .map(({ part, isIn, step, for: other, mustBeIn }) => [part, isIn, step, other, mustBeIn])
        .slice(0, 3),
    ).toEqual([
      ['one', ['armed'], 'eat1', 'fork2', ['free']],
      ['fork2', ['held'], 'leave2', 'two', ['eating']],
      ['two', ['armed'], 'eat2', 'fork3', ['free']],
    ]);
    expect(chain.map(({ origin }) => origin?.row)).toEqual(Array(6).fill('table'));
  });

  test('the last one left-handed, they do not; but one may starve while the others eat', () => {
    const finding = ask(table({ leftHanded: true }));
    expect(finding.verdict).toBe('unbounded');
    expect(finding.starves).toContain('arm1');
    expect(finding.loop.some(({ step }) => step === 'eat2' || step === 'eat3')).toBe(true);
  });

  test('a guard that a clause put there is told with its clause', () => {
    const manners = {
      name: 'manners',
      says: { file: 'etiquette.txt', says: 'Wait for the host.' },
      requires: { eat1: { two: 'eating' }, eat2: { one: 'eating' } },
    } as unknown as Clause;
    const finding = ask(table({ leftHanded: true }), [manners]);
    expect(finding.verdict).toBe('deadlock');
    expect(finding.waits!.closes).not.toBeNull();
    expect(finding.waits!.chain.some(({ origin }) => origin?.clause === 'manners')).toBe(true);
    const { chain, closes } = finding.waits!;
    chain.forEach((wait, at) => {
      if (wait.for !== null) expect(wait.for).toBe((chain[at + 1] ?? chain[closes!]!).part);
    });
  });
});

describe('a chain', () => {
  const plain = {
    one: { of: philosopher, title: 'philosopher' },
    fork1: { of: fork, title: 'fork' },
  } as const;
  const alone = vocabulary(plain);
  const cell = (leave: 'none' | null): Finding =>
    check(
      compose({
        rows: [
          alone.row({
            name: 'cell',
            steps: alone.steps(
              { name: 'hunger', actor: 'guest', moves: { one: 'hunger' } },
              { name: 'take', actor: 'arm', moves: { one: 'take', fork1: 'take' } },
              { name: 'steal', actor: 'thief', moves: { fork1: 'take' } },
              ...(leave === null
                ? []
                : alone.steps({ name: 'bring back', actor: 'thief', moves: { fork1: 'leave' } })),
            ),
            promises: [{ name: 'gets it', pending: { one: 'hungry' } }],
          }) as Row,
        ],
        actors: { guest: { fair: 'none' }, arm: { fair: 'weak' }, thief: { fair: 'none' } },
        sizes: {},
      }),
      { states: 100 },
    ).promises[0]!;

  test('ends where nothing moves on', () => {
    const finding = cell(null);
    expect(finding.verdict).toBe('deadlock');
    expect(inWords(finding.waits!)).toBe('philosopher → fork (held) → which nothing moves on');
    expect(finding.waits!.closes).toBeNull();
  });

  test('or where only a favour does, which is indefinite', () => {
    const finding = cell('none');
    expect(finding.verdict).toBe('indefinite');
    expect(finding.favours).toEqual(['bring back']);
    expect(inWords(finding.waits!)).toBe(
      'philosopher → fork (held) → which only thief can move on',
    );
    expect(finding.run.map(({ step }) => step)).toEqual(['hunger', 'steal']);
  });
});
