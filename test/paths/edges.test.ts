import { describe, expect, test } from 'vitest';
import { circulation } from '../../src/paths/circulation.ts';
import type { Network } from '../../src/paths/network.ts';
import { suiteOf } from '../../src/paths/cover.ts';
import { walksOf } from '../../src/paths/walks.ts';
import { randomNetwork, shippedGraphs, solvable } from './graphs.ts';
import { lpOptimum } from './highs-lp.ts';

/** What walks take, counted step by step. */
function taken(
  { first, to, edges }: Network,
  walks: readonly ArrayLike<number>[],
): { readonly covered: number; readonly steps: number } {
  const seen = new Set<number>();
  let steps = 0;
  for (const walk of walks) {
    let node = 0;
    for (const arc of Array.from(walk)) {
      if (arc < first[node]! || arc >= first[node + 1]! || arc >= edges)
        throw new Error(`arc ${arc} does not leave node ${node}`);
      seen.add(arc);
      node = to[arc]!;
      steps++;
    }
  }
  return { covered: seen.size, steps };
}

const every = ({ edges }: Network): number[][] => Array.from({ length: edges }, (_, arc) => [arc]);

describe('all edges, for the least cost', () => {
  test('random networks: what the flow costs is what a linear program says, and walks cost it', () => {
    let cases = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const network = randomNetwork(seed, 2 + (seed % 23), 1.2 + (seed % 5) * 0.5);
      for (const perPath of [0, 1, 10]) {
        const tour = circulation(network, null, perPath);
        const walks = walksOf(network, tour);
        expect([tour.cost, seed, perPath]).toEqual([
          Math.round(lpOptimum(network, perPath, every(network))!),
          seed,
          perPath,
        ]);
        const { covered, steps } = taken(network, walks);
        expect(covered).toBe(network.edges);
        // A walk of no step costs its start all the same: there is none where there is an edge, unless starts are free.
        expect(steps + perPath * walks.length).toBe(tour.cost);
        cases++;
      }
    }
    expect(cases).toBe(180);
  });

  test('some edges only: a lower bound for them', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const network = randomNetwork(seed, 12, 2);
      const need = Uint8Array.from({ length: network.edges }, (_, arc) =>
        Number((arc * 7 + seed) % 3 === 0),
      );
      const rows = [...need.keys()].filter((arc) => need[arc] === 1).map((arc) => [arc]);
      expect(circulation(network, need, 4).cost).toBe(Math.round(lpOptimum(network, 4, rows)!));
    }
  });

  const shipped = shippedGraphs().filter(solvable);
  test('there are as many different graphs as there were', () => {
    expect(shipped.length).toBeGreaterThanOrEqual(9);
  });

  test.each(shipped)('$name: no suite costs less', ({ graph }) => {
    expect(graph.stopped).toBeNull();
    const perPath = 10;
    const suite = suiteOf(graph, 'edges', { perPath });
    const { covered, steps } = taken(graph, suite.paths);
    expect(covered).toBe(graph.edges);
    expect(steps + perPath * suite.paths.length).toBe(suite.bound);
    expect(suite.bound).toBe(Math.round(lpOptimum(graph, perPath, every(graph))!));
    // From 5,000 edges up at least five times fewer steps than a shortest path for each edge.
    if (graph.edges >= 5000) expect(suite.shortestEach.steps / steps).toBeGreaterThanOrEqual(5);
    // A limit to the length costs something, and is kept.
    for (const longest of [60, 200]) {
      const limited = suiteOf(graph, 'edges', { perPath, longest });
      expect(Math.max(...limited.paths.map((path) => path.length))).toBeLessThanOrEqual(longest);
      const most = taken(graph, limited.paths);
      expect([most.covered, limited.uncovered.length]).toEqual([graph.edges, 0]);
      expect(most.steps + perPath * limited.paths.length).toBeGreaterThanOrEqual(suite.bound!);
      if (longest === 200)
        expect(most.steps + perPath * limited.paths.length).toBeLessThanOrEqual(1.1 * suite.bound!);
    }
  });

  test('some shipped graph has 5,000 edges', () => {
    expect(Math.max(...shipped.map(({ graph }) => graph.edges))).toBeGreaterThanOrEqual(5000);
  });
});
