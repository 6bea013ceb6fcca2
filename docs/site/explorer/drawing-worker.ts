import { marked } from '../../../src/charts/marks.ts';
import { svgOf } from '../../../src/charts/svg.ts';
import { threadCharts } from '../../../src/judge/thread-charts.ts';
import type { AskedToDraw, DrawnPart } from './thread-drawings.ts';

/** States that are searched for what runs do, as the command line's `chart` searches. */
const searched = { states: 300_000 };

// The worker that draws parts of threads: what places the states weighs more than all else, so that
// a page loads it only for such a chart. It draws what `finite-fence chart FILE` draws.
const scope = globalThis as unknown as {
  onmessage: (event: { data: AskedToDraw }) => void;
  postMessage: (drawn: DrawnPart | 'begun') => void;
};
scope.postMessage('begun');
scope.onmessage = ({ data: { id, program, said, part } }) => {
  const { charts, stopped } = threadCharts(
    { program, said: new Map(Object.entries(said)) },
    searched,
  );
  const wanted = charts.find(({ chart }) => chart.id === part);
  const isCut = stopped !== null;
  if (wanted === undefined) {
    scope.postMessage({ id, drawn: null, isCut });
    return;
  }
  const chart = marked(wanted.chart, wanted.stuck);
  const states = chart.roots.map(({ path }) => path);
  void svgOf(chart, wanted.title, () => null).then((svg) =>
    scope.postMessage({ id, drawn: { states, svg }, isCut }),
  );
};
