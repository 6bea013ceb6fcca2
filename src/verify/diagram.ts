import { Misuse } from '../system/misuse.ts';
import { tableOf, type Program } from '../system/program.ts';
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
  /** Scratch space of walks: three words for each node; and the walks there were. */
  readonly met: Int32Array;
  readonly walks: null[];
  /** Of roots that were asked for: the nodes under them, by level. */
  readonly layers: Map<number, readonly (readonly number[])[]>;
};

const damaged = (what: string): never => {
  throw new Misuse(`the certificate is damaged: ${what}`);
};

/** Whether something is a list of whole numbers. */
export const areNumbers = (list: unknown): list is readonly number[] =>
  Array.isArray(list) && list.every((one) => Number.isInteger(one) && Math.abs(one) < 2 ** 30);

/** More ranks or blocks than this nobody writes. */
const mostEnds = 2 ** 20;

/** @throws Misuse where they are no diagrams: paths of different lengths, places that are not there */
export function diagramOf({ program, order, nodes }: Proved): Diagram {
  const isOrder =
    areNumbers(order) && order.toSorted((a, b) => a - b).every((one, at) => one === at);
  if (!isOrder || order.length !== program.parts.length)
    damaged('its order of the parts is not valid');
  if (!Array.isArray(nodes) || !nodes.every(areNumbers)) damaged('its diagrams are no numbers');
  const part = [-1, ...order.toReversed()];
  const ends = nodes.flat().reduce((most, one) => Math.max(most, 1 - one), 2);
  if (ends > mostEnds) damaged('its paths end in numbers that are too large');
  const kids = Array.from({ length: ends }, (): readonly number[] => []);
  const level = kids.map(() => 0);
  for (const pairs of nodes) {
    const own = pairs.map((one, c) => (c % 2 === 0 ? one : childOf(one, ends)));
    const k = (level[own[1] ?? -1] ?? NaN) + 1;
    const many = k < part.length ? tableOf(program, part[k]!).states.length : 0;
    if (!isNode(own, level, k, many)) damaged(`node ${kids.length - ends} is none`);
    kids.push(own);
    level.push(k);
  }
  const met = new Int32Array(3 * kids.length);
  return { program, part, ends, kids, level, met, walks: [], layers: new Map() };
}

const childOf = (child: number, ends: number): number => (child < 0 ? -child : child + ends);

/** Pairs of a local state of `many`, ascending, and a child of the level below `k`. */
const isNode = (
  own: readonly number[],
  level: readonly number[],
  k: number,
  many: number,
): boolean =>
  own.length > 0 &&
  own.length % 2 === 0 &&
  own.every((one, c) =>
    c % 2 === 0 ? one > (own[c - 2] ?? -1) && one < many : level[one] === k - 1,
  );

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

/** The nodes under a root, by level. */
export function layersOf({ kids, part, layers }: Diagram, root: number) {
  const before = layers.get(root);
  if (before !== undefined) return before;
  const nodesByLevel: number[][] = part.map(() => []);
  nodesByLevel[part.length - 1] = [root];
  const seen = new Uint8Array(kids.length);
  for (let k = part.length - 1; k > 1; k--)
    for (const node of nodesByLevel[k]!)
      for (let c = 1; c < kids[node]!.length; c += 2) {
        const kid = kids[node]![c]!;
        if (seen[kid] === 0) nodesByLevel[k - 1]!.push(kid);
        seen[kid] = 1;
      }
  layers.set(root, nodesByLevel);
  return nodesByLevel;
}

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

/** What a step does at each level to each local state; a condition is a step that moves nothing. */
export type Motion = {
  /** What it becomes; -1 where the step is refused. Empty where it is not looked at: it stays. */
  readonly after: readonly Int32Array[];
  /** The guards that hold by it, one bit each. */
  readonly fulfils: readonly Int32Array[];
  /** For each level, the guards that nothing below it can fulfil any more. */
  readonly due: Int32Array;
  /** No level below the lowest is looked at, nor one above the highest. */
  readonly lowest: number;
  readonly highest: number;
};

/** A set that is checked: the diagrams, its root, and what each step of the program does. */
export type Checked = {
  readonly program: Program;
  readonly diagram: Diagram;
  readonly root: number;
  readonly motions: readonly (Motion | null)[];
};
