import { keepable } from '../check/keepable.ts';
import { walk } from '../check/walk.ts';
import { stepsTo, type Budget, type Graph } from '../explore/graph.ts';
import { search } from '../explore/search.ts';
import { stateName, type Program, type Promised } from '../system/program.ts';
import { stepsByName } from '../system/run.ts';
import type { Cite } from '../system/vocabulary.ts';
import { carry, whyNot, type Absent } from './carry.ts';
import { firstDifference } from './difference.ts';
import {
  pathId,
  sealSteps,
  type Instrument,
  type PathFile,
  type Rescue,
  type TestPath,
} from './path.ts';
import { refusalsOf } from './refusals.ts';
import { misfit } from './replay.ts';
import { stateAfter } from './run-edges.ts';

/** A system with a clause, and the same system without it; nobody recovers in either. */
export type Ablation = {
  /** What the system is called in the file. */
  readonly system: string;
  readonly clause: { readonly name: string; readonly says: Cite; readonly about?: string };
  readonly with: Program;
  readonly without: Program;
  readonly instrument: Instrument | null;
};

/** Something to cover: `why` not, if it is not covered. */
export type ClauseTarget = { readonly target: string; readonly why: string | null };

/** Promises that are lost by one run, and how: for ever, or until the environment helps. */
type Loss = {
  readonly promises: readonly Promised[];
  readonly verdict: 'deadlock' | 'indefinite';
  readonly run: readonly string[];
};

/**
 * For every promise that is lost without the clause and kept with it, the shortest run that loses
 * it, carried into the system with the clause; then the shortest way on to where all promises are
 * kept. Where none is lost: the shortest run in which the clause matters.
 * @param kept an earlier file: where its path still shows the same of the clause, it stays
 */
export function clausePaths(
  ablation: Ablation,
  budget: Budget,
  kept: PathFile | null = null,
): {
  readonly paths: readonly TestPath[];
  readonly targets: readonly ClauseTarget[];
  readonly loses: boolean;
} {
  const { clause } = ablation;
  const graph = search(ablation.with, budget);
  const without = search(ablation.without, budget);
  const name = `clause:${clause.name}`;
  if (graph.stopped !== null || without.stopped !== null)
    return {
      loses: false,
      paths: [],
      targets: [{ target: name, why: 'the budget ran out before the system was searched' }],
    };
  const losing = losses(without, losses(graph, []));
  const paths = new Map<string, TestPath>();
  const targets: ClauseTarget[] = [];
  for (const loss of losing) {
    const ids = loss.promises.map((promise) => `${name}@${owed(ablation.without, promise)}`);
    const path = earlier(ablation, kept, ids) ?? carried(ablation, graph, loss.run, loss, ids);
    for (const target of ids) targets.push({ target, why: typeof path === 'string' ? path : null });
    if (typeof path === 'string') continue;
    const before = paths.get(path.id);
    paths.set(path.id, before === undefined ? path : both(before, path));
  }
  if (losing.length > 0) return { loses: true, paths: [...paths.values()], targets };
  const before = earlier(ablation, kept, [name]);
  if (before !== null)
    return { loses: false, paths: [before], targets: [{ target: name, why: null }] };
  const run = firstDifference(ablation.with, ablation.without);
  if (run === null)
    return {
      loses: false,
      paths: [],
      targets: [
        { target: name, why: 'nothing that this system can do is different without the clause' },
      ],
    };
  const path = carried(ablation, graph, run, null, [name]);
  return typeof path === 'string'
    ? { loses: false, paths: [], targets: [{ target: name, why: path }] }
    : { loses: false, paths: [path], targets: [{ target: name, why: null }] };
}

/**
 * The path of an earlier file that covers all these targets in this system, takes its steps, and
 * still shows the clause.
 */
function earlier(
  { system, with: program, without, clause }: Ablation,
  kept: PathFile | null,
  targets: readonly string[],
): TestPath | null {
  const path = kept?.paths.find(
    (path) => path.system === system && targets.every((target) => path.targets.includes(target)),
  );
  const shown = path?.clauses.find(({ name }) => name === clause.name);
  if (path === undefined || shown === undefined || misfit(program, path) !== null) return null;
  // Without the clause it must not go through: the tried step is possible there, or a later one is not.
  const length = shown.tried === null ? path.steps.length : shown.brink;
  const names = path.steps.slice(0, length).map(({ step }) => step);
  const other = carry(without, names);
  const shows =
    shown.tried === null
      ? other.refused !== null || shown.rescue?.since !== null
      : other.refused === null &&
        whyNot(without, stepsByName(without).get(shown.tried), other.states.at(-1)!) === null;
  return shows ? { ...path, targets: [...targets], clauses: [shown] } : null;
}

/**
 * The promises that some state cannot keep, worst kind first, each kind's by the shortest run to
 * such a state; those of `known` are not told again.
 */
function losses(graph: Graph, known: readonly Loss[]): Loss[] {
  const { program } = graph;
  const ours = Uint8Array.from(program.steps, ({ actor }) =>
    Number(program.actors[actor]!.fair !== 'none'),
  );
  const lost = new Map(
    known.flatMap(({ promises, verdict }) => promises.map(({ name }) => [name, verdict] as const)),
  );
  const lossOf = new Map<string, Loss & { promises: Promised[] }>();
  for (const [verdict, allowed] of [
    ['deadlock', null],
    ['indefinite', ours],
  ] as const) {
    for (let base = 0; base < program.promises.length; base += 32) {
      const asked = program.promises.slice(base, base + 32);
      const pending = new Int32Array(graph.size);
      asked.forEach((promise, p) => {
        graph.where(promise.pending).forEach((is, state) => {
          if (is === 1) pending[state]! |= 1 << p;
        });
      });
      const { can } = keepable(graph, pending, allowed);
      asked.forEach((promise, p) => {
        const before = lost.get(promise.name);
        if (before === 'deadlock' || before === verdict) return;
        const state = can.findIndex((mask) => (mask & (1 << p)) === 0);
        if (state < 0) return;
        lost.set(promise.name, verdict);
        const key = `${verdict} ${state}`;
        const same = lossOf.get(key);
        if (same !== undefined) {
          same.promises.push(promise);
          return;
        }
        lossOf.set(key, {
          promises: [promise],
          verdict,
          run: stepsTo(graph, state).map((step) => program.steps[step]!.name),
        });
      });
    }
  }
  return [...lossOf.values()];
}

/** The part that a promise is about. */
function owed(program: Program, promise: Promised): string {
  return program.parts[promise.pending[0]![0]!.part]!.name;
}

/**
 * The run of the system without the clause in the system with it, and the way on; or why there is
 * none.
 */
function carried(
  ablation: Ablation,
  graph: Graph,
  run: readonly string[],
  loss: Loss | null,
  targets: readonly string[],
): TestPath | string {
  const { clause, with: program } = ablation;
  const absent: Absent = { clause: clause.name, cite: clause.says };
  const there = carry(program, run, absent);
  const stepsThere = there.steps.map(({ step }) => step);
  const way = wayOn(graph, stateAfter(graph, stepsThere));
  if (way === null) return 'from the brink no way leads to where all promises are kept';
  const on = carry(program, way, absent, there.states.at(-1)!, there.steps.length);
  const bare = [...there.steps, ...on.steps];
  const names = bare.map(({ step }) => step);
  const states = [...there.states, ...on.states.slice(1)];
  const tried = there.refused?.step ?? null;
  const brink = there.steps.length;
  return {
    id: pathId(names, tried === null ? null : { step: tried, after: brink }),
    targets: [...targets],
    system: ablation.system,
    kind: tried === null ? 'rescued' : 'refused',
    steps: sealSteps(bare),
    clauses: [
      {
        name: clause.name,
        says: { ...clause.says },
        about: clause.about ?? null,
        breaks: loss?.promises.map(({ name }) => name) ?? [],
        verdict: loss?.verdict ?? null,
        brink,
        tried,
        refusals: refusalsOf(
          ablation,
          states,
          absent,
          there.refused === null ? null : { ...there.refused, after: brink },
        ),
        rescue: tried === null ? rescueOf(ablation, bare, states) : null,
        instrument: ablation.instrument,
      },
    ],
  };
}

/**
 * Where the system without the clause comes to stand elsewhere, and the first step that it refuses.
 */
function rescueOf(
  { without, with: program }: Ablation,
  steps: readonly { readonly step: string }[],
  states: readonly (readonly number[])[],
): Rescue {
  const names = steps.map(({ step }) => step);
  const other = carry(without, names);
  const number = new Map(without.parts.map(({ name }, part) => [name, part]));
  const differs: Record<string, { with: string; without: string }> = {};
  let since: number | null = null;
  for (let index = 1; index < other.states.length && since === null; index++) {
    program.parts.forEach(({ name }, part) => {
      const there = number.get(name);
      if (there === undefined) return;
      const [here, elsewhere] = [
        stateName(program, part, states[index]![part]!),
        stateName(without, there, other.states[index]![there]!),
      ];
      if (here !== elsewhere) {
        differs[name] = { with: here, without: elsewhere };
        since = index;
      }
    });
  }
  return {
    number: other.refused === null ? null : other.steps.length + 1,
    step: other.refused?.step ?? null,
    without: other.refused?.because ?? null,
    since,
    differs,
  };
}

/**
 * The shortest way to where no promise is pending: without the environment if there is one; null if
 * there is none at all.
 */
function wayOn(graph: Graph, from: number): string[] | null {
  const { program } = graph;
  const pending = new Uint8Array(graph.size);
  for (const promise of program.promises)
    graph.where(promise.pending).forEach((is, state) => {
      pending[state]! |= is;
    });
  const ours = Uint8Array.from(program.steps, ({ actor }) =>
    Number(program.actors[actor]!.fair !== 'none'),
  );
  const kept = (state: number): boolean => pending[state] === 0;
  const way = walk(graph, from, kept, ours) ?? walk(graph, from, kept, null);
  return way === null ? null : way.steps.map((step) => program.steps[step]!.name);
}

/** One path that shows what two show. */
export const both = (first: TestPath, second: TestPath): TestPath => ({
  ...first,
  targets: [...new Set([...first.targets, ...second.targets])],
  clauses: [
    ...first.clauses.map((shown) => {
      const same = second.clauses.find(({ name }) => name === shown.name);
      // What is lost stays lost: at the later brink all of it is.
      return same === undefined
        ? shown
        : {
            ...(same.brink > shown.brink ? same : shown),
            breaks: [...new Set([...shown.breaks, ...same.breaks])],
          };
    }),
    ...second.clauses.filter(({ name }) => !first.clauses.some((shown) => shown.name === name)),
  ],
});
