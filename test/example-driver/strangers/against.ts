import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { createTestModel as modelOfGraph } from 'xstate/graph';
import { search } from '../../../src/explore/search.ts';
import type { Graph } from '../../../src/explore/graph.ts';
import { toMachine } from '../../../src/export/to-machine.ts';
import { suiteOf } from '../../../src/judge/suite-of.ts';
import { carry } from '../../../src/paths/carry.ts';
import { circulation } from '../../../src/paths/circulation.ts';
import { pathId, sealSteps, type PathFile, type TestPath } from '../../../src/paths/path.ts';
import { walksOf } from '../../../src/paths/walks.ts';
import { numbers } from '../../paths/mutant-machines.ts';
import { createTestModel as modelOfTest } from '../../xstate/test-model.ts';
import { foundAfter } from './measure.ts';
import type { Subject } from './subject.ts';
import { walkOf } from './walks.ts';

/** What a tool makes of a driver's model, and what it finds. */
export type Row = {
  readonly tool: string;
  readonly paths: number;
  readonly steps: number;
  /** Processor seconds for making it. */
  readonly seconds: number;
  /** Seeded faults that it shows. */
  readonly found: number;
};

/** Runs by step names, each from the initial state. */
type Runs = readonly (readonly string[])[];

const eventsOf = (machine: AnyStateMachine) => (snapshot: AnyMachineSnapshot) =>
  machine.events.filter((type) => snapshot.can({ type })).map((type) => ({ type }));

/** Paths of the test models of XState, without the event that starts a machine. */
function byModel(create: typeof modelOfGraph, { program }: Subject): Runs {
  const machine = toMachine(program);
  const events = eventsOf(machine);
  const paths = create(machine, { events } as never).getShortestPaths({ events } as never);
  return paths.map(({ steps }) =>
    steps.map(({ event }) => event.type).filter((type) => type !== 'xstate.init'),
  );
}

/**
 * `random(edge_coverage(100))` as GraphWalker documents it: any edge from where one stands, until all were taken; at
 * most a hundred times
 * as many, since a way back to the first states may not be there, and it never sets up anew.
 */
function randomUntilAll(graph: Graph, seed: number): Runs {
  const next = numbers(seed);
  const left = new Set(Array.from({ length: graph.edges }, (_, e) => e));
  const names: string[] = [];
  for (let state = 0; left.size > 0 && names.length < 100 * graph.edges;) {
    const [from, end] = [graph.first[state]!, graph.first[state + 1]!];
    const e = from + Math.floor(next() * (end - from));
    left.delete(e);
    names.push(graph.program.steps[graph.by[e]!]!.name);
    state = graph.to[e]!;
  }
  return [names];
}

/**
 * `quick_random(edge_coverage(100))`: a random edge that was not taken and can be reached, by a shortest way to it,
 * until none is left.
 */
function quickRandom(graph: Graph, seed: number): Runs {
  const next = numbers(seed);
  const left = new Set(Array.from({ length: graph.edges }, (_, e) => e));
  const names: string[] = [];
  let state = 0;
  while (left.size > 0) {
    const all = [...left];
    const [wanted] = all.splice(Math.floor(next() * all.length), 1) as [number];
    const via = new Map<number, number>([[state, -1]]);
    const queue = [state];
    let last = -1;
    for (const state of queue) {
      for (let e = graph.first[state]!; e < graph.first[state + 1]! && last < 0; e++) {
        if (e === wanted) last = state;
        else if (!via.has(graph.to[e]!)) {
          via.set(graph.to[e]!, e);
          queue.push(graph.to[e]!);
        }
      }
      if (last >= 0) break;
    }
    if (last < 0) {
      left.delete(wanted);
      continue;
    }
    const way = [wanted];
    for (let at = last; via.get(at)! >= 0;) {
      const e = via.get(at)!;
      way.unshift(e);
      at = fromOf(graph, e);
    }
    for (const e of way) {
      left.delete(e);
      names.push(graph.program.steps[graph.by[e]!]!.name);
      state = graph.to[e]!;
    }
  }
  return [names];
}

function fromOf(graph: Graph, edge: number): number {
  let state = 0;
  while (graph.first[state + 1]! <= edge) state++;
  return state;
}

/** One tour of all edges: a Chinese postman without guards, who sets up once. */
function postman(graph: Graph): Runs {
  const walks = walksOf(graph, circulation(graph, null, 1_000_000));
  return walks.map((walk) => Array.from(walk, (e) => graph.program.steps[graph.by[e]!]!.name));
}

const pathsOf = ({ program }: Subject, file: PathFile, runs: Runs): TestPath[] =>
  runs.map((names) => ({
    id: pathId(names),
    targets: [],
    system: Object.keys(file.systems)[0]!,
    kind: 'walk',
    steps: sealSteps(carry(program, names).steps),
    clauses: [],
  }));

/** All tools on one driver, in one run. */
export async function against(subject: Subject): Promise<readonly Row[]> {
  const { program, whose, faults } = subject;
  const budget = { states: 100_000 };
  const make = (criterion: 'transitions' | 'edges'): PathFile =>
    suiteOf(program, criterion, { name: subject.name, whose });
  const edges = make('edges');
  const runs = (made: () => Runs) => () => pathsOf(subject, edges, made());
  const tools: Readonly<Record<string, () => readonly TestPath[]>> = {
    'edges, with laws': () => make('edges').paths,
    'transitions, with laws': () => make('transitions').paths,
    edges: () => suiteOf(program, 'edges', { whose, name: subject.name, refusals: 'none' }).paths,
    'xstate/graph': runs(() => byModel(modelOfGraph, subject)),
    '@xstate/test beta.5': runs(() => byModel(modelOfTest as never, subject)),
    'random walk': () => [
      walkOf(edges, program, whose, { steps: edges.size.steps, seed: 1, tries: false }),
    ],
    'random walk, with laws': () => [
      walkOf(edges, program, whose, { steps: edges.size.steps, seed: 1, tries: true }),
    ],
    'GraphWalker: random, all edges': runs(() => randomUntilAll(search(program, budget), 1)),
    'GraphWalker: quick random': runs(() => quickRandom(search(program, budget), 1)),
    'postman, no guards': runs(() => postman(search(program, budget))),
  };
  const rows: Row[] = [];
  for (const [tool, made] of Object.entries(tools)) {
    const began = process.cpuUsage();
    const paths = made();
    const { user, system } = process.cpuUsage(began);
    let shown = 0;
    for (const fault of faults)
      if ((await foundAfter(subject, fault, edges, paths)) !== null) shown++;
    const steps = paths.reduce((sum, one) => sum + one.steps.length, 0);
    rows.push({ tool, paths: paths.length, steps, seconds: (user + system) / 1e6, found: shown });
  }
  return rows;
}
