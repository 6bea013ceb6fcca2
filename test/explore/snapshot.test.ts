import { expect, test } from 'vitest';
import type { Graph, Keeper } from '../../src/explore/graph.ts';
import { search } from '../../src/explore/search.ts';
import type { Snapshot } from '../../src/explore/snapshot.ts';
import { Misuse } from '../../src/system/misuse.ts';
import { dice, randomProgram } from './random-program.ts';

const shape = { parts: [2, 7], states: [2, 6], steps: [3, 16] } as const;
const budget = { states: 20_000 };

const copied = (of: Snapshot): Snapshot => ({
  ...of,
  rows: of.rows.slice(),
  parent: of.parent.slice(),
  via: of.via.slice(),
  first: of.first.slice(),
  to: of.to.slice(),
  by: of.by.slice(),
});

/** Keeps the snapshots that are offered, and gives one back. */
function keeperOf(from: Snapshot | null, taken: Snapshot[]): Keeper {
  return {
    kept: () => from,
    strange: () => {
      throw new Misuse('strange');
    },
    offer: (_, snapshot) => taken.push(copied(snapshot())),
  };
}

const contentOf = ({ size, parent, via, first, to, by, edges, expanded, stopped }: Graph) => ({
  size,
  edges,
  expanded,
  stopped,
  lists: [parent, via, first, to, by].map((list) => [...list]),
});

test('a search goes on from any snapshot as if it had not stopped', () => {
  const roll = dice(5);
  let resumed = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const program = randomProgram(seed, shape);
    const whole = search(program, budget);
    const taken: Snapshot[] = [];
    search(program, { ...budget, keeper: keeperOf(null, taken) });
    for (let n = 0; n < 3; n++) {
      const from = taken[roll(taken.length)]!;
      const again = search(program, { ...budget, keeper: keeperOf(from, []) });
      expect(contentOf(again)).toEqual(contentOf(whole));
      const locals = again.locals(again.size - 1);
      expect(locals).toEqual(whole.locals(whole.size - 1));
      if (from.parent.length > 1 && from.first.length <= from.parent.length) resumed++;
    }
  }
  expect(resumed).toBeGreaterThan(30);
});

test('a search that ran out of its budget goes on with a larger one', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const program = randomProgram(seed, shape);
    const whole = search(program, budget);
    const taken: Snapshot[] = [];
    const states = Math.max(1, whole.size >>> 1);
    const cut = search(program, { states, keeper: keeperOf(null, taken) });
    const again = search(program, { ...budget, keeper: keeperOf(taken.at(-1)!, []) });
    expect(contentOf(again)).toEqual(contentOf(whole));
    const same = search(program, { states, keeper: keeperOf(taken.at(-1)!, []) });
    expect(contentOf(same)).toEqual(contentOf(cut));
  }
});

test('what is no snapshot of a search is strange to it', () => {
  const program = randomProgram(3, shape);
  const taken: Snapshot[] = [];
  const { size } = search(program, { ...budget, keeper: keeperOf(null, taken) });
  expect(size).toBeGreaterThan(20);
  const last = taken.at(-1)!;
  const twice = copied(last);
  twice.rows.copyWithin(5 * last.lanes, 4 * last.lanes, 5 * last.lanes);
  const elsewhere = copied(last);
  elsewhere.rows[0]! ^= 1;
  for (const odd of [
    twice,
    elsewhere,
    { ...last, lanes: last.lanes + 1 },
    { ...last, rows: last.rows.subarray(last.lanes) },
  ])
    expect(() => search(program, { ...budget, keeper: keeperOf(odd, []) })).toThrow('strange');
});
