import { sealed } from '../../src/system/program.ts';
import type { Conjunct, Move, Origin, Program, Step, Some } from '../../src/system/program.ts';

/** What a random program looks like. All ranges are inclusive. */
export type Shape = {
  readonly parts: readonly [number, number];
  /** States of a table; now and then one. */
  readonly states: readonly [number, number];
  readonly steps: readonly [number, number];
};

/** Numbers from 0 up to `below`, the same for the same seed. */
export function dice(seed: number): (below: number) => number {
  let at = seed >>> 0;
  return (below) => {
    at = (at + 0x9e3779b9) >>> 0;
    let x = at;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return ((x ^ (x >>> 15)) >>> 0) % below;
  };
}

const nowhere: Origin = { row: null, clause: null, cite: null };

/**
 * A program with no meaning: guards over one part and over some, moves from many states, parts that
 * go along, self-loops.
 */
export function randomProgram(seed: number, shape: Shape): Program {
  const roll = dice(seed);
  const between = ([low, high]: readonly [number, number]): number => low + roll(high - low + 1);
  const tables = Array.from({ length: 1 + roll(3) }, (_, t) => {
    const states = roll(6) === 0 ? 1 : between(shape.states);
    const events = 1 + roll(4);
    const next = Array.from({ length: states * events }, () => (roll(3) === 0 ? -1 : roll(states)));
    // Some events add the same wherever they are accepted.
    const stride = 1 + roll(2);
    for (let state = 0; state < states; state++)
      next[state * events] = state + stride < states ? state + stride : -1;
    return {
      lifecycle: `table${t}`,
      states: Array.from({ length: states }, (_, s) => `s${s}`),
      events: Array.from({ length: events }, (_, e) => `e${e}`),
      next,
      phrases: Array.from({ length: states }, () => null),
    };
  });
  const parts = Array.from({ length: between(shape.parts) }, (_, p) => ({
    name: `part${p}`,
    title: `part ${p}`,
    table: roll(tables.length),
    family: null,
    index: null,
  }));
  const tableOf = (part: number): Program['tables'][number] => tables[parts[part]!.table]!;
  const some = (): Some =>
    Array.from({ length: [1, 1, 1, 2, 3, 0][roll(40) === 0 ? 5 : roll(5)]! }, () => {
      const part = roll(parts.length);
      return { part, in: [...tableOf(part).states.keys()].filter(() => roll(4) > 0) };
    });
  const steps = Array.from({ length: between(shape.steps) }, (_, r): Step => {
    const free = [...parts.keys()];
    const move = (): Move[] => {
      if (free.length === 0) return [];
      const [part] = free.splice(roll(free.length), 1);
      return [{ part: part!, event: roll(tableOf(part!).events.length), origin: nowhere }];
    };
    return {
      name: `step${r}`,
      of: `step${r}`,
      actor: r % 2,
      atomic: null,
      origin: nowhere,
      when: Array.from({ length: roll(3) }, (): Conjunct => ({
        some: some(),
        text: '',
        origin: nowhere,
      })),
      moves: Array.from({ length: 1 + roll(2) }, move).flat(),
      also: Array.from({ length: roll(3) }, move).flat(),
    };
  });
  const body: Omit<Program, 'digest'> = {
    tables,
    parts,
    steps,
    initial: parts.map((_, part) => roll(tableOf(part).states.length)),
    leftOut: [],
    actors: [0, 1].map((a) => ({
      name: `actor${a}`,
      of: `actor${a}`,
      fair: a === 0 ? ('weak' as const) : ('none' as const),
      because: null,
      recovers: false,
    })),
    promises: Array.from({ length: 3 }, (_, p) => ({
      name: `promise${p}`,
      of: `promise${p}`,
      pending: Array.from({ length: 1 + roll(2) }, some),
      ofRecovery: false,
      cite: null,
    })),
    invariants: [],
  };
  return sealed(body);
}
