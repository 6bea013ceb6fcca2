import type { Chart, ChartState } from './chart.ts';

/** Several charts of one thing, each under its title. */
export type Sheet = {
  readonly title: string;
  readonly charts: readonly { readonly title: string; readonly chart: Chart }[];
};

/** Several charts as one whose groups they are. */
export const asGroups = ({ title, charts }: Sheet): Chart => ({
  id: title,
  roots: charts.map(({ title: name, chart }): ChartState => ({
    path: chart.id,
    name,
    initial: false,
    final: false,
    bad: false,
    parallel: false,
    description: '',
    source: '',
    children: chart.roots.map((state) => below(chart.id, state)),
  })),
  edges: charts.flatMap(({ chart }) =>
    chart.edges.map((edge) => ({
      ...edge,
      from: `${chart.id}.${edge.from}`,
      to: `${chart.id}.${edge.to}`,
    })),
  ),
});

const below = (parent: string, state: ChartState): ChartState => ({
  ...state,
  path: `${parent}.${state.path}`,
  children: state.children.map((child) => below(parent, child)),
});
