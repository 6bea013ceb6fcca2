import { verdicts, worst, type Verdict } from '../check/finding.ts';
import type { Graph } from '../explore/graph.ts';

/** Why a search ended early; null where it is complete. */
export type Stopped = Graph['stopped'];

/** A verdict, and how far the searches went on which it rests. */
export type Answer = {
  readonly verdict: Verdict;
  /** Why the first of them that ended early did so; null where all are complete. */
  readonly stopped: Stopped;
  /** Whether one that ended early left an invariant open: the verdict may still be `broken`. */
  readonly mayBreak: boolean;
};

/** What an answer comes to beside the verdict that was expected. */
export type Outcome = 'as-expected' | 'problem' | 'ran-out';

/**
 * Whether the whole search can give no other verdict. A search that ended early has seen a part of
 * the states: a broken invariant and a deadlock in it are real, and every other verdict is only
 * known to be no better.
 */
export const isDecided = ({ verdict, stopped, mayBreak }: Answer): boolean =>
  stopped === null || verdict === 'broken' || (verdict === 'deadlock' && !mayBreak);

/** Whether one verdict is worse than another, by the order of `verdicts`. */
export const isWorse = (one: Verdict, other: Verdict): boolean =>
  verdicts.indexOf(one) < verdicts.indexOf(other);

/** The worst of several answers. It rests on the searches of all of them. */
export function worstAnswer(answers: readonly Answer[]): Answer {
  const verdict = worst(answers.map((answer) => answer.verdict));
  const stopped = answers.find((answer) => answer.stopped !== null)?.stopped ?? null;

  return {
    verdict: verdict === 'finite' && stopped !== null ? 'incomplete' : verdict,
    stopped,
    mayBreak: answers.some(({ mayBreak }) => mayBreak),
  };
}

/**
 * Compares an answer with the verdict that was expected. What is not decided is never as expected.
 */
export function outcomeOf(answer: Answer, expected: Verdict): Outcome {
  const { verdict } = answer;
  if (isDecided(answer) && verdict !== 'incomplete')
    return verdict === expected ? 'as-expected' : 'problem';

  return verdict !== 'incomplete' && isWorse(verdict, expected) ? 'problem' : 'ran-out';
}

/** Whether two answers differ: `'unknown'` where a search that ended early leaves it open. */
export function differ(a: Answer, b: Answer): boolean | 'unknown' {
  const [first, second] = [isDecided(a), isDecided(b)];
  if (first && second) return a.verdict !== b.verdict;
  if (!first && !second) return 'unknown';

  const [open, known] = first ? [b, a] : [a, b];
  return open.verdict !== 'incomplete' && isWorse(open.verdict, known.verdict) ? true : 'unknown';
}

/** A verdict for a person: of one that is not decided, that it may be worse. */
export const verdictInWords = (answer: Answer): string =>
  isDecided(answer) || answer.verdict === 'incomplete'
    ? answer.verdict
    : `${answer.verdict} or worse`;
