import { describe, expect, test } from 'vitest';
import {
  assign,
  createActor,
  createMachine,
  enqueueActions,
  fromPromise,
  raise,
  sendTo,
  setup,
  spawnChild,
  type AnyStateMachine,
} from 'xstate';
import { NotTabulable, tabulate } from '../../src/lts/tabulate.ts';

type Event = { type: string };

const nested = setup({ types: {} as { events: Event } }).createMachine({
  id: 'nested',
  initial: 'idle',
  states: {
    idle: { on: { go: 'busy' }, tags: ['free'] },
    busy: {
      initial: 'reading',
      on: { stop: 'idle', again: { target: 'busy', reenter: true } },
      states: {
        reading: { on: { go: 'writing' }, meta: { waits: 'held by' } },
        writing: { on: { go: 'reading', stop: {} } },
      },
    },
  },
});

const counter = setup({
  types: {} as { context: { n: number; dirty: boolean }; events: Event },
  guards: { room: ({ context }) => context.n < 3, any: ({ context }) => context.n > 0 },
}).createMachine({
  id: 'counter',
  context: { n: 0, dirty: false },
  initial: 'live',
  states: {
    live: {
      on: {
        pin: { guard: 'room', actions: assign({ n: ({ context }) => context.n + 1 }) },
        unpin: {
          guard: 'any',
          actions: assign({ n: ({ context }) => context.n - 1, dirty: true }),
        },
        free: { guard: ({ context }) => context.n === 0, target: 'gone' },
      },
    },
    gone: { type: 'final' },
  },
});

const regions = setup({ types: {} as { events: Event } }).createMachine({
  id: 'regions',
  type: 'parallel',
  states: {
    left: { initial: 'a', states: { a: { on: { go: 'b', both: 'b' } }, b: { on: { back: 'a' } } } },
    right: {
      initial: 'c',
      states: {
        c: { on: { both: 'd' } },
        d: { always: { guard: ({ context }) => context === null, target: 'c' }, on: { back: 'c' } },
      },
    },
  },
});

const ending = setup({ types: {} as { events: Event } }).createMachine({
  id: 'ending',
  initial: 'a',
  on: { reset: '.a' },
  states: {
    a: { on: { go: 'b' } },
    b: { initial: 'x', onDone: 'c', states: { x: { on: { go: 'y' } }, y: { type: 'final' } } },
    c: { type: 'final' },
  },
});

const raising = setup({ types: {} as { events: Event } }).createMachine({
  id: 'raising',
  initial: 'a',
  states: {
    a: { on: { go: { target: 'b', actions: raise({ type: 'next' }) } } },
    b: { on: { next: 'c' } },
    c: { always: 'd' },
    d: { on: { go: 'a' } },
  },
});

const machines: readonly AnyStateMachine[] = [nested, counter, regions, ending, raising] as never;

/** The machine's state and context as an actor shows them, after these events from the start. */
function live(
  machine: AnyStateMachine,
  events: readonly string[],
): { value: unknown; context: unknown; can: (type: string) => boolean } {
  const actor = createActor(machine);
  actor.start();
  for (const type of events) actor.send({ type } as never);
  const snapshot = actor.getSnapshot();
  actor.stop();
  return {
    value: snapshot.value,
    context: snapshot.context,
    can: (type) => snapshot.status === 'active' && snapshot.can({ type } as never),
  };
}

describe('a table', () => {
  test.each(machines.map((machine) => [machine.id, machine] as const))(
    '%s: goes where a running actor goes, on every event in every state',
    (_, machine) => {
      const table = tabulate(machine);
      const way = new Map<number, string[]>([[table.initial, []]]);
      const shown = new Map<string, number>();
      let edges = 0;
      for (const [state, events] of way) {
        const here = live(machine, events);
        const key = JSON.stringify([here.value, here.context]);
        expect(shown.get(key) ?? state, key).toBe(state);
        shown.set(key, state);
        table.events.forEach((type, event) => {
          const to = table.next[state * table.events.length + event]!;
          expect(to >= 0, `${table.states[state]} ${type}`).toBe(here.can(type));
          if (to < 0) return;
          edges++;
          const after = live(machine, [...events, type]);
          if (!way.has(to)) way.set(to, [...events, type]);
          const before = live(machine, way.get(to)!);
          expect([after.value, after.context]).toEqual([before.value, before.context]);
        });
      }
      expect(way.size).toBe(table.states.length);
      expect(edges).toBe(table.next.filter((to) => to >= 0).length);
    },
  );

  test('names states by path, context and region', () => {
    expect(tabulate(nested).states).toEqual(['idle', 'busy.reading', 'busy.writing']);
    expect(tabulate(counter as AnyStateMachine).states.slice(0, 3)).toEqual([
      'live{n:0,dirty:false}',
      'live{n:1,dirty:false}',
      'gone{n:0,dirty:false}',
    ]);
    expect(tabulate(regions).states[0]).toBe('left.a & right.c');
  });

  test('knows the places that a guard may name: parents, tags, context', () => {
    expect(tabulate(nested).places).toEqual({
      idle: [0],
      '#free': [0],
      busy: [1, 2],
      'busy.reading': [1],
      'busy.writing': [2],
    });
    const { places, states } = tabulate(counter as AnyStateMachine);
    expect(places['gone']!.map((at) => states[at])).toEqual([
      'gone{n:0,dirty:false}',
      'gone{n:0,dirty:true}',
    ]);
    expect(places['live{n:1,dirty:false}']).toEqual([1]);
  });

  test('has its words for waiting, its ends, and no event that XState sends to itself', () => {
    expect(tabulate(nested).phrases).toEqual([null, 'held by', null]);
    expect(tabulate(ending).marked.map((at) => tabulate(ending).states[at])).toEqual(['c']);
    expect(tabulate(ending).events).toEqual(['reset', 'go']);
  });

  test('refuses a forbidden event, and takes a self-loop', () => {
    const { next, events, states } = tabulate(nested);
    const to = (state: string, event: string): number =>
      next[states.indexOf(state) * events.length + events.indexOf(event)]!;
    expect(to('busy.writing', 'stop')).toBe(-1);
    expect(to('busy.reading', 'stop')).toBe(states.indexOf('idle'));
    expect(to('busy.reading', 'again')).toBe(states.indexOf('busy.reading'));
  });

  test('takes nothing where the machine has ended, whatever its root says', () => {
    const { next, events, states } = tabulate(ending);
    const at = states.indexOf('c') * events.length;
    expect(next.slice(at, at + events.length)).toEqual([-1, -1]);
    expect(next[events.indexOf('reset') + states.indexOf('b.x') * events.length]).toBe(
      states.indexOf('a'),
    );
  });

  test('is made once', () => {
    expect(tabulate(nested)).toBe(tabulate(nested));
  });
});

describe('what cannot be tabulated is refused by name', () => {
  const promise = fromPromise(() => Promise.resolve(1));
  const doing = (actions: unknown): AnyStateMachine =>
    createMachine({
      id: 'm',
      context: {},
      initial: 'a',
      states: { a: { on: { go: { actions } } } },
    } as never);
  const refused: Record<string, readonly [AnyStateMachine, string]> = {
    after: [
      createMachine({
        id: 'm',
        initial: 'a',
        states: { a: { initial: 'b', states: { b: { after: { 10: 'c' } }, c: {} } } },
      }),
      "m: a.b has 'after'; let the timeout be an event",
    ],
    invoke: [
      createMachine({ id: 'm', initial: 'a', states: { a: { invoke: { src: promise } } } }),
      'm: a invokes an actor; a lifecycle may not',
    ],
    'invoke at the root': [
      createMachine({ id: 'm', invoke: { src: promise } }),
      'm: the root invokes an actor; a lifecycle may not',
    ],
    history: [
      createMachine({
        id: 'm',
        initial: 'a',
        states: { a: { initial: 'x', states: { x: {}, h: { type: 'history' } } } },
      }),
      'm: a.h is a history state; a lifecycle may not have any',
    ],
    'any event': [
      createMachine({ id: 'm', initial: 'a', states: { a: { on: { '*': 'a' } } } }),
      "m: the wildcard '*'; name each event",
    ],
    'any event of a kind': [
      createMachine({ id: 'm', initial: 'a', states: { a: { on: { 'hw.*': 'a' } } } }),
      "m: the wildcard 'hw.*'; name each event",
    ],
    spawnChild: [
      doing(spawnChild(promise)),
      "m: 'go' in a runs xstate.spawnChild; a lifecycle knows one object and starts no actor",
    ],
    'spawnChild on entry': [
      createMachine({ id: 'm', initial: 'a', states: { a: { entry: spawnChild(promise) } } }),
      'm: its initial state runs xstate.spawnChild; a lifecycle knows one object and starts no actor',
    ],
    'spawnChild enqueued': [
      doing(
        enqueueActions(({ enqueue }) => {
          enqueue.spawnChild(promise);
        }),
      ),
      "m: 'go' in a runs xstate.spawnChild; a lifecycle knows one object and starts no actor",
    ],
    'spawn in assign': [
      doing(
        assign({
          child: ({ spawn }: { spawn: (of: unknown) => unknown }) => spawn(promise),
        } as never),
      ),
      'has a spawned actor; a lifecycle knows one object and starts no actor',
    ],
    'an event after a delay': [
      doing(raise({ type: 'go' }, { delay: 10 })),
      "m: 'go' in a raises an event after a delay; let the timeout be an event",
    ],
    sendTo: [
      doing(sendTo('other', { type: 'x' })),
      "m: 'go' in a: Unable to send event to actor 'other' from machine 'm'",
    ],
    'a guard that throws': [
      createMachine({
        id: 'm',
        initial: 'a',
        states: {
          a: {
            on: {
              go: {
                guard: () => {
                  throw new Error('no payload');
                },
                target: 'a',
              },
            },
          },
        },
      }),
      "m: 'go' in a: Unable to evaluate guard",
    ],
    'an unbounded context': [
      doing(
        assign({ n: ({ context }: { context: { n?: number } }) => (context.n ?? 0) + 1 } as never),
      ),
      'm: more than 20000 states; its context has no finite domain',
    ],
    'contexts that print alike': [
      doing(
        assign({
          n: ({ context }: { context: { n?: unknown } }) => (context.n === 1 ? '1' : 1),
        } as never),
      ),
      'm: two contexts are both called a{n:1}: {"n":1} and {"n":"1"}',
    ],
  };

  test.each(Object.keys(refused))('%s', (name) => {
    const [machine, message] = refused[name]!;
    let error: unknown = null;
    try {
      tabulate(machine);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(NotTabulable);
    expect((error as Error).message).toContain(message);
  });
});
