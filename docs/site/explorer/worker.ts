import type { Described } from '../../../machines/description/description.ts';
import { toText } from '../../../src/text/verdict.ts';
import { describingBy } from '../../../src/text/read-description.ts';
import { judge, withinMemory } from '../../../src/judge/judge.ts';
import { remediesOf } from '../../../src/judge/remedies.ts';
import { judgeThreads } from '../../../src/judge/threads.ts';
import { toJson } from '../../../src/judge/verdict-json.ts';
import { Misuse } from '../../../src/system/misuse.ts';
import type { Describing } from '../../../src/threads/sides.ts';
import type { Answered, Asked, Question, Told } from './messages.ts';
import { plainPaint } from '../../../src/text/paint.ts';
import { toldOf } from './threads-told.ts';
import { vocabulary } from './vocabulary.ts';

declare const VERSION: string;

type Budget = {
  readonly states: number;
  readonly bytes: number;
  readonly progress: (now: { readonly states: number }) => void;
};

/** Answers what cannot be asked of this bundle: litmus tests of the gallery, in a bundle of their own. */
type Others = (question: Question, budget: Budget) => Answered | null;

const tell = (told: Told): void => {
  (globalThis as unknown as { postMessage(told: Told): void }).postMessage(told);
};

/** Answers the page. The functions are those behind the command line: the page can say nothing else. */
export function work(others: Others = () => null): void {
  tell({ id: -1, kind: 'begun' });
  const scope = globalThis as unknown as { onmessage: (event: { data: Asked }) => void };
  scope.onmessage = ({ data: { id, question, states, bytes } }) => {
    const budget: Budget = {
      states,
      bytes,
      progress: (now) => {
        tell({ id, kind: 'progress', states: now.states });
      },
    };
    try {
      const early = (answer: Answered): void => {
        tell({ id, kind: 'done', answer, isLast: false });
      };
      const answer = others(question, budget) ?? answered(question, budget, early);
      tell({ id, kind: 'done', answer, isLast: true });
    } catch (error) {
      if (error instanceof Misuse) tell({ id, kind: 'refused', lines: error.message.split('\n') });
      else
        tell({
          id,
          kind: 'failed',
          line: error instanceof Error ? error.message : String(error),
        });
    }
  };
}

/** @param early is given an answer that is not whole yet */
function answered(question: Question, budget: Budget, early: (answer: Answered) => void): Answered {
  switch (question.is) {
    case 'driver':
      return driverAnswer(question.described, budget, early);
    case 'threads': {
      const { name, text, beside } = question;
      const answers = judgeThreads(name, text, budget, null, describing(beside));
      const told = toldOf(answers);
      return { is: 'threads', told, text: told.sides.map((side) => side.text).join('\n') };
    }
    case 'vocabulary':
      return { is: 'vocabulary', vocabulary: vocabulary() };
    case 'litmus':
      throw new Misuse(`there is no litmus test '${question.name}'`);
  }
}

/** The verdict is told before it is asked what would help, which takes as long again. */
function driverAnswer(
  described: Described,
  budget: Budget,
  early: (answer: Answered) => void,
): Answered {
  const judgement = withinMemory(budget, (less) => judge(described, less));
  const paint = plainPaint;
  early({
    is: 'driver',
    verdict: toJson(judgement, VERSION),
    text: toText(judgement, paint, { notSaid: true }),
  });
  const remedies = remediesOf(judgement, budget);
  return {
    is: 'driver',
    verdict: toJson(judgement, VERSION, remedies),
    text: toText(judgement, paint, { remedies, notSaid: true }),
  };
}

/** What a file of threads names: a description that stands beside it, or a driver of ours. */
const describing = (beside: Readonly<Record<string, string>>): Describing =>
  describingBy((file) => (file in beside ? { file, text: beside[file]! } : null));
