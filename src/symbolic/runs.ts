import { fire } from '../system/program.ts';
import { hold, scoped } from './diagrams.ts';
import { byLevel, single } from './encode.ts';
import { imageWithin } from './relations.ts';
import type { Rings, Session } from './session.ts';
import { difference, has, intersection, union } from './sets.ts';

/**
 * A way through the states: its steps, and the state in which it ends, one local state for each
 * part.
 */
export type Way = { readonly steps: readonly number[]; readonly end: readonly number[] };

/** Where a way may lead. */
export type Ground = {
  /** The states that it may enter. */
  readonly within: number;
  /** For each step, 1 where it may be taken; all steps, if null. */
  readonly allowed: Uint8Array | null;
};

/**
 * The shortest run to a state of `goal`, of several the one least in declaration order; null if
 * none.
 */
export function leastRun(session: Session, goal: number): Way | null {
  const { rings, all, program } = session;
  const ground: Ground = { within: all, allowed: null };
  return wayThrough(session, rings, program.initial, goal, ground);
}

/**
 * The shortest way from a state to one of `goal`, the least in declaration order; null if there is
 * none.
 */
export function leastWay(
  session: Session,
  from: readonly number[],
  goal: number,
  ground: Ground,
): Way | null {
  if (goal === 0) return null;
  const { d } = session;
  const [trail, held] = [d.trail.length, d.held.length];
  const start = hold(d, single(session, from));
  const rings: Rings = { list: [start], seen: start, whole: false };
  const way = wayThrough(session, rings, from, goal, ground);
  d.trail.length = trail;
  d.held.length = held;
  return way;
}

function wayThrough(
  session: Session,
  rings: Rings,
  from: readonly number[],
  goal: number,
  ground: Ground,
): Way | null {
  const { d } = session;
  let length = 0;
  while (intersection(d, rings.list[length]!, goal) === 0) {
    length++;
    if (length === rings.list.length && !widen(session, rings, ground)) return null;
  }
  return walked(session, from, towards(session, rings, length, goal, ground), ground);
}

/** One more ring; false if there is none. */
function widen(session: Session, rings: Rings, { within, allowed }: Ground): boolean {
  if (rings.whole) return false;
  const { d, r, steps } = session;
  const last = rings.list.at(-1)!;
  const next = scoped(d, () => {
    const to = steps.reduce(
      (set, step, s) =>
        allowed !== null && allowed[s] === 0
          ? set
          : union(d, set, imageWithin(r, last, step, within)),
      0,
    );
    return difference(d, to, rings.seen);
  });
  rings.whole = next === 0;
  if (rings.whole) return false;
  rings.list.push(hold(d, next));
  rings.seen = hold(d, union(d, rings.seen, next));
  return true;
}

/** Of each ring up to the goal the states that lie on a shortest way to it. */
function towards(
  session: Session,
  { list }: Rings,
  length: number,
  goal: number,
  { allowed }: Ground,
): number[] {
  const { d, r, back } = session;
  const on: number[] = [];
  on[length] = intersection(d, list[length]!, goal);
  for (let n = length - 1; n >= 0; n--)
    on[n] = scoped(d, () =>
      back.reduce(
        (set, step, s) =>
          allowed !== null && allowed[s] === 0
            ? set
            : union(d, set, imageWithin(r, on[n + 1]!, step, list[n]!)),
        0,
      ),
    );
  return on;
}

/**
 * From a state through these sets in turn, each time by the first step that leads into the next.
 */
function walked(
  session: Session,
  from: readonly number[],
  through: readonly number[],
  { allowed }: Ground,
): Way {
  const { program, d } = session;
  const steps: number[] = [];
  let state = from;
  for (const next of through.slice(1)) {
    for (let s = 0; s < program.steps.length; s++) {
      if (allowed !== null && allowed[s] === 0) continue;
      const after = fire(program, program.steps[s]!, state);
      if (after === null || !has(d, next, byLevel(session, after))) continue;
      steps.push(s);
      state = after;
      break;
    }
  }
  return { steps, end: state };
}
