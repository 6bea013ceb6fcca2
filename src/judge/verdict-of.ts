import { understand } from '../../machines/description/complaints.ts';
import { alternatives } from '../../machines/description/alternatives.ts';
import type { Described } from '../../machines/description/description.ts';
import { systemOf } from '../../machines/description/system.ts';
import { verdictOf } from '../check/assess.ts';
import { replay, worst, type Verdict } from '../check/finding.ts';
import { check } from '../check/verdict.ts';
import type { Budget } from '../explore/graph.ts';
import { Misuse } from '../system/misuse.ts';
import { holds, withoutRecovery, type Program } from '../system/program.ts';
import { closure } from './stuck.ts';

/** What is said of a description: its verdict, or why it cannot be meant. */
export type Answer = { readonly verdict: Verdict } | { readonly senseless: string };

/** Answers for descriptions that differ in little: what was asked before is not asked again. */
export function answers(budget: Budget): {
  readonly of: (described: Described) => Answer;
  readonly isFinite: (described: Described) => boolean;
  readonly asked: () => number;
  readonly unanswered: () => number;
} {
  const known = new Map<string, Verdict>();
  const runs: Stuck[] = [];
  const whole = (program: Program): Verdict => {
    let verdict = known.get(program.digest);
    if (verdict === undefined) known.set(program.digest, (verdict = verdictOf(program, budget)));
    return verdict;
  };
  let unanswered = 0;
  const kept = new Map<string, boolean>();
  const finite = (program: Program): boolean => {
    let is = kept.get(program.digest);
    if (is === undefined) kept.set(program.digest, (is = tried(program)));
    return is;
  };
  const tried = (program: Program): boolean => {
    const plain = withoutRecovery(program);
    if (runs.some((one) => stillStuck(plain, one))) return false;
    const { promises } = check(plain, budget);
    const bad = promises.find(({ verdict }) => verdict === 'deadlock');
    if (bad !== undefined) {
      runs.unshift({ promise: bad.promise, run: bad.run.map(({ step }) => step) });
      return false;
    }
    if (promises.some(({ verdict }) => verdict === 'incomplete')) {
      unanswered++;
      return false;
    }
    // What is never owed is not kept.
    return (
      promises.every(({ verdict, pending }) => verdict === 'finite' && pending > 0) &&
      whole(program) === 'finite'
    );
  };
  return {
    of: (described) => {
      const read = understand(described);
      return 'complaints' in read
        ? { senseless: read.complaints[0]!.line }
        : {
            verdict: worst(
              alternatives(described).map(({ description }) => whole(systemOf(description))),
            ),
          };
    },
    isFinite: (described) =>
      !('complaints' in understand(described)) &&
      alternatives(described).every(({ description }) => finite(systemOf(description))),
    asked: () => kept.size,
    /** Searches that the budget ended: they count as not finite. */
    unanswered: () => unanswered,
  };
}

/** A run to where a promise is lost. */
type Stuck = { readonly promise: string; readonly run: readonly string[] };

/** Whether the same run goes through in another system and the promise is lost there too: then it need not be searched. */
function stillStuck(program: Program, { promise: name, run }: Stuck): boolean {
  const promise = program.promises.find((one) => one.name === name);
  if (promise === undefined) return false;
  let end: readonly number[];
  try {
    ({ end } = replay(program, run));
  } catch (error) {
    if (error instanceof Misuse) return false;
    throw error;
  }
  return (
    closure(program, end, () => true, 60)?.every((state) =>
      promise.pending.every((some) => holds(some, state)),
    ) ?? false
  );
}

/** Every set of `size` of these, in their order. */
export function* setsOf<T>(all: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= all.length - size; at++)
    for (const rest of setsOf(all, size - 1, at + 1)) yield [all[at]!, ...rest];
}
