import { nodeOf, type Diagrams } from './diagrams.ts';
import type { Change, Pair, Queue } from './queues.ts';

/**
 * A queue as levels: one for each of those who may wait, and they are ranked from the top down. The
 * local state of a level is 0 while they do not wait; else how many of those ranked before wait
 * ahead, and one more. So the orders of those who wait are all products of such local states: a set
 * of all orders has as many nodes at a level as numbers of those ranked before who may wait.
 */
export type Leveled = Queue & {
  /** By rank: who it is, and the level. */
  readonly ranked: readonly number[];
  readonly levels: readonly number[];
};

const refused = [-1, 0] as const;

/**
 * What a change does at one level.
 *
 * - `enter`: who comes stands behind everybody who waits. Those ranked before them that wait are
 *   counted on the way down, and that count is how many are ahead. Those ranked after them stay as
 *   they are: a local state tells who is ahead, not who is behind.
 * - `leave`: who goes is at the head. Nobody ranked before is ahead of them, so their local state is 1;
 *   everybody ranked after who waits has them ahead, and then one fewer.
 * - `drop`: who goes may stand anywhere. How many of those ranked so far are ahead of their old place
 *   is carried down, so that only those who stood behind it have one fewer ahead.
 *
 * @param rank how far behind the one that the change is about; less than 0, before them
 * @param carried 0 at the first of the levels
 * @returns what the local state becomes, -1 where the change cannot be, and what is carried down
 */
export function changed(
  { kind, optional }: Change,
  rank: number,
  local: number,
  carried: number,
): readonly [number, number] {
  if (kind === 'enter') {
    if (rank < 0) return [local, carried + Number(local > 0)];
    if (rank > 0) return [local, 0];
    return local > 0 ? refused : [carried + 1, 0];
  }
  if (rank < 0) return [local, 0];
  if (rank === 0) {
    if (kind === 'leave') return local === 1 ? [0, 1] : refused;
    return local === 0 && !optional ? refused : [0, local];
  }
  if (local === 0 || carried === 0) return [local, carried];
  if (local > carried) return [local - 1, carried];
  return kind === 'leave' ? refused : [local, carried + 1];
}

/** The local state of a pair, as in `Pair`, by the places of its two; -1 for who does not wait. */
function stateOf(one: number, other: number): number {
  if (one < 0) return other < 0 ? 0 : 2;
  if (other < 0) return 1;
  return one < other ? 3 : 4;
}

/** Writes the local states of a queue's parts, from those of its levels. */
export function readQueue(
  { levels, ranked, pairs }: Leveled,
  byLevel: ArrayLike<number>,
  byPart: number[],
): void {
  const line: number[] = [];
  levels.forEach((level, rank) => {
    if (byLevel[level]! > 0) line.splice(byLevel[level]! - 1, 0, ranked[rank]!);
  });
  for (const { part, who, locals } of pairs)
    byPart[part] = locals[stateOf(line.indexOf(who[0]), line.indexOf(who[1]))]!;
}

/** Writes the local states of a queue's levels, which are 0, from those of its parts. */
export function writeQueue(
  { levels, ranked, pairs }: Leveled,
  byPart: ArrayLike<number>,
  byLevel: number[],
): void {
  const states = pairs.map(({ part, locals }) => locals.indexOf(byPart[part]!));
  pairs.forEach(({ who: [one, other] }, p) => {
    const [first, second] = [ranked.indexOf(one), ranked.indexOf(other)];
    const later = Math.max(first, second);
    if (states[p] === (first < second ? 3 : 4)) byLevel[levels[later]!]!++;
  });
  const waits = new Set(
    pairs.flatMap(({ who: [one, other] }, p) => [
      ...([1, 3, 4].includes(states[p]!) ? [one] : []),
      ...(states[p]! >= 2 ? [other] : []),
    ]),
  );
  for (const who of waits) byLevel[levels[ranked.indexOf(who)]!]!++;
}

/** All states, possible or not, in which a pair of a queue is in one of some local states. */
export function pairSet(
  d: Diagrams,
  { levels, ranked }: Leveled,
  { who, locals }: Pair,
  some: readonly number[],
): number {
  const wanted = new Set(some.map((local) => locals.indexOf(local)));
  const ranks = who.map((one) => ranked.indexOf(one));
  const swapped = ranks[0]! > ranks[1]!;
  const [first, second] = swapped ? [ranks[1]!, ranks[0]!] : [ranks[0]!, ranks[1]!];
  const holds = (one: number, other: number): boolean =>
    wanted.has(swapped ? stateOf(other, one) : stateOf(one, other));
  const known = new Map<string, number>();
  // Carried: how many are ahead of the first, or -1 where it does not wait.
  const after = (rank: number, local: number, carried: number): number => {
    if (rank === first) return local - 1;
    const between = rank > first && rank <= second && local > 0;
    return between && carried >= local - 1 ? carried + 1 : carried;
  };
  const below = (k: number, carried: number): number => {
    if (k < levels[second]!) return everything(d, k);
    const key = `${k} ${carried}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const rank = levels.indexOf(k);
    const pairs: number[] = [];
    for (let local = 0; local < d.domains[k]!; local++) {
      const next = after(rank, local, carried);
      if (rank === second && !holds(next, local - 1)) continue;
      const child = below(k - 1, next);
      if (child !== 0) pairs.push(local, child);
    }
    const node = nodeOf(d, Int32Array.from(pairs), pairs.length);
    known.set(key, node);
    return node;
  };
  return below(d.levels, -1);
}

/** All states of the levels up to this one. */
function everything(d: Diagrams, k: number): number {
  let node = 1;
  for (let at = 1; at <= k; at++) {
    const pairs = Array.from({ length: d.domains[at]! }, (_, local) => [local, node]).flat();
    node = nodeOf(d, Int32Array.from(pairs), pairs.length);
  }
  return node;
}
