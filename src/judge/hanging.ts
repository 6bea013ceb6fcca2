import { assumptionsOf } from '../../machines/description/assumptions.ts';
import { settled } from '../../machines/description/alternatives.ts';
import type { Description } from '../../machines/description/description.ts';
import {
  aloneSystemsOf,
  hangingSystemOf,
  hangPromises,
} from '../../machines/description/system.ts';
import type { UseId } from '../../machines/description/ids.ts';
import { uses } from '../../machines/uses/index.ts';
import type { Finding, Verdict } from '../check/finding.ts';
import { restsOn, type Assessment } from '../check/assess.ts';
import { check, type Means, type Report } from '../check/verdict.ts';
import type { Program } from '../system/program.ts';
import { isWorse, worstAnswer, type Answer } from './outcome.ts';
import { answerOf, quickVerdict } from './quick-verdict.ts';

/**
 * The third question: a job may hang on the hardware for ever, hang recovery is the only one who
 * ends it, and its steps count. Is the fence of the job signaled?
 */
export type Hanging = { readonly program: Program; readonly report: Report };

/**
 * Asks a settled driver the third question. Null where no job has a fence, and where a fence is in
 * deadlock already without hardware that hangs: nothing worse can be said of it.
 * @param known what was found of the promises in the first question
 * @param quick what a quick search found: where all is kept, there are no runs to search for
 */
export function hangingOf(
  description: Description,
  known: readonly Finding[],
  quick: Hanging | null,
  means: Means,
): Hanging | null {
  if (quick?.report.verdict === 'finite' && quick.report.stopped === null) return quick;

  const lost = known.some(({ of, verdict }) => hangPromises.includes(of) && verdict === 'deadlock');
  const program = lost ? null : hangingOrNot(description);
  return program === null
    ? null
    : { program, report: check(program, means, { promises: hangPromises }) };
}

/**
 * What the promises that are kept where a job may hang for ever rest on; null where that was not
 * asked.
 */
export function hangingNeeds(
  description: Description,
  { program, report }: Hanging,
  means: Means,
): Pick<Assessment, 'needs' | 'unsettled'> {
  const assumptions = assumptionsOf(description, hangingSystemOf);
  return restsOn(program, { ...report, invariants: [] }, means, assumptions);
}

/** The promises that are not kept where a job may hang for ever. */
export const brokenByHanging = (hanging: Hanging | null): readonly Finding[] =>
  (hanging?.report.promises ?? []).filter(
    ({ verdict }) => verdict !== 'finite' && verdict !== 'incomplete',
  );

/**
 * A verdict in all three questions, and what was found in the third; null where it was not asked.
 */
export type Quick = { readonly answer: Answer; readonly hanging: Hanging | null };

/**
 * Asks a settled driver all three questions, without runs. What cannot make the verdict worse is
 * not asked.
 */
export const quickQuestions = (description: Description, program: Program, means: Means): Quick =>
  inAllQuestions(program, () => hangingOrNot(description), means);

/** The verdict of a settled driver in all three questions. */
export const quickAnswer = (description: Description, program: Program, means: Means): Answer =>
  quickQuestions(description, program, means).answer;

/**
 * The verdict of a settled driver where nobody else waits for a fence in reclaim; null where
 * somebody is described who does, or where that makes nothing better, or is not known.
 */
export function aloneVerdict(
  description: Description,
  { verdict }: Answer,
  means: Means,
): Verdict | null {
  if (verdict === 'finite' || verdict === 'incomplete') return null;
  const systems = aloneSystemsOf(description);
  if (systems === null) return null;

  const hanging = () => (canHang(description) ? systems.hanging : null);
  const { answer: alone } = inAllQuestions(systems.system, hanging, means);
  return alone.stopped === null && isWorse(verdict, alone.verdict) ? alone.verdict : null;
}

/** @param hanging gives the system in which a job may hang; null where no job can */
function inAllQuestions(program: Program, hanging: () => Program | null, means: Means): Quick {
  const first = quickVerdict(program, means);
  const decided = first.verdict === 'broken' || first.verdict === 'deadlock';
  const other = decided ? null : hanging();
  if (other === null) return { answer: first, hanging: null };

  const question = { promises: hangPromises, plain: true, worstOnly: true };
  const report = check(other, means, question);
  return {
    answer: worstAnswer([first, answerOf(report)]),
    hanging: { program: other, report },
  };
}

const hangingOrNot = (description: Description): Program | null =>
  canHang(description) ? hangingSystemOf(description) : null;
/** Whether there are jobs with a fence, or a use whose work has one and may hang. */
function canHang(description: Description): boolean {
  const { jobs, uses: used } = settled(description);
  return (
    jobs.fenced > 0 ||
    uses.some(({ name, hanging }) => hanging !== undefined && used.includes(name as UseId))
  );
}
