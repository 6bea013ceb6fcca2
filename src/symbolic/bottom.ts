import { tableOf } from '../system/program.ts';
import { apart, kept, scoped } from './diagrams.ts';
import { byPart, setOf, single } from './encode.ts';
import { image } from './relations.ts';
import { leastWay, type Ground, type Way } from './runs.ts';
import { close, closeWithin, type Closure } from './saturate.ts';
import type { Session } from './session.ts';
import { difference, intersection, member, occurring, union } from './sets.ts';

/** A bottom strongly connected component, which no step leaves, and the shortest way to it. */
export type Bottom = Way & {
  /** For each part, the local states that it takes there, ascending. */
  readonly footprint: readonly (readonly number[])[];
};

/**
 * The shortest way from a state to a bottom component, the least in declaration order.
 * @param ours whether the environment's steps do not count
 */
export function bottomFrom(session: Session, from: readonly number[], ours: boolean): Bottom {
  const { d, onAll, onOurs, all: reachable } = session;
  const on = ours ? onOurs : onAll;
  return apart(d, () => {
    const region = close(on, single(session, from));
    const ground: Ground = { within: reachable, allowed: ours ? session.ours : null };
    const way = leastWay(session, from, bottoms(session, region, ours), ground)!;
    const footprint = footprintOf(session, close(on, single(session, way.end)));
    return { ...way, footprint };
  });
}

/** For each part, the local states that it takes in a set, ascending. */
function footprintOf(session: Session, set: number): number[][] {
  const { d, level, program } = session;
  const here = occurring(d, set);
  const takes = (part: number, local: number): boolean =>
    level[part]! >= 0
      ? here[level[part]!]![local] === 1
      : intersection(d, set, setOf(session, [[{ part, in: [local] }]])) !== 0;
  return program.parts.map((_, part) =>
    [...tableOf(program, part).states.keys()].filter((local) => takes(part, local)),
  );
}

/**
 * All states of a closed region that lie in bottom components (Xie, Beerel). What a state leads to
 * is a bottom component if all of it leads back to the state. What leads into a bottom component
 * without being in it is in no bottom component at all, so it is taken out of the search.
 */
function bottoms(session: Session, region: number, ours: boolean): number {
  const { d, backAll, backOurs, onAll, onOurs } = session;
  const [on, back] = ours ? [onOurs, backOurs] : [onAll, backAll];
  const ends = scoped(d, () => difference(d, region, leaving(session, region, ours)));
  let inBottoms = ends;
  let rest = difference(d, region, closeWithin(back, ends, region));
  const mark = d.trail.length;
  while (rest !== 0) {
    const { bottom, leading } = oneBottom(session, rest, region, on, back);
    inBottoms = union(d, inBottoms, bottom);
    rest = difference(d, rest, leading);
    d.trail.length = mark;
    kept(d, inBottoms);
    kept(d, rest);
  }
  return inBottoms;
}

/** The states of a region in which some step is enabled. */
const leaving = ({ d, r, guards, ours: own }: Session, region: number, ours: boolean): number =>
  guards.reduce(
    (set, step, s) => (ours && own[s] === 0 ? set : union(d, set, image(r, region, step))),
    0,
  );

/** A bottom component that some state of `rest` leads to, and all that leads to it. */
function oneBottom(
  session: Session,
  rest: number,
  region: number,
  on: Closure,
  back: Closure,
): { readonly bottom: number; readonly leading: number } {
  const { d } = session;
  let from = single(session, byPart(session, member(d, rest)));
  for (;;) {
    const bottom = close(on, from);
    const leading = closeWithin(back, from, region);
    const beyond = difference(d, bottom, leading);
    if (beyond === 0) return { bottom, leading };
    from = single(session, byPart(session, member(d, beyond)));
  }
}
