import type { Budget } from '../../src/explore/graph.ts';
import { fire, type Program } from '../../src/system/program.ts';

/** What the engine must find, by the plain meaning of a step: strings, a map and a queue. */
export type Naive = {
  readonly states: readonly (readonly number[])[];
  readonly parent: readonly number[];
  readonly via: readonly number[];
  readonly first: readonly number[];
  readonly to: readonly number[];
  readonly by: readonly number[];
  readonly expanded: number;
  readonly stopped: 'states' | null;
};

export function naive(program: Program, budget: Pick<Budget, 'states'>): Naive {
  const states: number[][] = [[...program.initial]];
  const index = new Map([[states[0]!.join(), 0]]);
  const parent = [-1];
  const via = [0];
  const first = [0];
  const to: number[] = [];
  const by: number[] = [];
  let stopped: Naive['stopped'] = null;
  let expanded = 0;
  for (; expanded < states.length; expanded++) {
    if (states.length > budget.states) {
      stopped = 'states';
      break;
    }
    program.steps.forEach((step, r) => {
      const next = fire(program, step, states[expanded]!);
      if (next === null) return;
      let target = index.get(next.join());
      if (target === undefined) {
        target = states.push(next) - 1;
        index.set(next.join(), target);
        parent.push(expanded);
        via.push(r);
      }
      to.push(target);
      by.push(r);
    });
    first.push(to.length);
  }
  while (first.length <= states.length) first.push(to.length);
  return { states, parent, via, first, to, by, expanded, stopped };
}
