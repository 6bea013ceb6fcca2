/**
 * Random systems with a queue in pairs: a part for each two of three to five who may wait, whose local
 * states and events come in any order, beside parts that decide who may do what.
 */
import { noOrigin, sealed, type Program, type Some, type Step } from '../../src/system/program.ts';

type Dice = (n: number) => number;

function diceOf(seed: number): Dice {
  let state = (seed * 2 + 1) >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

function shuffled<T>(list: readonly T[], below: Dice): T[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

const events = ['enter 0', 'enter 1', 'leave 0', 'leave 1', 'drop 0', 'drop 1'];

/** What an event makes of an order of two. */
function after(order: string, event: string): string | null {
  const [kind, who] = event.split(' ') as [string, string];
  if (kind === 'enter') return order.includes(who) ? null : order + who;
  const may = kind === 'leave' ? order.startsWith(who) : order.includes(who);
  return may ? order.replace(who, '') : null;
}

/** A part for two, under names of any order. */
function pairTable(below: Dice): Program['tables'][number] {
  const orders = shuffled(['', '0', '1', '01', '10'], below);
  const own = shuffled(events, below);
  return {
    lifecycle: 'pair',
    states: orders.map((order) => `order ${order}`),
    events: own,
    next: orders.flatMap((order) =>
      own.map((event) => {
        const to = after(order, event);
        return to === null ? -1 : orders.indexOf(to);
      }),
    ),
    phrases: own.map(() => null),
  };
}

/** A part with three local states and two events. */
const freeTable = (below: Dice): Program['tables'][number] => ({
  lifecycle: 'free',
  states: ['a', 'b', 'c'],
  events: ['x', 'y'],
  next: Array.from({ length: 6 }, () => below(4) - 1),
  phrases: [null, null],
});

/** The queue of three to five, with a part for each of them and one for all. */
export function randomQueue(seed: number): Program {
  const below = diceOf(seed);
  const size = 3 + below(seed % 8 === 0 ? 3 : 2);
  const all = Array.from({ length: size }, (_, who) => who);
  const twos = all.flatMap((one) =>
    all.slice(one + 1).map((other) => (below(2) === 0 ? [one, other] : [other, one])),
  );
  const tables = [
    ...twos.map(() => pairTable(below)),
    ...Array.from({ length: size + 1 }, () => freeTable(below)),
  ];
  const parts = tables.map(({ lifecycle }, n) => ({
    name: n < twos.length ? `queue(${twos[n]!.join()})` : `${lifecycle}[${n}]`,
    title: `${lifecycle} ${n}`,
    table: n,
    family: null,
    index: null,
  }));
  const free = (who: number): number => twos.length + who;
  const someOf = (part: number): Some[number] => ({
    part,
    in: shuffled([...tables[part]!.states.keys()], below).slice(0, 1 + below(2)),
  });
  const steps: Step[] = [];
  for (const who of all)
    for (const kind of ['enter', 'leave', 'drop', 'enter', 'drop'].slice(0, 3 + below(3))) {
      const touched = twos.flatMap((two, part) => {
        const event = `${kind} ${two.indexOf(who)}`;
        return two.includes(who)
          ? [{ part, event: tables[part]!.events.indexOf(event), origin: noOrigin }]
          : [];
      });
      const optional = kind === 'drop' && below(2) === 0;
      // A step has a move that it needs.
      const own = [free(who), free(size)].filter(
        (part) => (optional && part === free(who)) || below(3) > 0,
      );
      const moves = own.map((part) => ({ part, event: below(2), origin: noOrigin }));
      const some = below(3) === 0 ? [someOf(free(all[below(size)]!)), someOf(free(size))] : null;
      steps.push({
        name: `${kind}[${who},${steps.length}]`,
        of: `${kind}${steps.length}`,
        actor: below(size),
        when: some === null ? [] : [{ some, text: 'some', origin: noOrigin }],
        moves: optional ? moves : [...touched, ...moves],
        also: optional ? touched : [],
        atomic: null,
        origin: noOrigin,
      });
    }
  const owed = (n: number): readonly Some[] => [
    [someOf(n % 2 === 0 ? below(twos.length) : free(below(size)))],
    ...(below(2) === 0 ? [[someOf(below(twos.length))]] : []),
  ];
  return sealed({
    tables,
    parts,
    actors: all.map((who) => ({
      name: `actor[${who}]`,
      of: 'actor',
      fair: (['none', 'weak', 'weak', 'strong'] as const)[below(4)]!,
      because: null,
      recovers: false,
    })),
    steps,
    initial: tables.map(({ states }, n) => (n < twos.length ? states.indexOf('order ') : 0)),
    promises: [0, 1, 2, 3].map((n) => ({
      name: `kept${n}`,
      of: `kept${n}`,
      pending: owed(n),
      ofRecovery: false,
      cite: null,
    })),
    invariants: [
      {
        name: 'never',
        of: 'never',
        never: [[someOf(below(twos.length))], [someOf(free(0))]],
        cite: null,
      },
    ],
    leftOut: [],
  });
}
