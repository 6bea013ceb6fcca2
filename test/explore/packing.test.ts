import { describe, expect, test } from 'vitest';
import { systemOf } from '../../machines/description/system.ts';
import { alternatives } from '../../machines/description/alternatives.ts';
import { drivers } from '../../machines/drivers/index.ts';
import { deltasOf, isExact } from '../../src/explore/deltas.ts';
import { assembledSweep } from '../../src/explore/assembled-sweep.ts';
import { sweepOf } from '../../src/explore/sweep.ts';
import { exactSet } from '../../src/explore/exact-set.ts';
import { functionsOf, isInvariant, type Derived } from '../../src/explore/functions.ts';
import type { Graph } from '../../src/explore/graph.ts';
import {
  essentialLayoutOf,
  layoutOf,
  pack,
  unpack,
  type Layout,
} from '../../src/explore/layout.ts';
import { localsOf, type Locals } from '../../src/explore/locals.ts';
import { adopt, packingIn, perhapsExact } from '../../src/explore/packing.ts';
import { reach, search } from '../../src/explore/search.ts';
import type { StateSet } from '../../src/explore/state-set.ts';
import type { Code } from '../../src/explore/stepper.ts';
import { noOrigin, sealed, withoutRecovery, type Program } from '../../src/system/program.ts';
import { randomSystem } from '../random-system.ts';
import { naive } from './naive.ts';
import { dice, randomProgram } from './random-program.ts';

/** A part goes round `n` states, or up and down, or has two events that lead anywhere. */
const table = (lifecycle: string, events: readonly string[], next: readonly number[]) => ({
  lifecycle,
  states: Array.from({ length: next.length / events.length }, (_, s) => `s${s}`),
  events,
  next,
  phrases: Array.from({ length: next.length / events.length }, () => null),
});

/** A program of these parts; a step is the parts that move and their events. */
function programOf(
  tables: Program['tables'],
  parts: readonly number[],
  steps: readonly {
    readonly moves: readonly (readonly [number, number])[];
    readonly also?: readonly (readonly [number, number])[];
  }[],
): Program {
  const moved = ([part, event]: readonly [number, number]) => ({ part, event, origin: noOrigin });
  return sealed({
    tables,
    parts: parts.map((of, p) => ({
      name: `p${p}`,
      title: `p ${p}`,
      table: of,
      family: null,
      index: null,
    })),
    actors: [{ name: 'a', of: 'a', fair: 'weak', because: null, recovers: false }],
    steps: steps.map(({ moves, also = [] }, r) => ({
      name: `step${r}`,
      of: `step${r}`,
      actor: 0,
      when: [],
      moves: moves.map(moved),
      also: also.map(moved),
      atomic: null,
      origin: noOrigin,
    })),
    initial: parts.map(() => 0),
    promises: parts.map((_, part) => ({
      name: `leaves${part}`,
      of: `leaves${part}`,
      pending: [
        [{ part, in: [1] }],
        [
          { part: 0, in: [0, 1] },
          { part, in: [0] },
        ],
      ],
      ofRecovery: false,
      cite: null,
    })),
    invariants: [],
    leftOut: [],
  });
}

const user = table('user', ['ask', 'enter', 'leave'], [1, -1, -1, -1, 2, -1, -1, -1, 0]);
/** Up, down; the states are not numbered by what they count. */
const counter = (most: number): Program['tables'][number] => {
  const names = Array.from({ length: most + 1 }, (_, n) => (n * 2) % (most + 1));
  const place = (n: number): number => names.indexOf(n);
  return table(
    'counter',
    ['up', 'down'],
    names.flatMap((n) => [n < most ? place(n + 1) : -1, n > 0 ? place(n - 1) : -1]),
  );
};

/** Users of one thing that so many may have; who has it is told by a counter, and by a bit each. */
function sharing(users: number, most: number): Program {
  const bit = table('bit', ['set', 'clear'], [1, -1, -1, 0]);
  const dull = table('dull', ['turn'], [1, 0]);
  const partOfUser = (u: number): number => 1 + 2 * u;
  return programOf(
    [counter(most), user, bit, dull],
    [0, ...Array.from({ length: users }, () => [1, 2]).flat(), 3],
    Array.from({ length: users }, (_, u) => [
      { moves: [[partOfUser(u), 0]] as const },
      {
        moves: [
          [partOfUser(u), 1],
          [0, 0],
          [partOfUser(u) + 1, 0],
        ] as const,
      },
      {
        moves: [
          [partOfUser(u), 2],
          [0, 1],
          [partOfUser(u) + 1, 1],
        ] as const,
      },
    ]).flat(),
  );
}

/** Rings that turn by themselves: every combination is reached. */
const rings = (parts: number, states: number): Program =>
  programOf(
    [
      table(
        'ring',
        ['turn'],
        Array.from({ length: states }, (_, s) => (s + 1) % states),
      ),
    ],
    Array.from({ length: parts }, () => 0),
    Array.from({ length: parts }, (_, p) => ({ moves: [[p, 0]] as const })),
  );

const small: readonly Program[] = [
  ...Array.from({ length: 60 }, (_, seed) => randomSystem(seed, 1200)),
  ...Array.from({ length: 40 }, (_, seed) =>
    randomProgram(seed, { parts: [2, 7], states: [2, 5], steps: [4, 20] }),
  ),
  ...[1, 2, 3].flatMap((most) => [3, 4, 5].map((users) => sharing(users, most))),
  ...drivers.map((driver) => withoutRecovery(systemOf(alternatives(driver)[0]!.description))),
];

/** The value that others tell of a part, in a state. */
function told({ constant, terms }: Derived, { places }: Locals, state: readonly number[]): number {
  return terms.reduce((sum, { part, adds }) => sum + adds[places[part]![state[part]!]!]!, constant);
}

const isTrue = (one: Derived, locals: Locals, states: readonly (readonly number[])[]): boolean =>
  states.every(
    (state) => one.values[locals.places[one.part]![state[one.part]!]!] === told(one, locals, state),
  );

describe('parts that are functions of others', () => {
  test('are what they are said to be in every reachable state', () => {
    const seen = { derived: 0, constant: 0, terms: 0, scattered: 0 };
    for (const program of small) {
      const { states } = naive(program, { states: 1500 });
      const locals = localsOf(program);
      const taken = (local: number, part: number): boolean => locals.places[part]![local]! >= 0;
      expect(states.every((state) => state.every(taken))).toBe(true);
      const derived = functionsOf(program, locals);
      for (const one of derived) {
        expect(isTrue(one, locals, states)).toBe(true);
        seen.terms = Math.max(seen.terms, one.terms.length);
        if (one.values.some((value, place) => value !== place)) seen.scattered++;
      }
      seen.derived += derived.length;
      seen.constant += locals.of.filter(({ length }) => length === 1).length;
    }
    expect(seen.derived).toBeGreaterThan(40);
    expect(seen.constant).toBeGreaterThan(10);
    expect(seen.terms).toBeGreaterThan(3);
    expect(seen.scattered).toBeGreaterThan(2);
  });

  test('a counter and a bit of each user are told by the users', () => {
    for (const users of [3, 5, 9]) {
      const { derived, bits, domain } = essentialLayoutOf(sharing(users, 2));
      expect(derived).toHaveLength(users + 1);
      expect([bits, domain]).toEqual([2 * users, 3 ** users]);
    }
  });

  test('of all drivers some parts are left out', () => {
    expect(drivers.length).toBeGreaterThan(10);
    for (const driver of drivers) {
      const program = withoutRecovery(systemOf(alternatives(driver)[0]!.description));
      const [whole, less] = [layoutOf(program), essentialLayoutOf(program)];
      expect(less.bits, driver.driver).toBeLessThan(0.9 * whole.bits);
      expect(less.derived.length, driver.driver).toBeGreaterThan(0);
    }
  });

  test('a function with a mistake in it is refused, or is none', () => {
    const noticed = { adds: 0, constant: 0, values: 0, term: 0, locals: 0 };
    let tried = 0;
    for (const [seed, program] of small.entries()) {
      const locals = localsOf(program);
      const { states } = naive(program, { states: 1500 });
      const roll = dice(seed);
      for (const right of functionsOf(program, locals)) {
        if (right.terms.length === 0) continue;
        tried++;
        const n = roll(right.terms.length);
        const spoilt = (kind: keyof typeof noticed, one: Derived): void => {
          const passes = isInvariant(program, locals, one);
          if (!passes) noticed[kind]++;
          else expect(isTrue(one, locals, states), kind).toBe(true);
        };
        const { adds } = right.terms[n]!;
        const k = roll(adds.length);
        const other = { ...right.terms[n]!, adds: adds.map((by, m) => (m === k ? by + 1 : by)) };
        spoilt('adds', { ...right, terms: right.terms.with(n, other) });
        spoilt('constant', { ...right, constant: right.constant + 1 });
        spoilt('values', { ...right, values: right.values.map(() => 0) });
        spoilt('term', { ...right, terms: right.terms.toSpliced(n, 1) });
        const halves = right.terms.map((term) => ({
          ...term,
          adds: term.adds.map((by) => by / 3),
        }));
        spoilt('locals', { ...right, terms: halves });
      }
    }
    expect(tried).toBeGreaterThan(40);
    for (const [kind, count] of Object.entries(noticed))
      expect(count, kind).toBeGreaterThan(tried * 0.9);
  });

  test('an optional move that depends on the state is no invariant of its part', () => {
    // The bit is set where it is clear, whatever the user does: nothing tells it.
    const bit = table('bit', ['set', 'clear'], [1, -1, -1, 0]);
    const program = programOf(
      [user, bit],
      [0, 1],
      [
        { moves: [[0, 0]], also: [[1, 0]] },
        { moves: [[0, 1]], also: [[1, 1]] },
        { moves: [[0, 2]] },
        { moves: [[1, 0]] },
      ],
    );
    expect(functionsOf(program, localsOf(program))).toEqual([]);
  });
});

/** What a search by this packing finds, in order. */
function found(program: Program, layout: Layout, code: Code, set?: StateSet): string[] {
  const made = packingIn(program, layout, code, true);
  const packing = set === undefined ? made : { ...made, set };
  const { lanes } = layout;
  const start = new Int32Array(lanes);
  pack(layout, program.initial, start, 0);
  adopt(packing, start, 0, 1);
  const perState = new Uint16Array(5000).fill(program.steps.length);
  for (let state = 1; state <= packing.set.count() && packing.set.count() < 3000;) {
    const { batch, stepper } = packing;
    const until = packing.set.count() + 1;
    const done = stepper.expand(packing.set.rows(), perState, state, until, batch);
    packing.set.reserve(packing.set.count() + batch.end[done - 1]!);
    packing.set.probe(batch, batch.end[done - 1]!);
    packing.set.intern(batch, batch.end[done - 1]!);
    state += done;
  }
  const rows = packing.set.rows();
  return Array.from({ length: packing.set.count() }, (_, n) =>
    unpack(layout, rows, (n + 1) * lanes).join(),
  );
}

describe.each(['generated', 'interpreted'] as const)('the %s stepper', (code) => {
  test('finds the states that there are, and a fault in the layout is noticed', () => {
    const noticed = { constant: 0, adds: 0, radix: 0, values: 0 };
    const tried = { derived: 0, radix: 0 };
    for (const [seed, program] of small.entries()) {
      const { states, stopped } = naive(program, { states: 2500 });
      const wanted = states.map((state) => state.join());
      if (stopped !== null || wanted.length < 4) continue;
      const right = essentialLayoutOf(program);
      const isRight = (layout: Layout): boolean => {
        try {
          return found(program, layout, code).join(';') === wanted.join(';');
        } catch {
          return false;
        }
      };
      expect(isRight(layoutOf(program))).toBe(true);
      expect(isRight(right)).toBe(true);
      const roll = dice(seed);
      // A radix that is too small: two states have one place.
      const long = [...right.locals.keys()].filter((p) => right.locals[p]!.length > 2);
      if (right.derived.length === 0 && isExact(right) && long.length > 0) {
        tried.radix++;
        const part = long[roll(long.length)]!;
        const locals = right.locals.with(part, right.locals[part]!.slice(0, -1));
        const values = right.values.with(
          part,
          right.values[part]!.map((value) => (value === locals[part]!.length ? 0 : value)),
        );
        if (!isRight({ ...right, locals, values })) noticed.radix++;
      }
      const [one] = right.derived.filter(({ terms }) => terms.length > 0);
      if (one === undefined) continue;
      tried.derived++;
      const others = right.derived.filter((other) => other !== one);
      const term = one.terms[roll(one.terms.length)]!;
      const spoilt = (wrong: Derived): boolean =>
        !isRight({ ...right, derived: [...others, wrong] });
      noticed.constant += Number(spoilt({ ...one, constant: one.constant + 1 }));
      noticed.adds += Number(
        spoilt({
          ...one,
          terms: one.terms.map((same) =>
            same === term ? { ...same, adds: same.adds.map((by) => by + 1) } : same,
          ),
        }),
      );
      const turned = right.locals.with(one.part, right.locals[one.part]!.toReversed());
      noticed.values += Number(!isRight({ ...right, locals: turned }));
    }
    expect(tried.derived).toBeGreaterThan(6);
    expect(tried.radix).toBeGreaterThan(15);
    for (const kind of ['constant', 'adds', 'values'] as const)
      expect(noticed[kind], kind).toBeGreaterThan(0.9 * tried.derived);
    expect(noticed.radix).toBeGreaterThan(0.9 * tried.radix);
  });
});

test('packed states are as different as the states, and so are their places', () => {
  for (const program of small) {
    const layout = essentialLayoutOf(program);
    const { states } = naive(program, { states: 2000 });
    const { stepper } = packingIn(program, layout, 'interpreted', true);
    const rows = new Int32Array(states.length * layout.lanes);
    states.forEach((state, n) => pack(layout, state, rows, n * layout.lanes));
    states.forEach((state, n) => expect(unpack(layout, rows, n * layout.lanes)).toEqual(state));
    const hashes = new Int32Array(states.length);
    stepper.hash(rows, 0, states.length, hashes);
    if (!isExact(layout)) continue;
    const places = [...hashes].map((hash) => hash >>> 0);
    expect(new Set(places).size).toBe(states.length);
    expect(Math.max(...places)).toBeLessThan(layout.domain);
  }
});

const contentOf = (graph: Graph) => ({
  lists: [graph.parent, graph.via, graph.first, graph.to, graph.by].map((list) => [...list]),
  states: Array.from({ length: graph.size }, (_, state) => graph.locals(state).join()),
  where: graph.program.promises.map(({ pending }) => [...graph.where(pending)]),
  edges: graph.edges,
  expanded: graph.expanded,
  stopped: graph.stopped,
});

describe('a search of the essential parts', () => {
  test('gives the graph that a search of all parts gives, whole and cut', () => {
    let compared = 0;
    for (const [seed, program] of [...small, sharing(7, 3), rings(5, 3)].entries()) {
      const roll = dice(seed);
      const whole = search(program, { states: 3000 }, { packing: 'whole' });
      for (const states of [3000, 1 + roll(whole.size), 1 + roll(whole.size)]) {
        const wanted = contentOf(search(program, { states }, { packing: 'whole' }));
        for (const how of [{}, { code: 'assembled' }, { code: 'interpreted' }] as const) {
          const essential = { packing: 'essential', ...how } as const;
          expect(contentOf(search(program, { states }, essential))).toEqual(wanted);
          expect(contentOf(search(program, { states }, how))).toEqual(wanted);
          const bare = reach(program, { states }, how);
          expect([[...bare.parent], [...bare.via], bare.edges, bare.stopped]).toEqual([
            wanted.lists[0],
            wanted.lists[1],
            wanted.edges,
            wanted.stopped,
          ]);
          expect(bare.locals(bare.size - 1).join()).toBe(wanted.states.at(-1));
        }
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(300);
  });

  test('stops at the first state asked for', () => {
    for (const program of [sharing(6, 3), rings(6, 3)]) {
      const whole = search(program, { states: 5000 }, { packing: 'whole' });
      for (const { pending } of program.promises)
        expect(reach(program, { states: 5000 }, { until: pending }).found).toBe(
          whole.where(pending).indexOf(1),
        );
    }
  });

  test('goes over to a table of all states that there may be, and the graph is the same', () => {
    const program = rings(9, 4);
    const layout = essentialLayoutOf(program);
    expect(layout.domain).toBe(4 ** 9);
    const [one, other] = [
      search(program, { states: 1e6 }, { packing: 'essential' }),
      search(program, { states: 1e6, bytes: 1.2e7 }, { packing: 'whole' }),
    ];
    expect([one.size, one.edges, one.stopped]).toEqual([4 ** 9, 9 * 4 ** 9, null]);
    expect(other.stopped).toBe('bytes');
    const { size, expanded } = other;
    const edges = other.first[expanded]!;
    for (const name of ['parent', 'via', 'to', 'by'] as const) {
      const until = name === 'parent' || name === 'via' ? size : edges;
      expect(
        Buffer.compare(bytes(one[name].subarray(0, until)), bytes(other[name].subarray(0, until))),
        name,
      ).toBe(0);
    }
  });

  test('does so only where there is room for it, and then it is the same set', () => {
    const program = rings(8, 3);
    const before = packingIn(program, essentialLayoutOf(program), 'generated', true);
    const start = new Int32Array(1);
    pack(before.layout, program.initial, start, 0);
    adopt(before, start, 0, 1);
    // 6,561 entries of four bytes are taken at once.
    expect(before.exact).not.toBe(null);
    const wide = rings(13, 3);
    const hashed = packingIn(wide, essentialLayoutOf(wide), 'generated', true);
    adopt(hashed, start, 0, 1);
    expect(hashed.exact).toBe(null);
    expect(perhapsExact(hashed, { states: 1, todo: 1 }, Infinity)).toBe(hashed);
    // 1,594,323 entries of four bytes; there is one state, whatever is said of them.
    const many = { states: 1, todo: 100_000 };
    expect(perhapsExact(hashed, many, 6_377_299)).toBe(hashed);
    const exact = perhapsExact(hashed, many, 6_377_300);
    expect(exact.exact).toBe(exact.set);
    expect([exact.set.count(), exact.set.rows()[1]]).toEqual([1, hashed.set.rows()[1]]);
    const refusing = Object.assign(globalThis, { Int32Array: failing(Int32Array) });
    try {
      const full = perhapsExact(hashed, many, Infinity);
      expect([full.exact, full.full, full.set]).toEqual([null, true, hashed.set]);
      expect(perhapsExact(full, many, Infinity)).toBe(full);
    } finally {
      refusing.Int32Array = RealArray as never;
    }
  });
});

/** Rings, of which a bell moves each that can be moved; and a bell that only stops some. */
const belled = (parts: number, states: number): Program => {
  const ring = table(
    'ring',
    ['turn', 'jump'],
    Array.from({ length: states }, (_, s) => [(s + 1) % states, s % 2 === 0 ? -1 : 0]).flat(),
  );
  const partNumbers = [...Array(parts).keys()];
  return programOf(
    [ring],
    partNumbers.map(() => 0),
    [
      ...partNumbers.map((p) => ({ moves: [[p, 0]] as const })),
      { moves: [[0, 0]], also: partNumbers.slice(1).map((p) => [p, 1] as const) },
      { moves: [[1, 1]], also: [[parts - 1, 1]] as const },
    ],
  );
};

/** What a sweep makes of a program, a few states at a time, up to so many states. */
function sweptStates(program: Program, by: 'generated' | 'assembled', most: number): unknown {
  const layout = essentialLayoutOf(program);
  const start = new Int32Array(layout.lanes);
  pack(layout, program.initial, start, 0);
  const hashed = packingIn(program, layout, 'generated', false);
  adopt(hashed, start, 0, 1);
  const { exact } = perhapsExact(hashed, { states: 1, todo: 1e9 }, Infinity);
  const parent = new Int32Array(most + 1000).fill(-1);
  const via = new Uint16Array(most + 1000);
  via[1] = program.steps.length;
  exact!.reserve(most + 999);
  const arrays = { rows: exact!.rows(), parent, via, entries: exact!.entries };
  const deltas = hashed.deltas;
  const assembled = by === 'assembled' ? assembledSweep(deltas, arrays, 1) : null;
  if (by === 'assembled') expect(assembled).not.toBe(null);
  const sweep = sweepOf(deltas)!;
  let [first, count, edges, dead, firstDead] = [1, 1, 0, 0, -1];
  for (let n = 1; first <= count && count <= most; n++) {
    // Room for little more than is there, so that it grows again and again.
    assembled?.reserve(count + n + program.steps.length);
    const range = { first, last: Math.min(count + 1, first + n), count, most: count + n - 1 };
    const done = assembled === null ? sweep(arrays, range) : assembled.sweep(range);
    if (dead === 0) ({ firstDead } = done);
    [first, count, edges, dead] = [done.first, done.count, edges + done.edges, dead + done.dead];
  }
  const stored = assembled?.arrays() ?? arrays;
  return {
    numbers: [first, count, edges, dead, firstDead],
    states: Array.from({ length: count }, (_, n) =>
      unpack(layout, stored.rows, (n + 1) * layout.lanes).join(),
    ),
    parent: [...stored.parent.subarray(0, count)],
    via: [...stored.via.subarray(2, count + 1)],
  };
}

test('WebAssembly sweeps as generated code does, while its memory grows', () => {
  const seen = { lanes: 0, computed: 0, varying: 0, words: 0, dead: 0 };
  for (const program of [...small, belled(9, 5), belled(13, 5), sharing(9, 4), rings(40, 1)]) {
    const layout = essentialLayoutOf(program);
    if (!isExact(layout)) continue;
    const { varying, enabled } = deltasOf(program, layout);
    const wanted = sweptStates(program, 'generated', 3000) as { readonly numbers: number[] };
    expect(sweptStates(program, 'assembled', 3000)).toEqual(wanted);
    seen.lanes = Math.max(seen.lanes, layout.lanes);
    seen.computed += layout.computed;
    seen.varying += Number(varying.length > 0);
    seen.words = Math.max(seen.words, enabled.words);
    seen.dead += Number(wanted.numbers[3]! > 1);
  }
  expect(seen.lanes).toBe(2);
  expect(seen.words).toBeGreaterThan(1);
  expect(seen.computed).toBeGreaterThan(10);
  expect(seen.varying).toBeGreaterThan(10);
  expect(seen.dead).toBeGreaterThan(3);
});

test('a mistake in any of the tables turns what WebAssembly finds', () => {
  const noticed = { t: 0, keep: 0, add: 0, byLocal: 0 };
  let tried = 0;
  for (const program of [belled(6, 5), belled(5, 3), sharing(4, 2), sharing(5, 3), rings(5, 4)]) {
    const layout = essentialLayoutOf(program);
    const right = deltasOf(program, layout);
    const statesOf = (deltas: typeof right): string => {
      const start = new Int32Array(layout.lanes);
      pack(layout, program.initial, start, 0);
      const rows = new Int32Array(3 * layout.lanes);
      rows.set(start, layout.lanes);
      const entries = new Int32Array(layout.domain / 32 + 1);
      const arrays = {
        rows,
        parent: Int32Array.of(-1),
        via: Uint16Array.of(0, program.steps.length),
        entries,
      };
      const sweep = assembledSweep(deltas, arrays, 1)!;
      let [first, count] = [1, 1];
      // What is wrong may find states without end.
      try {
        while (first <= count && count < 3000) {
          sweep.reserve(count + 5000);
          ({ first, count } = sweep.sweep({ first, last: count + 1, count, most: 3000 }));
        }
      } catch {
        return 'out of bounds';
      }
      return `${count} ${sweep
        .arrays()
        .rows.subarray(0, count * layout.lanes)
        .join()}`;
    };
    const wanted = statesOf(right);
    expect(statesOf(right)).toBe(wanted);
    for (let seed = 0; seed < 8; seed++) {
      tried++;
      const roll = dice(seed);
      const spoilt = (table: Int32Array, bits: number): Int32Array => {
        const copy = table.slice();
        for (let n = 0; n < 12; n++) copy[roll(copy.length)]! ^= 1 << (32 - bits + roll(bits));
        return copy;
      };
      const { enabled, add, byLocal, keep } = right;
      const bits = program.steps.length;
      const tables = { ...enabled, tables: spoilt(enabled.tables, bits) };
      noticed.t += Number(statesOf({ ...right, enabled: tables }) !== wanted);
      noticed.add += Number(statesOf({ ...right, add: spoilt(add, 32) }) !== wanted);
      noticed.keep += Number(statesOf({ ...right, keep: spoilt(keep, bits) }) !== wanted);
      if (byLocal.length > 0)
        noticed.byLocal += Number(statesOf({ ...right, byLocal: spoilt(byLocal, 32) }) !== wanted);
    }
  }
  expect(tried).toBe(40);
  expect(noticed.t).toBeGreaterThan(8);
  expect(noticed.add).toBeGreaterThan(8);
  expect(noticed.keep).toBeGreaterThan(3);
  expect(noticed.byLocal).toBeGreaterThan(3);
});

test('where there is no WebAssembly, generated code sweeps', () => {
  const real = globalThis as unknown as { WebAssembly: object };
  const before = real.WebAssembly;
  const program = rings(9, 3);
  const wanted = reach(program, { states: 1e6 });
  class Forbidden {
    constructor() {
      throw new Error('blocked by the content security policy');
    }
  }
  try {
    for (const instead of [undefined, { ...before, Module: Forbidden }]) {
      real.WebAssembly = instead as never;
      const found = reach(program, { states: 1e6 });
      expect([found.size, found.edges]).toEqual([wanted.size, wanted.edges]);
      expect([...found.parent]).toEqual([...wanted.parent]);
    }
  } finally {
    real.WebAssembly = before;
  }
});

const RealArray = Int32Array;

/** Arrays of more than a million entries cannot be had. */
const failing = (real: Int32ArrayConstructor): Int32ArrayConstructor =>
  new Proxy(real, {
    construct(of, given: readonly unknown[]) {
      if (typeof given[0] === 'number' && given[0] > 1e6)
        throw new RangeError('Array buffer allocation failed');
      return Reflect.construct(of, given) as Int32Array;
    },
  });

const bytes = (array: Int32Array | Uint16Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

describe.each([true, false])('an exact set, numbered: %s', (numbered) => {
  test('tells states apart as a map does, batch by batch and piece by piece', () => {
    const program = rings(7, 3);
    const layout = essentialLayoutOf(program);
    const { batch } = packingIn(program, layout, 'interpreted', numbered);
    const set = exactSet(1, 3 ** 7, numbered);
    const known = new Map<number, number>();
    const roll = dice(3);
    for (let left = 300; left > 0; left--) {
      const n = 1 + roll(batch.room);
      set.reserve(set.count() + n);
      for (let i = 0; i < n; i++) batch.rows[i] = batch.hash[i] = roll(3 ** 7);
      set.probe(batch, n);
      let from = 0;
      for (const until of [n >> 2, n >> 1, n]) {
        const before = known.size;
        const fresh: number[] = [];
        for (let i = from; i < until; i++)
          if (!known.has(batch.hash[i]!)) {
            known.set(batch.hash[i]!, known.size + 1);
            fresh.push(i);
          }
        expect(set.intern(batch, until)).toBe(known.size - before);
        expect([...batch.fresh.subarray(0, fresh.length)]).toEqual(fresh);
        if (numbered)
          for (let i = from; i < until; i++)
            expect(batch.number[i]).toBe(known.get(batch.hash[i]!));
        from = until;
      }
    }
    expect(set.count()).toBe(known.size);
    expect(known.size).toBeGreaterThan(2000);
    for (const [place, number] of known) expect(set.rows()[number]).toBe(place);
  });
});

test('the weights of a layout that 32 bits can tell are those of a mixed radix', () => {
  const program = rings(20, 3);
  expect(isExact(essentialLayoutOf(program))).toBe(true);
  expect(isExact(essentialLayoutOf(rings(21, 3)))).toBe(false);
  const { add } = deltasOf(program, essentialLayoutOf(program));
  expect(add.length).toBeGreaterThan(20);
});
