import { options } from '../../machines/options/index.ts';
import { piecesOf, without, type Piece } from '../check/ablate.ts';
import { worst, type Verdict } from '../check/finding.ts';
import { check, type Means } from '../check/verdict.ts';
import { Misuse, unknownOfMany } from '../system/misuse.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import { worstAnswer, type Answer } from './outcome.ts';
import { answerOf } from './quick-verdict.ts';
import type { Subject } from './subject.ts';

/** The answer for a system, and the verdict of each promise and invariant as written. */
export type Said = {
  readonly answer: Answer;
  readonly promises: Readonly<Record<string, Verdict>>;
};

/** A guard that is dropped, and what is said where it alone is; null where it is the only one. */
export type Dropped = { readonly guard: Piece; readonly alone: Said | null };

/** What is said of a system as it is, and of the same system without some guards and steps. */
export type WhatIf = {
  readonly allowed: readonly string[];
  readonly forbidden: readonly string[];
  readonly before: Said;
  readonly after: Said;
  readonly dropped: readonly Dropped[];
};

/** The steps whose guards are dropped, and the steps that are taken away. */
export type Changes = { readonly allow: readonly string[]; readonly forbid: readonly string[] };

/**
 * Drops the guards of some steps and takes other steps away, and asks the system before and after.
 * @param progress gets what is being asked
 * @throws Misuse where there is no such step, or it has no guard
 */
export function whatIf(
  subject: Subject,
  { allow, forbid }: Changes,
  means: Means,
  progress: (what: string) => void = () => {},
): WhatIf {
  const { program, name } = subject;
  const allowed = allow.map((step) => stepAsWritten(subject, step));
  const forbidden = forbid.map((step) => stepAsWritten(subject, step));
  const pieces = piecesOf(program);
  const guards = pieces.filter(({ kind, step }) => kind === 'guard' && allowed.includes(step));
  const steps = pieces.filter(({ kind, step }) => kind === 'step' && forbidden.includes(step));
  if (guards.length === 0 && steps.length === 0) throw new Misuse(noGuard(allowed));

  progress(`${name}, as it is`);
  const before = saidOf(program, means);
  progress(`${name}, changed`);
  const after = saidOf([...guards, ...steps].reduce(without, program), means);

  const dropped = guards.map((guard): Dropped => {
    if (guards.length < 2) return { guard, alone: null };
    progress(`${guard.step}: ${guard.text}`);
    return { guard, alone: saidOf(without(program, guard), means) };
  });
  return { allowed, forbidden, before, after, dropped };
}

const noGuard = (allowed: readonly string[]): string =>
  `${allowed.join(', ')}: found no guard that could be dropped: ` +
  `only ${allowed.length === 1 ? 'its' : 'their'} moves refuse`;

/**
 * The step as it is written.
 * @throws Misuse; where a clause that is not kept would add it, that is said
 */
function stepAsWritten({ program, name: system, description }: Subject, name: string): string {
  const match = program.steps.find((step) => step.name === name || step.of === name);
  if (match !== undefined) return match.of;

  const plain = name.replace(/\[.*$/, '');
  const adds = options
    .flatMap(({ clauses }) => clauses)
    .find((clause) => clause.adds?.some((step) => step.name === plain) === true);
  if (description !== null && adds !== undefined)
    throw new Misuse(
      `${system}: there is no step '${name}' in it: the clause ${adds.name} would add it, ` +
        'and the driver does not keep that',
    );

  const known = [...new Set(program.steps.map((step) => step.of))];
  throw new Misuse(
    `${system}: ${unknownOfMany('step', name, known, "'finite-fence why' names those that are refused")}`,
  );
}

/** As check says it: without recovery; with it what those who recover owe, and the invariants. */
function saidOf(program: Program, means: Means): Said {
  const report = check(withoutRecovery(program), means, { plain: true });
  const recovers = program.actors.some((actor) => actor.recovers);
  const whole = recovers ? check(program, means, { plain: true }) : null;

  const owed = program.promises.filter(({ ofRecovery }) => ofRecovery).map(({ name }) => name);
  const recovery = whole?.promises.filter(({ promise }) => owed.includes(promise)) ?? [];
  const invariants = (whole ?? report).invariants;
  const verdicts: readonly { readonly of: string; readonly verdict: Verdict }[] = [
    ...report.promises,
    ...recovery,
    ...invariants.map(({ of, holds }) => ({ of, verdict: verdictOfInvariant(holds) })),
  ];

  const promises: Record<string, Verdict> = {};
  for (const { of, verdict } of verdicts) promises[of] = worst([promises[of] ?? 'finite', verdict]);

  const ofRecovery = answerOf({
    verdict: worst(Object.values(promises)),
    stopped: whole?.stopped ?? null,
    invariants,
  });
  return { answer: worstAnswer([answerOf(report), ofRecovery]), promises };
}

function verdictOfInvariant(holds: boolean | null): Verdict {
  if (holds === null) return 'incomplete';
  return holds ? 'finite' : 'broken';
}
