import { edgeBy, type Graph } from '../explore/graph.ts';

/**
 * The edges that a run by step names takes from the initial state. All its steps must be possible.
 */
export function edgesOfRun(graph: Graph, names: readonly string[]): number[] {
  const { program, to } = graph;
  const number = new Map(program.steps.map(({ name }, step) => [name, step]));
  const edges: number[] = [];
  let state = 0;

  for (const name of names) {
    const edge = edgeBy(graph, state, number.get(name)!);
    edges.push(edge);
    state = to[edge]!;
  }
  return edges;
}

/** The state to which a run by step names leads from the initial one. */
export function stateAfter(graph: Graph, names: readonly string[]): number {
  const last = edgesOfRun(graph, names).at(-1);
  return last === undefined ? 0 : graph.to[last]!;
}
