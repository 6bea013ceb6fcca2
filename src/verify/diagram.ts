import { nextLocal, tableOf, type Program, type Some, type Step } from '../system/program.ts';
import { Misuse } from '../system/misuse.ts';
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
  /** The children of node n: pairs from `first[n - ends]` up to `first[n - ends + 1]`. */
  readonly first: Int32Array;
  readonly pairs: Int32Array;
  readonly level: Int32Array;
  /** Scratch space of walks: three words for each node, and how many walks there were. */
  readonly met: Int32Array;
  readonly rounds: { count: number };
};

const damaged = (what: string): never => {
  throw new Misuse(`the certificate is damaged: ${what}`);
};

/** Whether something is a list of whole numbers. */
export const areNumbers = (list: unknown): list is readonly number[] =>
  Array.isArray(list) &&
  list.every((one) => Number.isInteger(one) && Math.abs(one as number) < 2 ** 30);

/** @throws Misuse where they are no diagrams: paths of different lengths, places that are not there */
export function diagramOf({ program, order, nodes }: Proved): Diagram {
  if (!areNumbers(order) || !areNumbers(nodes)) return damaged('its diagrams are no numbers');
  const sorted = order.toSorted((a, b) => a - b);
  if (order.length !== program.parts.length || sorted.some((part, at) => part !== at))
    return damaged('its order of the parts is none');
  const part = [-1, ...order.toReversed()];
  const first = [0];
  const pairs: number[] = [];
  const level: number[] = [];
  let ends = 2;
  for (let at = 0; at < nodes.length;) {
    const many = nodes[at]!;
    let depth = 0;
    if (many < 1 || at + 2 * many >= nodes.length) return damaged(`node ${level.length} is cut`);
    for (let c = at + 1, before = -1; c <= at + 2 * many; c += 2) {
      const [local, child] = [nodes[c]!, nodes[c + 1]!];
      const under = child < 0 ? 1 : (level[child] ?? damaged(`node ${child} is not there yet`)) + 1;
      depth ||= under;
      const many = under < part.length ? tableOf(program, part[under]!).states.length : 0;
      if (under !== depth || local <= before || local >= many)
        return damaged(`node ${level.length} is none`);
      before = local;
      ends = Math.max(ends, 1 - child);
      pairs.push(local, child);
    }
    level.push(depth);
    first.push(pairs.length);
    at += 2 * many + 1;
  }
  for (let c = 1; c < pairs.length; c += 2)
    pairs[c] = pairs[c]! < 0 ? -pairs[c]! : pairs[c]! + ends;
  return {
    program,
    part,
    ends,
    first: Int32Array.from(first),
    pairs: Int32Array.from(pairs),
    level: Int32Array.from(level),
    met: new Int32Array(3 * (level.length + ends)),
    rounds: { count: 0 },
  };
}

/** The root of a set. @throws Misuse */
export function rootOf({ level, ends, part }: Diagram, set: unknown): number {
  if (typeof set !== 'number' || level[set] !== part.length - 1) return damaged('a set is no root');
  return set + ends;
}

/** What a node has for a local state; 0 for nothing. */
export function child({ first, pairs, ends }: Diagram, node: number, local: number): number {
  if (node === 0) return 0;
  for (let c = first[node - ends]!, last = first[node - ends + 1]!; c < last; c += 2)
    if (pairs[c] === local) return pairs[c + 1]!;
  return 0;
}

/** What stands at the end of a state's path. */
export function endOf(diagram: Diagram, root: number, state: readonly number[]): number {
  let node = root;
  for (let k = diagram.part.length - 1; k > 0; k--)
    node = child(diagram, node, state[diagram.part[k]!]!);
  return node;
}

/** For each node under a root, whether something of which this holds stands at the end of a path below it. */
export function leadsTo(
  diagram: Diagram,
  root: number,
  holds: (end: number) => boolean,
): (node: number) => boolean {
  const { first, pairs, ends } = diagram;
  const known = new Int8Array(first.length + ends);
  for (let end = 1; end < ends; end++) known[end] = holds(end) ? 1 : -1;
  const look = (node: number): number => {
    if (known[node] !== 0) return known[node]!;
    let found = -1;
    for (let c = first[node - ends]!, last = first[node - ends + 1]!; c < last; c += 2)
      if (look(pairs[c + 1]!) === 1) found = 1;
    known[node] = found;
    return found;
  };
  look(root);
  return (node) => known[node] === 1;
}

/** What a step does, level by level. */
export type Motion = {
  /** For each level what a local state becomes, -1 where the step is refused; null: nothing is looked at. */
  readonly after: readonly (Int32Array | null)[];
  /** For each level and local state, the guards over several parts that hold by it. */
  readonly fulfils: readonly (Int32Array | null)[];
  /** For each level, the guards that nothing below it can fulfil any more. */
  readonly due: Int32Array;
  /** No level below this one is looked at. */
  readonly lowest: number;
};

/** A condition is a step that moves nothing. Null: it never holds. */
export function motionOf(
  { program, part }: Diagram,
  { when, moves, also }: Pick<Step, 'moves' | 'also'> & { readonly when: readonly Some[] },
): Motion | null {
  const levelOf = (one: number): number => part.indexOf(one);
  const after: (Int32Array | null)[] = part.map(() => null);
  const fulfils: (Int32Array | null)[] = part.map(() => null);
  const due = new Int32Array(part.length);
  const own = (one: number): Int32Array =>
    (after[levelOf(one)] ??= Int32Array.from(tableOf(program, one).states, (_, local) => local));
  for (const { part: one, event } of [...moves, ...also])
    own(one).forEach((local, at, list) => {
      const to = nextLocal(program, one, event, local);
      list[at] = to >= 0 || moves.some((move) => move.part === one) ? to : local;
    });
  let guards = 0;
  for (const some of when) {
    const levels = [...new Set(some.map((entry) => levelOf(entry.part)))];
    if (levels.length === 0) return null;
    if (levels.length === 1) {
      const locals = some.flatMap((entry) => entry.in);
      const list = own(some[0]!.part);
      for (let local = 0; local < list.length; local++)
        if (!locals.includes(local)) list[local] = -1;
      continue;
    }
    const bit = 1 << guards++;
    if (guards > 30) throw new Misuse('a step has more than 30 guards over several parts');
    due[Math.min(...levels)]! |= bit;
    for (const entry of some) {
      const list = (fulfils[levelOf(entry.part)] ??= new Int32Array(own(entry.part).length));
      for (const local of entry.in) list[local]! |= bit;
    }
  }
  const lowest = after.findIndex((list) => list !== null);
  return { after, fulfils, due, lowest: lowest < 0 ? part.length : lowest };
}

/** The guards that hold so far, without those that need no looking at any more; -1 where one failed. */
export function onward(
  { fulfils, due }: Motion,
  level: number,
  local: number,
  held: number,
): number {
  const now = held | (fulfils[level]?.[local] ?? 0);
  return (now & due[level]!) === due[level]! ? now & ~due[level]! : -1;
}
