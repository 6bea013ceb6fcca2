import type { Budget } from '../explore/graph.ts';
import { search } from '../explore/search.ts';
import type { Assumption } from '../system/assumption.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import { verdicts, worst, type Finding, type Invariance, type Verdict } from './finding.ts';
import { answer, check, invariances, type Report } from './verdict.ts';

/** A verdict with what it rests on. */
export type Assessment = {
  /**
   * The worst of the promises', and of those that recovery owes; `broken` if an invariant is, with
   * recovery or without.
   */
  readonly verdict: Verdict;
  /** Without the steps of actors that recover: they never count as keeping a promise. */
  readonly report: Report;
  /** With them: verdicts only; null where nobody recovers. */
  readonly recovered: Report | null;
  /** What they owe: does recovery itself end? */
  readonly recovery: readonly Finding[];
  /**
   * For each promise that is finite, the assumptions without which it is not: those that were
   * handed in, then `'arbiter is strongly fair'` for what turns if its actor is only weakly fair,
   * then `'signaler acts'` for what turns if it may stop for ever. For each invariant that holds,
   * the assumptions without which it is broken.
   */
  readonly needs: Readonly<Record<string, readonly string[]>>;
};

/**
 * Asks once as described, once with recovery, and once more without each assumption.
 * @param needsUpTo states: of a larger system it is not asked what the verdict needs.
 */
export function assess(
  program: Program,
  budget: Budget,
  assumptions: readonly Assumption[],
  needsUpTo = Infinity,
): Assessment {
  const plain = withoutRecovery(program);
  const graph = search(plain, budget);
  const report = answer(graph);
  const withRecovery = program.actors.some((actor) => actor.recovers)
    ? search(program, budget)
    : null;
  const recovered = withRecovery === null ? null : answer(withRecovery, { plain: true });
  const owed = owedByRecovery(program);
  const recovery = withRecovery === null ? [] : answer(withRecovery, { promises: owed }).promises;
  const finite = report.promises.filter(
    ({ verdict, pending }) => verdict === 'finite' && pending > 0,
  );
  const held = report.invariants
    .filter(({ holds }) => holds === true)
    .map(({ invariant }) => invariant);
  const needs: Record<string, string[]> = Object.fromEntries(
    [...finite.map(({ promise }) => promise), ...held].map((name) => [name, []]),
  );
  const of = [...new Set(finite.map((one) => one.of))];
  const note = (name: string, without: Report): void => {
    for (const { promise, verdict } of without.promises)
      if (verdict !== 'incomplete' && worse(verdict, 'finite')) needs[promise]?.push(name);
  };
  if (Object.keys(needs).length > 0 && graph.size <= needsUpTo) {
    for (const { name, without } of assumptions) {
      const other = search(withoutRecovery(without()), budget);
      note(name, answer(other, { plain: true, promises: of }));
      for (const { invariant, holds } of invariances(other, true))
        if (holds === false) needs[invariant]?.push(name);
    }
    for (const [actor, weaker, name] of weakenings(plain)) {
      note(
        name,
        answer(graph, {
          plain: true,
          promises: of,
          fair: (a) => (plain.actors[a]!.of === actor ? weaker : plain.actors[a]!.fair),
        }),
      );
    }
  }
  return {
    verdict: withRecovered(report.verdict, recovery, recovered?.invariants ?? []),
    report,
    recovered,
    recovery,
    needs,
  };
}

/** The verdict of `assess`, without runs and without what it rests on. */
export function verdictOf(program: Program, budget: Budget): Verdict {
  const alone = check(withoutRecovery(program), budget, { plain: true, worstOnly: true }).verdict;
  if (alone === verdicts[0] || !program.actors.some((actor) => actor.recovers)) return alone;
  const graph = search(program, budget);
  return withRecovered(
    alone,
    answer(graph, { plain: true, worstOnly: true, promises: owedByRecovery(program) }).promises,
    invariances(graph, true),
  );
}

/**
 * The verdict of a system: its own, what recovery owes, and whether recovery breaks an invariant.
 */
const withRecovered = (
  alone: Verdict,
  recovery: readonly Finding[],
  invariants: readonly Invariance[],
): Verdict =>
  worst([
    alone,
    ...recovery.map(({ verdict }) => verdict),
    ...(invariants.some(({ holds }) => holds === false) ? ['broken' as const] : []),
  ]);

const owedByRecovery = (program: Program): readonly string[] =>
  program.promises.filter(({ ofRecovery }) => ofRecovery).map(({ of }) => of);

const worse = (one: Verdict, than: Verdict): boolean =>
  verdicts.indexOf(one) < verdicts.indexOf(than);

/** Each kind of actor that acts in this program, one notch less fair. */
function weakenings(program: Program): [actor: string, fair: 'none' | 'weak', name: string][] {
  const acting = new Set(program.steps.map(({ actor }) => actor));
  const kinds = new Map<string, 'none' | 'weak' | 'strong'>();
  program.actors.forEach(({ of, fair }, a) => {
    if (acting.has(a) && fair !== 'none') kinds.set(of, fair);
  });
  return [...kinds].flatMap(([of, fair]): [string, 'none' | 'weak', string][] => [
    ...(fair === 'strong'
      ? [[of, 'weak', `${of} is strongly fair`] as [string, 'weak', string]]
      : []),
    [of, 'none', `${of} acts`],
  ]);
}
