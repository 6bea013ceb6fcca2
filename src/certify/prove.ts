import type { Finding, Invariance, Run } from '../check/finding.ts';
import type { Budget } from '../explore/graph.ts';
import { answer, invariances, type Short } from '../symbolic/answer.ts';
import { apart, RanOut } from '../symbolic/diagrams.ts';
import { begin, limitsOf } from '../symbolic/engine.ts';
import { single } from '../symbolic/encode.ts';
import { close } from '../symbolic/saturate.ts';
import { among, type Session } from '../symbolic/session.ts';
import { difference } from '../symbolic/sets.ts';
import { follow } from '../system/run.ts';
import type { Program } from '../system/program.ts';
import type { Proof, Proved, Whose } from '../verify/certificate.ts';
import { blocksOf, ranksOf } from './ranks.ts';
import { store, written, type Store } from './store.ts';

/** What is found of a system, and the proof of all of it. */
export type Certified = {
  readonly promises: readonly Finding[];
  readonly invariants: readonly Invariance[];
  readonly proved: Proved;
};

/** What is asked of a system: promises by their names as written (null: all), and the invariants. */
export type Asked = {
  readonly promises: readonly string[] | null;
  readonly invariants: boolean;
};

/**
 * Answers for a system on decision diagrams, and proves each verdict.
 * @returns why there is no proof, where the budget ran out before
 */
export function prove(
  program: Program,
  budget: Budget,
  asked: Asked = { promises: null, invariants: true },
): Certified | Short {
  const asking = begin(program, limitsOf(budget), true);
  if (typeof asking === 'string') return asking;
  const question = { promises: asked.promises ?? program.promises.map(({ of }) => of) };
  const { promises } = answer(asking, question);
  const upset = asked.invariants ? invariances(asking, false) : [];
  if (asking.stopped !== null) return asking.stopped;
  const proving: Proving = { session: asking.session, into: store() };
  try {
    const proofs = [
      ...proofsOfInvariants(proving, upset),
      ...promises.flatMap((finding) => proofsOfPromise(proving, finding)),
    ];
    const order = Array.from(asking.session.part).slice(1).reverse();
    const proved = { program, order, nodes: proving.into.nodes, proofs };
    return { promises, invariants: upset, proved };
  } catch (error) {
    if (error instanceof RanOut) return error.what;
    throw error;
  }
}

/** A system, and the certificate of it under way. */
type Proving = { readonly session: Session; readonly into: Store };

const stepsOf = (run: Run): string[] => run.map(({ step }) => step);

function proofsOfInvariants({ session, into }: Proving, all: readonly Invariance[]): Proof[] {
  const broken = all.flatMap(({ invariant, holds, run }): Proof[] =>
    holds === false ? [{ form: 'broken', invariant, run: stepsOf(run) }] : [],
  );
  const holds = all.flatMap((one) => (one.holds === true ? [one.invariant] : []));
  if (holds.length === 0) return broken;
  const set = written(into, session.d, [[session.all, 1]]);
  return [{ form: 'invariant', holds, set }, ...broken];
}

/** The proof that a promise is no better than its verdict, and that it is no worse. */
function proofsOfPromise(proving: Proving, finding: Finding): Proof[] {
  const { promise, verdict, run, loop } = finding;
  switch (verdict) {
    case 'deadlock':
      return [trap(proving, finding, 'anybody')];
    case 'indefinite':
      return [trap(proving, finding, 'fair'), rank(proving, promise, 'anybody')];
    case 'unbounded':
      return [
        { form: 'fair-loop', promise, run: stepsOf(run), loop: stepsOf(loop) },
        rank(proving, promise, 'fair'),
      ];
    default:
      return [fairRank(proving, promise)];
  }
}

/** All that these steps lead to from the end of the run. */
function trap({ session, into }: Proving, { promise, run }: Finding, by: Whose): Proof {
  const { program, d, onAll, onOurs } = session;
  const names = stepsOf(run);
  const end = follow(program, names).states.at(-1)!;
  const set = apart(d, () =>
    written(into, d, [[close(by === 'fair' ? onOurs : onAll, single(session, end)), 1]]),
  );
  return { form: 'trap', promise, by, run: names, set };
}

const pendingOf = (session: Session, promise: string): number =>
  among(session, session.program.promises.find(({ name }) => name === promise)!.pending);

function rank({ session, into }: Proving, promise: string, by: Whose): Proof {
  const { d, all, ours } = session;
  return apart(d, (): Proof => {
    const pending = pendingOf(session, promise);
    const ranks = ranksOf(session, pending, (step) => by === 'anybody' || ours[step] === 1);
    if (ranks === null) throw new Error(`${promise}: it was found kept, and has no ranks`);
    const set = written(into, d, [
      [difference(d, all, pending), 1],
      ...ranks.map((one, n) => [one.set, n + 2] as const),
    ]);
    return { form: 'rank', promise, by, set, ranks: ranks.map((one) => [one.rank, one.step]) };
  });
}

function fairRank({ session, into }: Proving, promise: string): Proof {
  const { d, all } = session;
  return apart(d, (): Proof => {
    const pending = pendingOf(session, promise);
    const blocksFound = blocksOf(session, pending);
    if (blocksFound === null) throw new Error(`${promise}: it was found kept, and has no blocks`);
    const set = written(into, d, [
      [difference(d, all, pending), 1],
      ...blocksFound.map((one, n) => [one.set, n + 2] as const),
    ]);
    const blocks = blocksFound.map(({ parent, rank: at, actor }) => [parent, at, actor] as const);
    return { form: 'fair-rank', promise, set, blocks };
  });
}
