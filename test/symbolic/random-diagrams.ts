/**
 * Random sets, steps and constraints over a few levels, small enough to list every state: what the
 * diagrams say is held against plain enumeration.
 */
import type { Diagrams } from '../../src/symbolic/diagrams.ts';

/** The modules that are asked: a faulty copy has the same shape. */
export type Room = {
  readonly diagrams: typeof import('../../src/symbolic/diagrams.ts');
  readonly sets: typeof import('../../src/symbolic/sets.ts');
  readonly relations: typeof import('../../src/symbolic/relations.ts');
  readonly saturate: typeof import('../../src/symbolic/saturate.ts');
};

/** For each level, what each local state becomes, -1 where refused; null where the level does not matter. */
type Step = readonly (readonly number[] | null)[];
/** Local states by level; entry 0 is 0. */
type State = readonly number[];

type Case = {
  readonly domains: readonly number[];
  readonly states: readonly State[];
  readonly steps: readonly Step[];
  readonly within: ReadonlySet<string>;
  readonly from: ReadonlySet<string>;
};

/** What is asked of the diagrams, and of plain sets of states. */
export const asked = [
  'union',
  'intersection',
  'difference',
  'count',
  'image',
  'imageWithin',
  'back',
  'guard',
  'close',
  'closeWithin',
  'closeBack',
  'closeBackWithin',
] as const;
export type Asked = (typeof asked)[number];

/** Which of the questions the room answers wrongly in one random case. */
export function wrongIn(room: Room, seed: number): Asked[] {
  const drawn = draw(seed);
  const plain = plainly(drawn);
  const d = room.diagrams.diagrams(drawn.domains, {
    bytes: 1e9,
    deadline: Infinity,
    nodes: Infinity,
  });
  // Collects whenever it may, also while an operation is under way.
  if (seed % 16 === 0) Object.defineProperty(d, 'collectAt', { get: () => 0, set: () => {} });
  return asked.filter((question) => {
    if (seed % 16 !== 0) d.collectAt = 4;
    const set = byDiagrams(room, d, drawn, question);
    const expected = plain(question);
    if (question === 'count')
      return (
        room.sets.count(d, set) !== BigInt(expected.size) ||
        room.sets.size(d, set) !== expected.size
      );
    return drawn.states.some(
      (state) => room.sets.has(d, set, state) !== expected.has(state.join()),
    );
  });
}

function draw(seed: number): Case {
  let state = seed * 2 + 1;
  const below = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const levels = 2 + below(4);
  const domains = [1, ...Array.from({ length: levels }, () => 2 + below(3))];
  let states: number[][] = [[0]];
  for (const size of domains.slice(1))
    states = states.flatMap((some) => Array.from({ length: size }, (_, local) => [...some, local]));
  const steps = Array.from({ length: 1 + below(5) }, () =>
    domains.map((size, level) =>
      level === 0 || below(2) === 0
        ? null
        : Array.from({ length: size }, () => (below(3) === 0 ? -1 : below(size))),
    ),
  );
  const some = (percent: number): Set<string> =>
    new Set(states.filter(() => below(100) < percent).map((one) => one.join()));
  const within = some(65);
  const from = new Set([...some(15)].filter((one) => within.has(one)));
  return { domains, states, steps, within, from };
}

function byDiagrams(room: Room, d: Diagrams, one: Case, question: Asked): number {
  const { union, intersection, difference, box } = room.sets;
  const { relations, relation, inverse, guard, image, imageWithin } = room.relations;
  const { close, closeWithin, closureOf } = room.saturate;
  const r = relations(d);
  const by = one.steps.map((step) =>
    step.reduce(
      (rest: number, locals, level) =>
        locals === null || rest === 0
          ? rest
          : relation(
              r,
              level,
              locals.map((to) => (to < 0 ? [] : [to, rest])),
            ),
      1,
    ),
  );
  const setOf = (keys: ReadonlySet<string>): number =>
    one.states
      .filter((state) => keys.has(state.join()))
      .reduce(
        (set, state) =>
          union(
            d,
            set,
            box(
              d,
              state.map((local) => [local]),
            ),
          ),
        0,
      );
  const [within, from] = [setOf(one.within), setOf(one.from)];
  const backwards = by.map((step) => inverse(r, step));
  const ask: Readonly<Record<Asked, () => number>> = {
    union: () => union(d, image(r, from, by[0]!), within),
    intersection: () => intersection(d, image(r, within, by[0]!), within),
    difference: () => difference(d, within, image(r, within, by[0]!)),
    count: () => within,
    image: () => image(r, within, by[0]!),
    imageWithin: () => imageWithin(r, within, by[0]!, within),
    back: () => image(r, within, backwards[0]!),
    guard: () => image(r, within, guard(r, by[0]!)),
    close: () => close(closureOf(r, by), from),
    closeWithin: () => closeWithin(closureOf(r, by), from, within),
    closeBack: () => close(closureOf(r, backwards), from),
    closeBackWithin: () => closeWithin(closureOf(r, backwards), from, within),
  };
  return ask[question]();
}

/** The same by lists of states. */
function plainly({ states, steps, within, from }: Case): (question: Asked) => ReadonlySet<string> {
  const after = (state: State, step: Step): State | null => {
    const next = state.map((local, level) => step[level]?.[local] ?? local);
    return next.includes(-1) ? null : next;
  };
  const byKey = new Map(states.map((state) => [state.join(), state]));
  const edges = (some: readonly Step[]): [string, string][] =>
    states.flatMap((state) =>
      some.flatMap((step): [string, string][] => {
        const next = after(state, step);
        return next === null ? [] : [[state.join(), next.join()]];
      }),
    );
  const closed = (backwards: boolean, bound: ReadonlySet<string> | null): Set<string> => {
    const closure = new Set(from);
    const all = edges(steps).map(([a, b]) => (backwards ? [b, a] : [a, b]) as [string, string]);
    for (let before = -1; before !== closure.size;) {
      before = closure.size;
      for (const [a, b] of all) if (closure.has(a) && (bound?.has(b) ?? true)) closure.add(b);
    }
    return closure;
  };
  const first = edges(steps.slice(0, 1));
  const image = (some: ReadonlySet<string>) =>
    new Set(first.filter(([a]) => some.has(a)).map(([, b]) => b));
  const ask: Readonly<Record<Asked, () => ReadonlySet<string>>> = {
    union: () => new Set([...image(from), ...within]),
    intersection: () => new Set([...image(within)].filter((key) => within.has(key))),
    difference: () => new Set([...within].filter((key) => !image(within).has(key))),
    count: () => within,
    image: () => image(within),
    imageWithin: () => new Set([...image(within)].filter((key) => within.has(key))),
    back: () => new Set(first.filter(([, b]) => within.has(b)).map(([a]) => a)),
    guard: () => new Set(first.filter(([a]) => within.has(a)).map(([a]) => a)),
    close: () => closed(false, null),
    closeWithin: () => closed(false, within),
    closeBack: () => closed(true, null),
    closeBackWithin: () => closed(true, within),
  };
  return (question) => new Set([...ask[question]()].filter((key) => byKey.has(key)));
}
