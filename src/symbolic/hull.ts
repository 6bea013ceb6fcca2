import { kept, scoped } from './diagrams.ts';
import { imageWithin } from './relations.ts';
import { returning } from './returning.ts';
import { closeWithin, closureOf, type Closure } from './saturate.ts';
import { acting, enabledOf, occursIn, type Session } from './session.ts';
import { difference, intersection, occurring, union } from './sets.ts';

/** In place of an actor's own fairness, so that an assumption can be dropped. */
export type Fair = (actor: number) => 'none' | 'weak' | 'strong';

/** Somebody who must act, and the steps of theirs that can happen. */
type Owing = {
  readonly actor: number;
  readonly strong: boolean;
  readonly steps: readonly number[];
};

/** A hull under way. */
type Hull = {
  readonly session: Session;
  /** Whether states go that no fair component leads to, in place of those that lead to none. */
  readonly forwards: boolean;
  set: number;
  /**
   * The steps that may lie on a cycle within the set, and the closure over them; null: not known.
   */
  live: readonly number[];
  closure: Closure | null;
  /** Whether the set has changed since. */
  stale: boolean;
};

/**
 * The states of a set from which a fair run stays in it for ever: the greatest part of the set in
 * which, for each weakly fair actor, every state leads to one where the actor acts or has nothing
 * to do, and, for each strongly fair one, every state in which it has something to do leads to one
 * where it acts; all within that part. Nobody has to move: a run may stand still where no fair
 * actor has a step. Every fair component (a strongly connected one in which a fair run can stay for
 * ever) satisfies that, and in what satisfies it a bottom component is fair to all. The condition
 * is monotone, so the order in which it is applied is free.
 * @param forwards in place of that, the states to which a fair component leads within the set
 */
export function hull(session: Session, within: number, fair: Fair, forwards = false): number {
  const { program, d, steps } = session;
  const live = program.steps.flatMap((_, s) => (steps[s] === 0 ? [] : [s]));
  const owing = program.actors.flatMap((_, actor): Owing[] => {
    const fairness = fair(actor);
    const own = live.filter((s) => program.steps[s]!.actor === actor);
    return fairness === 'none' || own.length === 0
      ? []
      : [{ actor, strong: fairness === 'strong', steps: own }];
  });

  const mark = d.trail.length;
  const h: Hull = { session, forwards, set: within, live, closure: null, stale: true };
  for (let before = -1; h.set !== before && h.set !== 0;) {
    before = h.set;
    for (const owes of owing) {
      if (h.set === 0) break;
      const set = scoped(d, () => served(h, owes));
      h.stale ||= set !== h.set;
      h.set = set;
      d.trail.length = mark;
      kept(d, within);
      kept(d, set);
      kept(d, before);
    }
  }
  d.trail.length = mark;
  return kept(d, h.set);
}

/** What is left of the set once an actor is taken to be fair. */
function served(h: Hull, { actor, strong, steps }: Owing): number {
  const { session, set } = h;
  const { d } = session;
  const enabled = intersection(d, enabledOf(session, actor), set);
  if (enabled === 0) return set;
  if (h.closure === null || h.stale) refresh(h);
  const live = new Set(h.live);
  const acts = actingIn(
    h,
    steps.filter((s) => live.has(s)),
  );
  const asked = strong ? enabled : set;
  const goal = strong ? acts : union(d, difference(d, set, enabled), acts);
  const short = difference(d, asked, goal);
  if (short === 0) return set;
  if (goal === 0) return difference(d, set, asked);
  const reached = leadingTo(h, goal);
  return strong ? difference(d, set, difference(d, asked, reached)) : reached;
}

/**
 * The states of the set that lead to a goal within it; forwards, those that the goal leads to. The
 * closure is kept to what is no goal: mostly a small part of the set, and what saturation costs is
 * seen in the nodes of its bound.
 */
function leadingTo({ session, forwards, set, live, closure }: Hull, goal: number): number {
  const { d, r, steps, back } = session;
  const rest = difference(d, set, goal);
  const by = forwards ? steps : back;
  const next = scoped(d, () =>
    live.reduce((found, s) => union(d, found, imageWithin(r, goal, by[s]!, rest)), 0),
  );
  return union(d, goal, closeWithin(closure!, next, rest));
}

/** The states of the set that one of these steps leads from, or to, within it. */
function actingIn({ session, forwards, set }: Hull, by: readonly number[]): number {
  if (!forwards) return acting(session, set, by);
  const { d, r, steps } = session;
  return scoped(d, () =>
    by.reduce((found, s) => union(d, found, imageWithin(r, set, steps[s]!, set)), 0),
  );
}

/**
 * Leaves out the steps that lie on no cycle within the set any more: they lead to no fair
 * component.
 */
function refresh(h: Hull): void {
  const { session, set, forwards } = h;
  const { d, r, steps, back } = session;
  const stays = h.live.filter((s) => scoped(d, () => imageWithin(r, set, back[s]!, set)) !== 0);
  const live = returning(session, stays, occursIn(session, occurring(d, set)));
  h.stale = false;
  if (h.closure !== null && live.length === h.live.length) return;
  h.live = live;
  h.closure = closureOf(
    r,
    live.map((s) => (forwards ? steps[s]! : back[s]!)),
  );
}
