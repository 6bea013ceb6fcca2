import type { Graph } from '../../src/explore/graph.ts';
import { dice, randomProgram } from './random-program.ts';

/** A graph whose edges mean nothing, with steps and actors for them: with thousands of states. */
export function randomGraph(seed: number, size: number, degree: number): Graph {
  const roll = dice(seed);
  const tiny = randomProgram(seed, { parts: [1, 1], states: [2, 2], steps: [1, 1] });
  const steps = Array.from({ length: 8 }, (_, r) => ({
    ...tiny.steps[0]!,
    name: `step${r}`,
    when: [],
    moves: [],
    also: [],
    actor: r % 4,
  }));
  const program = {
    ...tiny,
    steps,
    actors: (['weak', 'strong', 'strong', 'none'] as const).map((fair, a) => ({
      ...tiny.actors[0]!,
      name: `actor${a}`,
      fair,
    })),
  };
  const first = new Uint32Array(size + 1);
  const to: number[] = [];
  const by: number[] = [];
  // Islands of all sizes, so that there are large components and small ones.
  const island = 1 + roll(size);
  for (let state = 0; state < size; state++) {
    for (let r = 0; r < steps.length; r++)
      if (roll(steps.length) < degree) {
        const near = Math.min(size - 1, Math.floor(state / island) * island + roll(island));
        to.push(roll(50) === 0 ? Math.min(size - 1, state + roll(size)) : near);
        by.push(r);
      }
    first[state + 1] = to.length;
  }
  return {
    program,
    size,
    first,
    to: Int32Array.from(to),
    by: Uint16Array.from(by),
    edges: to.length,
    expanded: size,
    stopped: null,
    bytes: 0,
    parent: new Int32Array(size),
    via: new Uint16Array(size),
    locals: () => [0],
    where: () => new Uint8Array(size),
    which: () => new Int32Array(size),
  };
}
