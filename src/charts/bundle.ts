import type { Chart, ChartEdge, ChartState } from './chart.ts';

type Event = ChartEdge['events'][number];

/**
 * The chart with one edge from a group in the place of an edge from each state in it: where all of
 * them take the same event, for the same reason, to the same state outside. It says the same, and
 * is how such charts are drawn.
 */
export function bundled(chart: Chart): Chart {
  const groups = groupsOf(chart);
  const takers = new Map<string, Set<string>>();
  for (const { from, to, events } of chart.edges) {
    for (const event of events) {
      const key = keyOf(to, event);
      takers.set(key, (takers.get(key) ?? new Set()).add(from));
    }
  }
  // The group from which an event of a state is drawn, by state and event.
  const moved = new Map<string, string>();
  for (const [key, from] of takers) {
    const [to] = JSON.parse(key) as [string];
    for (const { path, leaves } of groups) {
      const outside = to !== path && !to.startsWith(`${path}.`);
      const all = leaves.every((leaf) => from.has(leaf) && !moved.has(`${leaf} ${key}`));
      if (leaves.length < 2 || !outside || !all) continue;
      for (const leaf of leaves) moved.set(`${leaf} ${key}`, path);
    }
  }
  return { ...chart, edges: movedEdges(chart, moved) };
}

type Group = { readonly path: string; readonly leaves: readonly string[] };

/** Every group and the leaves below it: outer groups first, so that they take all that they can. */
function groupsOf(chart: Chart): Group[] {
  const groups: Group[] = [];
  const leavesOf = (state: ChartState): string[] => {
    if (state.children.length === 0) return [state.path];
    const index = groups.push({ path: state.path, leaves: [] }) - 1;
    const leaves = state.children.flatMap(leavesOf);
    groups[index] = { path: state.path, leaves };
    return leaves;
  };
  for (const root of chart.roots) leavesOf(root);
  return groups;
}

/** Equal for what is drawn as one: an event to a state, for a reason. */
const keyOf = (to: string, { type, description, source }: Event): string =>
  JSON.stringify([to, type, description, source]);

function movedEdges(chart: Chart, moved: ReadonlyMap<string, string>): ChartEdge[] {
  const edges = new Map<string, { from: string; to: string; events: Event[] }>();
  for (const { from, to, events } of chart.edges) {
    for (const event of events) {
      const key = keyOf(to, event);
      const start = moved.get(`${from} ${key}`) ?? from;
      const edge = edges.get(`${start}>${to}`) ?? { from: start, to, events: [] };
      edges.set(`${start}>${to}`, edge);
      if (!edge.events.some((other) => keyOf(to, other) === key)) edge.events.push(event);
    }
  }
  return [...edges.values()];
}
