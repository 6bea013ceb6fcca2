import { kept, scoped } from '../symbolic/diagrams.ts';
import { imageWithin } from '../symbolic/relations.ts';
import { closeWithin } from '../symbolic/saturate.ts';
import { acting, enabledOf, type Session } from '../symbolic/session.ts';
import { difference, intersection, union } from '../symbolic/sets.ts';

/** States of one rank, from each of which the step leads to a lower one. */
export type Rank = { readonly rank: number; readonly step: number; readonly set: number };

/**
 * Ranks for the states of `pending`, so that each has a step to a lower rank, or to where nothing is
 * pending; null where some state has no way there.
 * @param counts whether a step may be taken
 */
export function ranksOf(
  { program, d, r, all, back }: Session,
  pending: number,
  counts: (step: number) => boolean,
): readonly Rank[] | null {
  const steps = program.steps.flatMap((_, s) => (counts(s) && back[s] !== 0 ? [s] : []));
  const ranks: Rank[] = [];
  let done = difference(d, all, pending);
  let rest = pending;
  for (let before = -1; rest !== 0 && rest !== before;) {
    before = rest;
    for (const step of steps) {
      const set = imageWithin(r, done, back[step]!, rest);
      if (set === 0) continue;
      ranks.push({ rank: ranks.length + 1, step, set: kept(d, set) });
      done = union(d, done, set);
      rest = difference(d, rest, set);
    }
  }
  return rest === 0 ? ranks : null;
}

/** States in which an actor can act, and no step of theirs stays in the block. */
export type Block = {
  /** The place of the block around it in the list, or -1. */
  readonly parent: number;
  readonly rank: number;
  readonly actor: number;
  readonly set: number;
};

/** An actor that is fair and has steps. */
type Fair = { readonly actor: number; readonly strong: boolean; readonly steps: readonly number[] };

/**
 * Blocks for the states of `pending`, lowest first: no step leads from a block to a higher one, and no
 * step of a block's actor stays in it. Null where a fair run stays among the states for ever.
 */
export function blocksOf(session: Session, pending: number): readonly Block[] | null {
  const { program, steps } = session;
  const fair = program.actors.flatMap(({ fair: fairness }, actor): Fair[] => {
    const own = program.steps.flatMap((step, s) =>
      step.actor === actor && steps[s] !== 0 ? [s] : [],
    );
    return fairness === 'none' || own.length === 0
      ? []
      : [{ actor, strong: fairness === 'strong', steps: own }];
  });
  const blocks: Block[] = [];
  return divide({ session, fair, blocks }, pending, -1) ? blocks : null;
}

type Dividing = {
  readonly session: Session;
  readonly fair: readonly Fair[];
  readonly blocks: Block[];
};

/** Divides all states of a set into blocks with the same parent; false where that cannot be. */
function divide(dividing: Dividing, set: number, parent: number): boolean {
  const { session, fair, blocks } = dividing;
  const { d } = session;
  let left = set;
  let rank = 0;
  while (left !== 0) {
    const before = left;
    for (const one of fair) {
      const stuck = scoped(d, () => always(session, left, one));
      if (stuck === 0) continue;
      blocks.push({ parent, rank: rank++, actor: one.actor, set: stuck });
      left = difference(d, left, stuck);
    }
    if (left !== before) continue;
    const region = oneStrong(dividing, left, parent, rank++);
    if (region === 0) return false;
    left = difference(d, left, region);
  }
  return true;
}

/** The states of a set from which an actor can act whatever happens within it, and never does there. */
function always(session: Session, set: number, { actor, steps }: Fair): number {
  const { d, backAll } = session;
  const enabled = intersection(d, enabledOf(session, actor), set);
  if (enabled === 0) return 0;
  const goal = union(d, difference(d, set, enabled), acting(session, set, steps));
  return goal === 0 ? set : difference(d, set, closeWithin(backAll, goal, set));
}

/**
 * A block of a strongly fair actor that can act in some of its states and never does within it; the
 * other states are divided again. Returns all of its states, 0 where there is no such block.
 */
function oneStrong(dividing: Dividing, set: number, parent: number, rank: number): number {
  const { session, fair, blocks } = dividing;
  const { d, backAll } = session;
  for (const { actor, strong, steps } of fair) {
    if (!strong) continue;
    const acts = acting(session, set, steps);
    const region = acts === 0 ? set : difference(d, set, closeWithin(backAll, acts, set));
    const own = intersection(d, enabledOf(session, actor), region);
    if (own === 0) continue;
    const place = blocks.push({ parent, rank, actor, set: own }) - 1;
    if (divide(dividing, difference(d, region, own), place)) return region;
    blocks.length = place;
  }
  return 0;
}
