import { components } from '../check/components.ts';
import { keepable } from '../check/keepable.ts';
import { walk } from '../check/walk.ts';
import { stepsTo, type Graph } from '../explore/graph.ts';

/** A run of a system that ends where it rests: no promise that is lost there is ever kept. */
export type RunToRest = {
  /** Promises that are lost, by name. */
  readonly lost: readonly string[];
  readonly steps: readonly string[];
};

/**
 * For every promise that can be lost for ever, the shortest run that loses it, and then the
 * shortest way on, without the environment, to where the system rests: a bottom strongly connected
 * component of what everybody else can do. Promises that are lost by the same run are told of it
 * together.
 */
export function runsToRest(graph: Graph): RunToRest[] {
  const { program } = graph;
  const ours = Uint8Array.from(program.steps, ({ actor }) =>
    Number(program.actors[actor]!.fair !== 'none'),
  );
  const rests = bottomStates(graph, ours);
  const kinds = new Map<string, { lost: string[]; steps: string[] }>();
  for (const promise of program.promises) {
    const pending = Int32Array.from(graph.where(promise.pending));
    const lost = keepable(graph, pending, null).can.findIndex((mask) => (mask & 1) === 0);
    if (lost < 0) continue;
    const on = walk(graph, lost, (state) => rests[state] === 1, ours);
    const run = [...stepsTo(graph, lost), ...(on?.steps ?? [])];
    const steps = run.map((step) => program.steps[step]!.name);
    const key = steps.join('\n');
    const same = kinds.get(key);
    if (same === undefined) kinds.set(key, { lost: [promise.name], steps });
    else same.lost.push(promise.name);
  }
  return [...kinds.values()];
}

/** 1 for each state of a component that no allowed step leaves. */
function bottomStates(graph: Graph, allowed: Uint8Array): Uint8Array {
  const { of: componentOf, count } = components(graph, allowed);
  const leaves = new Uint8Array(count);
  for (let state = 0; state < graph.size; state++) {
    for (let edge = graph.first[state]!; edge < graph.first[state + 1]!; edge++) {
      if (allowed[graph.by[edge]!] === 1 && componentOf[graph.to[edge]!] !== componentOf[state])
        leaves[componentOf[state]!] = 1;
    }
  }
  return Uint8Array.from(componentOf, (component) => 1 - leaves[component]!);
}
