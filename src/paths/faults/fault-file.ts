import type { Graph } from '../../explore/graph.ts';
import { Misuse } from '../../system/misuse.ts';
import type { Step } from '../../system/program.ts';
import { carry } from '../carry.ts';
import { suiteOf } from '../cover.ts';
import { isRefused, saidOf, triedOf, whoseOf, withRefusals, type Refusals } from '../laws.ts';
import { pathId, sealSteps, type PathFile, type TestPath } from '../path.ts';
import { coverFile, fileOf, type Head, type NamedSystem } from '../suite.ts';
import {
  mostSequences,
  sequencesOf,
  testsByIdentifiers,
  testsByPairs,
  testsOfVisible,
  type Tests,
} from './complete.ts';
import { mealyOf, reduced, type Mealy } from './mealy.ts';

/**
 * What a tester sees of an implementation: where all parts are, or only whether a step was done.
 */
type Seen = 'places' | 'answers';

/** Which faults a suite must find, and what a tester sees of them. */
export type FaultOptions = {
  readonly seen: Seen;
  /** States that an implementation may have beyond those of the system. */
  readonly extra: number;
  readonly refusals: Refusals;
  /** With places: what is tried beside what is possible. With answers, all is. */
  readonly kind: 'law' | 'all';
  /** What these clauses refuse is the law's. */
  readonly clauses?: ReadonlySet<string>;
};

/** How much the pairs of the H method may be before only identifiers are used. */
const mostPairs = 20_000_000;

/**
 * A suite that finds every fault of its domain: implementations of at most so many states more than
 * the system, deterministic, that can be set back to the beginning, asked for the same steps.
 * docs/paths.md says the theorems.
 * @throws Misuse where the suite would be larger than anybody plays, or the search was cut off
 */
export function faultFile(head: Head, graph: Graph, options: FaultOptions): PathFile {
  const { seen, extra } = options;
  const [system] = head.systems as [NamedSystem];
  const cover = `${seen === 'places' ? 'faults' : 'fault-answers'}-${extra}`;
  if (graph.stopped !== null)
    throw new Misuse(`--cover faults: '${head.name}' was not searched whole; raise --max-states`);
  const beside = Object.fromEntries(
    (['transitions', 'edges'] as const).map((criterion) => {
      const { paths } = suiteOf(graph, criterion, { perPath: head.perPath });
      return [criterion, { paths: paths.length, steps: sumOf(paths) }];
    }),
  );
  if (seen === 'places' && extra === 0) return tour(head, graph, cover, beside, options);

  const asked = askedOf(graph, options);
  const whole = mealyOf(graph, asked);
  const tests = seen === 'places' ? visible(head, whole, extra) : byAnswers(head, whole, extra);
  const steps = graph.program.steps;
  const paths = tests.map((test) => pathOf(system, whole, steps, test));
  const tried = new Set(paths.flatMap(({ refused = [] }) => refused.map(({ step }) => step)));
  const laws = new Map(
    triedOf(graph.program, options.refusals, 'law', options.clauses).map((one) => [one.step, one]),
  );
  const words = saidOf(
    steps
      .filter(({ name }) => tried.has(name))
      .map((step) => laws.get(step) ?? { step, whose: whoseOf(step, options.refusals) }),
  );
  const coverage = {
    targets: paths.length,
    covered: paths.length,
    coverable: paths.length,
    uncovered: [],
    unreachable: [],
  };
  const { paths: all, ...rest } = fileOf(head, cover, paths, coverage, { beside });
  return { ...rest, refusals: words, paths: all };
}

const sumOf = (paths: readonly { readonly length: number }[]): number =>
  paths.reduce((sum, { length }) => sum + length, 0);

/**
 * No extra states, and each state shows itself: a transition tour, which takes every edge of the
 * graph, and which tries in each state all that is refused there.
 */
function tour(
  head: Head,
  graph: Graph,
  cover: string,
  beside: NonNullable<PathFile['size']['beside']>,
  { refusals, kind, clauses }: FaultOptions,
): PathFile {
  const [system] = head.systems as [NamedSystem];
  const file = coverFile(head, graph, 'edges');
  const programs = new Map([[system.name, system.program]]);
  const tries = withRefusals(file, programs, refusals, kind, clauses);
  return { ...tries, cover, size: { ...tries.size, beside } };
}

/** Whether a step that is refused in a state may be asked for there. */
function askedOf(
  { program }: Graph,
  { seen, refusals, kind, clauses }: FaultOptions,
): (step: Step, state: readonly number[]) => boolean {
  if (seen === 'answers') return () => true;
  const tried = new Map(triedOf(program, refusals, kind, clauses).map((one) => [one.step, one]));
  return (step, state) => {
    const one = tried.get(step);
    return one !== undefined && isRefused(program, one, state);
  };
}

/** The suite where each state shows itself. @throws Misuse where it would be too large */
function visible(head: Head, machine: Mealy, extra: number): Tests {
  bounded(head, machine, extra);
  return testsOfVisible(machine, extra);
}

/** The shorter of two methods; the second is tried where it does not take too long. */
function byAnswers({ name, perPath }: Head, whole: Mealy, extra: number): Tests {
  const { machine } = reduced(whole);
  const sequences = bounded({ name }, machine, extra);
  const tests = testsByIdentifiers(machine, extra);
  if (machine.size * sequences > mostPairs) return tests;
  const pairs = testsByPairs(machine, extra, perPath);
  const cost = (suite: Tests): number => sumOf(suite) + perPath * suite.length;
  return cost(pairs) < cost(tests) ? pairs : tests;
}

/** How many sequences the suite has at least. @throws Misuse where those are too many */
function bounded({ name }: Pick<Head, 'name'>, machine: Mealy, extra: number): number {
  const sequences = sequencesOf(machine, extra);
  if (sequences > mostSequences)
    throw new Misuse(
      `'${name}' with ${extra} extra states needs ${sequences} sequences, expected at most ` +
        `${mostSequences}; ask for fewer extra states, or for a smaller system`,
    );
  return sequences;
}

/** A test as a path: what is done, and between it what is tried. */
function pathOf(
  system: NamedSystem,
  { inputs, next, done }: Mealy,
  steps: readonly Step[],
  test: readonly number[],
): TestPath {
  const names: string[] = [];
  const refused: { step: string; after: number; until: number }[] = [];
  let state = 0;
  for (const input of test) {
    const { name } = steps[input]!;
    if (done[state * inputs + input] === 1) names.push(name);
    else refused.push({ step: name, after: names.length, until: names.length + 1 });
    state = next[state * inputs + input]!;
  }
  const id = pathId(names, refused);
  return {
    id,
    targets: [`test:${id}`],
    system: system.name,
    kind: 'tries',
    steps: sealSteps(carry(system.program, names).steps),
    clauses: [],
    refused,
  };
}
