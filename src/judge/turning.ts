import type { Described } from '../../machines/description/description.ts';
import type { Verdict } from '../check/finding.ts';
import type { Means } from '../check/verdict.ts';
import { answers, setsOf, type DescribedAnswer } from './answers.ts';
import { differencesOf, fitting, type Difference, type Loose } from './differences.ts';
import { differ, isDecided, type Answer, type Outcome } from './outcome.ts';

/** One difference alone: the first driver with only this as in the second. */
export type Alone = {
  readonly difference: Difference;
  readonly answer: DescribedAnswer;
  /** Whether it turns the verdict of the first driver, as far as it is known. */
  readonly turns: boolean;
};

/**
 * What is said of two drivers, and which of their differences turn the verdict of the first to that
 * of the second.
 */
export type Turning = {
  readonly was: Answer;
  readonly is: Answer;
  readonly alone: readonly Alone[];
  /** The smallest sets of differences that turn it: no part of one does. */
  readonly sets: readonly (readonly Difference[])[];
  /** Whether all sets were asked. */
  readonly complete: boolean;
  /** How many of the answers ended early, those for the two drivers left out. */
  readonly cut: number;
};

/** So many sets of differences are asked at most. */
export const mostSets = 1000;

/** Compares two drivers. @param progress gets what is being asked */
export function turning(
  a: Described,
  b: Described,
  means: Means,
  progress: (what: string) => void = () => {},
): Turning {
  const { of: answerOf, known } = answers(means);
  progress(a.driver);
  const was = known(a);
  progress(b.driver);
  const is = known(b);

  let endedEarly = 0;
  const ask = (described: Loose): DescribedAnswer => {
    const answer = answerOf(fitting(described));
    if (!('senseless' in answer) && !isDecided(answer)) endedEarly++;
    return answer;
  };
  const differences = differencesOf(a as Loose, b as Loose);
  const alone = differences.map((difference): Alone => {
    progress(`${a.driver}: ${difference.what}`);
    const answer = ask(difference.apply(a as Loose));
    return { difference, answer, turns: !('senseless' in answer) && differ(was, answer) === true };
  });

  const turned = turns(was, is)
    ? turningSets(a as Loose, differences, is.verdict, { ask, progress, means })
    : { sets: [], complete: true };
  return { was, is, alone, ...turned, cut: endedEarly };
}

/** Whether it makes sense to ask what turns one verdict to the other. */
const turns = (was: Answer, is: Answer): boolean =>
  isDecided(was) && isDecided(is) && was.verdict !== is.verdict;

type Asking = {
  readonly ask: (described: Loose) => DescribedAnswer;
  readonly progress: (what: string) => void;
  readonly means: Means;
};

/** The sets of differences, smallest first, that turn the verdict; none that contains another. */
function turningSets(
  a: Loose,
  differences: readonly Difference[],
  wanted: Verdict,
  { ask, progress, means }: Asking,
): Pick<Turning, 'sets' | 'complete'> {
  const sets: (readonly Difference[])[] = [];
  let asked = 0;
  for (let size = 1; size <= differences.length; size++) {
    for (const set of setsOf(differences, size)) {
      if (sets.some((smaller) => smaller.every((difference) => set.includes(difference)))) continue;
      if (++asked > mostSets || means.signal?.aborted === true) return { sets, complete: false };

      progress(`set ${asked} of differences, ${size} in each`);
      const answer = ask(set.reduce<Loose>((described, { apply }) => apply(described), a));
      if ('senseless' in answer) continue;
      if (answer.verdict === wanted && isDecided(answer)) sets.push(set);
    }
  }
  return { sets, complete: true };
}

/**
 * Whether two drivers have the same verdict; `'ran-out'` where a search that ended early leaves
 * something open.
 */
export function outcomeOfTurning({ was, is, cut: endedEarly }: Turning): Outcome {
  const different = differ(was, is);
  if (different === true) return 'problem';
  return different === 'unknown' || endedEarly > 0 ? 'ran-out' : 'as-expected';
}
