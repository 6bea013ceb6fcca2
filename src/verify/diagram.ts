import { Misuse } from '../system/misuse.ts';
import { nextLocal, tableOf, type Program, type Some, type Step } from '../system/program.ts';
import type { Proved } from './certificate.ts';

/**
 * The diagrams of a certificate, read only. A number below `ends` is what stands at the end of a path
 * (0: the state is not in the set), the others are nodes.
 */
export type Diagram = {
  readonly program: Program;
  /** The part at each level, from 1; level 0 is below all. */
  readonly part: readonly number[];
  readonly ends: number;
  /** Of each node: pairs of local state and child. */
  readonly kids: readonly (readonly number[])[];
  readonly level: readonly number[];
  /** Scratch space of walks: three words for each node, and how many walks there were. */
  readonly met: Int32Array;
  readonly rounds: { count: number };
};

const damaged = (what: string): never => {
  throw new Misuse(`the certificate is damaged: ${what}`);
};

/** Whether something is a list of whole numbers. */
export const areNumbers = (list: unknown): list is readonly number[] =>
  Array.isArray(list) && list.every((one) => Number.isInteger(one) && Math.abs(one) < 2 ** 30);

/** @throws Misuse where they are no diagrams: paths of different lengths, places that are not there */
export function diagramOf({ program, order, nodes }: Proved): Diagram {
  if (!areNumbers(order) || order.toSorted((a, b) => a - b).some((part, at) => part !== at))
    damaged('its order of the parts is none');
  if (order.length !== program.parts.length) damaged('its order lacks a part');
  if (!Array.isArray(nodes) || !nodes.every(areNumbers)) damaged('its diagrams are no numbers');
  const part = [-1, ...order.toReversed()];
  const ends = nodes.flat().reduce((most, one) => Math.max(most, 1 - one), 2);
  const kids = Array.from({ length: ends }, (): number[] => []);
  const level = kids.map(() => 0);
  for (const pairs of nodes) {
    const own = pairs.map((one, c) => (c % 2 === 0 ? one : one < 0 ? -one : one + ends));
    const k = (level[own[1] ?? -1] ?? NaN) + 1;
    const many = k < part.length ? tableOf(program, part[k]!).states.length : 0;
    const isNode = own.every((one, c) =>
      c % 2 === 0 ? one > (own[c - 2] ?? -1) && one < many : level[one] === k - 1,
    );
    if (!isNode || own.length % 2 === 1 || own.length === 0)
      damaged(`node ${kids.length - ends} is none`);
    kids.push(own);
    level.push(k);
  }
  const met = new Int32Array(3 * kids.length);
  return { program, part, ends, kids, level, met, rounds: { count: 0 } };
}

/** The root of a set. @throws Misuse */
export function rootOf({ level, ends, part }: Diagram, set: number): number {
  const isRoot = Number.isInteger(set) && set >= 0 && level[set + ends] === part.length - 1;
  return isRoot ? set + ends : damaged('a set is no root');
}

/** What a node has for a local state; 0 for nothing. */
export function child({ kids }: Diagram, node: number, local: number): number {
  const own = kids[node]!;
  for (let c = 0; c < own.length; c += 2) if (own[c] === local) return own[c + 1]!;
  return 0;
}

/** What stands at the end of a state's path. */
export const endOf = (diagram: Diagram, root: number, state: readonly number[]): number =>
  diagram.part.slice(1).reduceRight((node, part) => child(diagram, node, state[part]!), root);

/** For each node under a root, whether something of which this holds stands below it. */
export function leadsTo(
  { kids, ends }: Diagram,
  root: number,
  holds: (end: number) => boolean,
): (node: number) => boolean {
  const known = new Int8Array(kids.length);
  for (let end = 1; end < ends; end++) known[end] = holds(end) ? 1 : -1;
  const look = (node: number): number => {
    if (known[node] !== 0) return known[node]!;
    let found = -1;
    for (let c = 1; c < kids[node]!.length; c += 2) found = Math.max(found, look(kids[node]![c]!));
    return (known[node] = found);
  };
  look(root);
  return (node) => known[node] === 1;
}

/** What a step does, level by level; a condition is a step that moves nothing. */
export type Motion = {
  /** For each level what a local state becomes, -1 where the step is refused; null: it is not looked at. */
  readonly after: readonly (Int32Array | null)[];
  /** For each level and local state, the guards that hold by it, one bit each. */
  readonly fulfils: readonly Int32Array[];
  /** For each level, the guards that nothing below it can fulfil any more. */
  readonly due: Int32Array;
  /** No level below this one is looked at. */
  readonly lowest: number;
};

/** Null: a guard that nothing fulfils. @throws Misuse for more than 30 guards */
export function motionOf(
  { program, part }: Diagram,
  when: readonly Some[],
  { moves, also }: Pick<Step, 'moves' | 'also'> = { moves: [], also: [] },
): Motion | null {
  if (when.length > 30) throw new Misuse(`found ${when.length} guards of a step, expected 30`);
  if (when.some((some) => some.length === 0)) return null;
  const after: (Int32Array | null)[] = part.map(() => null);
  const fulfils = part.map(
    (one) => new Int32Array(one < 0 ? 0 : tableOf(program, one).states.length),
  );
  const due = new Int32Array(part.length);
  const own = (k: number): Int32Array => (after[k] ??= fulfils[k]!.map((_, local) => local));
  for (const { part: one, event } of moves)
    own(part.indexOf(one)).forEach((local, at, list) => {
      list[at] = nextLocal(program, one, event, local);
    });
  for (const { part: one, event } of also)
    own(part.indexOf(one)).forEach((local, at, list) => {
      list[at] = Math.max(nextLocal(program, one, event, local), -1);
      if (list[at] < 0) list[at] = local;
    });
  for (const [guard, some] of when.entries())
    for (const entry of some) {
      const k = part.indexOf(entry.part);
      own(k);
      for (const local of entry.in) fulfils[k]![local]! |= 1 << guard;
    }
  for (const [guard, some] of when.entries())
    due[Math.min(...some.map((entry) => part.indexOf(entry.part)))]! |= 1 << guard;
  const lowest = after.findIndex((list) => list !== null);
  return { after, fulfils, due, lowest: lowest < 0 ? part.length : lowest };
}

/** The guards that hold so far, without those that need no looking at any more; -1 where one failed. */
export function onward({ fulfils, due }: Motion, k: number, local: number, held: number): number {
  const now = held | fulfils[k]![local]!;
  return (now & due[k]!) === due[k] ? now & ~due[k]! : -1;
}
