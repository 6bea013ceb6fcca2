import { expect, test } from 'vitest';
import { assign, raise, setup, type AnyStateMachine } from 'xstate';
import { tabulate } from '../../src/lts/tabulate.ts';

/** A machine with one state and this context, which an event replaces by another. */
const holding = (context: unknown, next: unknown): AnyStateMachine =>
  setup({
    types: {} as { context: Record<string, unknown>; events: { type: 'go' } },
  }).createMachine({
    id: 'holder',
    context: { x: context },
    initial: 'on',
    states: { on: { on: { go: { actions: assign({ x: () => next }) } } } },
  }) as AnyStateMachine;

const cycle: Record<string, unknown> = { name: 'cycle' };
cycle['self'] = { inner: [cycle] };
class Box {
  readonly size = 1;
}

test.each([
  ['a Set', new Set([1]), 'context.x is a Set'],
  ['a Map', new Map([[1, 2]]), 'context.x is a Map'],
  ['NaN', NaN, 'context.x is NaN'],
  ['Infinity', [1, { far: -Infinity }], 'context.x[1].far is -Infinity'],
  ['undefined', undefined, 'context.x is undefined'],
  ['undefined in a record', { a: undefined }, 'context.x.a is undefined'],
  ['a hole in a list', [1, , 2], 'context.x[1] is undefined'], // eslint-disable-line no-sparse-arrays
  ['a cycle', cycle, 'context.x.self.inner[0] is an object that contains itself'],
  ['a Date', new Date(0), 'context.x is a Date'],
  ['a bigint', 1n, 'context.x is a bigint'],
  ['a symbol', Symbol('s'), 'context.x is a symbol'],
  ['a function', () => 1, 'context.x is a function'],
  ['an object of a class', new Box(), 'context.x is a Box'],
  ['a regular expression', /x/, 'context.x is a RegExp'],
  ['a typed array', new Uint8Array(1), 'context.x is a Uint8Array'],
  ['symbols as keys', { [Symbol('s')]: 1 }, 'context.x is an object with symbols as keys'],
])('a context that holds %s is refused by name', (_, value, message) => {
  expect(() => tabulate(holding(value, value))).toThrow(
    `holder: on: ${message}; a context is plain data`,
  );
  // Not only in the first state.
  expect(() => tabulate(holding(null, value))).toThrow(message);
});

test('plain contexts are told apart: each value is a state of its own', () => {
  const values = [null, true, 0, 1, -1, 0.5, '1', 'null', [], {}, [1], { a: 1 }, { a: [1] }, [[1]]];
  for (const [n, value] of values.entries())
    for (const other of values.slice(n + 1)) {
      const machine = holding(value, other);
      let states: readonly string[] | null = null;
      try {
        ({ states } = tabulate(machine));
      } catch (error) {
        // The text '1' and the number 1 have one name: that is refused, never merged.
        expect(String(error)).toMatch(/two contexts are both called/);
      }
      if (states !== null) expect(states.length, `${String(value)} ${String(other)}`).toBe(2);
    }
});

const cycles: Readonly<Record<string, AnyStateMachine>> = {
  'of two states, at the start': setup({}).createMachine({
    id: 'spin',
    initial: 'a',
    states: { a: { always: 'b' }, b: { always: 'a' } },
  }) as AnyStateMachine,
  'of two states, after an event': setup({ types: { events: {} as { type: 'go' } } }).createMachine(
    {
      id: 'spin',
      initial: 'idle',
      states: { idle: { on: { go: 'a' } }, a: { always: 'b' }, b: { always: 'a' } },
    },
  ) as AnyStateMachine,
  'that counts without end': setup({
    types: {} as { context: { n: number }; events: { type: 'go' } },
  }).createMachine({
    id: 'spin',
    context: { n: 0 },
    initial: 'a',
    states: { a: { always: { actions: assign({ n: ({ context }) => context.n + 1 }) } } },
  }) as AnyStateMachine,
  'of raised events': setup({ types: { events: {} as { type: 'go' } } }).createMachine({
    id: 'spin',
    initial: 'a',
    states: { a: { on: { go: { target: 'a', reenter: true, actions: raise({ type: 'go' }) } } } },
  }) as AnyStateMachine,
};

test.each(Object.entries(cycles))('a cycle %s is refused, and ends', (_, machine) => {
  expect(() => tabulate(machine)).toThrow(
    /^spin: .*: more than 1000 transitions follow without an event: a cycle of 'always' or raise$/,
  );
});

test('an error in the initial transition is refused, and is no state', () => {
  const machine = setup({ types: {} as { context: { n: number } } }).createMachine({
    id: 'broken',
    context: { n: 0 },
    initial: 'a',
    states: {
      a: {
        entry: assign(() => {
          throw new Error('no\nluck');
        }),
      },
    },
  }) as AnyStateMachine;
  expect(() => tabulate(machine)).toThrow('broken: its initial state: no luck');
});

test('`always` that ends is tabulated where it ends', () => {
  const machine = setup({ types: { events: {} as { type: 'go' } } }).createMachine({
    id: 'chain',
    initial: 'a',
    states: { a: { on: { go: 'b' } }, b: { always: 'c' }, c: { always: 'd' }, d: {} },
  }) as AnyStateMachine;
  expect(tabulate(machine).states).toEqual(['a', 'd']);
});

test('states and tags may be called like what every object has', () => {
  const machine = setup({ types: { events: {} as { type: 'go' } } }).createMachine({
    id: 'odd',
    initial: 'constructor',
    states: { constructor: { on: { go: 'toString' } }, toString: { tags: ['valueOf'] } },
  }) as AnyStateMachine;
  const { states, places } = tabulate(machine);
  expect(states).toEqual(['constructor', 'toString']);
  expect(Object.entries(places)).toEqual([
    ['constructor', [0]],
    ['toString', [1]],
    ['#valueOf', [1]],
  ]);
});
