import { Misuse } from '../system/misuse.ts';
import { step, type Program, type Rule, type Some } from '../system/program.ts';
import type { Layout } from './layout.ts';
import { lookups, type Lookups } from './lookups.ts';

/**
 * What the rules of a program do to a packed state, as numbers: when each is enabled, and what to add to the lanes and to the hash.
 * A move that adds the same whatever its part's state is in the rule's row; one that does not (a part that only goes along if it can,
 * say) is looked up by the part's local state. Both the generated and the interpreted stepper read exactly this.
 */
export type Deltas = {
  readonly layout: Layout;
  readonly rules: number;
  /** One condition a rule. */
  readonly enabled: Lookups;
  /** `rule * (lanes + 1)`: what to add to each lane, then to the hash. */
  readonly add: Int32Array;
  /** Looked-up moves of rule r: `vary[r]` to `vary[r + 1]`. */
  readonly vary: Int32Array;
  /** Four a looked-up move: lane, shift, mask, and where in `byLocal` its part's local state 0 is. */
  readonly varying: Int32Array;
  /**
   * `rule * words`: the rules that must be followed from a state which `rule` first led to. A rule is left out if it is independent of that
   * one and declared before it: taken in the other order, the two led to the same state from a state that came earlier. The row
   * after the last rule's has all rules.
   */
  readonly keep: Int32Array;
  /** Two a local state: what to add to the lane, and to the hash. */
  readonly byLocal: Int32Array;
};

export const mostRules = 65535;
/** Beyond so many rules `keep` costs more than it saves, and leaves out nothing. */
const mostPaired = 1024;

/** @throws Misuse for more than 65,535 rules: a rule's number is kept in 16 bits. */
export function deltasOf(program: Program, layout: Layout): Deltas {
  const { rules, parts } = program;
  if (rules.length > mostRules) throw new Misuse(`the system has ${rules.length} rules; the explicit engine takes at most ${mostRules}`);
  const weights = Int32Array.from(parts, (_, part) => scramble(part + 1));
  const wide = layout.lanes + 1;
  const add = new Int32Array(rules.length * wide);
  const vary = new Int32Array(rules.length + 1);
  const varying: number[] = [];
  const byLocal: number[] = [];
  const enabled = rules.map((rule): Some[] => [...rule.when.map(({ some }) => some), ...rule.moves.map((move) => [{ part: move.part, in: accepts(program, move) }])]);
  rules.forEach((rule, r) => {
    for (const { part, event } of [...rule.moves, ...rule.also]) {
      const by = program.tables[parts[part]!.table]!.states.map((_, local) => {
        const after = step(program, part, event, local);
        return after < 0 ? 0 : after - local;
      });
      const possible = new Set(localsIn(by.length, part, enabled[r]!).map((local) => by[local]!));
      if (possible.size <= 1) {
        const [by = 0] = possible;
        add[r * wide + layout.lane[part]!]! += by << layout.shift[part]!;
        add[r * wide + layout.lanes]! += Math.imul(by, weights[part]!);
      } else {
        varying.push(layout.lane[part]!, layout.shift[part]!, layout.mask[part]!, byLocal.length);
        for (const one of by) byLocal.push(one << layout.shift[part]!, Math.imul(one, weights[part]!));
      }
    }
    vary[r + 1] = varying.length / 4;
  });
  return {
    layout, rules: rules.length, enabled: lookups(program, layout, enabled, weights),
    keep: keepOf(rules, rules.map((rule, r) => changes(program, rule, enabled[r]!))),
    add, vary, varying: Int32Array.from(varying), byLocal: Int32Array.from(byLocal),
  };
}

/** The parts whose state the rule may change. */
function changes(program: Program, { moves, also }: Rule, enabled: readonly Some[]): number[] {
  return [...moves, ...also].filter(({ part, event }) => localsIn(program.tables[program.parts[part]!.table]!.states.length, part, enabled).some((local) => {
    const after = step(program, part, event, local);
    return after >= 0 && after !== local;
  })).map(({ part }) => part);
}

function keepOf(rules: readonly Rule[], writes: readonly (readonly number[])[]): Int32Array {
  const words = Math.ceil(rules.length / 32);
  const keep = new Int32Array((rules.length + 1) * words).fill(-1);
  if (rules.length > mostPaired) return keep;
  const reads = rules.map(({ when, moves, also }) => new Set([...when.flatMap(({ some }) => some.map(({ part }) => part)), ...moves.map(({ part }) => part), ...also.map(({ part }) => part)]));
  for (let rule = 0; rule < rules.length; rule++) for (let earlier = 0; earlier < rule; earlier++) {
    if (writes[rule]!.some((part) => reads[earlier]!.has(part)) || writes[earlier]!.some((part) => reads[rule]!.has(part))) continue;
    keep[rule * words + (earlier >>> 5)]! &= ~(0x80000000 >>> (earlier & 31));
  }
  return keep;
}

function accepts(program: Program, { part, event }: Rule['moves'][number]): number[] {
  return [...program.tables[program.parts[part]!.table]!.states.keys()].filter((local) => step(program, part, event, local) >= 0);
}

/** The local states that guards on this part alone leave it. */
function localsIn(count: number, part: number, all: readonly Some[]): number[] {
  const alone = all.filter((some) => some.length === 1 && some[0]!.part === part).map((some) => new Set(some[0]!.in));
  return Array.from({ length: count }, (_, local) => local).filter((local) => alone.every((locals) => locals.has(local)));
}

/** 32 well-mixed bits of a small number, odd: the same on every run. */
function scramble(seed: number): number {
  let x = Math.imul(seed, 0x9e3779b9);
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) | 1;
}
