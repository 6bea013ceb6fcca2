import { verdicts, worst, type Verdict } from '../check/finding.ts';
import { check, searched, type Means, type Report } from '../check/verdict.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import { worstAnswer, type Answer } from './outcome.ts';

/**
 * The verdict of a system without runs and without what it rests on: of the work without recovery,
 * of what recovery owes, and whether either breaks an invariant.
 */
export function quickVerdict(program: Program, means: Means): Answer {
  const alone = answerOf(check(withoutRecovery(program), means, { plain: true, worstOnly: true }));
  const recovers = program.actors.some((actor) => actor.recovers);
  if (alone.verdict === verdicts[0] || !recovers) return alone;

  return worstAnswer([alone, ofRecovery(program, means)]);
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
function ofRecovery(program: Program, means: Means): Answer {
  const system = searched(program, means);
  const owed = program.promises.filter((promise) => promise.ofRecovery).map(({ of }) => of);
  const { promises } = system.answer({ plain: true, worstOnly: true, promises: owed });
  const invariants = system.invariances(true);
  const broken: Verdict[] = invariants.some(({ holds }) => holds === false) ? ['broken'] : [];

  return answerOf({
    verdict: worst([...broken, ...promises.map(({ verdict }) => verdict)]),
    stopped: system.stopped,
    invariants,
  });
}
