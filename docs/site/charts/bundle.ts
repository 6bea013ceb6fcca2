import type { Chart, ChartEdge, ChartState } from './chart.ts';

type Event = ChartEdge['events'][number];

/**
 * The chart with one edge from a group in the place of an edge from each state in it: where all of
 * them take the same event, for the same reason, to the same state outside. It says the same, and
 * is how such charts are drawn.
 */
export function bundled(chart: Chart): Chart {
  const groups: { readonly path: string; readonly leaves: readonly string[] }[] = [];
  const leavesOf = (state: ChartState): string[] => {
    if (state.children.length === 0) return [state.path];
    const at = groups.length;
    // Outer groups come first, and so take all that they can.
    groups.push({ path: state.path, leaves: [] });
    const leaves = state.children.flatMap(leavesOf);
    groups[at] = { path: state.path, leaves };
    return leaves;
  };
  for (const root of chart.roots) leavesOf(root);
  const one = (to: string, { type, description, source }: Event): string =>
    JSON.stringify([to, type, description, source]);
  const takers = new Map<string, Set<string>>();
  for (const { from, to, events } of chart.edges)
    for (const event of events)
      takers.set(one(to, event), (takers.get(one(to, event)) ?? new Set()).add(from));
  const moved = new Map<string, string>();
  for (const [what, from] of takers) {
    const [to] = JSON.parse(what) as [string];
    for (const { path, leaves } of groups) {
      if (
        leaves.length < 2 ||
        to === path ||
        to.startsWith(`${path}.`) ||
        !leaves.every((leaf) => from.has(leaf) && !moved.has(`${leaf} ${what}`))
      )
        continue;
      for (const leaf of leaves) moved.set(`${leaf} ${what}`, path);
    }
  }
  const edges = new Map<string, { from: string; to: string; events: Event[] }>();
  for (const { from, to, events } of chart.edges)
    for (const event of events) {
      const start = moved.get(`${from} ${one(to, event)}`) ?? from;
      const edge = edges.get(`${start}>${to}`) ?? { from: start, to, events: [] };
      edges.set(`${start}>${to}`, edge);
      if (!edge.events.some((other) => one(to, other) === one(to, event))) edge.events.push(event);
    }
  return { ...chart, edges: [...edges.values()] };
}
