import { alternatives } from '../../machines/description/alternatives.ts';
import { understand } from '../../machines/description/complaints.ts';
import type { Described, Description } from '../../machines/description/description.ts';
import { systemOf } from '../../machines/description/system.ts';
import { replay } from '../check/finding.ts';
import { searched, type Means } from '../check/verdict.ts';
import { Misuse } from '../system/misuse.ts';
import { holds, withoutRecovery, type Program } from '../system/program.ts';
import { quickAnswer } from './hanging.ts';
import { worstAnswer, type Answer } from './outcome.ts';
import { closure } from './stuck.ts';

/** What is said of a description: its verdict, or why it makes no sense. */
export type DescribedAnswer = Answer | { readonly senseless: string };

/** Answers for descriptions that differ in little: what was asked before is not asked again. */
export type Answers = {
  readonly of: (described: Described) => DescribedAnswer;
  /** The answer for a description that was understood. */
  readonly known: (described: Described) => Answer;
  /** Whether it is certain that a description is finite. */
  readonly isFinite: (described: Described) => boolean;
  /** How many systems were asked whether they are finite. */
  readonly asked: () => number;
  /** How many searches ended early: they count as not finite. */
  readonly unanswered: () => number;
};

/** A memory of answers, under one budget and of one engine. */
export function answers(means: Means): Answers {
  const whole = remembered((description, program) => quickAnswer(description, program, means));
  const runs: LostRun[] = [];
  let unanswered = 0;

  const tried = (description: Description, program: Program): boolean => {
    const plain = withoutRecovery(program);
    if (runs.some((lost) => isLostToo(plain, lost))) return false;

    const system = searched(plain, means);
    const { promises, stopped } = system.answer({ plain: true });
    const bad = promises.find(({ verdict }) => verdict === 'deadlock');
    if (bad !== undefined) {
      // Only of this one the run is wanted: to show the others costs more than to decide them.
      const shown = system.answer({ promises: [bad.of] }).promises;
      const { run } = shown.find(({ promise }) => promise === bad.promise)!;
      runs.unshift({ promise: bad.promise, run: run.map(({ step }) => step) });
      return false;
    }
    if (promises.some(({ verdict }) => verdict !== 'finite' && verdict !== 'incomplete'))
      return false;
    // A promise that is never owed is not kept.
    if (stopped === null && promises.some(({ pending }) => pending === 0)) return false;

    const answer = stopped === null ? whole.of(description) : null;
    if (answer === null || answer.verdict === 'incomplete') unanswered++;
    return answer?.verdict === 'finite';
  };
  const finite = remembered(tried);

  const known = (described: Described): Answer =>
    worstAnswer(alternatives(described).map(({ description }) => whole.of(description)));

  return {
    of: (described) => {
      const read = understand(described);
      return 'complaints' in read ? { senseless: read.complaints[0]!.line } : known(described);
    },
    known,
    isFinite: (described) =>
      !('complaints' in understand(described)) &&
      alternatives(described).every(({ description }) => finite.of(description)),
    asked: finite.size,
    unanswered: () => unanswered,
  };
}

/** A function of settled drivers that is asked once for each digest of their systems. */
function remembered<T>(ask: (description: Description, program: Program) => T): {
  readonly of: (description: Description) => T;
  readonly size: () => number;
} {
  const known = new Map<string, { readonly answer: T }>();
  return {
    of: (description) => {
      const program = systemOf(description);
      let entry = known.get(program.digest);
      if (entry === undefined)
        known.set(program.digest, (entry = { answer: ask(description, program) }));
      return entry.answer;
    },
    size: () => known.size,
  };
}

/** A run to where a promise is lost. */
type LostRun = { readonly promise: string; readonly run: readonly string[] };

/**
 * Whether the same run goes through in another system and the promise is lost there too: then it
 * need not be searched.
 */
function isLostToo(program: Program, { promise: name, run }: LostRun): boolean {
  const promise = program.promises.find((other) => other.name === name);
  if (promise === undefined) return false;

  const end = endOf(program, run);
  if (end === null) return false;

  const reachable = closure(program, end, () => true, 60);
  return (
    reachable !== null &&
    reachable.every((state) => promise.pending.every((some) => holds(some, state)))
  );
}

/** The state at the end of a run; null where a step of it is refused. */
function endOf(program: Program, run: readonly string[]): readonly number[] | null {
  try {
    return replay(program, run).end;
  } catch (error) {
    if (error instanceof Misuse) return null;
    throw error;
  }
}

/** Every set of `size` of these, in their order. */
export function* setsOf<T>(items: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= items.length - size; index++)
    for (const rest of setsOf(items, size - 1, index + 1)) yield [items[index]!, ...rest];
}
