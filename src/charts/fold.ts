import { bundled } from './bundle.ts';
import type { Chart, ChartEdge, ChartState } from './chart.ts';

/** An event that leads from so many states to the same one is folded. */
const fewest = 3;

/**
 * The chart without the edges that lead from everywhere to one state, as those of a kill or a
 * cancellation do: in their place stands one small note, which says from how many states they lead
 * there, and one edge. The text of the note names the states.
 */
export function folded(whole: Chart): Chart {
  const chart = bundled(whole);
  const sources = new Map<string, Set<string>>();
  for (const { from, to, events } of chart.edges)
    for (const { type } of events)
      if (from !== to) {
        const key = JSON.stringify([to, type]);
        sources.set(key, (sources.get(key) ?? new Set()).add(from));
      }
  const many = new Map([...sources].filter(([, from]) => from.size >= fewest));
  if (many.size === 0) return chart;

  const notes = new Map<
    string,
    { readonly to: string; readonly from: readonly string[]; events: Event[] }
  >();
  const edges = chart.edges.flatMap((edge): ChartEdge[] => {
    const left = edge.events.filter(({ type }) => !many.has(JSON.stringify([edge.to, type])));
    for (const event of edge.events) {
      const from = many.get(JSON.stringify([edge.to, event.type]));
      if (from === undefined || edge.from === edge.to) continue;
      const key = JSON.stringify([edge.to, ...from]);
      const note = notes.get(key) ?? { to: edge.to, from: [...from], events: [] };
      notes.set(key, note);
      if (!note.events.some(({ type }) => type === event.type)) note.events.push(event);
    }
    return left.length === 0 ? [] : [{ ...edge, events: left }];
  });
  const drawn = [...notes.values()].map((note, at) => ({ note, path: `folded:${at + 1}` }));
  return {
    ...chart,
    roots: [...chart.roots, ...drawn.map(({ note: { from }, path }) => noteOf(path, from))],
    edges: [
      ...edges,
      ...drawn.map(({ note: { to, events }, path }): ChartEdge => ({ from: path, to, events })),
    ],
  };
}

type Event = ChartEdge['events'][number];

const noteOf = (path: string, from: readonly string[]): ChartState => ({
  path,
  name: `from ${from.length} states`,
  initial: false,
  final: false,
  bad: false,
  parallel: false,
  note: true,
  description: `From each of ${from.map((one) => (one === '' ? 'all' : one)).join(', ')}.`,
  source: '',
  children: [],
});
