import type { Verdict } from '../check/finding.ts';
import { fire, holds, type Program, type Some } from '../system/program.ts';
import { follow } from '../system/run.ts';
import type { Form, Proof, Proved } from './certificate.ts';
import { diagramOf, endOf, motionOf, rootOf } from './diagram.ts';
import { notFairlyRanked, notRanked, type Checked } from './ranks.ts';
import { isIdle, strays } from './walk.ts';

/** What a certificate establishes of a system. */
export type Established = {
  /** The verdict of each promise of which there is a whole proof, by its name. */
  readonly promises: ReadonlyMap<string, Verdict>;
  /** Whether an invariant holds, by its name. */
  readonly invariants: ReadonlyMap<string, boolean>;
  /** Why proofs are none, one line each: nothing follows from them. */
  readonly refused: readonly string[];
};

/**
 * Checks every premise of every proof. Shares nothing with the engines but the program.
 * @throws Misuse where the data have no meaning
 */
export function verify(proved: Proved): Established {
  const { program, proofs } = proved;
  const diagram = diagramOf(proved);
  const motions = program.steps.map((step) =>
    motionOf(
      diagram,
      step.when.map(({ some }) => some),
      step,
    ),
  );
  const refused: string[] = [];
  const proven = new Set<string>();
  const invariants = new Map<string, boolean>();
  for (const [n, proof] of proofs.entries()) {
    const root = 'set' in proof ? rootOf(diagram, proof.set) : 0;
    const why = complaint({ diagram, root, motions }, proof);
    if (why !== null) refused.push(`proof ${n + 1} (${proof.form}): ${why}`);
    else if (proof.form === 'invariant') for (const name of proof.holds) invariants.set(name, true);
    else if (proof.form === 'broken') invariants.set(proof.invariant, false);
    else proven.add(`${proof.form} ${'by' in proof ? proof.by : ''} ${proof.promise}`);
  }
  const promises = new Map<string, Verdict>();
  for (const { name } of program.promises) {
    const has = (form: string): boolean => proven.has(`${form} ${name}`);
    if (has('trap anybody')) promises.set(name, 'deadlock');
    else if (has('trap fair') && has('rank anybody')) promises.set(name, 'indefinite');
    else if (has('fair-loop ') && has('rank fair')) promises.set(name, 'unbounded');
    else if (has('fair-rank ')) promises.set(name, 'finite');
  }
  return { promises, invariants, refused };
}

/** Why a proof is none; null: all of its premises hold. */
function complaint(checked: Checked, proof: Proof): string | null {
  const { diagram, root } = checked;
  const { program } = diagram;
  /** Whether these conditions hold in a state at the end of whose path something of which `asks` holds stands. */
  const somewhere = (all: readonly Some[], asks: (end: number) => boolean): boolean =>
    strays(diagram, root, motionOf(diagram, all), (end) => !asks(end));

  if (proof.form === 'broken') {
    const asked = program.invariants.find(({ name }) => name === proof.invariant);
    const end = endOfRun(program, proof.run);
    if (end === null) return 'a step of the run cannot be taken';
    return asked !== undefined && allHold(asked.never, end) ? null : 'the run breaks nothing';
  }
  if (proof.form === 'invariant') {
    const asked = program.invariants.filter(({ name }) => proof.holds.includes(name));
    if (asked.length !== proof.holds.length) return 'it is of an invariant that is unknown';
    if (asked.some(({ never }) => somewhere(never, (end) => end > 0)))
      return 'a state of the set breaks an invariant';
    return notInductive(checked);
  }
  const promise = program.promises.find(({ name }) => name === proof.promise);
  if (promise === undefined) return 'it is of a promise that is unknown';
  if (proof.form === 'trap') return notTrapped(checked, promise.pending, proof);
  if (proof.form === 'fair-loop') return notFairLoop(program, promise.pending, proof);
  if (somewhere(promise.pending, (end) => end === 1)) return 'a state without a rank is pending';
  const ranked =
    proof.form === 'rank' ? notRanked(checked, proof) : notFairlyRanked(checked, proof);
  return notInductive(checked) ?? ranked;
}

const allHold = (all: readonly Some[], state: readonly number[]): boolean =>
  all.every((some) => holds(some, state));

/** Null: a step cannot be taken. */
function endOfRun(program: Program, run: readonly string[]): readonly number[] | null {
  const { states, refused } = follow(program, run);
  return refused === null ? states.at(-1)! : null;
}

/** The initial state is in the set, and no step leads out of it. */
const notInductive = (checked: Checked): string | null =>
  endOf(checked.diagram, checked.root, checked.diagram.program.initial) === 0
    ? 'the initial state is not in the set'
    : notClosed(checked, false);

/** No step leads out of the set; with `fair`, none of an actor that is fair. */
function notClosed({ diagram, root, motions }: Checked, fair: boolean): string | null {
  const { steps, actors } = diagram.program;
  const strayed = steps.find(
    ({ actor }, step) =>
      !(fair && actors[actor]!.fair === 'none') &&
      strays(diagram, root, motions[step]!, (_, to) => to !== 0),
  );
  return strayed === undefined ? null : `the step '${strayed.name}' leads out of the set`;
}

/** The run leads into a set in which each condition holds, and that no step leaves that counts. */
function notTrapped(
  checked: Checked,
  pending: readonly Some[],
  { run, by }: Form<'trap'>,
): string | null {
  const { diagram, root } = checked;
  const end = endOfRun(diagram.program, run);
  if (end === null) return 'a step of the run cannot be taken';
  if (endOf(diagram, root, end) === 0) return 'the run does not end in the trap';
  if (pending.some((some) => isIdle(diagram, root, [motionOf(diagram, [some])], (at) => at > 0)))
    return 'the promise is not pending in a state of the trap';
  return notClosed(checked, by !== 'anybody');
}

/** A loop on which the promise is pending, and that is fair to everybody who is fair. */
function notFairLoop(
  program: Program,
  pending: readonly Some[],
  { run, loop }: Form<'fair-loop'>,
): string | null {
  const start = endOfRun(program, run);
  if (start === null) return 'a step of the run cannot be taken';
  const { states, steps, refused } = follow(program, loop, start);
  if (refused !== null) return 'a step of the loop cannot be taken';
  if (states.at(-1)!.join() !== start.join()) return 'the loop does not come back';
  if (!states.every((state) => allHold(pending, state))) return 'the promise is kept on the loop';
  const unfair = program.actors.find(({ fair }, actor) => {
    const own = program.steps.filter((step) => step.actor === actor);
    const can = states.filter((state) => own.some((step) => fire(program, step, state) !== null));
    const owed = fair === 'strong' ? can.length > 0 : can.length === states.length;
    return fair !== 'none' && owed && !steps.some((step) => step.actor === actor);
  });
  return unfair === undefined ? null : `the loop is not fair to ${unfair.name}`;
}
