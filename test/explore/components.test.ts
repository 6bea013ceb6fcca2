import { describe, expect, test } from 'vitest';
import { among, components } from '../../src/check/components.ts';
import { fairComponents, fairness, fairRun, fairRunNear } from '../../src/check/fair.ts';
import { keepable } from '../../src/check/keepable.ts';
import { mayStay, recurring } from '../../src/check/recurring.ts';
import type { Graph } from '../../src/explore/graph.ts';
import { search } from '../../src/explore/search.ts';
import { dice, randomProgram } from './random-program.ts';
import { randomGraph } from './random-graph.ts';

const cases = Array.from({ length: 40 }, (_, seed) => ({
  seed,
  graph: randomGraph(seed, 1500 + 400 * (seed % 5), 1 + (seed % 4)),
}));

/** States by component, whatever the numbers: each component by its least state. */
const partition = (componentOf: ArrayLike<number>): number[] => {
  const least = new Map<number, number>();
  return Array.from({ length: componentOf.length }, (_, state) => {
    if (componentOf[state]! < 0) return -1;
    if (!least.has(componentOf[state]!)) least.set(componentOf[state]!, state);
    return least.get(componentOf[state]!)!;
  });
};

/** Emerson and Lei's definition, on the whole graph, by Tarjan alone. */
function plainly(graph: Graph, within: Uint8Array, as: (actor: number) => string): number[] {
  const answer = new Int32Array(graph.size).fill(-1);
  let left = within.slice();
  let fairCount = 0;
  for (;;) {
    const list = Int32Array.from(left.keys()).filter((state) => left[state] === 1);
    const { of, count } = components(among(graph, list, new Int32Array(graph.size).fill(-1)));
    const scc = { of: new Int32Array(graph.size).fill(-1), count };
    list.forEach((state, node) => {
      scc.of[state] = of[node]!;
    });
    const rest = new Uint8Array(graph.size);
    let again = false;
    const membersOf = Array.from({ length: scc.count }, (): number[] => []);
    scc.of.forEach((one, state) => {
      if (one >= 0) membersOf[one]!.push(state);
    });
    for (const [component, members] of membersOf.entries()) {
      const edges = (state: number): number[] =>
        Array.from(
          { length: graph.first[state + 1]! - graph.first[state]! },
          (_, e) => graph.first[state]! + e,
        );
      const actor = (e: number): number => graph.program.steps[graph.by[e]!]!.actor;
      const on = members.map((state) => new Set(edges(state).map(actor)));
      const fired = new Set(
        members.flatMap((state) =>
          edges(state)
            .filter((e) => scc.of[graph.to[e]!] === component)
            .map(actor),
        ),
      );
      const owed = (fair: string): number[] =>
        graph.program.actors.flatMap((_, a) => (as(a) === fair && !fired.has(a) ? [a] : []));
      if (owed('weak').some((a) => on.every((enabled) => enabled.has(a)))) continue;
      const starved = owed('strong').filter((a) => on.some((enabled) => enabled.has(a)));
      if (starved.length === 0) {
        for (const state of members) answer[state] = fairCount;
        fairCount++;
        continue;
      }
      members.forEach((state, at) => {
        if (!starved.some((a) => on[at]!.has(a))) {
          rest[state] = 1;
          again = true;
        }
      });
    }
    if (!again) return partition(answer);
    left = rest;
  }
}

describe('components', () => {
  test('are the states of a region that reach each other in it, successors first', () => {
    let large = 0;
    let many = 0;
    for (const { seed, graph } of cases) {
      const roll = dice(seed);
      const list = Int32Array.from({ length: graph.size }, (_, state) => state).filter(
        () => roll(10) < 9,
      );
      const rows = among(graph, list, new Int32Array(graph.size).fill(-1));
      const scc = components(rows);
      const reached = (from: number, edges: (node: number) => readonly number[]): Set<number> => {
        const seen = new Set([from]);
        for (const node of seen) for (const next of edges(node)) seen.add(next);
        return seen;
      };
      const place = new Map([...list].map((state, node) => [state, node]));
      const out = Array.from(list, (state) =>
        [...graph.to.subarray(graph.first[state]!, graph.first[state + 1]!)].flatMap(
          (next) => place.get(next) ?? [],
        ),
      );
      const back = Array.from(list, (): number[] => []);
      out.forEach((nexts, node) => {
        for (const next of nexts) back[next]!.push(node);
      });
      for (let tried = 0; tried < 12; tried++) {
        const node = roll(list.length);
        const from = reached(node, (at) => out[at]!);
        const to = reached(node, (at) => back[at]!);
        const together = [...from].filter((other) => to.has(other)).toSorted((a, b) => a - b);
        expect(
          [...list.keys()].filter((other) => scc.of[other] === scc.of[node]),
          `seed ${seed}, node ${node}`,
        ).toEqual(together);
        expect([...from].every((other) => scc.of[other]! <= scc.of[node]!)).toBe(true);
        if (together.length > 100) large++;
        else many++;
      }
      expect(new Set(scc.of).size).toBe(scc.count);
    }
    expect([large > 50, many > 50], `${large} ${many}`).toEqual([true, true]);
  });

  test('of fair runs are what the definition says, whatever is taken out before', () => {
    let some = 0;
    let none = 0;
    let trimmed = 0;
    let nearby = 0;
    for (const { seed, graph } of cases) {
      const roll = dice(seed);
      // A run may stay for ever where nothing is enabled: every other time there is no such state,
      // and few at all.
      const lean = seed % 2 === 0;
      const draw = () =>
        Uint8Array.from({ length: graph.size }, (_, state) =>
          Number(
            lean
              ? roll(12) === 0 && graph.first[state] !== graph.first[state + 1]
              : roll(8) > seed % 3,
          ),
        );
      const asked = [
        [0, draw()],
        [5, draw()],
        [31, draw()],
      ] as const;
      const as = (actor: number): 'none' | 'weak' | 'strong' =>
        lean ? 'strong' : graph.program.actors[actor]!.fair;
      const fair = fairness(graph, as);
      const masks = Int32Array.from({ length: graph.size }, (_, state) =>
        asked.reduce((mask, [bit, within]) => mask | (within[state]! << bit), 0),
      );
      recurring(graph, masks, -1, fair);
      const place = new Int32Array(graph.size).fill(-1);
      for (const [bit, within] of asked) {
        const wanted = plainly(graph, within, as);
        const states = [...within.keys()].filter((state) => within[state] === 1);
        const left = states.filter((state) => (masks[state]! & (1 << bit)) !== 0);
        for (const list of [states, left]) {
          const found = fairComponents(graph, Int32Array.from(list), fair, place);
          expect(found === null ? wanted.map(() => -1) : partition(found)).toEqual(wanted);
          expect(fairRun(graph, Int32Array.from(list), fair, place)).toBe(
            wanted.some((one) => one >= 0),
          );
        }
        const seen = fairRunNear(
          graph,
          Int32Array.from(within, (is) => is << bit),
          1 << bit,
          fair,
          place,
        );
        expect(seen && wanted.every((one) => one < 0)).toBe(false);
        expect(place.every((one) => one === -1)).toBe(true);
        nearby += Number(seen);
        trimmed += Number(left.length < states.length);
        if (wanted.every((one) => one < 0)) none++;
        else some++;
      }
    }
    expect(
      [some > 5, none > 5, trimmed > 20, nearby > 5],
      `${some} ${none} ${trimmed} ${nearby}`,
    ).toEqual([true, true, true, true]);
  });

  test('no edge stays in a condition by a step that is said to leave it', () => {
    let leaving = 0;
    let staying = 0;
    for (let seed = 0; seed < 60; seed++) {
      const program = randomProgram(seed, { parts: [2, 6], states: [2, 5], steps: [4, 30] });
      const graph = search(program, { states: 2000 });
      const conditions = program.promises.map(({ pending }) => pending);
      const may = mayStay(program, conditions);
      conditions.forEach((all, p) => {
        const holds = graph.where(all);
        const kept = new Set<number>();
        for (let state = 0; state < graph.size; state++)
          for (let e = graph.first[state]!; e < graph.first[state + 1]!; e++)
            if (holds[state] === 1 && holds[graph.to[e]!] === 1) kept.add(graph.by[e]!);
        for (const r of program.steps.keys()) {
          const stays = (may[r]! & (0x80000000 >>> p)) !== 0;
          if (kept.has(r)) expect(stays, `seed ${seed}, step ${r}, promise ${p}`).toBe(true);
          if (stays) staying++;
          else leaving++;
        }
      });
    }
    expect([leaving > 100, staying > 100], `${leaving} ${staying}`).toEqual([true, true]);
  });

  test('what can be kept is what a search from each state says', () => {
    for (const {
      seed,
      graph: { ...graph },
    } of cases.slice(0, 12)) {
      const roll = dice(seed);
      const small = { ...graph, expanded: graph.size - 10 };
      const pending = Int32Array.from(
        { length: graph.size },
        () => roll(8) | (roll(30) > 0 ? 5 : 0),
      );
      const allowed =
        seed % 2 === 0 ? null : Uint8Array.from(graph.program.steps, () => Number(roll(3) > 0));
      const { can } = keepable(small, pending, allowed);
      for (let state = 0; state < graph.size; state += 97) {
        const seen = new Set([state]);
        let bits = 0;
        for (const at of seen) {
          bits |= at >= small.expanded ? -1 : ~pending[at]!;
          for (let e = graph.first[at]!; e < graph.first[at + 1]!; e++)
            if (allowed === null || allowed[graph.by[e]!] === 1) seen.add(graph.to[e]!);
        }
        expect(can[state]).toBe(bits);
      }
    }
  });
});
