import { companyOf } from '../check/evidence.ts';
import { replay, worst, type Finding, type Invariance, type Verdict } from '../check/finding.ts';
import { blank, verdictOfInvariance, type Question, type Report } from '../check/verdict.ts';
import { waitsAt } from '../check/waits.ts';
import type { Promised } from '../system/program.ts';
import { alike } from './alike.ts';
import { bottomFrom } from './bottom.ts';
import { apart, hold, RanOut, recover, scoped } from './diagrams.ts';
import { hull, type Fair } from './hull.ts';
import { lasso, namesOf } from './lasso.ts';
import { image, imageWithin } from './relations.ts';
import { leastRun, leastWay } from './runs.ts';
import { closeWithin } from './saturate.ts';
import { among, type Session } from './session.ts';
import { count, difference, union } from './sets.ts';

/** Why an operation ended early. */
export type Short = 'bytes' | 'time' | 'cancelled' | 'nodes';

/** A session that is asked, and why an operation of it ended early, if one did. */
export type Asking = { readonly session: Session; stopped: Short | null };

/**
 * How many promises the explicit engine asks about at once; with `worstOnly` it tells the worst of
 * so many.
 */
const batch = 32;

/** Answers for a reached system, in the same words as the explicit engine. */
export function answer(asking: Asking, question: Question): Omit<Report, 'stopped'> {
  const { program, d, all: reachable } = asking.session;
  const asked = program.promises.filter(
    ({ of }) => question.promises === undefined || question.promises.includes(of),
  );
  const findings: Finding[] = [];
  for (let from = 0; from < asked.length; from += batch)
    findings.push(...findingsOf(asking, asked.slice(from, from + batch), question));
  const invariants =
    question.promises === undefined ? invariances(asking, question.plain ?? false) : [];

  const verdicts = [
    ...invariants.map(verdictOfInvariance),
    ...findings.map(({ verdict }) => verdict),
  ];
  // Without room for it nothing is known of edges: the search has ended early then.
  const fired = tried(asking, () => firedOf(asking.session)) ?? { edges: 0n, never: [] };
  return {
    digest: program.digest,
    verdict: verdicts.length === 0 && asking.stopped !== null ? 'incomplete' : worst(verdicts),
    promises: findings,
    invariants,
    states: Number(count(d, reachable)),
    edges: Number(fired.edges),
    neverFired: fired.never,
  };
}

/** How many edges there are, and the steps, as written, that no edge is by. */
function firedOf({ program: { steps }, d, r, all: reachable, guards }: Session): {
  readonly edges: bigint;
  readonly never: readonly string[];
} {
  return apart(d, () => {
    const never = new Set(steps.map(({ of }) => of));
    let edges = 0n;
    steps.forEach(({ of }, s) => {
      const enabled = image(r, reachable, guards[s]!);
      if (enabled === 0) return;
      never.delete(of);
      edges += count(d, enabled);
    });
    return { edges, never: [...never] };
  });
}

/** Whether each invariant holds, with the shortest run to where it does not. */
export function invariances(asking: Asking, plain: boolean): Invariance[] {
  const { session } = asking;
  const { program, d } = session;
  return program.invariants.map(({ name: invariant, of, never }): Invariance => {
    const broken = tried(asking, () => scoped(d, () => among(session, never)));
    if (broken === null) return { invariant, of, holds: null, run: [] };
    if (broken === 0) return { invariant, of, holds: true, run: [] };
    const way = plain ? null : tried(asking, () => apart(d, () => leastRun(session, broken)));
    const run = way === null ? [] : replay(program, namesOf(program, way.steps)).run;
    return { invariant, of, holds: false, run };
  });
}

/** The result of an operation; null where it ran out, which is noted. */
function tried<T>(asking: Asking, run: () => T): T | null {
  const { d } = asking.session;
  const before = d.trail.length;
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RanOut)) throw error;
    asking.stopped ??= error.what;
    recover(d);
    d.trail.length = before;
    return null;
  }
}

/** The states in which a promise is owed, and those from which it cannot be kept any more. */
type Owed = {
  readonly promise: Promised;
  readonly pending: number;
  /** How many they are. */
  readonly many: number;
  /** From where nobody can keep it; from where nobody can but the environment. Null: not known. */
  readonly lost: number | null;
  readonly favoured: number | null;
};

/** The findings of some promises; with `worstOnly`, perhaps the worst alone. */
function findingsOf(
  asking: Asking,
  promises: readonly Promised[],
  question: Question,
): readonly Finding[] {
  const { session } = asking;
  const { worstOnly = false, plain = worstOnly } = question;
  const { program } = session;
  const fair: Fair = question.fair ?? ((actor) => program.actors[actor]!.fair);
  const likes = alike(program, promises, fair);
  const likeOf = <T>(list: readonly T[], p: number): T | null =>
    likes[p] === null ? null : list[likes[p]!]!;
  const some: Owed[] = [];
  for (const [p, promise] of promises.entries()) {
    const owed = owedOf(asking, promise, likeOf(some, p));
    if (worstOnly && isLost(owed)) return [{ ...blank(promise, owed.many), verdict: 'deadlock' }];
    some.push(owed);
  }

  const favoured: Owed[] = [];
  for (const [p, owed] of some.entries())
    favoured.push(withFavour(asking, owed, likeOf(favoured, p)));
  const decided = favoured.map((owed) => decidedFinding(asking, owed, plain));
  const favour = worstOnly ? decided.find((finding) => finding?.verdict === 'indefinite') : null;
  if (favour) return [favour];

  const findings: Finding[] = [];
  for (const [p, owed] of some.entries()) {
    const kept = likeOf(findings, p)?.verdict === 'finite';
    const finding = decided[p] ?? openFinding(asking, owed, kept, { fair, plain });
    if (worstOnly && finding.verdict === 'unbounded') return [finding];
    findings.push(finding);
  }
  return findings;
}

/** Whether some reachable state cannot keep the promise. */
const isLost = ({ lost }: Owed): boolean => lost !== null && lost !== 0;

/** Where a promise is owed and lost. @param like a promise of which a symmetry makes this one */
function owedOf(asking: Asking, promise: Promised, like: Owed | null): Owed {
  const { session } = asking;
  const { d } = session;
  const pending = tried(asking, () => hold(d, among(session, promise.pending)));
  if (pending === null) return { promise, pending: 0, many: 0, lost: null, favoured: null };
  const lost =
    like?.lost === 0 ? 0 : tried(asking, () => hold(d, lostFrom(session, pending, false)));
  return { promise, pending, many: Number(count(d, pending)), lost, favoured: lost };
}

/**
 * Where only the environment could keep it; nothing new where it never acts, or where all is lost.
 */
function withFavour(asking: Asking, owed: Owed, like: Owed | null): Owed {
  const { session } = asking;
  const { backAll, backOurs, d } = session;
  if (backAll === backOurs || owed.lost !== 0 || owed.pending === 0) return owed;
  if (like?.favoured === 0) return { ...owed, favoured: 0 };
  const favoured = tried(asking, () => hold(d, lostFrom(session, owed.pending, true)));
  return { ...owed, favoured };
}

/**
 * The states from which a promise cannot be kept, or, with `ours`, only with the environment's
 * help.
 */
function lostFrom(session: Session, pending: number, ours: boolean): number {
  const { d, r, all, back, backAll, backOurs, ours: own } = session;
  if (pending === 0) return 0;
  return scoped(d, () => {
    const kept = difference(d, all, pending);
    const next = back.reduce(
      (found, step, s) =>
        ours && own[s] === 0 ? found : union(d, found, imageWithin(r, kept, step, pending)),
      0,
    );
    return difference(d, pending, closeWithin(ours ? backOurs : backAll, next, pending));
  });
}

/**
 * The finding of a promise that is never pending, that is lost somewhere, or that needs a favour.
 */
function decidedFinding(asking: Asking, owed: Owed, plain: boolean): Finding | null {
  const { promise, many, lost, favoured } = owed;
  const base = blank(promise, many);
  if (lost === null || favoured === null) return { ...base, verdict: 'incomplete' };
  if (many === 0) return { ...base, verdict: 'finite' };
  if (lost !== 0) {
    if (plain) return { ...base, verdict: 'deadlock' };
    const shown = tried(asking, () => lostEvidence(asking.session, promise, lost));
    return { ...base, verdict: 'deadlock', ...(shown ?? { cut: true }) };
  }
  if (favoured === 0) return null;
  if (plain) return { ...base, verdict: 'indefinite' };
  const shown = tried(asking, () => favouredEvidence(asking.session, promise, favoured));
  return { ...base, verdict: 'indefinite', ...(shown ?? { cut: true }) };
}

/**
 * The shortest run to a state from which nothing keeps the promise, on to a bottom component, and
 * who waits there.
 */
const lostEvidence = (
  session: Session,
  promise: Promised,
  lost: number,
): Pick<Finding, 'run' | 'sealed' | 'waits'> =>
  apart(session.d, () => {
    const to = leastRun(session, lost)!;
    return { ...bottomEvidence(session, promise, to, []), sealed: to.steps.length };
  });

/** The same where only the environment can help, and by which of its steps it could. */
const favouredEvidence = (
  session: Session,
  promise: Promised,
  favoured: number,
): Pick<Finding, 'run' | 'waits' | 'favours'> =>
  apart(session.d, () => {
    const { d, all, program, ours } = session;
    const to = leastRun(session, favoured)!;
    const ground = { within: all, allowed: null };
    const way = leastWay(session, to.end, difference(d, all, favoured), ground);
    const favours = [...new Set((way?.steps ?? []).filter((step) => ours[step] === 0))];
    return {
      ...bottomEvidence(session, promise, to, favours),
      favours: namesOf(program, favours),
    };
  });

/** @param favours the environment's steps that would help; where there are none, all steps count */
function bottomEvidence(
  session: Session,
  promise: Promised,
  to: { readonly steps: readonly number[]; readonly end: readonly number[] },
  favours: readonly number[],
): Pick<Finding, 'run' | 'waits'> {
  const { program } = session;
  const ours = favours.length > 0;
  const on = bottomFrom(session, to.end, ours);
  const run = [...to.steps, ...on.steps];
  const standstill = {
    program,
    footprint: on.footprint,
    state: on.end,
    allowed: ours ? session.ours : null,
    favours,
  };
  return {
    run: replay(program, namesOf(program, run)).run,
    waits: waitsAt(standstill, promise.pending, companyOf(program, run)),
  };
}

/**
 * The finding of a promise that can always be kept: only a fair run can keep it from being so.
 * @param kept whether a promise of which a symmetry makes this one is kept on every fair run
 */
function openFinding(
  asking: Asking,
  owed: Owed,
  kept: boolean,
  { fair, plain }: { readonly fair: Fair; readonly plain: boolean },
): Finding {
  const { session } = asking;
  const { d } = session;
  const base = blank(owed.promise, owed.many);
  if (kept) return { ...base, verdict: 'finite' };
  const starving = tried(asking, () =>
    scoped(d, () => hull(session, owed.pending, fair, { any: plain })),
  );
  const verdict: Verdict = starving === 0 ? 'finite' : 'unbounded';
  if (starving === null) return { ...base, verdict: 'incomplete' };
  if (verdict === 'finite' || plain) return { ...base, verdict };
  const shown = tried(asking, () => lasso(session, starving, fair));
  return { ...base, verdict, ...(shown ?? { cut: true }) };
}
