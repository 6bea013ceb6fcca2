import { assign, setup, type AnyStateMachine } from 'xstate';
import { tabulate } from '../src/lts/tabulate.ts';
import { compose } from '../src/system/compose.ts';
import { Misuse } from '../src/system/misuse.ts';
import { fire, sealed, type Program } from '../src/system/program.ts';
import type { Actors, Clause, Part, Row, Step, Sizes } from '../src/system/vocabulary.ts';

/**
 * A small system made through the real vocabulary: XState machines, families, steps, clauses,
 * promises. The same for the same seed. At most `most` combinations of local states, so at most so
 * many states.
 */
export function randomSystem(seed: number, most = 3000): Program {
  const dice = new Dice(seed);
  const extra = new Dice(seed ^ 0x5bd1e995);
  for (;;) {
    const spec = draw(dice, extra);
    try {
      const program = compose(spec);
      const combinations = program.parts.reduce(
        (product, { table }) => product * program.tables[table]!.states.length,
        1,
      );
      const strong = program.actors.filter(({ fair }) => fair === 'strong').length;
      if (
        combinations > most ||
        program.steps.length < 3 ||
        program.steps.length > 22 ||
        strong > 4
      )
        continue;
      // Few of the systems that hardly move: they say little.
      if (moves(program, 12) || dice.chance(0.1)) {
        const breaks = ({ never }: Program['invariants'][number]): boolean =>
          never.every((some) =>
            some.some(({ part, in: places }) => places.includes(program.initial[part]!)),
          );
        return sealed({ ...program, invariants: program.invariants.filter((one) => !breaks(one)) });
      }
    } catch (error) {
      // Sharing can ask one part for two events at once, and a promise one index for two families; that is
      // a misuse, and the next draw is taken.
      if (!(error instanceof Misuse && /cannot take two events|runs over both/.test(error.message)))
        throw error;
    }
  }
}

/** At least `n` states are reachable. */
function moves(program: Program, n: number): boolean {
  const seen = new Map([[program.initial.join(), program.initial as number[]]]);
  for (const state of seen.values())
    for (const step of program.steps) {
      if (seen.size >= n) return true;
      const next = fire(program, step, state);
      if (next !== null) seen.set(next.join(), next);
    }
  return seen.size >= n;
}

/** Mulberry32: small, seeded, good enough to vary systems. */
class Dice {
  private state: number;
  constructor(seed: number) {
    this.state = seed | 0;
  }
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  /** From 0 to below `n`. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }
  chance(of: number): boolean {
    return this.next() < of;
  }
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
  /** Some of them, in their order; at least one. */
  some<T>(list: readonly T[], of: number): T[] {
    const found = list.filter(() => this.chance(of));
    return found.length > 0 ? found : [this.of(list)];
  }
  times<T>(n: number, make: (at: number) => T): T[] {
    return Array.from({ length: n }, (_, at) => make(at));
  }
}

const events = ['go', 'stop', 'turn', 'wait'] as const;
type Node = {
  on?: Record<string, unknown>;
  states?: Record<string, Node>;
  initial?: string;
  type?: 'final' | 'parallel';
  tags?: string[];
  [more: string]: unknown;
};

/** `live`: every state can be left, so that promises can be kept. */
function machine(dice: Dice, id: string, live: boolean): AnyStateMachine {
  const kind = dice.of(['flat', 'flat', 'nested', 'counter', 'regions'] as const);
  const known = events.slice(0, 2 + dice.below(3));
  const on = (
    targets: readonly string[],
    chance: number,
    out?: string,
  ): Record<string, unknown> => ({
    ...Object.fromEntries(
      known.flatMap((event) =>
        dice.chance(chance) ? [[event, { target: dice.of(targets), reenter: true }]] : [],
      ),
    ),
    ...(live && out !== undefined ? { [dice.of(known)]: { target: out, reenter: true } } : {}),
  });
  const plain = setup({});
  if (kind === 'counter') {
    const limit = 1 + dice.below(2);
    const counting = setup({
      types: {} as { context: { n: number }; events: { type: string } },
      guards: { more: ({ context }) => context.n < limit, some: ({ context }) => context.n > 0 },
      actions: {
        up: assign({ n: ({ context }) => context.n + 1 }),
        down: assign({ n: ({ context }) => context.n - 1 }),
      },
    });
    return counting.createMachine({
      id,
      context: { n: dice.below(limit + 1) },
      initial: 'on',
      states: {
        on: {
          on: {
            go: { guard: 'more', actions: 'up' },
            stop: { guard: 'some', actions: 'down' },
            turn: dice.chance(0.5) ? 'off' : { target: 'on', reenter: true },
          },
        },
        off: {
          on: {
            wait: 'on',
            ...(dice.chance(0.4) ? { stop: { guard: 'some', actions: 'down' } } : {}),
          },
        },
      },
    }) as AnyStateMachine;
  }
  if (kind === 'regions') {
    const region = (initial: string, other: string): Node => ({
      initial,
      states: {
        [initial]: { on: on([other, initial], 0.4, other) },
        [other]: { on: on([initial, other], 0.3, initial), tags: ['late'] },
      },
    });
    return plain.createMachine({
      id,
      type: 'parallel',
      states: { left: region('a', 'b'), right: region('c', 'd') },
    } as never) as unknown as AnyStateMachine;
  }
  const names = ['a', 'b', 'c', 'd'].slice(0, 2 + dice.below(3));
  const states: Record<string, Node> = Object.fromEntries(
    names.map((name, at) => [
      name,
      {
        on: on(names, live ? 0.25 : 0.45, names[(at + 1) % names.length]!),
        ...(dice.chance(0.3) ? { tags: ['late'] } : {}),
      },
    ]),
  );
  if (kind === 'nested') {
    const inner = ['x', 'y'];
    states[dice.of(names)] = {
      initial: 'x',
      on: on(names, 0.3, names[0]!),
      states: { x: { on: on(inner, 0.4, 'y') }, y: { on: on(inner, 0.3) } },
    };
  } else if (!live && dice.chance(0.3)) states[names.at(-1)!] = { type: 'final' };
  return plain.createMachine({
    id,
    initial: names[0]!,
    states,
  } as never) as unknown as AnyStateMachine;
}

/** The actor of a step about a member: one for each member, or one for all. */
function memberOf(by: string, dice: Dice): string {
  if (by === 'thread') return 'thread[i]';
  return by === 'worker' && dice.chance(0.5) ? 'hand[i]' : by;
}

type Loose = Record<string, string | readonly string[]>;
type Place = {
  readonly name: string;
  readonly family: string | undefined;
  readonly of: AnyStateMachine;
};

function draw(dice: Dice, extra: Dice): Parameters<typeof compose>[0] {
  const live = dice.chance(0.85);
  const weakly = dice.chance(0.6);
  const machines = dice.times(2 + dice.below(2), (at) => {
    for (;;) {
      const one = machine(dice, `m${at}`, live);
      if (tabulate(one).events.length > 0) return one;
    }
  });
  const sizes: Sizes = { thread: 1 + dice.below(3), page: 1 + dice.below(2) };
  const parts: Record<string, Part> = {};
  const places = dice.times(2 + dice.below(4), (at): Place => ({
    name: `p${at}`,
    family: dice.chance(0.4) ? dice.of(['thread', 'thread', 'page']) : undefined,
    of: dice.of(machines),
  }));
  for (const place of places) {
    const twin = places.find(
      (other) =>
        other !== place &&
        other.name < place.name &&
        other.of === place.of &&
        other.family === place.family &&
        parts[other.name]!.shares === undefined,
    );
    parts[place.name] = {
      of: place.of,
      ...(place.family === undefined ? {} : { family: place.family }),
      ...(twin !== undefined && dice.chance(0.3) ? { shares: twin.name } : {}),
    };
  }
  // What is promised, if the strong actors alone keep it.
  const target = dice.of(places);
  const actors: Actors = {
    user: { fair: 'none' },
    device: { fair: 'weak' },
    worker: { fair: 'weak' },
    hand: { fair: 'weak' },
    server: { fair: 'strong', because: 'the seed says so' },
    judge: { fair: 'strong', because: 'the seed says so' },
    thread: {
      fair: dice.of(weakly ? (['none', 'weak', 'strong'] as const) : (['strong'] as const)),
      because: 'the seed says so',
    },
  };
  const ref = (place: Place, index: string): string =>
    place.family === undefined ? place.name : `${place.name}[${index}]`;
  // One index a family, so that no index runs over two of them; a second one now and then.
  const indexOf = (place: Place, by = dice): string => {
    if (place.family === 'page') return 'k';
    return by.chance(0.85) ? 'i' : 'j';
  };
  const where = (chance: number, by = dice): Loose => {
    const condition: Loose = {};
    for (const place of places) {
      if (!by.chance(chance)) continue;
      const known = Object.keys(tabulate(place.of).places);
      const names = by.some(known, 0.4).map((name) => (by.chance(0.25) ? `!${name}` : name));
      condition[ref(place, by.of(['*', '?', indexOf(place, by)]))] =
        names.length === 1 && by.chance(0.5) ? names[0]! : names;
    }
    return condition;
  };
  const event = (place: Place): string => dice.of(tabulate(place.of).events);
  const moves = (of: readonly Place[], n: number): Loose =>
    Object.fromEntries(
      dice.times(n, () => dice.of(of)).map((place) => [ref(place, indexOf(place)), event(place)]),
    );
  const written = new Map<string, Loose>();
  const mustMove = (first?: readonly [Place, string]): Loose => {
    const must = {
      ...moves(places, dice.of(first === undefined ? [1, 1, 1, 2, 2, 3] : [0, 0, 0, 1, 1, 2])),
    };
    if (first !== undefined) {
      for (const one of Object.keys(must)) if (one.startsWith(first[0].name)) delete must[one];
      must[ref(first[0], indexOf(first[0]))] = first[1];
    }
    return must;
  };
  const step = (name: string, first?: readonly [Place, string]): Step => {
    const must = mustMove(first);
    written.set(name, must);
    const bases = new Set(Object.keys(must).map((one) => one.replace(/\[.*/, '')));
    const others = places.filter((place) => !bases.has(place.name));
    const also =
      others.length > 0 && dice.chance(0.3)
        ? [dice.of(others)].map(
            (place) => [ref(place, dice.of(['*', indexOf(place)])), event(place)] as const,
          )
        : [];
    // An actor with members acts for nobody else.
    const indexed = Object.keys(must).find((one) => one.endsWith('[i]')) !== undefined;
    const guarded = weakly || !bases.has(target.name) ? 0.07 : 0.45;
    const keepers = bases.has(target.name)
      ? [indexed ? 'thread' : 'server', 'judge']
      : ['user', 'worker', 'device'];
    const everybody = ['user', 'device', 'worker', 'worker', 'server', 'judge', 'judge'];
    const by = dice.of(weakly ? [...everybody, ...(indexed ? ['thread'] : [])] : keepers);
    const any = dice.chance(0.12) ? where(0.4) : {};
    return {
      name,
      actor: indexed ? memberOf(by, dice) : by,
      moves: must,
      ...(also.length > 0 ? { also: Object.fromEntries(also) } : {}),
      when: where(live ? guarded : 0.25),
      ...(Object.keys(any).length > 0 ? { any } : {}),
    } as Step;
  };
  // In a live system nearly every event of every part has a step of its own.
  const owned = live
    ? places
        .flatMap((place) => tabulate(place.of).events.map((one) => [place, one] as const))
        .filter(() => dice.chance(0.8))
    : [];
  const names = dice.times(
    owned.length + (live ? dice.below(3) : 3 + dice.below(7)),
    (at) => `r${at}`,
  );
  if (names.length === 0) names.push('r0');
  const steps = names.map((name, at) => step(name, owned[at]));
  const pending = (): Loose => {
    const place = weakly ? dice.of(places) : target;
    const first = tabulate(place.of).states[0]!;
    const late = Object.keys(tabulate(place.of).places).filter((name) => name !== first);
    return {
      [ref(place, dice.of(['i', 'i', '?', '*']))]: dice.some(late.length > 0 ? late : [first], 0.4),
      ...(dice.chance(0.2) ? where(0.2) : {}),
    };
  };
  const promises = dice.times(1 + dice.below(2), (at) => ({
    name: `kept ${at}`,
    pending: owed(pending()),
  }));
  // Dice of their own: the systems are the same without them.
  const invariants = extra
    .times(extra.below(3), (at) => ({
      name: `never ${at}`,
      never: owed(where(extra.of([0.35, 0.9]), extra)),
    }))
    .filter(({ never }) => Object.keys(never).length > 0);
  const row: Row = {
    name: 'row',
    parts,
    steps,
    promises: promises as Row['promises'] & object,
    invariants: invariants as Row['invariants'] & object,
  };
  const says = { file: 'nowhere', says: 'the seed says so' };
  const twins = places
    .filter(({ name }) => parts[name]!.shares !== undefined)
    .map(({ name }) => name);
  const clauses = dice.times(dice.below(3), (index): Clause => {
    const spare = (name: string): Place[] =>
      places.filter(
        (place) => !Object.keys(written.get(name)!).some((one) => one.startsWith(place.name)),
      );
    const told = dice.of(names);
    const free = spare(told);
    const given = free.length > 0 && dice.chance(0.5) ? moves([dice.of(free)], 1) : null;
    if (given !== null) Object.assign(written.get(told)!, given);
    return {
      name: `clause ${index}`,
      says,
      ...(dice.chance(0.6) ? { adds: [step(`c${index}`)] } : {}),
      ...(dice.chance(0.5) ? { requires: { [dice.of(names)]: where(0.15) } } : {}),
      ...(given !== null ? { [dice.of(['moves', 'also'])]: { [told]: given } } : {}),
      ...(dice.chance(0.1) ? { forbids: [names.at(-1)!] } : {}),
      ...(twins.length > 0 && dice.chance(0.3) ? { separates: [twins[0]!] } : {}),
    } as Clause;
  });
  return { rows: [row], clauses, actors, sizes };
}

/** A promise has one index at most. */
function owed(pending: Loose): Loose {
  const indices = new Set<string>();
  return Object.fromEntries(
    Object.entries(pending).filter(([ref]) => {
      const index = /\[([ijk])\]/.exec(ref)?.[1];
      if (index === undefined) return true;
      indices.add(index);
      return indices.size === 1;
    }),
  );
}
