import type { Verdict } from '../check/finding.ts';
import {
  fire,
  holds,
  type Actor,
  type Program,
  type Promised,
  type Some,
} from '../system/program.ts';
import { follow } from '../system/run.ts';
import type { Proof, Proved, Whose } from './certificate.ts';
import { notFairlyRanked } from './fair-rank.ts';
import { areNumbers, diagramOf, endOf, leadsTo, motionOf, rootOf } from './diagram.ts';
import type { Diagram, Motion } from './diagram.ts';
import { disabled, offence } from './walk.ts';

/** What a certificate establishes of a system. */
export type Established = {
  /** The verdict of each promise of which there is a whole proof, by its name. */
  readonly promises: ReadonlyMap<string, Verdict>;
  /** Whether an invariant holds, by its name. */
  readonly invariants: ReadonlyMap<string, boolean>;
  /** Why proofs are none, one sentence each. Whatever is wrong, nothing is proved by that proof. */
  readonly refused: readonly string[];
};

/**
 * Checks every premise of every proof. Shares nothing with the engines but the program.
 * @throws Misuse where the data have no meaning: no diagrams, unknown names
 */
export function verify(proved: Proved): Established {
  const { program, proofs } = proved;
  const checking: Checking = { program, diagram: diagramOf(proved), motions: [] };
  const refused: string[] = [];
  const proven = new Set<string>();
  const invariants = new Map<string, boolean>();
  for (const [n, proof] of proofs.entries()) {
    const why = complaint(checking, proof);
    if (why !== null) refused.push(`proof ${n + 1} (${proof.form}): ${why}`);
    else if (proof.form === 'invariant') for (const name of proof.holds) invariants.set(name, true);
    else if (proof.form === 'broken') invariants.set(proof.invariant, false);
    else proven.add(`${proof.form} ${'by' in proof ? proof.by : ''} ${proof.promise}`);
  }
  const promises = new Map<string, Verdict>();
  for (const { name } of program.promises) {
    const has = (form: Proof['form'], by = ''): boolean => proven.has(`${form} ${by} ${name}`);
    if (has('trap', 'anybody')) promises.set(name, 'deadlock');
    else if (has('trap', 'fair') && has('rank', 'anybody')) promises.set(name, 'indefinite');
    else if (has('fair-loop') && has('rank', 'fair')) promises.set(name, 'unbounded');
    else if (has('fair-rank')) promises.set(name, 'finite');
  }
  return { promises, invariants, refused };
}

type Checking = {
  readonly program: Program;
  readonly diagram: Diagram;
  /** Of each step, once it is asked for; null: it never happens. */
  readonly motions: (Motion | null | undefined)[];
};

const motion = ({ program, diagram, motions }: Checking, step: number): Motion | null => {
  const { when, moves, also } = program.steps[step]!;
  return (motions[step] ??= motionOf(diagram, { when: when.map(({ some }) => some), moves, also }));
};

const isFair = ({ fair }: Actor): boolean => fair !== 'none';

/** Why a proof is none; null: all of its premises hold. */
function complaint(checking: Checking, proof: Proof): string | null {
  const { program } = checking;
  if (proof.form === 'invariant') {
    const asked = program.invariants.filter(({ name }) => proof.holds.includes(name));
    if (asked.length !== new Set(proof.holds).size) return 'it is of an invariant that is unknown';
    return (
      inductive(checking, proof.set) ??
      first(asked, ({ name, never }) =>
        somewhere(checking, proof.set, never, () => true)
          ? `a state of the set breaks ${name}`
          : null,
      )
    );
  }
  if (proof.form === 'broken') {
    const asked = program.invariants.find(({ name }) => name === proof.invariant);
    const end = endOfRun(program, proof.run);
    if (asked === undefined) return 'it is of an invariant that is unknown';
    if (typeof end === 'string') return end;
    return isOwed(asked.never, end) ? null : 'the end of the run breaks nothing';
  }
  const promise = program.promises.find(({ name }) => name === proof.promise);
  if (promise === undefined) return 'it is of a promise that is unknown';
  if (proof.form === 'trap') return notTrapped(checking, promise, proof);
  if (proof.form === 'fair-loop') return notStarving(program, promise, proof.run, proof.loop);
  const owing = somewhere(checking, proof.set, promise.pending, (end) => end === 1);
  return (
    inductive(checking, proof.set) ??
    (owing ? 'a state without a rank owes the promise' : null) ??
    (proof.form === 'rank'
      ? notRanked(checking, proof)
      : notFairlyRanked(
          program,
          checking.diagram,
          rootOf(checking.diagram, proof.set),
          proof.blocks,
          (s) => motion(checking, s),
        ))
  );
}

/** What is wrong with the first of a list with which something is. */
function first<T>(list: readonly T[], wrong: (one: T, at: number) => string | null): string | null {
  for (const [at, one] of list.entries()) {
    const why = wrong(one, at);
    if (why !== null) return why;
  }
  return null;
}

const isOwed = (all: readonly Some[], state: readonly number[]): boolean =>
  all.every((some) => holds(some, state));

function endOfRun(program: Program, run: readonly string[]): readonly number[] | string {
  const { states, refused } = follow(program, run);
  return refused === null ? states.at(-1)! : `the run's step '${refused}' cannot be taken`;
}

/** The initial state is in the set, and no step leads out of it. */
const inductive = (checking: Checking, set: number): string | null =>
  endOf(checking.diagram, rootOf(checking.diagram, set), checking.program.initial) === 0
    ? 'the initial state is not in the set'
    : closed(checking, set, () => true);

/** No step that counts leads out of a set. */
function closed(checking: Checking, set: number, counts: (actor: Actor) => boolean): string | null {
  const { program, diagram } = checking;
  return first(program.steps, ({ name, actor }, s) => {
    const by = motion(checking, s);
    if (by === null || !counts(program.actors[actor]!)) return null;
    const root = rootOf(diagram, set);
    const out = offence(
      diagram,
      root,
      by,
      (_, to) => to !== 0,
      () => true,
    );
    return out === null ? null : `the step '${name}' leads out of the set`;
  });
}

/** Whether these conditions hold in a state of the set at the end of whose path something stands. */
function somewhere(
  { diagram }: Checking,
  set: number,
  all: readonly Some[],
  end: (end: number) => boolean,
): boolean {
  const looking = motionOf(diagram, { when: all, moves: [], also: [] });
  const root = rootOf(diagram, set);
  if (looking === null) return false;
  const none = leadsTo(diagram, root, end);
  return (
    offence(
      diagram,
      root,
      looking,
      (from) => !end(from),
      (node) => !none(node),
    ) !== null
  );
}

function notTrapped(
  checking: Checking,
  { pending }: Promised,
  { run, by, set }: Extract<Proof, { readonly form: 'trap' }>,
): string | null {
  const { program, diagram } = checking;
  const end = endOfRun(program, run);
  if (typeof end === 'string') return end;
  const root = rootOf(diagram, set);
  if (endOf(diagram, root, end) === 0) return 'the run does not end in the trap';
  // In every state of the trap each condition holds: where one does not, the promise is not owed.
  for (const some of pending)
    if (disabledIn(checking, root, some)) return 'a state of the trap does not owe the promise';
  return closed(checking, set, by === 'fair' ? isFair : () => true);
}

/** Whether a condition does not hold in some state of a set. */
function disabledIn({ diagram }: Checking, root: number, some: Some): boolean {
  const looking = motionOf(diagram, { when: [some], moves: [], also: [] });
  const any = leadsTo(diagram, root, () => true);
  return disabled(diagram, root, looking === null ? [] : [looking], any) !== null;
}

/** A loop on which the promise is owed, and that is fair to everybody who is fair. */
function notStarving(
  program: Program,
  { pending }: Promised,
  run: readonly string[],
  loop: readonly string[],
): string | null {
  const start = endOfRun(program, run);
  if (typeof start === 'string') return start;
  const { states, steps, refused } = follow(program, loop, start);
  if (refused !== null) return `the loop's step '${refused}' cannot be taken`;
  if (states.at(-1)!.some((local, part) => local !== start[part]))
    return 'the loop does not come back to where it begins';
  if (!states.every((state) => isOwed(pending, state))) return 'the promise is kept on the loop';
  return first(program.actors, ({ name, fair }, actor) => {
    if (fair === 'none' || steps.some((step) => step.actor === actor)) return null;
    const own = program.steps.filter((step) => step.actor === actor);
    const can = states.filter((state) => own.some((step) => fire(program, step, state) !== null));
    const unfair = fair === 'strong' ? can.length > 0 : can.length === states.length;
    return unfair ? `the loop is not fair to ${name}` : null;
  });
}

/** Each state with a rank has a step, the one of its rank, that leads to a lower one. */
function notRanked(
  checking: Checking,
  { set, by, ranks }: Extract<Proof, { readonly form: 'rank' }>,
): string | null {
  const { program, diagram } = checking;
  const root = rootOf(diagram, set);
  if (!ranks.every(areNumbers)) return 'its ranks are no numbers';
  const rankOf = (end: number): number => (end === 1 ? 0 : (ranks[end - 2]?.[0] ?? -1));
  const strange = leadsTo(diagram, root, (end) => end > 1 && rankOf(end) <= 0)(root);
  if (strange) return 'a state has a rank that is none';
  return first([...new Set(ranks.map(([, step]) => step))], (step) => {
    const has = (end: number): boolean => end > 1 && ranks[end - 2]?.[1] === step;
    const asked = leadsTo(diagram, root, has);
    if (!asked(root)) return null;
    const one = program.steps[step];
    const moves = one === undefined ? null : motion(checking, step);
    if (one === undefined || moves === null) return 'the step of a rank never happens';
    if (by === 'fair' && !isFair(program.actors[one.actor]!))
      return `nobody has to take the step '${one.name}' of a rank`;
    if (disabled(diagram, root, [moves], asked) !== null)
      return `the step '${one.name}' of a rank is not enabled everywhere`;
    const lower = (from: number, to: number): boolean =>
      !has(from) || (to !== 0 && rankOf(to) < rankOf(from));
    return offence(diagram, root, moves, lower, (node) => !asked(node)) === null
      ? null
      : `the step '${one.name}' of a rank does not lead to a lower one`;
  });
}
