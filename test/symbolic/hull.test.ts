/**
 * Fair hulls against plain enumeration: random systems, random sets, random fairness, both ways. A
 * hull lies between what it must keep and what it may.
 */
import { expect, test } from 'vitest';
import { tableOf, type Program } from '../../src/system/program.ts';
import * as engine from '../../src/symbolic/engine.ts';
import * as fairHull from '../../src/symbolic/hull.ts';
import * as sessions from '../../src/symbolic/session.ts';
import * as sets from '../../src/symbolic/sets.ts';
import { randomSystem } from '../random-system.ts';
import { faults, faulty } from './faults.ts';
import { fairly, unfold, type World } from './fair-components.ts';

/** The room that is asked: the engine, or a copy of it with a mistake. */
type Room = {
  readonly engine: typeof engine;
  readonly hull: typeof fairHull;
  readonly session: typeof sessions;
  readonly sets: typeof sets;
};
const room: Room = { engine, hull: fairHull, session: sessions, sets };

const many = 250;
/** Sets that are asked of each system. */
const asked = 4;

/** Numbers that are the same in every run: a linear congruential generator. */
function dice(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) % 2 ** 31;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

type Tally = { kept: number; empty: number; less: number };

/** What is wrong with the hulls of a system, or null. */
function wrongIn({ engine: e, hull: h, session: s, sets: t }: Room, seed: number, tally: Tally) {
  const program: Program = randomSystem(seed, 400);
  const world: World = unfold(program);
  const begun = e.begin(program, e.limitsOf({ states: 1e6, bytes: 1e9 }));
  if (typeof begun === 'string') return begun;
  const { session } = begun;
  const roll = dice(seed);
  for (let n = 0; n < asked; n++) {
    const part = roll(program.parts.length);
    const { states } = tableOf(program, part);
    const locals = states.map((_, local) => local).filter(() => roll(3) > 0);
    if (locals.length === 0) continue;
    const fair = program.actors.map(() => (['none', 'weak', 'weak', 'strong'] as const)[roll(4)]!);
    const within = s.among(session, [[{ part, in: locals }]]);
    const inside = world.states.map((state) => locals.includes(state[part]!));
    const components = fairly(world, program, inside, fair);
    for (const asked of [{}, { forwards: true }, { fewNodes: 0 }, { fewNodes: 0, any: true }]) {
      const { forwards = false, any = false } = asked as fairHull.HullOf;
      const enclosing = h.hull(session, within, (actor) => fair[actor]!, asked);
      const may = world.led(components, inside, !forwards);
      const wrong = world.states.find((state, at) => {
        const is = t.has(session.d, enclosing, levels(session, state));
        return (components[at] && !is && !any) || (is && !may[at]);
      });
      if (wrong !== undefined) return `${JSON.stringify(asked)}: ${wrong.join()}`;
      if ((enclosing !== 0) !== components.includes(true)) return `${JSON.stringify(asked)}: none`;
      if (enclosing === 0) tally.empty++;
      else tally.kept++;
      if (enclosing !== within) tally.less++;
    }
  }
  return null;
}

const levels = ({ part }: sessions.Session, state: readonly number[]): number[] =>
  Array.from(part, (p) => (p < 0 ? 0 : state[p]!));

test(`hulls of ${many} random systems`, () => {
  const tally: Tally = { kept: 0, empty: 0, less: 0 };
  const wrong = Array.from({ length: many }, (_, seed) => wrongIn(room, seed, tally));
  expect(wrong.filter((line) => line !== null)).toEqual([]);
  // What never comes up is never compared.
  for (const times of Object.values(tally)) expect(times).toBeGreaterThan(many);
});

test.each(faults.filter(({ file }) => ['hull.ts', 'returning.ts'].includes(file)))(
  'found: $name',
  async (fault) => {
    const copy = await faulty(fault);
    try {
      const seeds = Array.from({ length: many }, (_, seed) => seed);
      const tally: Tally = { kept: 0, empty: 0, less: 0 };
      expect(seeds.some((seed) => wrongIn(copy, seed, tally) !== null)).toBe(true);
    } finally {
      copy.remove();
    }
  },
);
