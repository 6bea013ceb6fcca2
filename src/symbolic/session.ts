import { nextLocal, tableOf, type Program, type Some } from '../system/program.ts';
import { hold, scoped } from './diagrams.ts';
import { setOf } from './encode.ts';
import type { Reached } from './reach.ts';
import { guard, image, imageWithin, inverse } from './relations.ts';
import { closureOf, type Closure } from './saturate.ts';
import { intersection, union } from './sets.ts';

/** The local states of a part between which a step moves it. */
export type Arcs = {
  readonly part: number;
  readonly pairs: readonly (readonly [number, number])[];
};

/** States by their distance from a start: `list[n]` are those that n steps lead to and no fewer. */
export type Rings = {
  readonly list: number[];
  /** All states of the list. */
  seen: number;
  /** Whether there are no others. */
  whole: boolean;
};

/** A reached program with what its questions share. */
export type Session = Reached & {
  /** Of each step: its relation backwards. */
  readonly back: readonly number[];
  /** Of each step: the identity where it is enabled. */
  readonly guards: readonly number[];
  /** Of each step: what it moves. */
  readonly arcs: readonly (readonly Arcs[])[];
  /** For each step, 1 unless it is the environment's. */
  readonly ours: Uint8Array;
  /** Closure backwards over all steps, and over those that are not the environment's. */
  readonly backAll: Closure;
  readonly backOurs: Closure;
  readonly onAll: Closure;
  readonly onOurs: Closure;
  /** The states by their distance from the initial one, as far as they were asked for. */
  readonly rings: Rings;
  /** The states in which each actor has an enabled step, once asked for. */
  readonly enabled: Map<number, number>;
};

/** What the questions to a reached program share. */
export function sessionOf(reached: Reached): Session {
  const { program, r, d, steps, all, initial } = reached;
  hold(d, all);
  hold(d, initial);
  const back = steps.map((step) => inverse(r, step));
  const ours = Uint8Array.from(program.steps, ({ actor }) =>
    Number(program.actors[actor]!.fair !== 'none'),
  );
  const own = <T>(list: readonly T[]): T[] => list.filter((_, step) => ours[step] === 1);
  const backAll = closureOf(r, back);
  const onAll = closureOf(r, steps);
  const same = !ours.includes(0);
  return {
    ...reached,
    back,
    guards: steps.map((step) => guard(r, step)),
    arcs: program.steps.map((_, step) => arcsOf(program, step)),
    ours,
    backAll,
    backOurs: same ? backAll : closureOf(r, own(back)),
    onAll,
    onOurs: same ? onAll : closureOf(r, own(steps)),
    rings: { list: [initial], seen: initial, whole: false },
    enabled: new Map(),
  };
}

/** The reachable states in which all of these hold. */
export const among = (session: Session, conditions: readonly Some[]): number =>
  scoped(session.d, () => intersection(session.d, session.all, setOf(session, conditions)));

/**
 * Whether a part may be in a local state, by which local states levels have; of a part of a queue,
 * by who waits.
 */
export function occursIn(
  { level, queues }: Session,
  here: readonly Uint8Array[],
): (part: number, local: number) => boolean {
  const may = new Map<number, (local: number) => boolean>();
  for (const { pairs, levels, ranked } of queues)
    for (const { part, who, locals } of pairs) {
      const [firstHere, secondHere] = who.map((w) => here[levels[ranked.indexOf(w)]!]!);
      const waits = (by: Uint8Array | undefined): boolean => by!.includes(1, 1);
      may.set(part, (local) => {
        const state = locals.indexOf(local);
        const first = state === 0 || state === 2 ? firstHere![0] === 1 : waits(firstHere);
        return first && (state < 2 ? secondHere![0] === 1 : waits(secondHere));
      });
    }
  return (part, local) => may.get(part)?.(local) ?? here[level[part]!]![local] === 1;
}

/** The reachable states in which some step of an actor is enabled. */
export function enabledOf(session: Session, actor: number): number {
  const { program, d, r, all: reachable, guards, enabled } = session;
  const before = enabled.get(actor);
  if (before !== undefined) return before;
  const states = scoped(d, () =>
    program.steps.reduce(
      (set, step, s) =>
        step.actor === actor ? union(d, set, image(r, reachable, guards[s]!)) : set,
      0,
    ),
  );
  enabled.set(actor, hold(d, states));
  return states;
}

/** The states of a set from which one of these steps leads to a state of it. */
export const acting = ({ d, r, back }: Session, set: number, steps: readonly number[]): number =>
  scoped(d, () =>
    steps.reduce((found, step) => union(d, found, imageWithin(r, set, back[step]!, set)), 0),
  );

/**
 * The local states between which a step moves its parts, under its guards on each of them alone.
 */
function arcsOf(program: Program, s: number): Arcs[] {
  const { when, moves, also } = program.steps[s]!;
  const optional = new Set(also);
  return [...moves, ...also].map((move): Arcs => {
    const { part, event } = move;
    const alone = when.filter(({ some }) => some.length === 1 && some[0]!.part === part);
    const pairs: [number, number][] = [];
    tableOf(program, part).states.forEach((_, local) => {
      if (!alone.every(({ some }) => some[0]!.in.includes(local))) return;
      const after = nextLocal(program, part, event, local);
      if (after >= 0) pairs.push([local, after]);
      else if (optional.has(move)) pairs.push([local, local]);
    });
    return { part, pairs };
  });
}
