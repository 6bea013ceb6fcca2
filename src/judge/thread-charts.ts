import type { Chart, ChartEdge, ChartState } from '../charts/chart.ts';
import type { Budget, Graph } from '../explore/graph.ts';
import { search } from '../explore/search.ts';
import { nextLocal, type Program, type Step } from '../system/program.ts';
import type { ReadThreads } from './threads.ts';

/** A chart of one part of a file of threads, and what it is called. */
type PartChart = {
  readonly title: string;
  readonly chart: Chart;
  /** States in which a thread stays for ever, without having ended. */
  readonly stuck: ReadonlySet<string>;
};

/** The charts of a file; `stopped` where runs were left out, because the search ended early. */
export type ThreadCharts = {
  readonly charts: readonly PartChart[];
  readonly stopped: Graph['stopped'];
};

/** By step of the program, who does it and what is done; nothing for steps of a description. */
type Told = ReadonlyMap<Step, { readonly thread: string; readonly call: string }>;

/** A transition of a part that some run takes. */
type Taken = { readonly from: number; readonly to: number; readonly step: Step };

/**
 * A chart for each thread of a file, whose states are between its calls, and then for each object
 * that they move, whose transitions say which call of which thread takes them. Drawn is what runs
 * do; what no run does is left out.
 */
export function threadCharts(
  { program, said: saidByStep }: Pick<ReadThreads, 'program' | 'said'>,
  budget: Budget,
): ThreadCharts {
  const told: Told = new Map(
    program.steps.flatMap((step) => {
      const is = saidByStep.get(step.of) ?? saidByStep.get(step.name);
      if (is === undefined) return [];
      const line = is.line === 0 ? '' : ` (${is.line})`;
      return [[step, { thread: is.thread, call: `${is.text}${line}` }] as const];
    }),
  );
  const threads = new Set([...told.keys()].map((step) => step.moves[0]!.part));
  const objects = new Set(
    [...told.keys()].flatMap((step) => [...step.moves, ...step.also].map(({ part }) => part)),
  );
  for (const thread of threads) objects.delete(thread);

  const graph = search(program, budget);
  const taken = takenIn(graph, told);
  const inOrder = (parts: ReadonlySet<number>): number[] => [...parts].sort((a, b) => a - b);
  const chartOf = (part: number): PartChart => {
    const chart = chartOfPart(program, part, taken.get(part) ?? [], (step) => {
      const { thread, call } = told.get(step)!;
      return threads.has(part) ? call : `${thread}: ${call}`;
    });
    const isKnown = threads.has(part) && graph.stopped === null;
    return {
      title: program.parts[part]!.title,
      chart,
      stuck: isKnown ? stuckIn(chart) : new Set(),
    };
  };
  const charts = [...inOrder(threads), ...inOrder(objects)].map(chartOf);
  return { charts, stopped: graph.stopped };
}

/** By part, each transition that an edge of the graph takes, in the order of the search. */
function takenIn(graph: Graph, told: Told): ReadonlyMap<number, readonly Taken[]> {
  const { program } = graph;
  const taken = new Map<number, Map<string, Taken>>();
  const locals: number[] = [];
  for (let state = 0; state < graph.size; state++) {
    graph.locals(state, locals);
    for (let edge = graph.first[state]!; edge < graph.first[state + 1]!; edge++) {
      const step = program.steps[graph.by[edge]!]!;
      if (!told.has(step)) continue;
      for (const { part, event } of [...step.moves, ...step.also]) {
        const from = locals[part]!;
        const to = nextLocal(program, part, event, from);
        if (to < 0) continue;
        const ofPart = taken.get(part) ?? new Map<string, Taken>();
        taken.set(part, ofPart);
        ofPart.set(`${from} ${to} ${step.name}`, { from, to, step });
      }
    }
  }
  return new Map([...taken].map(([part, all]) => [part, [...all.values()]]));
}

/** The chart of one part. */
function chartOfPart(
  program: Program,
  part: number,
  taken: readonly Taken[],
  label: (step: Step) => string,
): Chart {
  const { name, table } = program.parts[part]!;
  const { states, phrases } = program.tables[table]!;
  const initial = program.initial[part]!;
  const edges = new Map<string, ChartEdge & { readonly events: ChartEdge['events'][number][] }>();
  for (const { from, to, step } of taken) {
    const key = `${from} ${to}`;
    const edge = edges.get(key) ?? { from: states[from]!, to: states[to]!, events: [] };
    edges.set(key, edge);
    const type = label(step);
    if (!edge.events.some((event) => event.type === type))
      edge.events.push({ type, description: step.name, source: '' });
  }
  const drawn = new Set([initial, ...taken.flatMap(({ from, to }) => [from, to])]);
  const roots = [...drawn].map((state): ChartState => {
    const path = states[state]!;
    return {
      path,
      name: path,
      initial: state === initial,
      final: false,
      bad: false,
      parallel: false,
      description: phrases[state] ?? '',
      source: '',
      children: [],
    };
  });
  return { id: name, roots, edges: [...edges.values()] };
}

/** Where no run goes on, although the thread has begun and has not ended. */
function stuckIn({ roots, edges }: Chart): ReadonlySet<string> {
  const left = new Set(edges.map(({ from }) => from));
  const ends = roots.filter(({ path, initial }) => !left.has(path) && !initial);
  return new Set(ends.map(({ path }) => path).filter((path) => path !== 'ended'));
}
