import { verdicts, worst, type Verdict } from '../check/finding.ts';
import { answer, check, invariances, type Report } from '../check/verdict.ts';
import type { Budget } from '../explore/graph.ts';
import { search } from '../explore/search.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import { worstAnswer, type Answer } from './outcome.ts';

/**
 * The verdict of a system without runs and without what it rests on: of the work without recovery,
 * of what recovery owes,
 * and whether either breaks an invariant.
 */
export function quickVerdict(program: Program, budget: Budget): Answer {
  const alone = answerOf(check(withoutRecovery(program), budget, { plain: true, worstOnly: true }));
  const recovers = program.actors.some((actor) => actor.recovers);
  if (alone.verdict === verdicts[0] || !recovers) return alone;

  return worstAnswer([alone, ofRecovery(program, budget)]);
}

/** What is said of a searched system, as far as it was searched. */
export function answerOf({
  verdict,
  stopped,
  invariants,
}: Pick<Report, 'verdict' | 'stopped' | 'invariants'>): Answer {
  return {
    verdict: verdict === 'finite' && stopped !== null ? 'incomplete' : verdict,
    stopped,
    mayBreak: invariants.some(({ holds }) => holds === null),
  };
}

/** What those who recover owe, and the invariants while they act. */
function ofRecovery(program: Program, budget: Budget): Answer {
  const graph = search(program, budget);
  const owed = program.promises.filter((promise) => promise.ofRecovery).map(({ of }) => of);
  const { promises } = answer(graph, { plain: true, worstOnly: true, promises: owed });
  const invariants = invariances(graph, true);
  const broken: Verdict[] = invariants.some(({ holds }) => holds === false) ? ['broken'] : [];

  return answerOf({
    verdict: worst([...broken, ...promises.map(({ verdict }) => verdict)]),
    stopped: graph.stopped,
    invariants,
  });
}
