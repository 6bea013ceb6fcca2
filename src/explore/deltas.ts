import { Misuse } from '../system/misuse.ts';
import { nextLocal, type Program, type Step, type Some } from '../system/program.ts';
import type { Layout } from './layout.ts';
import { lookups, type Lookups } from './lookups.ts';

/**
 * What the steps of a program do to a packed state, as numbers: when each is enabled, and what to add to the lanes and to the hash.
 * A move that adds the same whatever its part's state is in the step's row; one that does not (a part that only goes along if it can,
 * say) is looked up by the part's local state. Both the generated and the interpreted stepper read exactly this.
 */
export type Deltas = {
  readonly layout: Layout;
  readonly steps: number;
  /** One condition a step. */
  readonly enabled: Lookups;
  /** `step * (lanes + 1)`: what to add to each lane, then to the hash. */
  readonly add: Int32Array;
  /** Looked-up moves of step r: `vary[r]` to `vary[r + 1]`. */
  readonly vary: Int32Array;
  /** Four a looked-up move: lane, shift, mask, and where in `byLocal` its part's local state 0 is. */
  readonly varying: Int32Array;
  /**
   * `step * words`: the steps that must be followed from a state which `step` first led to. A step is left out if it is independent of that
   * one and declared before it: taken in the other order, the two led to the same state from a state that came earlier. The row
   * after the last step's has all steps.
   */
  readonly keep: Int32Array;
  /** Two a local state: what to add to the lane, and to the hash. */
  readonly byLocal: Int32Array;
};

export const mostSteps = 65535;
/** Beyond so many steps `keep` costs more than it saves, and leaves out nothing. */
const mostPaired = 1024;

/** @throws Misuse for more than 65,535 steps: a step's number is kept in 16 bits. */
export function deltasOf(program: Program, layout: Layout): Deltas {
  const { steps, parts } = program;
  if (steps.length > mostSteps)
    throw new Misuse(
      `the system has ${steps.length} steps; the explicit engine takes at most ${mostSteps}`,
    );
  const weights = Int32Array.from(parts, (_, part) => scramble(part + 1));
  const wide = layout.lanes + 1;
  const add = new Int32Array(steps.length * wide);
  const vary = new Int32Array(steps.length + 1);
  const varying: number[] = [];
  const byLocal: number[] = [];
  const enabled = steps.map((step): Some[] => [
    ...step.when.map(({ some }) => some),
    ...step.moves.map((move) => [{ part: move.part, in: accepts(program, move) }]),
  ]);
  steps.forEach((step, r) => {
    for (const { part, event } of [...step.moves, ...step.also]) {
      const by = program.tables[parts[part]!.table]!.states.map((_, local) => {
        const after = nextLocal(program, part, event, local);
        return after < 0 ? 0 : after - local;
      });
      const possible = new Set(localsIn(by.length, part, enabled[r]!).map((local) => by[local]!));
      if (possible.size <= 1) {
        const [by = 0] = possible;
        add[r * wide + layout.lane[part]!]! += by << layout.shift[part]!;
        add[r * wide + layout.lanes]! += Math.imul(by, weights[part]!);
      } else {
        varying.push(layout.lane[part]!, layout.shift[part]!, layout.mask[part]!, byLocal.length);
        for (const one of by)
          byLocal.push(one << layout.shift[part]!, Math.imul(one, weights[part]!));
      }
    }
    vary[r + 1] = varying.length / 4;
  });
  return {
    layout,
    steps: steps.length,
    enabled: lookups(program, layout, enabled, weights),
    keep: keepOf(
      steps,
      steps.map((step, r) => changes(program, step, enabled[r]!)),
    ),
    add,
    vary,
    varying: Int32Array.from(varying),
    byLocal: Int32Array.from(byLocal),
  };
}

/** The parts whose state the step may change. */
function changes(program: Program, { moves, also }: Step, enabled: readonly Some[]): number[] {
  return [...moves, ...also]
    .filter(({ part, event }) =>
      localsIn(program.tables[program.parts[part]!.table]!.states.length, part, enabled).some(
        (local) => {
          const after = nextLocal(program, part, event, local);
          return after >= 0 && after !== local;
        },
      ),
    )
    .map(({ part }) => part);
}

function keepOf(steps: readonly Step[], writes: readonly (readonly number[])[]): Int32Array {
  const words = Math.ceil(steps.length / 32);
  const keep = new Int32Array((steps.length + 1) * words).fill(-1);
  if (steps.length > mostPaired) return keep;
  const reads = steps.map(
    ({ when, moves, also }) =>
      new Set([
        ...when.flatMap(({ some }) => some.map(({ part }) => part)),
        ...moves.map(({ part }) => part),
        ...also.map(({ part }) => part),
      ]),
  );
  for (let step = 0; step < steps.length; step++)
    for (let earlier = 0; earlier < step; earlier++) {
      if (
        writes[step]!.some((part) => reads[earlier]!.has(part)) ||
        writes[earlier]!.some((part) => reads[step]!.has(part))
      )
        continue;
      keep[step * words + (earlier >>> 5)]! &= ~(0x80000000 >>> (earlier & 31));
    }
  return keep;
}

function accepts(program: Program, { part, event }: Step['moves'][number]): number[] {
  return [...program.tables[program.parts[part]!.table]!.states.keys()].filter(
    (local) => nextLocal(program, part, event, local) >= 0,
  );
}

/** The local states that guards on this part alone leave it. */
function localsIn(count: number, part: number, all: readonly Some[]): number[] {
  const alone = all
    .filter((some) => some.length === 1 && some[0]!.part === part)
    .map((some) => new Set(some[0]!.in));
  return Array.from({ length: count }, (_, local) => local).filter((local) =>
    alone.every((locals) => locals.has(local)),
  );
}

/** 32 well-mixed bits of a small number, odd: the same on every run. */
function scramble(seed: number): number {
  let x = Math.imul(seed, 0x9e3779b9);
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) | 1;
}
