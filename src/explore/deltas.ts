import { Misuse } from '../system/misuse.ts';
import {
  accepting,
  nextLocal,
  tableOf,
  type Program,
  type Some,
  type Step,
} from '../system/program.ts';
import { isComputed, valueOf, type Layout } from './layout.ts';
import { lookups, type Lookups } from './lookups.ts';

/**
 * What the steps of a program do to a packed state, as numbers: when each is enabled, and what to
 * add to the lanes and to the hash. A move that adds the same whatever its part's local state is,
 * stands in the step's row. A move that does not (an optional one, say) is looked up by the part's
 * local state. Both the generated and the interpreted stepper read exactly this.
 */
export type Deltas = {
  readonly layout: Layout;
  readonly steps: number;
  /** One condition for each step. */
  readonly enabled: Lookups;
  /** `step * (lanes + 1)`: what to add to each lane that is stored, then to the hash. */
  readonly add: Int32Array;
  /** The looked-up moves of step r are those from `vary[r]` up to `vary[r + 1]`. */
  readonly vary: Int32Array;
  /** For each looked-up move, lane, shift, mask, and where in `byLocal` local state 0 is. */
  readonly varying: Int32Array;
  /**
   * `step * words`: the steps that must be followed from a state which `step` first led to. A step
   * is left out if it is independent of that one and declared before it: taken in the other order,
   * the two led to the same state from a state that came earlier. The row after the last step's has
   * all steps. (A partial-order reduction of edges to follow, not of states: none is missed.)
   */
  readonly keep: Int32Array;
  /** For each local state, what to add to the lane, and to the hash. */
  readonly byLocal: Int32Array;
};

/** A step's number is kept in 16 bits. */
const mostSteps = 65535;
/** Beyond so many steps `keep` costs more than it saves, and leaves out nothing. */
const mostPaired = 1024;

/** @throws Misuse for more than 65,535 steps */
export function deltasOf(program: Program, layout: Layout): Deltas {
  const { steps } = program;
  if (steps.length > mostSteps)
    throw new Misuse(
      `the system has ${steps.length} steps; the explicit engine takes at most ${mostSteps}`,
    );
  const weights = weightsOf(layout);
  const guards = steps.map((step): Some[] => [
    ...step.when.map(({ some }) => some),
    ...step.moves.map((move) => [{ part: move.part, in: accepting(program, move) }]),
  ]);
  const written = steps.map((step, r) => changes(program, step, guards[r]!));
  return {
    layout,
    steps: steps.length,
    enabled: lookups(program, layout, guards, weights),
    keep: keepOf(steps, written),
    ...sums(program, layout, guards, weights),
  };
}

/** What each step adds: what is always the same in its row, the rest to be looked up. */
function sums(
  program: Program,
  layout: Layout,
  guards: readonly (readonly Some[])[],
  weights: Int32Array,
): Pick<Deltas, 'add' | 'vary' | 'varying' | 'byLocal'> {
  const { steps } = program;
  const { lanes, lane, shift, mask } = layout;
  const wide = lanes + 1;
  const add = new Int32Array(steps.length * wide);
  const vary = new Int32Array(steps.length + 1);
  const varying: number[] = [];
  const byLocal: number[] = [];
  steps.forEach(({ moves, also }, r) => {
    for (const { part, event } of [...moves, ...also]) {
      if (isComputed(layout, part)) continue;
      const change = changeByValue(program, layout, part, event);
      const { length } = tableOf(program, part).states;
      const possible = new Set(
        localsUnder(guards[r]!, part, length).flatMap((local) => {
          const value = valueOf(layout, part, local);
          return value < 0 ? [] : [change[value]!];
        }),
      );
      if (possible.size <= 1) {
        const [by = 0] = possible;
        add[r * wide + lane[part]!]! += by << shift[part]!;
        add[r * wide + lanes]! += Math.imul(by, weights[part]!);
      } else {
        varying.push(lane[part]!, shift[part]!, mask[part]!, byLocal.length);
        for (const by of change) byLocal.push(by << shift[part]!, Math.imul(by, weights[part]!));
      }
    }
    vary[r + 1] = varying.length / 4;
  });
  return { add, vary, varying: Int32Array.from(varying), byLocal: Int32Array.from(byLocal) };
}

/**
 * For each local state of a part, what an event adds to its number; nothing where it is refused.
 */
const changeByLocal = (program: Program, part: number, event: number): number[] =>
  tableOf(program, part).states.map((_, local) => {
    const after = nextLocal(program, part, event, local);
    return after < 0 ? 0 : after - local;
  });

/** For each value of a part, what an event adds to it; nothing where it is refused or never happens. */
const changeByValue = (program: Program, layout: Layout, part: number, event: number): number[] =>
  layout.locals[part]!.map((local, value) => {
    const after = nextLocal(program, part, event, local);
    const behind = after < 0 ? -1 : valueOf(layout, part, after);
    return behind < 0 ? 0 : behind - value;
  });

/** The parts whose local state the step may change. */
function changes(program: Program, { moves, also }: Step, guards: readonly Some[]): number[] {
  const moved = [...moves, ...also].filter(({ part, event }) => {
    const change = changeByLocal(program, part, event);
    return localsUnder(guards, part, change.length).some((local) => change[local] !== 0);
  });
  return moved.map(({ part }) => part);
}

/** @param writes the parts that each step may change */
function keepOf(steps: readonly Step[], writes: readonly (readonly number[])[]): Int32Array {
  const words = Math.ceil(steps.length / 32);
  const keep = new Int32Array((steps.length + 1) * words).fill(-1);
  if (steps.length > mostPaired) return keep;

  const reads = steps.map(readsOf);
  const disturbs = (writer: number, reader: number): boolean =>
    writes[writer]!.some((part) => reads[reader]!.has(part));
  for (let step = 0; step < steps.length; step++)
    for (let earlier = 0; earlier < step; earlier++)
      if (!disturbs(step, earlier) && !disturbs(earlier, step))
        keep[step * words + (earlier >>> 5)]! &= ~(0x80000000 >>> (earlier & 31));
  return keep;
}

/** The parts on whose local state it depends whether and how the step is taken. */
const readsOf = ({ when, moves, also }: Step): Set<number> =>
  new Set([
    ...when.flatMap(({ some }) => some.map(({ part }) => part)),
    ...moves.map(({ part }) => part),
    ...also.map(({ part }) => part),
  ]);

/** The local states that guards on this part alone leave it. */
function localsUnder(guards: readonly Some[], part: number, count: number): number[] {
  const alone = guards
    .filter((some) => some.length === 1 && some[0]!.part === part)
    .map((some) => new Set(some[0]!.in));
  return Array.from({ length: count }, (_, local) => local).filter((local) =>
    alone.every((locals) => locals.has(local)),
  );
}

/** Packed states are as many as fit into 32 bits, or fewer. */
export const isExact = ({ domain }: Layout): boolean => domain <= 2 ** 32;

/**
 * What the value of each part is times in the linear hash. Where 32 bits can tell all packed states
 * apart, they do: the hash is the place of the state among all, in a mixed radix.
 */
function weightsOf(layout: Layout): Int32Array {
  let radix = 1;
  return Int32Array.from(layout.locals, ({ length }, part) => {
    if (isComputed(layout, part)) return 0;
    if (!isExact(layout)) return scramble(part + 1);
    const weight = radix;
    radix *= length;
    return weight;
  });
}

/** 32 well-mixed bits of a small number, odd: the same on every run. */
function scramble(seed: number): number {
  let x = Math.imul(seed, 0x9e3779b9);
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) | 1;
}
