import { components } from '../check/components.ts';
import { tableOf } from '../system/program.ts';
import type { Arcs, Session } from './session.ts';

/**
 * The steps that can lie on a cycle: on a cycle every part comes back to its local state, so each
 * part that a step moves must have an arc of the step on a cycle of local arcs of such steps.
 * @param occurs whether a part is in a local state anywhere
 */
export function returning(
  { program, arcs }: Session,
  steps: readonly number[],
  occurs: (part: number, local: number) => boolean,
): readonly number[] {
  const occurring = ({ part, pairs }: Arcs): Arcs => ({
    part,
    pairs: pairs.filter(([from, to]) => occurs(part, from) && occurs(part, to)),
  });
  const left = new Map(steps.map((s) => [s, arcs[s]!.map(occurring)]));
  let live = steps;
  for (;;) {
    const pairs: (readonly [number, number])[][] = program.parts.map(() => []);
    for (const s of live) for (const arc of left.get(s)!) pairs[arc.part]!.push(...arc.pairs);
    const cycles = pairs.map((own, part) =>
      own.length === 0 ? null : cycleOf(tableOf(program, part).states.length, own),
    );
    const canReturn = ({ part, pairs: own }: Arcs): boolean =>
      own.some(([from, to]) => cycles[part]![from] === cycles[part]![to]);
    const next = live.filter((s) => left.get(s)!.every(canReturn));
    if (next.length === live.length) return live;
    live = next;
  }
}

/**
 * The parts that such steps keep from some of their local states: for each, its occurring local
 * states in groups between which no step of these moves it. Parts with a single group are left out.
 */
export function keptApart(
  { program, arcs }: Session,
  live: readonly number[],
  occurs: (part: number, local: number) => boolean,
): ReadonlyMap<number, readonly (readonly number[])[]> {
  const pairs = program.parts.map((): (readonly [number, number])[] => []);
  for (const s of live)
    for (const { part, pairs: own } of arcs[s]!)
      pairs[part]!.push(...own.filter(([from, to]) => occurs(part, from) && occurs(part, to)));
  const apart = new Map<number, (readonly number[])[]>();
  for (const part of program.parts.keys()) {
    const size = tableOf(program, part).states.length;
    const cycle = cycleOf(size, pairs[part]!);
    const groups = new Map<number, number[]>();
    for (let local = 0; local < size; local++) {
      if (!occurs(part, local)) continue;
      const group = groups.get(cycle[local]!);
      if (group === undefined) groups.set(cycle[local]!, [local]);
      else group.push(local);
    }
    if (groups.size > 1) apart.set(part, [...groups.values()]);
  }
  return apart;
}

/** The strongly connected component of each local state under these arcs. */
function cycleOf(size: number, pairs: readonly (readonly [number, number])[]): Int32Array {
  const first = new Uint32Array(size + 1);
  for (const [from] of pairs) first[from + 1]!++;
  for (let local = 0; local < size; local++) first[local + 1]! += first[local]!;
  const next = first.slice();
  const to = new Int32Array(pairs.length);
  for (const [from, after] of pairs) to[next[from]!++] = after;
  return components({ size, first, to, by: new Uint16Array(pairs.length) }).of;
}
