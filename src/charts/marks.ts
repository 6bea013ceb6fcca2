import type { Chart, ChartState } from './chart.ts';

/**
 * The chart with its ends and its bad states marked: a state that nothing leads out of is final,
 * a state that an invariant of some system forbids is bad, and one that only systems reach which
 * break something is astray.
 * @param astray such states, each with the name of a system
 */
export function marked(
  chart: Chart,
  forbidden: ReadonlySet<string>,
  astray: ReadonlyMap<string, string> = new Map(),
): Chart {
  const left = new Set(chart.edges.filter(({ from, to }) => from !== to).map(({ from }) => from));
  const mark = (state: ChartState, ways: boolean): ChartState => {
    const leadsOn = ways || left.has(state.path);
    const test = forbidden.has(state.path) ? undefined : astray.get(state.path);
    return {
      ...state,
      ...(test === undefined ? {} : { astray: test }),
      final: state.final || (state.children.length === 0 && !leadsOn && !forbidden.has(state.path)),
      bad: forbidden.has(state.path),
      children: state.children.map((child) => mark(child, leadsOn)),
    };
  };
  return { ...chart, roots: chart.roots.map((state) => mark(state, left.has(''))) };
}
