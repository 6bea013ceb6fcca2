import { Misuse } from '../system/misuse.ts';
import { nextLocal, tableOf, type Move, type Some } from '../system/program.ts';
import type { Diagram, Motion } from './diagram.ts';

/** Of a part that a step does not look at. */
const none = new Int32Array(0);

/** Null: a guard that nothing fulfils. @throws Misuse for more than 30 guards */
export function motionOf(
  { program, part }: Diagram,
  when: readonly Some[],
  moves: readonly Move[] = [],
  also: readonly Move[] = [],
): Motion | null {
  if (when.length > 30) throw new Misuse(`found ${when.length} guards of a step, expected 30`);
  const due = new Int32Array(part.length);
  const levels = when.map((some) => some.map((one) => part.indexOf(one.part)));
  levels.forEach((some, guard) => (due[Math.min(...some)]! |= 1 << guard));
  const touched = new Set([...moves, ...also, ...when.flat()].map((one) => one.part));
  const byLocal = (of: (one: number, local: number) => number): Int32Array[] =>
    part.map((one) =>
      touched.has(one)
        ? Int32Array.from(tableOf(program, one).states, (_, local) => of(one, local))
        : none,
    );
  const after = byLocal((one, local) => {
    const must = moves.find((move) => move.part === one);
    if (must !== undefined) return nextLocal(program, one, must.event, local);
    const may = also.find((move) => move.part === one);
    const to = may === undefined ? -1 : nextLocal(program, one, may.event, local);
    return to < 0 ? local : to;
  });
  const fulfils = byLocal((one, local) => {
    const does = (some: Some): boolean =>
      some.some((of) => of.part === one && of.in.includes(local));
    return when.reduce((bits, some, guard) => (does(some) ? bits | (1 << guard) : bits), 0);
  });
  const moved = [...moves, ...also].map((move) => part.indexOf(move.part));
  const looked = [...levels.flat(), ...moved];
  const lowest = Math.min(...looked, part.length);
  const highest = Math.max(...looked, 0);
  return levels.some((some) => some.length === 0) ? null : { after, fulfils, due, lowest, highest };
}

/** The guards that hold so far, without those that need no looking at any more; -1: one fails. */
export function onward({ fulfils, due }: Motion, k: number, local: number, held: number): number {
  const now = held | (fulfils[k]![local] ?? 0);
  return (now & due[k]!) === due[k] ? now & ~due[k]! : -1;
}
