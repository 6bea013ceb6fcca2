import { companyOf, leftComponents, stepNames } from '../check/evidence.ts';
import { replay, worst, type Finding, type Invariance } from '../check/finding.ts';
import { keepable } from '../check/keepable.ts';
import { blank, neverFired, verdictOfInvariance, type Report } from '../check/verdict.ts';
import { waitsFor } from '../check/waits.ts';
import { walk } from '../check/walk.ts';
import { stepsTo, type Budget, type Graph } from '../explore/graph.ts';
import { fire, type Program, type Promised, type Some } from '../system/program.ts';
import { familiesOf, type Family } from './family.ts';
import { fairStay } from './fair-stay.ts';
import { lift } from './lift.ts';
import { searchOrbits } from './search.ts';
import { imageOf, type Renaming } from './symmetry.ts';

/** An answer for a system with like members, and the graph of orbits from which it was drawn. */
export type OrbitAnswer = { readonly report: Report; readonly graph: Graph };

/**
 * Answers for a system with like members by its orbits: states that differ only by which member is
 * which are one. Counts of states and edges are counts of orbits; runs are runs of the system.
 * @param renamings for each family, the renamings that let neighbours change places
 * @returns null where the orbits do not decide: the system is not symmetric, or a fair run may stay
 * for ever where something is owed. Then the whole system must be searched.
 */
export function answerByOrbits(
  program: Program,
  renamings: readonly (readonly Renaming[])[],
  budget: Budget,
): OrbitAnswer | null {
  const families = familiesOf(program, renamings);
  if (families === null) return null;
  const graph = searchOrbits(program, families, budget);
  const pending = program.promises.map((promise) => promise.pending);
  const never = program.invariants.map((invariant) => invariant.never);
  const promises = standInsOf(families, pending);
  const invariants = standInsOf(families, never);
  if (promises === null || invariants === null) return null;
  const asked = [...new Set(promises.map(({ asked: p }) => p))];
  const findingOfStandIn = new Map<number, Finding | null>();
  for (const p of asked)
    findingOfStandIn.set(p, findingOf({ program, graph, families }, program.promises[p]!));
  if ([...findingOfStandIn.values()].includes(null)) return null;

  const findings = promises.map((standIn, p) =>
    moved(program, program.promises[p]!, findingOfStandIn.get(standIn.asked)!, standIn, families),
  );
  const own = invariants.map((standIn) => invarianceOf(graph, families, standIn.asked));
  const held = invariants.map((standIn, i): Invariance => {
    const { name, of } = program.invariants[i]!;
    const { holds, run } = own[i]!;
    return { invariant: name, of, holds, run: renamed(program, families, standIn, run) };
  });
  const verdicts = [...held.map(verdictOfInvariance), ...findings.map(({ verdict }) => verdict)];
  const report: Report = {
    digest: program.digest,
    verdict: verdicts.length === 0 && graph.stopped !== null ? 'incomplete' : worst(verdicts),
    promises: findings,
    invariants: held,
    states: graph.size,
    edges: graph.edges,
    neverFired: firedByNone(graph, families),
    stopped: graph.stopped,
  };
  return { report, graph };
}

/** Whether an invariant holds: the first orbit that breaks it has the shortest run. */
function invarianceOf(
  graph: Graph,
  families: readonly Family[],
  asked: number,
): Pick<Invariance, 'holds' | 'run'> {
  const { program, stopped } = graph;
  const state = graph.where(program.invariants[asked]!.never).indexOf(1);
  if (state < 0) return { holds: stopped === null ? true : null, run: [] };
  const { steps } = lift(graph, families, stepsTo(graph, state));
  return { holds: false, run: replay(program, stepNames(graph, steps)).run };
}

/** Who answers for a promise of a member: the first member's, and which swaps lead from there. */
type StandIn = {
  readonly asked: number;
  /** Family and member m: members m and m + 1 change places, in turn. */
  readonly swaps: readonly (readonly [family: number, m: number])[];
};

/**
 * For each condition, the one that answers for it: about the first members, or about nobody. Null
 * where a condition speaks of two members at once.
 */
function standInsOf(
  families: readonly Family[],
  conditions: readonly (readonly Some[])[],
): readonly StandIn[] | null {
  const isFixed = (condition: number): boolean =>
    families.every(({ swaps }) =>
      swaps.slice(1).every((swap) => imageOf(swap, conditions, condition) === condition),
    );
  const standIns = conditions.map((): StandIn | null => null);
  conditions.forEach((_, condition) => {
    if (!isFixed(condition)) return;
    standIns[condition] ??= { asked: condition, swaps: [] };
    for (const [family, { swaps }] of families.entries()) {
      let now = condition;
      const way: (readonly [number, number])[] = [];
      for (const [m, swap] of swaps.entries()) {
        const next = imageOf(swap, conditions, now);
        if (next === now) break;
        way.push([family, m]);
        now = next;
        standIns[now] ??= { asked: condition, swaps: [...way] };
      }
    }
  });
  return standIns.includes(null) ? null : (standIns as readonly StandIn[]);
}

/** The finding of a member like the one that was asked: the same run, with both changed over. */
const moved = (
  program: Program,
  promise: Promised,
  finding: Finding,
  standIn: StandIn,
  families: readonly Family[],
): Finding =>
  standIn.swaps.length === 0
    ? finding
    : {
        ...finding,
        promise: promise.name,
        of: promise.of,
        run: renamed(program, families, standIn, finding.run),
        waits: null,
        favours: [],
      };

/** A run with the changes of places that lead from the one that was asked to this one. */
function renamed(
  program: Program,
  families: readonly Family[],
  { swaps }: StandIn,
  run: Finding['run'],
): Finding['run'] {
  if (swaps.length === 0 || run.length === 0) return run;
  const index = new Map(program.steps.map(({ name }, at) => [name, at]));
  const names = run.map(({ step }) => {
    const moved = swaps.reduce(
      (now, [family, m]) => families[family]!.swaps[m]!.step[now]!,
      index.get(step)!,
    );
    return program.steps[moved]!.name;
  });
  return replay(program, names).run;
}

/** Steps that fire nowhere: neither they nor one that they become. */
function firedByNone(graph: Graph, families: readonly Family[]): string[] {
  const { steps } = graph.program;
  const never = new Set(neverFired(graph));
  const fired = new Set(steps.flatMap(({ of }, at) => (never.has(of) ? [] : [at])));
  for (const at of fired)
    for (const swap of families.flatMap(({ swaps }) => swaps)) fired.add(swap.step[at]!);
  for (const at of fired) never.delete(steps[at]!.of);
  return [...never];
}

/** What one promise is asked of. */
type Asking = {
  readonly program: Program;
  readonly graph: Graph;
  readonly families: readonly Family[];
};

/** What is found of a promise; null: a fair run may stay where it is pending. */
function findingOf(asking: Asking, promise: Promised): Finding | null {
  const { program, graph, families } = asking;
  const pending = graph.which([promise.pending]);
  const count = pending.reduce((sum, mask) => sum + Number(mask !== 0), 0);
  const base = blank(promise, count);
  const verdict = graph.stopped === null ? 'finite' : 'incomplete';
  if (count === 0) return { ...base, verdict };
  const any = keepable(graph, pending, null);
  const sealed = any.can.findIndex((mask) => mask >= 0);
  if (sealed >= 0)
    return { ...base, verdict: 'deadlock', ...evidence(asking, promise, sealed, null) };
  const ours = Uint8Array.from(program.steps, ({ actor }) =>
    Number(program.actors[actor]!.fair !== 'none'),
  );
  const alone = keepable(graph, pending, ours);
  const favoured = alone.can.findIndex((mask) => mask >= 0);
  if (favoured >= 0) {
    const favours = favoursOf(asking, favoured, alone.can, ours);
    const shown = evidence(asking, promise, favoured, ours, favours);
    const names = stepNames(graph, favours);
    return { ...base, verdict: 'indefinite', ...shown, sealed: null, favours: names };
  }
  const open = pending.subarray(0, graph.expanded);
  const list = Int32Array.from([...open.keys()].filter((state) => open[state] !== 0));
  return fairStay(graph, families, list) ? null : { ...base, verdict };
}

/** The environment's steps on the shortest way to where the promise can be kept without it. */
function favoursOf(
  { graph, families }: Asking,
  from: number,
  can: Int32Array,
  ours: Uint8Array,
): number[] {
  const on = walk(graph, from, (state) => can[state]! < 0, null);
  const to = stepsTo(graph, from);
  const { steps } = lift(graph, families, [...to, ...(on?.steps ?? [])]);
  return [...new Set(steps.slice(to.length).filter((step) => ours[step] === 0))];
}

/**
 * The evidence of a deadlock or of a needed favour: the run to the sealed state, on to where all
 * stand still, and who waits there.
 */
function evidence(
  { program, graph, families }: Asking,
  promise: Promised,
  sealed: number,
  allowed: Uint8Array | null,
  favours: readonly number[] = [],
): Pick<Finding, 'run' | 'sealed' | 'waits'> {
  const { scc } = keepable(graph, graph.which([promise.pending]), allowed);
  const open = leftComponents(graph, scc, allowed);
  const on = walk(graph, sealed, (state) => open[scc.of[state]!] === 0, allowed)!;
  const to = stepsTo(graph, sealed);
  const { steps: run, end } = lift(graph, families, [...to, ...on.steps]);
  const around = standstill(program, end, allowed);
  const states = { program, locals: (state: number) => around[state]! } as unknown as Graph;
  const members = [...around.keys()];
  const company = companyOf(program, run);
  return {
    run: replay(program, stepNames(graph, run)).run,
    sealed: to.length,
    waits: waitsFor(states, members, promise.pending, allowed, company, favours),
  };
}

/** States of a bottom component that are looked at. */
const most = 2000;

/** The states from one of a bottom component on: all of it, or as many as are looked at. */
function standstill(
  program: Program,
  end: readonly number[],
  allowed: Uint8Array | null,
): readonly (readonly number[])[] {
  const states = [end];
  const known = new Set([end.join()]);
  for (const state of states) {
    for (const [at, step] of program.steps.entries()) {
      if (allowed !== null && allowed[at] === 0) continue;
      const after = fire(program, step, state);
      if (after === null || known.has(after.join()) || states.length >= most) continue;
      known.add(after.join());
      states.push(after);
    }
  }
  return states;
}
