import type { Graph } from '../explore/graph.ts';
import { fire } from '../system/program.ts';
import { swapsOf, type Row } from './canonical.ts';
import type { Family } from './family.ts';

/** A run of the system itself: its steps, and the state after the last. */
export type Lifted = { readonly steps: readonly number[]; readonly end: readonly number[] };

/**
 * A way through a graph of orbits as a run of the system: where an edge leads to a state in another
 * order of the like members, the steps after it are those of the members that stand there now.
 * @param way from the initial state
 */
export function lift(graph: Graph, families: readonly Family[], way: readonly number[]): Lifted {
  const { program } = graph;
  let state = 0;
  let actual: readonly number[] = program.initial;
  const steps: number[] = [];
  for (const step of way) {
    // States of the graph are in order: back from there to who is who in this run.
    const back = swapsOf(families, rowOf(actual)).reverse();
    const own = back.reduce((now, swap) => swap.step[now]!, step);
    const after = fire(program, program.steps[own]!, actual);
    if (after === null) throw new Error(`a lifted step is refused: ${program.steps[own]!.name}`);
    steps.push(own);
    actual = after;
    state = afterStep(graph, state, step);
  }
  return { steps, end: actual };
}

/** Local states, one for each part, as a row. */
export const rowOf = (locals: readonly number[]): Row => Uint16Array.from(locals);

/** The state to which an enabled step leads. */
function afterStep({ first, by, to }: Graph, state: number, step: number): number {
  let edge = first[state]!;
  while (by[edge] !== step) edge++;
  return to[edge]!;
}
