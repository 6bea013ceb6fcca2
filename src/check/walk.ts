import type { Graph } from '../explore/graph.ts';
import { often } from './pulse.ts';

/** A way through a graph: its steps, and the state in which it ends. */
export type Walk = { readonly steps: number[]; readonly end: number };

/**
 * The shortest way from the state `from` to one of which `goal` holds, by breadth-first search;
 * null if there is none.
 * @param allowed one entry for each step, 1 where it may be taken; all steps, if null
 * @param within the states that the way may enter; all, if absent
 */
export function walk(
  graph: Graph,
  from: number,
  goal: (state: number) => boolean,
  allowed: Uint8Array | null,
  within?: (state: number) => boolean,
): Walk | null {
  if (goal(from)) return { steps: [], end: from };
  // Entries that are never written take no memory. `came` is counted from 1: 0 means unseen.
  const came = new Int32Array(graph.size);
  const took = new Uint16Array(graph.size);
  const queue = new Int32Array(graph.size);
  came[from] = -1;
  queue[0] = from;
  for (let head = 0, count = 1; head < count; head++) {
    if ((head & often) === 0) graph.pulse?.();
    const state = queue[head]!;
    for (let e = graph.first[state]!; e < graph.first[state + 1]!; e++) {
      const next = graph.to[e]!;
      const step = graph.by[e]!;
      if (came[next] !== 0) continue;
      if (allowed !== null && allowed[step] === 0) continue;
      if (within !== undefined && !within(next)) continue;
      came[next] = state + 1;
      took[next] = step;
      queue[count++] = next;
      if (goal(next)) return { steps: wayBack(came, took, from, next), end: next };
    }
  }
  return null;
}

function wayBack(came: Int32Array, took: Uint16Array, from: number, end: number): number[] {
  const steps: number[] = [];
  for (let state = end; state !== from; state = came[state]! - 1) steps.push(took[state]!);
  return steps.reverse();
}
