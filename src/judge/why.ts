import { hasNoRun, replay, verdicts, type Finding, type Run } from '../check/finding.ts';
import { check, type Means } from '../check/verdict.ts';
import { Misuse, unknown } from '../system/misuse.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import type { Answer } from './outcome.ts';
import { closure, whyStuck, type Stuck } from './stuck.ts';
import type { Subject } from './subject.ts';

/** Where to look: after so many steps of the run, after the step that seals it, or at its end. */
export type Where = number | 'sealed' | 'end';

/** What keeps a promise from being kept, and where that was looked at. */
export type Why = {
  readonly finding: Finding;
  readonly answer: Answer;
  readonly program: Program;
  /** After so many steps of the run. */
  readonly after: number;
  /** How many states were looked at; 0 where the promise is kept. */
  readonly states: number;
  readonly stuck: readonly Stuck[];
};

/** A promise that was asked, and the system in which. */
type Asked = Pick<Why, 'finding' | 'program' | 'answer'>;

/**
 * Looks into a promise: by its name, or as it is written, then the worst of its members; without a
 * word, the first of the worst of all. @throws Misuse where there is no such promise, or the run
 * has no such step
 */
export function why(
  subject: Subject,
  promise: string | undefined,
  where: Where,
  means: Means,
): Why {
  const asked = findingOf(subject, promise, means);
  const { verdict } = asked.finding;
  if (verdict === 'finite' || verdict === 'incomplete' || hasNoRun(asked.finding))
    return { ...asked, after: 0, states: 0, stuck: [] };

  return { ...asked, ...look(asked.program, asked.finding, where) };
}

/** The finding that is meant, of all that was asked. @throws Misuse */
function findingOf(
  { program: whole, stopped: before }: Subject,
  promise: string | undefined,
  means: Means,
): Asked {
  const named = whole.promises.filter(
    ({ name, of: written }) => promise === undefined || name === promise || written === promise,
  );
  if (named.length === 0) throw new Misuse(noSuchPromise(whole, promise));

  const asked = [false, true].flatMap((ofRecovery): Asked[] => {
    const written = named.filter((owed) => owed.ofRecovery === ofRecovery).map(({ of }) => of);
    if (written.length === 0) return [];

    const program = ofRecovery ? whole : withoutRecovery(whole);
    const { promises, stopped } = check(program, means, { promises: written });
    return promises
      .filter((finding) => named.some(({ name }) => name === finding.promise))
      .map((finding) => ({
        finding,
        program,
        answer: {
          verdict: finding.verdict,
          stopped: stopped ?? before,
          mayBreak: false,
        },
      }));
  });
  const rank = ({ finding }: Asked): number => verdicts.indexOf(finding.verdict);
  return asked.reduce((worst, other) => (rank(other) < rank(worst) ? other : worst));
}

const noSuchPromise = (program: Program, promise: string | undefined): string =>
  promise === undefined
    ? 'this system has no promise'
    : unknown(
        'promise',
        promise,
        program.promises.map(({ name }) => name),
      );

/** Looks at where the promise stays pending. */
function look(
  program: Program,
  finding: Finding,
  where: Where,
): Pick<Why, 'after' | 'states' | 'stuck'> {
  const after = stepsTo(finding, where);
  const { end } = replay(program, namesOf(finding.run.slice(0, after)));
  const visited = where === 'end' ? recurring(program, finding, end) : [end];
  // A loop comes back to its first state, which counts once.
  const states = [...new Map(visited.map((state) => [state.join(), state])).values()];
  const promise = program.promises.find(({ name }) => name === finding.promise)!;

  return {
    after,
    states: states.length,
    stuck: whyStuck(program, promise, states),
  };
}

const namesOf = (run: Run): string[] => run.map(({ step }) => step);

/** How many steps of the run lead to where it is looked. */
function stepsTo({ promise, verdict, run, sealed }: Finding, where: Where): number {
  if (where === 'end') return run.length;

  const steps = where === 'sealed' ? sealed : where;
  if (steps === null)
    throw new Misuse(
      `${promise}: ${verdict}: its run has no step that seals it; --after takes a number, 0 to ${run.length}`,
    );
  if (steps > run.length)
    throw new Misuse(
      `--after ${steps}: the run has ${run.length} step${run.length === 1 ? '' : 's'}`,
    );
  return steps;
}

/**
 * The states among which the system stays at the end of a run: those of the loop, or all that can
 * still be reached.
 */
function recurring(
  program: Program,
  { verdict, loop }: Finding,
  end: readonly number[],
): (readonly number[])[] {
  if (verdict === 'unbounded') {
    const steps = namesOf(loop);
    return [end, ...steps.map((_, last) => replay(program, steps.slice(0, last + 1), end).end)];
  }
  const mayAct = (actor: number): boolean =>
    verdict === 'deadlock' || program.actors[actor]!.fair !== 'none';
  return closure(program, end, mayAct) ?? [end];
}
