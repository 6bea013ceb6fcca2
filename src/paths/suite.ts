import { stepsTo, type Budget, type Graph } from '../explore/graph.ts';
import { search } from '../explore/search.ts';
import type { Program, Some } from '../system/program.ts';
import { carry, placesOf } from './carry.ts';
import { both, clausePaths, type Ablation, type ClauseTarget } from './clause.ts';
import { suiteOf } from './cover.ts';
import { pathId, schemaVersion, sealSteps, type PathFile, type TestPath } from './path.ts';
import { misfit } from './replay.ts';
import { runsToRest } from './rest.ts';
import { edgesOfRun, stateAfter } from './run-edges.ts';
import type { Criterion } from './targets.ts';
import type { Situation } from './where.ts';

/** A system as a path file names it. */
export type NamedSystem = {
  readonly name: string;
  readonly program: Program;
  readonly described: unknown;
};
/** What a file says of itself before its paths. */
export type Head = {
  readonly name: string;
  readonly version: string;
  readonly systems: readonly NamedSystem[];
  readonly perPath: number;
};
type Size = PathFile['size'];

/** The path file of a suite. */
export function fileOf(
  { name, version, systems, perPath }: Head,
  cover: string,
  paths: readonly TestPath[],
  coverage: PathFile['coverage'],
  compared: Partial<Pick<Size, 'bound' | 'shortestEach' | 'beside'>> = {},
): PathFile {
  const steps = paths.reduce((sum, path) => sum + path.steps.length, 0);
  const longest = paths.reduce((most, path) => Math.max(most, path.steps.length), 0);
  return {
    $schema: 'https://unpkg.com/finite-fence/docs/paths.schema.json',
    schema: schemaVersion,
    version,
    name,
    cover,
    systems: Object.fromEntries(
      systems.map(({ name: key, program, described }) => [
        key,
        { digest: program.digest, described, initial: placesOf(program, program.initial) },
      ]),
    ),
    size: {
      paths: paths.length,
      steps,
      perPath,
      cost: steps + perPath * paths.length,
      longest,
      bound: compared.bound ?? null,
      shortestEach: compared.shortestEach ?? null,
      ...(compared.beside === undefined ? {} : { beside: compared.beside }),
    },
    coverage,
    paths: [...paths],
  };
}

/** A run as a path that tries nothing. */
const walkOf = (
  system: NamedSystem,
  steps: readonly string[],
  targets: readonly string[],
): TestPath => ({
  id: pathId(steps),
  targets: [...targets],
  system: system.name,
  kind: 'walk',
  steps: sealSteps(carry(system.program, steps).steps),
  clauses: [],
});

/** The paths of a file that the system still takes. */
const fitting = (program: Program, kept: PathFile | null): readonly TestPath[] =>
  kept === null ? [] : kept.paths.filter((path) => misfit(program, path) === null);

/**
 * Paths for clauses: for each, the first of its systems in which something is lost without it, or
 * else the first of them. Paths of one system that do the same are one.
 * @param kept an earlier file: its path stays where it covers the same target and is still what the
 * clause does
 */
export function clauseFile(
  head: Head,
  ablations: readonly (readonly Ablation[])[],
  budget: Budget,
  kept: PathFile | null = null,
): PathFile {
  const paths = new Map<string, TestPath>();
  const targets: ClauseTarget[] = [];
  for (const candidates of ablations) {
    const tried: ReturnType<typeof clausePaths>[] = [];
    for (const ablation of candidates) {
      tried.push(clausePaths(ablation, budget, kept));
      if (tried.at(-1)!.loses) break;
    }
    const chosen =
      tried.find(({ loses }) => loses) ?? tried.find((one) => one.paths.length > 0) ?? tried[0]!;
    targets.push(...chosen.targets);
    for (const path of chosen.paths) {
      const key = `${path.system}\n${path.id}`;
      const before = paths.get(key);
      paths.set(key, before === undefined ? path : both(before, path));
    }
  }
  const uncovered = targets.flatMap(({ target, why }) => (why === null ? [] : [{ target, why }]));
  const covered = targets.length - uncovered.length;
  const used = new Set([...paths.values()].map(({ system }) => system));
  const systems = head.systems.filter((one, at) => at === 0 || used.has(one.name));
  return fileOf({ ...head, systems }, 'clauses', [...paths.values()], {
    targets: targets.length,
    covered,
    coverable: covered,
    uncovered: [],
    unreachable: uncovered,
  });
}

/** Paths for a criterion over the edges of a graph, which is the first system's. */
export function coverFile(
  head: Head,
  graph: Graph,
  criterion: Criterion,
  {
    longest,
    kept = null,
  }: { readonly longest?: number | undefined; readonly kept?: PathFile | null } = {},
): PathFile {
  const [system] = head.systems as [NamedSystem];
  const stay = fitting(system.program, kept);
  const suite = suiteOf(graph, criterion, {
    perPath: head.perPath,
    ...(longest === undefined ? {} : { longest }),
    kept: stay.map(({ steps }) =>
      edgesOfRun(
        graph,
        steps.map(({ step }) => step),
      ),
    ),
  });
  const ids = suite.cover.targets;
  // A kept path that covers nothing any more goes.
  const paths = suite.paths.flatMap((edges, index) =>
    suite.first[index]!.length === 0
      ? []
      : [
          walkOf(
            system,
            edges.map((e) => graph.program.steps[graph.by[e]!]!.name),
            suite.first[index]!.map((target) => ids[target]!),
          ),
        ],
  );
  const { unreachable, targets } = suite.cover;
  return fileOf(
    { ...head, systems: [system] },
    criterion,
    paths,
    {
      targets: targets.length + unreachable.length,
      covered: targets.length - suite.uncovered.length,
      coverable: targets.length,
      uncovered: [...suite.uncovered],
      unreachable: [...unreachable],
      // Of a graph that is known in part nothing is known about all suites.
    },
    { bound: graph.stopped === null ? suite.bound : null, shortestEach: suite.shortestEach },
  );
}

/** A system that lacks a clause, as a path file names it. */
export type Ablated = NamedSystem & { readonly clause: string };

/**
 * For each system without a clause, the runs that lose a promise, up to where the system rests.
 * Only an implementation that can leave out a clause (a simulated device, a mutant) can play them:
 * they show mistakes that wait behind a deadlock.
 */
export function withoutFile(head: Head, ablated: readonly Ablated[], budget: Budget): PathFile {
  const paths: TestPath[] = [];
  const used: NamedSystem[] = [];
  const unreachable: { target: string; why: string }[] = [];
  for (const system of ablated) {
    const graph = search(system.program, budget);
    const runs = graph.stopped === null ? runsToRest(graph) : [];
    if (runs.length > 0) used.push(system);
    else
      unreachable.push({
        target: `without:${system.clause}`,
        why:
          graph.stopped === null
            ? 'no promise is lost for ever without the clause'
            : 'the budget ran out before the system was searched',
      });
    for (const { lost, steps } of runs) {
      const targets = lost.map((promise) => `without:${system.clause}@${promise}`);
      paths.push(walkOf(system, steps, targets));
    }
  }
  const covered = paths.reduce((sum, { targets }) => sum + targets.length, 0);
  const coverage = {
    targets: covered + unreachable.length,
    covered,
    coverable: covered,
    uncovered: [],
    unreachable,
  };
  return fileOf({ ...head, systems: used }, 'without', paths, coverage);
}

/** A shortest path to each named situation. */
export function toFile(
  head: Head,
  graph: Graph,
  situations: readonly Situation[],
  kept: PathFile | null = null,
): PathFile {
  const [system] = head.systems as [NamedSystem];
  const stay = fitting(system.program, kept);
  const unreachable: { target: string; why: string }[] = [];
  const paths = new Map<string, TestPath>();
  for (const { name, all: conditions } of situations) {
    const target = `to:${name}`;
    const state = graph.where(conditions).indexOf(1);
    if (state < 0) {
      unreachable.push({
        target,
        why:
          graph.stopped === null
            ? 'no such state can be reached'
            : 'not reached before the budget ran out',
      });
      continue;
    }
    const path =
      stay.find((path) => path.targets.includes(target) && holdsAtEnd(graph, conditions, path)) ??
      walkOf(
        system,
        stepsTo(graph, state).map((step) => graph.program.steps[step]!.name),
        [target],
      );
    const before = paths.get(path.id);
    paths.set(path.id, {
      ...path,
      targets: [...new Set([...(before?.targets ?? []), ...path.targets])],
    });
  }
  const covered = situations.length - unreachable.length;
  return fileOf({ ...head, systems: [system] }, 'to', [...paths.values()], {
    targets: situations.length,
    covered,
    coverable: covered,
    uncovered: [],
    unreachable,
  });
}

/** Whether all conditions hold in the state to which a path leads. */
function holdsAtEnd(graph: Graph, conditions: readonly Some[], { steps }: TestPath): boolean {
  const names = steps.map(({ step }) => step);
  return graph.where(conditions)[stateAfter(graph, names)] === 1;
}
