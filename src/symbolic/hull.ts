import { kept, scoped } from './diagrams.ts';
import { setOf } from './encode.ts';
import { imageWithin } from './relations.ts';
import { keptApart, returning } from './returning.ts';
import { closeWithin, closureOf, type Closure } from './saturate.ts';
import { acting, enabledOf, occursIn, type Session } from './session.ts';
import { difference, intersection, nodesByLevel, occurring, union } from './sets.ts';

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
  readonly owing: readonly Owing[];
  /** Whether states go that no fair component leads to, in place of those that lead to none. */
  readonly forwards: boolean;
  /** Whether any fair component is enough. */
  readonly any: boolean;
  readonly fewNodes: number;
  set: number;
  /**
   * The steps that may lie on a cycle within the set, and the closure over them; null: not known.
   */
  live: readonly number[];
  closure: Closure | null;
  /** Whether the set has changed since. */
  stale: boolean;
  /** What steps kept apart when the set was last looked at for blocks. */
  looked: string;
};

/** What is asked of a hull. */
export type HullOf = {
  /** In place of the states that lead to a fair component, those to which one leads. */
  readonly forwards?: boolean;
  /** Whether it is enough to know if there is any: some of the states then, if there are any. */
  readonly any?: boolean;
  /** Sets of fewer nodes are not looked at for blocks. */
  readonly fewNodes?: number;
};

/** Sets of fewer nodes are not worth looking at for blocks. */
const fewNodesByDefault = 2_000;
/** Blocks are worth it if each has at most this share of the nodes. */
const smallBlock = 0.75;

/**
 * The states of a set from which a fair run stays in it for ever: a part of the set in
 * which, for each weakly fair actor, every state leads to one where the actor acts or has nothing
 * to do, and, for each strongly fair one, every state in which it has something to do leads to one
 * where it acts; all within that part. Nobody has to move: a run may stand still where no fair
 * actor has a step. Every fair component (a strongly connected one in which a fair run can stay for
 * ever) lies in it, and in what satisfies the condition a bottom component is fair to all. The
 * condition is monotone, so the order in which it is applied is free.
 */
export function hull(
  session: Session,
  within: number,
  fair: Fair,
  { forwards = false, any = false, fewNodes = fewNodesByDefault }: HullOf = {},
): number {
  const { program, d, steps } = session;
  const live = program.steps.flatMap((_, s) => (steps[s] === 0 ? [] : [s]));
  const owing = program.actors.flatMap((_, actor): Owing[] => {
    const fairness = fair(actor);
    const own = live.filter((s) => program.steps[s]!.actor === actor);
    return fairness === 'none' || own.length === 0
      ? []
      : [{ actor, strong: fairness === 'strong', steps: own }];
  });
  const start = { set: within, live, closure: null, stale: true, looked: '' };
  return scoped(d, () => shrunk({ session, owing, forwards, any, fewNodes, ...start }));
}

/** The set of a hull once every actor is taken to be fair, again and again. */
function shrunk(h: Hull): number {
  const { d } = h.session;
  const within = kept(d, h.set);
  const mark = d.trail.length;
  for (let before = -1; h.set !== before && h.set !== 0;) {
    before = h.set;
    for (const owes of h.owing) {
      if (h.set === 0) break;
      const blocks = h.stale && !h.forwards ? blocksOf(h) : [];
      if (blocks.length > 0) return byBlocks(h, blocks);
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

/** The hulls of blocks, each by itself. */
function byBlocks(h: Hull, blocks: readonly number[]): number {
  const { d } = h.session;
  let found = 0;
  for (const set of blocks) {
    const own = { ...h, set, closure: null, stale: true };
    found = scoped(d, () => union(d, found, shrunk(own)));
    if (h.any && found !== 0) break;
  }
  return found;
}

/**
 * The set in blocks between which no live step leads, where these are much smaller than the set: by
 * the local states of one part that no live step leads from one to the other. Every fair component
 * is in one of them. A union of blocks that each lose other states has far more nodes than any of
 * them.
 */
function blocksOf(h: Hull): readonly number[] {
  const { session, set } = h;
  const { d, level } = session;
  const nodes = nodesByLevel(d, set)[0]!;
  if (nodes < h.fewNodes) return [];
  const here = refresh(h);
  const apart = [...keptApart(session, h.live, here)].filter(([part]) => level[part]! >= 0);
  const looked = JSON.stringify(apart);
  if (looked === h.looked) return [];
  h.looked = looked;
  let best: readonly number[] = [];
  let least = smallBlock * nodes;
  for (const [part, groups] of apart) {
    const blocks = groups.map((group) =>
      scoped(d, () => intersection(d, set, setOf(session, [[{ part, in: group }]]))),
    );
    const most = Math.max(...blocks.map((block) => nodesByLevel(d, block)[0]!));
    if (most > least) continue;
    best = blocks;
    least = most;
  }
  return best;
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
function refresh(h: Hull): (part: number, local: number) => boolean {
  const { session, set, forwards } = h;
  const { d, r, steps, back } = session;
  const stays = h.live.filter((s) => scoped(d, () => imageWithin(r, set, back[s]!, set)) !== 0);
  const occurs = occursIn(session, occurring(d, set));
  const live = returning(session, stays, occurs);
  h.stale = false;
  if (h.closure !== null && live.length === h.live.length) return occurs;
  h.live = live;
  h.closure = closureOf(
    r,
    live.map((s) => (forwards ? steps[s]! : back[s]!)),
  );
  return occurs;
}
