import type { Graph } from '../explore/graph.ts';
import type { Assumption } from '../system/assumption.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import { isWorse, verdicts, worst, type Finding, type Verdict } from './finding.ts';
import {
  check,
  searched,
  verdictOfInvariance,
  type Chosen,
  type Means,
  type Report,
  type Searched,
} from './verdict.ts';

/** A verdict with what it rests on. */
export type Assessment = {
  /**
   * The worst verdict of the promises, of those that recovery owes, and of the invariants, with
   * recovery or without. Never `finite` where one of the searches ran out.
   */
  readonly verdict: Verdict;
  /** Without the steps of actors that recover: they never count as keeping a promise. */
  readonly report: Report;
  /**
   * With them: verdicts alone for promises, and the shortest runs for invariants; null where nobody
   * recovers.
   */
  readonly recovered: Report | null;
  /** What recovery owes: does it end itself? */
  readonly recovery: readonly Finding[];
  /**
   * What ran out in the first search that ended early, with recovery or without; null if both
   * are complete. If something did, only `broken` and `deadlock` are decided: see `isDecided`.
   */
  readonly stopped: Graph['stopped'];
  /**
   * For each promise that is finite, the assumptions without which it is not: those that were
   * handed in, then `'arbiter is strongly fair'` for what turns if its actor is only weakly fair,
   * then `'signaler acts'` for what turns if it may stop for ever. For each invariant that holds,
   * the assumptions without which it is broken.
   */
  readonly needs: Needs;
  /**
   * For some promises and invariants of `needs`, the assumptions of which it is not known whether
   * they are needed, because the search without them ran out. Empty if all is known.
   */
  readonly unsettled: Needs;
  /** Which engine searched the system without recovery, and why. */
  readonly engine: Chosen;
  /** Whether it was asked what the verdict needs; it is not for systems larger than `needsUpTo`. */
  readonly needsAsked: boolean;
};

/** Names of assumptions by the names of promises and invariants. */
type Needs = Readonly<Record<string, readonly string[]>>;

/**
 * Asks once as described, once with recovery, and once more without each assumption.
 * @param needsUpTo a number of states: for a larger system it is not asked what the verdict needs
 */
export function assess(
  program: Program,
  means: Means,
  assumptions: readonly Assumption[],
  needsUpTo = Infinity,
): Assessment {
  const plain = withoutRecovery(program);
  const system = searched(plain, means);
  const report = system.answer();
  const withRecovery = recovers(program) ? searched(program, means) : null;
  const recovered = withRecovery === null ? null : withInvariantRuns(withRecovery);
  const recovery =
    withRecovery === null
      ? []
      : withRecovery.answer({ promises: owedByRecovery(program) }).promises;

  const needsAsked = system.states <= needsUpTo;
  const { needs, unsettled } = needsAsked
    ? needsOf({ program: plain, as: withoutRecovery, system, report, means }, assumptions)
    : { needs: emptyNeeds(report), unsettled: {} };
  // Promises of recovery are asked in the system in which it acts.
  const owed = { promises: recovery, invariants: [] };
  const ofRecovery =
    withRecovery !== null && needsAsked
      ? needsOf({ program, as: asItIs, system: withRecovery, report: owed, means }, assumptions)
      : { needs: emptyNeeds(owed), unsettled: {} };
  return {
    verdict: joint(report.verdict, recovery, recovered),
    report,
    recovered,
    recovery,
    stopped: report.stopped ?? recovered?.stopped ?? null,
    needs: { ...needs, ...ofRecovery.needs },
    unsettled: { ...unsettled, ...ofRecovery.unsettled },
    engine: system.engine,
    needsAsked,
  };
}

/** What the kept promises of a whole system rest on, recovery or not. */
export const restsOn = (
  program: Program,
  report: Answered,
  means: Means,
  assumptions: readonly Assumption[],
): Pick<Assessment, 'needs' | 'unsettled'> =>
  needsOf({ program, as: asItIs, system: searched(program, means), report, means }, assumptions);

/** The verdict of `assess`, without runs and without what it rests on. */
export function verdictOf(program: Program, means: Means): Verdict {
  const alone = check(withoutRecovery(program), means, { plain: true, worstOnly: true }).verdict;
  if (alone === verdicts[0] || !recovers(program)) return alone;
  const system = searched(program, means);
  const { promises, stopped } = system.answer({
    plain: true,
    worstOnly: true,
    promises: owedByRecovery(program),
  });
  return joint(alone, promises, { invariants: system.invariances(true), stopped });
}

/** Whether somebody recovers in this system. */
const recovers = (program: Program): boolean => program.actors.some((actor) => actor.recovers);

/** Verdicts alone for promises; invariants that only recovery breaks are shown with their runs. */
const withInvariantRuns = (system: Searched): Report => ({
  ...system.answer({ plain: true }),
  invariants: system.invariances(false),
});

/** The verdict of a system: its own, what recovery owes, and the invariants with recovery. */
function joint(
  alone: Verdict,
  recovery: readonly Finding[],
  recovered: Pick<Report, 'invariants' | 'stopped'> | null,
): Verdict {
  const endedEarly = recovered !== null && recovered.stopped !== null;
  return worst([
    alone,
    ...recovery.map(({ verdict }) => verdict),
    ...(recovered?.invariants ?? []).map(verdictOfInvariance),
    ...(endedEarly ? ['incomplete' as const] : []),
  ]);
}

const owedByRecovery = (program: Program): readonly string[] =>
  program.promises.filter(({ ofRecovery }) => ofRecovery).map(({ of }) => of);

/** A system that was asked. */
type Asked = {
  readonly program: Program;
  /** Leaves out of another system what was left out of this one. */
  readonly as: (program: Program) => Program;
  readonly system: Searched;
  readonly report: Answered;
  readonly means: Means;
};
type Answered = Pick<Report, 'promises' | 'invariants'>;

const asItIs = (program: Program): Program => program;

/** The promises that are finite and sometimes pending: what can need something. */
const finitePromises = ({ promises }: Answered): Finding[] =>
  promises.filter(({ verdict, pending }) => verdict === 'finite' && pending > 0);

/** An empty list for each promise and invariant that may need something. */
function emptyNeeds(report: Answered): Record<string, string[]> {
  const promises = finitePromises(report).map(({ promise }) => promise);
  const held = report.invariants.filter(({ holds }) => holds === true);
  const names = [...promises, ...held.map(({ invariant }) => invariant)];
  return Object.fromEntries(names.map((name) => [name, []]));
}

/** Asks again without each assumption, and with each actor less fair. */
function needsOf(
  { program, as, system, report, means }: Asked,
  assumptions: readonly Assumption[],
): Pick<Assessment, 'needs' | 'unsettled'> {
  const needs = emptyNeeds(report);
  const unsettled: Record<string, string[]> = {};
  if (Object.keys(needs).length === 0) return { needs, unsettled };

  const promises = [...new Set(finitePromises(report).map(({ of }) => of))];
  /** Notes the answer without an assumption, for a promise or invariant that held with it. */
  const note = (assumption: string, name: string, verdict: Verdict): void => {
    const list = needs[name];
    if (list === undefined) return;
    if (verdict === 'incomplete') (unsettled[name] ??= []).push(assumption);
    else if (isWorse(verdict, 'finite')) list.push(assumption);
  };
  for (const { name, without } of assumptions) {
    const other = searched(as(without()), means);
    const { promises: findings } = other.answer({ plain: true, promises });
    for (const { promise, verdict } of findings) note(name, promise, verdict);
    for (const invariance of other.invariances(true))
      note(name, invariance.invariant, verdictOfInvariance(invariance));
  }
  for (const { of: kind, weaker, name } of weakenings(program)) {
    const fair = (actor: number): Fair =>
      program.actors[actor]!.of === kind ? weaker : program.actors[actor]!.fair;
    const { promises: findings } = system.answer({ plain: true, promises, fair });
    for (const { promise, verdict } of findings) note(name, promise, verdict);
  }
  return { needs, unsettled };
}

type Fair = 'none' | 'weak' | 'strong';

/** A kind of actor, made less fair, and what is given up by that. */
type Weakening = { readonly of: string; readonly weaker: 'none' | 'weak'; readonly name: string };

/** Each kind of actor that acts in this program, one notch less fair and not fair at all. */
function weakenings(program: Program): Weakening[] {
  const acting = new Set(program.steps.map(({ actor }) => actor));
  const kinds = new Map<string, Fair>();
  program.actors.forEach(({ of: kind, fair }, actor) => {
    if (acting.has(actor) && fair !== 'none') kinds.set(kind, fair);
  });
  return [...kinds].flatMap(([kind, fair]): Weakening[] => [
    ...(fair === 'strong'
      ? [{ of: kind, weaker: 'weak' as const, name: `${kind} is strongly fair` }]
      : []),
    { of: kind, weaker: 'none', name: `${kind} acts` },
  ]);
}
