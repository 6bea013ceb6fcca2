import { stepsTo, type Graph } from '../explore/graph.ts';
import { fire, type Program, type Promised } from '../system/program.ts';
import type { Components } from './components.ts';
import { replay, type Finding } from './finding.ts';
import { often } from './pulse.ts';
import { waitsFor } from './waits.ts';
import { walk } from './walk.ts';

/**
 * The evidence of a deadlock: the shortest run to the sealed state (the point of no return, from
 * which nothing keeps the promise), on to a bottom component (a strongly connected component that
 * no edge leaves), and who waits for whom there.
 * @param scc the components over the allowed steps
 * @param allowed the steps that count; all, if null
 * @param favours the steps that do not count and would help
 */
export function sealedEvidence(
  graph: Graph,
  promise: Promised,
  sealed: number,
  scc: Components,
  allowed: Uint8Array | null,
  favours: readonly number[] = [],
): Pick<Finding, 'run' | 'sealed' | 'waits'> {
  const open = leftComponents(graph, scc, allowed);
  const on = walk(graph, sealed, (state) => open[scc.of[state]!] === 0, allowed)!;
  const members = [on.end];
  for (let state = 0; state < graph.size; state++)
    if (state !== on.end && scc.of[state] === scc.of[on.end]) members.push(state);

  const to = stepsTo(graph, sealed);
  const run = [...to, ...on.steps];
  return {
    run: replay(graph.program, stepNames(graph, run)).run,
    sealed: to.length,
    waits: waitsFor(
      graph,
      members,
      promise.pending,
      allowed,
      companyOf(graph.program, run),
      favours,
    ),
  };
}

/** For each component, 1 if an allowed edge leaves it: what is 0 is a bottom component. */
export function leftComponents(
  graph: Graph,
  scc: Components,
  allowed: Uint8Array | null,
): Uint8Array {
  const { first, to, by } = graph;
  const open = new Uint8Array(scc.count);
  for (let state = 0; state < graph.size; state++) {
    if ((state & often) === 0) graph.pulse?.();
    const own = scc.of[state]!;
    for (let e = first[state]!; e < first[state + 1]! && open[own] === 0; e++)
      if ((allowed === null || allowed[by[e]!] === 1) && scc.of[to[e]!] !== own) open[own] = 1;
  }
  return open;
}

/**
 * For each part, the parts that moved together with it in the last step of a run that moved it:
 * whoever holds it is among them.
 */
export function companyOf(program: Program, run: readonly number[]): ReadonlySet<number>[] {
  const company = program.parts.map(() => new Set<number>());
  let state: readonly number[] = program.initial;
  for (const step of run) {
    const after = fire(program, program.steps[step]!, state)!;
    const moved = after.flatMap((local, part) => (local === state[part] ? [] : [part]));
    for (const part of moved) company[part] = new Set(moved);
    state = after;
  }
  return company;
}

/**
 * The environment's steps on the shortest way from a state where only the environment can help to
 * one from which the promise can be kept without it.
 * @param can for each state, the promises that can be kept from it without the environment; `bit`
 * is the promise's
 * @param ours for each step, 1 unless it is the environment's
 */
export function favoursFrom(
  graph: Graph,
  from: number,
  can: Int32Array,
  bit: number,
  ours: Uint8Array,
): number[] {
  const way = walk(graph, from, (state) => (can[state]! & bit) !== 0, null);
  return [...new Set((way?.steps ?? []).filter((step) => ours[step] === 0))];
}

/** The names of steps by their numbers. */
export const stepNames = (graph: Graph, steps: readonly number[]): string[] =>
  steps.map((step) => graph.program.steps[step]!.name);
