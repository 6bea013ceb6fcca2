import type { Chart, ChartState } from './chart.ts';

/**
 * The chart with its ends and its bad states marked: a state that nothing leads out of is final,
 * and a state that an invariant of some system forbids is bad.
 */
export function marked(chart: Chart, forbidden: ReadonlySet<string>): Chart {
  const left = new Set(chart.edges.filter(({ from, to }) => from !== to).map(({ from }) => from));
  const mark = (state: ChartState, ways: boolean): ChartState => {
    const leadsOn = ways || left.has(state.path);
    return {
      ...state,
      final: state.final || (state.children.length === 0 && !leadsOn && !forbidden.has(state.path)),
      bad: forbidden.has(state.path),
      children: state.children.map((child) => mark(child, leadsOn)),
    };
  };
  return { ...chart, roots: chart.roots.map((state) => mark(state, left.has(''))) };
}
