import { Misuse } from '../system/misuse.ts';
import { nextLocal, tableOf, type Program, type Some, type Step } from '../system/program.ts';
import { diagrams, scoped, type Diagrams, type Limits } from './diagrams.ts';
import { supportOf, type Order } from './order.ts';
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
  /** The level of each part, and the part at each level; entry 0 is no part. */
  readonly level: Int32Array;
  readonly part: Int32Array;
};

/** So many guards over several parts at once fit a mask. */
const mostOrs = 30;

/** @throws Misuse for a step with more than 30 guards that are "or"s over several parts */
export function encode(program: Program, order: Order, limits: Limits): Encoded {
  const levels = order.length;
  const level = new Int32Array(levels);
  const part = new Int32Array(levels + 1).fill(-1);
  order.forEach((p, place) => {
    level[p] = levels - place;
    part[levels - place] = p;
  });
  const domains = Array.from(part, (one) => (one < 0 ? 1 : tableOf(program, one).states.length));
  const d = diagrams(domains, limits);
  const r = relations(d);
  return {
    program,
    d,
    r,
    steps: program.steps.map((step) => relationOf({ program, r, level, part }, step)),
    initial: stateSet(d, part, program.initial),
    level,
    part,
  };
}

/** The set of one state, given by local states of parts. */
const stateSet = (d: Diagrams, part: Int32Array, locals: ArrayLike<number>): number =>
  box(
    d,
    Array.from(part, (one) => (one < 0 ? [] : [locals[one]!])),
  );

/** The set of one state, given by local states of parts. */
export const single = ({ d, part }: Encoded, locals: ArrayLike<number>): number =>
  stateSet(d, part, locals);

/** The local states of parts, from those of levels. */
export const byPart = ({ level }: Pick<Encoded, 'level'>, locals: ArrayLike<number>): number[] =>
  Array.from(level, (at) => locals[at]!);

/** The local states of levels, from those of parts. */
export const byLevel = ({ part }: Pick<Encoded, 'part'>, locals: ArrayLike<number>): number[] =>
  Array.from(part, (one) => (one < 0 ? 0 : locals[one]!));

/** All states, reachable or not, in which all of these hold. */
export const setOf = ({ d, level }: Encoded, all: readonly Some[]): number =>
  scoped(d, () => {
    let both = box(d, []);
    for (const some of all) {
      let either = 0;
      for (const { part, in: locals } of some) {
        const where: (readonly number[])[] = [];
        where[level[part]!] = locals.toSorted((a, b) => a - b);
        either = union(d, either, box(d, where));
      }
      both = intersection(d, both, either);
    }
    return both;
  });

/** What a step does at one level. */
type Local = {
  readonly level: number;
  /** For each local state, what it becomes, or -1 where the step is refused. */
  readonly after: Int32Array;
  /** For each local state, the "or"s over several parts that hold by it. */
  readonly fulfils: Int32Array;
};

/**
 * The relation of a step. A guard on one part is a look at its level. Of a guard over several parts a
 * bit is carried down, set as soon as one of its parts fulfils it. An optional move is a function of
 * its part alone, which stays where it refuses the event: no combinations.
 */
function relationOf(
  { program, r, level }: Pick<Encoded, 'program' | 'r' | 'level' | 'part'>,
  step: Step,
): number {
  const ors = step.when.map(({ some }) => some).filter((some) => !isOfOnePart(some));
  if (ors.some((some) => some.length === 0)) return 0;
  if (ors.length > mostOrs)
    throw new Misuse(
      `step ${step.name}: ${ors.length} guards over several parts; the symbolic engine takes ${mostOrs}`,
    );
  const locals = supportOf(step)
    .sort((a, b) => level[b]! - level[a]!)
    .map((part) => localOf(program, step, part, level[part]!, ors));
  const everyOr = 2 ** ors.length - 1;
  const known = new Map<number, number>();

  const below = (n: number, mask: number): number => {
    if (n === locals.length) return mask === everyOr ? 1 : 0;
    const key = n * (everyOr + 1) + mask;
    const before = known.get(key);
    if (before !== undefined) return before;
    const { after, fulfils, level: here } = locals[n]!;
    const arcs = Array.from(after, (to, local): number[] => {
      const rest = to < 0 ? 0 : below(n + 1, mask | fulfils[local]!);
      return rest === 0 ? [] : [to, rest];
    });
    const made = relation(r, here, arcs);
    known.set(key, made);
    return made;
  };
  return below(0, 0);
}

const isOfOnePart = (some: Some): boolean =>
  some.length > 0 && some.every(({ part }) => part === some[0]!.part);

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
