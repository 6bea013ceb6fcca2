import { fire, holds, type Program } from '../system/program.ts';
import type { Budget, Graph } from './graph.ts';

/** Every state that `program` can reach, breadth first. */
export function search(program: Program, budget: Budget): Graph {
  const states: number[][] = [[...program.initial]];
  const index = new Map<string, number>([[states[0]!.join(), 0]]);
  const parent = [-1]; const via = [0]; const first = [0]; const to: number[] = []; const by: number[] = [];
  let stopped: Graph['stopped'] = null; let at = 0;
  for (; at < states.length; at++) {
    if (states.length > budget.states) { stopped = 'states'; break; }
    program.rules.forEach((rule, r) => {
      const next = fire(program, rule, states[at]!);
      if (next === null) return;
      const key = next.join();
      let target = index.get(key);
      if (target === undefined) { index.set(key, (target = states.length)); states.push(next); parent.push(at); via.push(r); }
      to.push(target); by.push(r);
    });
    first.push(to.length);
  }
  while (first.length <= states.length) first.push(to.length);
  return {
    program, size: states.length, parent: Int32Array.from(parent), via: Uint16Array.from(via), first: Uint32Array.from(first),
    to: Int32Array.from(to), by: Uint16Array.from(by), edges: to.length, expanded: at, stopped, bytes: 0,
    locals: (s) => states[s]!, where: (all) => Uint8Array.from(states, (s) => Number(all.every((some) => holds(some, s)))),
  };
}
