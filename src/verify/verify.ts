import type { Verdict } from '../check/finding.ts';
import { fire, holds, type Some } from '../system/program.ts';
import { follow } from '../system/run.ts';
import type { Established, Form, Proof, Proved } from './certificate.ts';
import { diagramOf, endOf, rootOf, type Checked } from './diagram.ts';
import { motionOf } from './motion.ts';
import { checkBlocks, checkRanks, demand, NoProof } from './ranks.ts';
import { isIdle, strays } from './walk.ts';

/**
 * Checks every premise of every proof. Shares nothing with the engines but the program.
 * @throws Misuse where the data have no meaning
 */
export function verify({ program, proofs, ...sets }: Proved): Established {
  const diagram = diagramOf({ program, proofs, ...sets });
  const motions = program.steps.map(({ when, moves, also }) => {
    const guards = when.map(({ some }) => some);
    return motionOf(diagram, guards, moves, also);
  });
  const refused: string[] = [];
  const proven = new Set<string>();
  const invariants = new Map<string, boolean>();
  for (const [n, proof] of proofs.entries()) {
    const root = 'set' in proof ? rootOf(diagram, proof.set) : 0;
    try {
      checkProof({ program, diagram, root, motions }, proof);
    } catch (error) {
      if (!(error instanceof NoProof)) throw error;
      refused.push(`proof ${n + 1} (${proof.form}): ${error.message}`);
      continue;
    }
    if (proof.form === 'invariant') for (const name of proof.holds) invariants.set(name, true);
    else if (proof.form === 'broken') invariants.set(proof.invariant, false);
    else proven.add(`${proof.form} ${'by' in proof ? proof.by : ''} ${proof.promise}`);
  }
  const promises = new Map(
    program.promises.flatMap(({ name }) => {
      const verdict = verdictOf((form) => proven.has(`${form} ${name}`));
      return verdict === null ? [] : [[name, verdict] as const];
    }),
  );
  return { promises, invariants, refused };
}

/** What the proofs that there are of a promise come to. */
function verdictOf(has: (form: string) => boolean): Verdict | null {
  if (has('trap anybody')) return 'deadlock';
  if (has('trap fair') && has('rank anybody')) return 'indefinite';
  if (has('fair-loop ') && has('rank fair')) return 'unbounded';
  return has('fair-rank ') ? 'finite' : null;
}

/** @throws NoProof for the first premise that does not hold */
function checkProof(checked: Checked, proof: Proof): void {
  const { program, diagram, root } = checked;
  const somewhere = (all: readonly Some[], asks: (end: number) => boolean): boolean =>
    strays(diagram, root, motionOf(diagram, all), (end) => !asks(end));

  if (proof.form === 'broken') {
    const never = program.invariants.find(({ name }) => name === proof.invariant)?.never ?? [[]];
    demand(allHold(never, endOfRun(checked, proof.run)), 'the run does not break the invariant');
  } else if (proof.form === 'invariant') {
    const asked = program.invariants.filter(({ name }) => proof.holds.includes(name));
    demand(asked.length === proof.holds.length, 'it is of an invariant that is unknown');
    const broken = asked.find(({ never }) => somewhere(never, (end) => end > 0));
    demand(broken === undefined, `a state of the set breaks ${broken?.name}`);
    checkInitial(checked);
    checkClosed(checked, () => true);
  } else {
    const promise = program.promises.find(({ name }) => name === proof.promise);
    const pending = promise?.pending ?? [];
    demand(promise !== undefined, 'it is of a promise that is unknown');
    if (proof.form === 'trap') return checkTrap(checked, pending, proof);
    if (proof.form === 'fair-loop') return checkFairLoop(checked, pending, proof);
    demand(!somewhere(pending, (end) => end === 1), 'a state without a rank is pending');
    checkInitial(checked);
    if (proof.form === 'fair-rank') return checkBlocks(checked, proof);
    checkClosed(checked, () => true);
    checkRanks(checked, proof);
  }
}

const allHold = (all: readonly Some[], state: readonly number[]): boolean =>
  all.every((some) => holds(some, state));

function endOfRun({ program }: Checked, run: readonly string[]): readonly number[] {
  const { states, refused } = follow(program, run);
  demand(refused === null, `the step '${refused}' of the run cannot be taken`);
  return states.at(-1)!;
}

function checkInitial({ program, diagram, root }: Checked): void {
  demand(endOf(diagram, root, program.initial) > 0, 'the initial state is not in the set');
}

/** No step that counts leads out of the set. */
function checkClosed(
  { program, diagram, root, motions }: Checked,
  counts: (actor: number) => boolean,
): void {
  // A state of the set that stays where it is does not leave it.
  const isIn = (_: number, to: number): boolean => to !== 0;
  const leads = (step: number): boolean => strays(diagram, root, motions[step]!, isIn, () => false);
  const strayed = program.steps.find(({ actor }, step) => counts(actor) && leads(step));
  demand(strayed === undefined, `the step '${strayed?.name}' leads out of the set`);
}

/** The run leads into a set in which each condition holds, and that no step leaves that counts. */
function checkTrap(checked: Checked, pending: readonly Some[], { run, by }: Form<'trap'>): void {
  const { program, diagram, root } = checked;
  const end = endOfRun(checked, run);
  demand(endOf(diagram, root, end) > 0, 'the run does not end in the trap');
  const fails = (some: Some): boolean =>
    isIdle(diagram, root, [motionOf(diagram, [some])], (at) => at > 0);
  demand(!pending.some(fails), 'the promise is not pending in a state of the trap');
  checkClosed(checked, (actor) => by === 'anybody' || program.actors[actor]!.fair !== 'none');
}

/** A loop on which the promise is pending, and that is fair to everybody who is fair. */
function checkFairLoop(
  checked: Checked,
  pending: readonly Some[],
  { run, loop }: Form<'fair-loop'>,
): void {
  const { program } = checked;
  const start = endOfRun(checked, run);
  const { states, steps, refused } = follow(program, loop, start);
  demand(refused === null, `the step '${refused}' of the loop cannot be taken`);
  demand(states.at(-1)!.join() === start.join(), 'the loop does not come back');
  demand(
    states.every((state) => allHold(pending, state)),
    'the promise is kept on the loop',
  );
  const unfair = program.actors.find(({ fair }, actor) => {
    const own = program.steps.filter((step) => step.actor === actor);
    const can = states.filter((state) => own.some((step) => fire(program, step, state) !== null));
    const owed = fair === 'strong' ? can.length > 0 : can.length === states.length;
    return fair !== 'none' && owed && !steps.some((step) => step.actor === actor);
  });
  demand(unfair === undefined, `the loop is not fair to ${unfair?.name}`);
}
