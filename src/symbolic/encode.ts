import { Misuse } from '../system/misuse.ts';
import { nextLocal, tableOf, type Program, type Some, type Step } from '../system/program.ts';
import { diagrams, kept, scoped, type Diagrams, type Limits } from './diagrams.ts';
import { supportOf, type Order } from './order.ts';
import { changed, pairSet, readQueue, writeQueue, type Leveled } from './queue-levels.ts';
import type { Change, Queue } from './queues.ts';
import { relation, relations, type Relations } from './relations.ts';
import { box, intersection, union } from './sets.ts';

/** A program as diagrams: its steps as relations, its states as sets. */
export type Encoded = {
  readonly program: Program;
  readonly d: Diagrams;
  readonly r: Relations;
  /** The relation of each step. */
  readonly steps: readonly number[];
  readonly initial: number;
  /** The level of each part, and the part at each level; -1 where there is none. */
  readonly level: Int32Array;
  readonly part: Int32Array;
  /** Parts that are kept as queues. */
  readonly queues: readonly Leveled[];
};

/** So many guards over several parts at once fit a mask. */
const mostOrs = 30;

/**
 * A program as diagrams under an order of its parts.
 * @param order parts, from the top level down; of a queue, in place of its parts, who may wait
 * @throws Misuse for a step with more than 30 guards that are "or"s over several parts
 */
export function encode(
  program: Program,
  order: Order,
  limits: Limits,
  queues: readonly Queue[] = [],
): Encoded {
  const levels = order.length;
  const level = new Int32Array(program.parts.length).fill(-1);
  const part = new Int32Array(levels + 1).fill(-1);
  order.forEach((p, place) => {
    if (p >= program.parts.length) return;
    level[p] = levels - place;
    part[levels - place] = p;
  });
  const domains = Array.from(part, (one) => (one < 0 ? 1 : tableOf(program, one).states.length));
  const leveled = queues.map((queue): Leveled => {
    const own = order.filter((one) => queue.standing.includes(one));
    const ownLevels = own.map((one) => levels - order.indexOf(one));
    ownLevels.forEach((k, rank) => {
      domains[k] = rank + 2;
    });
    return { ...queue, ranked: own.map((one) => queue.standing.indexOf(one)), levels: ownLevels };
  });
  const d = diagrams(domains, limits);
  const r = relations(d);
  const shape = { program, d, r, level, part, queues: leveled };
  return {
    ...shape,
    steps: program.steps.map((step, s) => relationOf(shape, step, s)),
    initial: single(shape, program.initial),
  };
}

/** The set of one state, given by local states of parts. */
export const single = (
  encoded: Pick<Encoded, 'd' | 'part' | 'queues'>,
  locals: ArrayLike<number>,
): number =>
  box(
    encoded.d,
    byLevel(encoded, locals).map((local, at) => (at === 0 ? [] : [local])),
  );

/** The local states of parts, from those of levels. */
export function byPart(
  { level, queues }: Pick<Encoded, 'level' | 'queues'>,
  locals: ArrayLike<number>,
): number[] {
  const parts = Array.from(level, (at) => (at < 0 ? -1 : locals[at]!));
  for (const queue of queues) readQueue(queue, locals, parts);
  return parts;
}

/** The local states of levels, from those of parts. */
export function byLevel(
  { part, queues }: Pick<Encoded, 'part' | 'queues'>,
  locals: ArrayLike<number>,
): number[] {
  const levels = Array.from(part, (one) => (one < 0 ? 0 : locals[one]!));
  for (const queue of queues) writeQueue(queue, locals, levels);
  return levels;
}

/** All states, reachable or not, in which all of these hold. */
export const setOf = (encoded: Encoded, conditions: readonly Some[]): number => {
  const { d } = encoded;
  return scoped(d, () => {
    let both = box(d, []);
    for (const some of conditions) {
      let either = 0;
      for (const entry of some) either = union(d, either, oneOf(encoded, entry));
      both = intersection(d, both, either);
    }
    return both;
  });
};

/** All states in which a part is in one of these local states. */
function oneOf({ d, level, queues }: Encoded, { part, in: locals }: Some[number]): number {
  for (const queue of queues) {
    const pair = queue.pairs.find((one) => one.part === part);
    if (pair !== undefined) return kept(d, pairSet(d, queue, pair, locals));
  }
  const where: (readonly number[])[] = [];
  where[level[part]!] = locals.toSorted((a, b) => a - b);
  return box(d, where);
}

/** What a step does at one level. */
type Local = {
  readonly level: number;
  /** For each local state, what it becomes, or -1 where the step is refused. */
  readonly after: Int32Array;
  /** For each local state, the "or"s over several parts that hold by it. */
  readonly fulfils: Int32Array;
};

/**
 * The relation of a step. A guard on one part is a look at its level. Of a guard over several parts
 * a bit is carried down, set as soon as one of its parts fulfils it. An optional move is a function
 * of its part alone, which stays where it refuses the event: no combinations. Of a queue a number
 * is carried down, too.
 */
function relationOf(
  { program, r, level, queues }: Pick<Encoded, 'program' | 'r' | 'level' | 'queues'>,
  step: Step,
  s: number,
): number {
  const ors = step.when.map(({ some }) => some).filter((some) => !isOfOnePart(some));
  if (ors.some((some) => some.length === 0)) return 0;
  if (ors.length > mostOrs)
    throw new Misuse(
      `step ${step.name}: ${ors.length} guards over several parts; the symbolic engine takes ${mostOrs}`,
    );
  const looks: (Local | Waiting)[] = supportOf(step)
    .filter((part) => level[part]! >= 0)
    .map((part) => localOf(program, step, part, level[part]!, ors));
  for (const { changes, levels, ranked } of queues) {
    const change = changes.get(s);
    if (change === undefined) continue;
    const own = ranked.indexOf(change.who);
    levels.forEach((at, rank) => looks.push({ level: at, change, rank: rank - own }));
  }
  looks.sort((a, b) => b.level - a.level);
  const everyOr = 2 ** ors.length - 1;
  const known = new Map<string, number>();

  const below = (n: number, mask: number, carried: number): number => {
    if (n === looks.length) return mask === everyOr ? 1 : 0;
    const key = `${n} ${mask} ${carried}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const look = looks[n]!;
    const arcs = Array.from({ length: r.d.domains[look.level]! }, (_, local): number[] => {
      const [to, next] =
        'change' in look
          ? changed(look.change, look.rank, local, carried)
          : ([look.after[local]!, carried] as const);
      const bits = 'change' in look ? 0 : look.fulfils[local]!;
      const rest = to < 0 ? 0 : below(n + 1, mask | bits, next);
      return rest === 0 ? [] : [to, rest];
    });
    const made = relation(r, look.level, arcs);
    known.set(key, made);
    return made;
  };
  return below(0, 0, 0);
}

/** What a step that changes a queue does at the level of somebody who may wait. */
type Waiting = {
  readonly level: number;
  readonly change: Change;
  /** How far below that of the one that the step is about; above it, less than 0. */
  readonly rank: number;
};

const isOfOnePart = (some: Some): boolean =>
  some.length > 0 && some.every(({ part }) => part === some[0]!.part);

/** What a step does at the level of one part. */
function localOf(
  program: Program,
  { when, moves, also }: Step,
  part: number,
  level: number,
  ors: readonly Some[],
): Local {
  const { states } = tableOf(program, part);
  const after = Int32Array.from(states, (_, local) => local);
  const must = moves.find((move) => move.part === part);
  const may = also.find((move) => move.part === part);
  for (let local = 0; local < after.length; local++) {
    if (must !== undefined) after[local] = nextLocal(program, part, must.event, local);
    else if (may !== undefined) {
      const next = nextLocal(program, part, may.event, local);
      if (next >= 0) after[local] = next;
    }
  }
  for (const { some } of when) {
    if (!isOfOnePart(some) || some[0]!.part !== part) continue;
    for (let local = 0; local < after.length; local++)
      if (!some.some(({ in: locals }) => locals.includes(local))) after[local] = -1;
  }
  const fulfils = new Int32Array(states.length);
  ors.forEach((some, bit) => {
    for (const entry of some)
      if (entry.part === part) for (const local of entry.in) fulfils[local]! |= 1 << bit;
  });
  return { level, after, fulfils };
}
