import { stepsTo, type Budget, type Graph } from '../explore/graph.ts';
import { search } from '../explore/search.ts';
import type { Program, Promised } from '../system/program.ts';
import { favoursFrom, sealedEvidence, stepNames } from './evidence.ts';
import { fairness, type Fairness } from './fair.ts';
import { replay, worst, type Finding, type Invariance, type Verdict } from './finding.ts';
import { keepable, type Keepable } from './keepable.ts';
import { Ended, withPulse } from './pulse.ts';
import { countsOf } from './recurring.ts';
import { starving } from './starving.ts';

/** The answer about a whole system. */
export type Report = {
  readonly digest: string;
  /** `broken` where an invariant is; otherwise the worst verdict of its promises. */
  readonly verdict: Verdict;
  readonly promises: readonly Finding[];
  readonly invariants: readonly Invariance[];
  readonly states: number;
  readonly edges: number;
  /** Steps, as written, that fire nowhere. */
  readonly neverFired: readonly string[];
  /** What ran out; null where the search is complete. */
  readonly stopped: Graph['stopped'];
};

/** A question to a searched system; by default about all of its promises and invariants. */
export type Question = {
  /** Only promises written under these names, and no invariant. */
  readonly promises?: readonly string[];
  /** In place of each actor's own fairness: how an assumption is dropped. */
  readonly fair?: (actor: number) => 'none' | 'weak' | 'strong';
  /** Verdicts only: no runs. */
  readonly plain?: boolean;
  /**
   * Only the report's own verdict is wanted, as with `plain`: of the promises, none is looked for
   * when a worse one was found.
   */
  readonly worstOnly?: boolean;
};

/** A searched system that answers questions, whichever engine searched it. */
export type Searched = {
  readonly program: Program;
  /** Number of states found. */
  readonly states: number;
  readonly stopped: Graph['stopped'];
  /** Which engine it was, and why it and no other. */
  readonly engine: Chosen;
  /** Answers for all promises and invariants, or for those of a question. */
  answer(question?: Question): Report;
  /** Whether each invariant holds. @param plain without runs */
  invariances(plain: boolean): readonly Invariance[];
};

/** An engine, and why it was taken. */
export type Chosen = {
  readonly name: 'explicit' | 'symbolic';
  readonly why: string;
  /** How many states it found, exactly, in decimal digits: a number holds no more than 2^53. */
  readonly states: string;
};

/**
 * Searches a system. Every engine gives the same answers: the same numbers, verdicts and runs, where
 * it finishes.
 */
export type Engine = (program: Program, means: Means) => Searched;

/**
 * A budget, and the engine that searches with it, by default the explicit one. Functions pass it
 * on whole, so that one choice holds for all searches behind a verdict.
 */
export type Means = Budget & { readonly engine?: Engine };

/** Every state and every edge, one by one. */
export function explicit(program: Program, budget: Budget): Searched {
  const graph = withPulse(search(program, budget), budget);
  let { stopped } = graph;
  return {
    program,
    states: graph.size,
    get stopped() {
      return stopped;
    },
    engine: { name: 'explicit', why: 'it was asked for', states: String(graph.size) },
    answer: (question = {}) => {
      const report = answer(graph, question);
      stopped ??= report.stopped;
      return report;
    },
    invariances: (plain) => invariances(graph, plain),
  };
}

/** Searches with the engine of the means. */
export const searched = (program: Program, means: Means): Searched =>
  (means.engine ?? explicit)(program, means);

/** Searches `program` and answers for its promises and invariants. */
export const check = (program: Program, means: Means, question: Question = {}): Report =>
  searched(program, means).answer(question);

/**
 * Answers for a graph that has been searched already. Where its pulse ends a question, what is not
 * known by then is `incomplete`.
 */
export function answer(graph: Graph, question: Question = {}): Report {
  const { program } = graph;
  const asked = program.promises.filter(
    ({ of }) => question.promises === undefined || question.promises.includes(of),
  );
  const fair = fairness(graph, question.fair);
  const ours = Uint8Array.from(program.steps, ({ actor }) =>
    Number(program.actors[actor]!.fair !== 'none'),
  );
  const asking: Asking = { graph, ours, fair, question, ended: false };
  const findings: Finding[] = [];
  for (let from = 0; from < asked.length; from += 32)
    findings.push(...findingsOf(asking, asked.slice(from, from + 32)));
  const invariants =
    question.promises === undefined ? invariances(graph, question.plain ?? false) : [];

  const verdicts = [
    ...invariants.map(verdictOfInvariance),
    ...findings.map(({ verdict }) => verdict),
  ];
  const stopped = graph.stopped ?? (asking.ended ? 'cancelled' : null);
  return {
    digest: program.digest,
    verdict: verdicts.length === 0 && stopped !== null ? 'incomplete' : worst(verdicts),
    promises: findings,
    invariants,
    states: graph.size,
    edges: graph.edges,
    neverFired: neverFired(graph),
    stopped,
  };
}

/** The verdict that an invariant gives its system. */
export function verdictOfInvariance({ holds }: Invariance): Verdict {
  if (holds === null) return 'incomplete';
  return holds ? 'finite' : 'broken';
}

/** The steps, as written, that no edge takes. */
export function neverFired({ program: { steps }, by, edges }: Graph): string[] {
  const fired = new Uint8Array(steps.length);
  let open = steps.length;
  for (let e = 0; e < edges && open > 0; e++)
    if (fired[by[e]!] === 0) {
      fired[by[e]!] = 1;
      open--;
    }
  const never = new Set(steps.map(({ of }) => of));
  steps.forEach(({ of }, r) => {
    if (fired[r] === 1) never.delete(of);
  });
  return [...never];
}

/**
 * Whether each invariant holds. States are in breadth-first order: the first that breaks one has
 * the shortest run.
 */
function invariances(graph: Graph, plain: boolean): Invariance[] {
  return graph.program.invariants.map(({ name: invariant, of, never }) => {
    const state = graph.where(never).indexOf(1);
    if (state < 0) return { invariant, of, holds: graph.stopped === null ? true : null, run: [] };
    const { run } = plain
      ? { run: [] }
      : replay(graph.program, stepNames(graph, stepsTo(graph, state)));
    return { invariant, of, holds: false, run };
  });
}

/** A searched system, and how it is asked. */
type Asking = {
  readonly graph: Graph;
  /** For each step, 1 unless it is the environment's. */
  readonly ours: Uint8Array;
  readonly fair: Fairness;
  readonly question: Question;
  /** Whether the user has ended it. */
  ended: boolean;
};

/** The result of a question; null where it was ended, now or before. */
function tried<T>(asking: Asking, ask: () => T): T | null {
  if (asking.ended) return null;
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    asking.ended = true;
    return null;
  }
}

/** Some promises, 32 at most, and what is known of them: promise p is bit `0x80000000 >>> p`. */
type Asked = {
  readonly promises: readonly Promised[];
  /** How many states each is pending in. */
  readonly counts: Uint32Array;
  /** From where each can be kept by anybody. */
  readonly any: Keepable;
  /** The first state from which nobody can keep it (the point of no return), or -1. */
  readonly sealed: Int32Array;
  /** The same without the environment; null where that is not known. */
  readonly alone: Keepable | null;
  readonly favoured: Int32Array | null;
};

/** The findings of at most 32 promises; with `worstOnly`, perhaps the worst alone. */
function findingsOf(asking: Asking, promises: readonly Promised[]): Finding[] {
  const { graph, ours, question } = asking;
  const { worstOnly = false, plain = worstOnly } = question;
  const pending = graph.which(promises.map((promise) => promise.pending));
  const counts = countsOf(pending);
  graph.pulse?.('asking where promises can be kept');
  const any = tried(asking, () => keepable(graph, pending, null));
  if (any === null)
    return promises.map((promise, p) => ({ ...blank(promise, counts[p]!), verdict: 'incomplete' }));
  const sealed = firstsWithout(any.can);
  const lost = worstOnly ? promises.findIndex((_, p) => sealed[p]! >= 0) : -1;
  if (lost >= 0) return [{ ...blank(promises[lost]!, counts[lost]!), verdict: 'deadlock' }];

  // If only fair actors act, or every promise is already lost, there is nothing more to ask.
  const same = !ours.includes(0) || promises.every((_, p) => counts[p] === 0 || sealed[p]! >= 0);
  const alone = same ? any : tried(asking, () => keepable(graph, pending, ours));
  const favoured = alone === any ? sealed : alone && firstsWithout(alone.can);
  const asked: Asked = { promises, counts, any, sealed, alone, favoured };
  graph.pulse?.('looking for runs to deadlocks');
  const decided = promises.map((_, p) => decidedFinding(asking, asked, p, plain));
  const favour = worstOnly ? decided.find((finding) => finding?.verdict === 'indefinite') : null;
  if (favour) return [favour];

  return withFairRuns(asking, promises, pending, counts, decided);
}

/**
 * Adds the findings of the promises that are not `decided`. These can always be kept, so only a
 * fair run may fail to keep them. With `worstOnly`, only the first such finding.
 */
function withFairRuns(
  asking: Asking,
  promises: readonly Promised[],
  pending: Int32Array,
  counts: Uint32Array,
  decided: readonly (Finding | null)[],
): Finding[] {
  const { graph, fair, question } = asking;
  const { worstOnly = false, plain = worstOnly } = question;
  const left = decided.flatMap((finding, p) => (finding === null ? [p] : []));
  const starves = tried(asking, () => {
    if (left.length > 0) graph.pulse?.('looking for fair loops');
    return starving({ graph, fair, plain }, promises, pending, left, counts);
  });
  const findings: Finding[] = [];
  for (const [p, promise] of promises.entries()) {
    const base = blank(promise, counts[p]!);
    const whole = (): Finding => ({ ...base, verdict: unrefuted(graph), ...starves!(p) });
    const answered = decided[p] ?? (starves === null ? null : tried(asking, whole));
    const finding = answered ?? { ...base, verdict: 'incomplete' };
    if (worstOnly && finding.verdict === 'unbounded') return [finding];
    findings.push(finding);
  }
  return findings;
}

/** The verdict of a promise against which a search found nothing. */
const unrefuted = (graph: Graph): Verdict => (graph.stopped === null ? 'finite' : 'incomplete');

/**
 * The finding of a promise that is never pending, that is sealed somewhere, or that needs a favour.
 */
function decidedFinding(
  asking: Asking,
  { promises, counts, any, sealed, alone, favoured: favoureds }: Asked,
  p: number,
  plain: boolean,
): Finding | null {
  const { graph, ours } = asking;
  const promise = promises[p]!;
  const base = blank(promise, counts[p]!);
  if (counts[p] === 0) return { ...base, verdict: unrefuted(graph) };
  if (sealed[p]! >= 0) {
    const shown = (): Evidence => sealedEvidence(graph, promise, sealed[p]!, any.scc, null);
    if (plain) return { ...base, verdict: 'deadlock' };
    const run = tried(asking, shown) ?? sealedRun(graph, sealed[p]!);
    return { ...base, verdict: 'deadlock', ...run };
  }
  if (alone === null || favoureds === null) return { ...base, verdict: 'incomplete' };
  const favoured = favoureds[p]!;
  if (favoured < 0) return null;
  if (plain) return { ...base, verdict: 'indefinite' };
  const shown = tried(asking, () => {
    const favours = favoursFrom(graph, favoured, alone.can, 0x80000000 >>> p, ours);
    return {
      ...sealedEvidence(graph, promise, favoured, alone.scc, ours, favours),
      favours: stepNames(graph, favours),
    };
  });
  const run = shown ?? sealedRun(graph, favoured);
  return { ...base, verdict: 'indefinite', ...run, sealed: null };
}

type Evidence = Pick<Finding, 'run' | 'sealed' | 'waits'>;

/** The evidence for a sealed state after the user has ended the search for more. */
function sealedRun(graph: Graph, sealed: number): Evidence & Pick<Finding, 'cut'> {
  const { run } = replay(graph.program, stepNames(graph, stepsTo(graph, sealed)));
  return { run, sealed: run.length, waits: null, cut: true };
}

/** A finding of a promise without evidence. */
export const blank = (promise: Promised, pending: number): Omit<Finding, 'verdict'> => ({
  promise: promise.name,
  of: promise.of,
  pending,
  run: [],
  sealed: null,
  waits: null,
  loop: [],
  starves: [],
  favours: [],
  cut: false,
});

/** For each bit, the highest first, the first state without it, or -1. */
function firstsWithout(can: Int32Array): Int32Array {
  const firsts = new Int32Array(32).fill(-1);
  let open = -1;
  for (let state = 0; state < can.length && open !== 0; state++) {
    for (let lacks = ~can[state]! & open; lacks !== 0; lacks &= lacks - 1)
      firsts[Math.clz32(lacks & -lacks)] = state;
    open &= can[state]!;
  }
  return firsts;
}
