import type { Frame } from './frames.ts';
import type { Operation } from './meaning.ts';
import type { Place } from './syntax.ts';
import {
  counted,
  way,
  type Instruction,
  type Label,
  type Local,
  type Seen,
  type Site,
  type Way,
} from './steps.ts';
import { isAtomic, wrongAt, type Scope } from './scope.ts';
import type { Body } from './world.ts';

/** A thread that is being lowered: what is written so far, and how to go on inside. */
export type Lowering = Scope & {
  /** Instructions so far; they are only ever added. */
  readonly code: Instruction[];
  /** A number that was not given before. */
  readonly fresh: () => number;
  /** Runs a body in place; its arguments are read in the function that calls it. */
  readonly inline: (body: Body, site: Site, caller?: Frame) => void;
  /** Writes what operations do. */
  readonly operate: (operations: readonly Operation[], site: Site) => void;
};

/** Instructions a thread may have, all that it calls included. */
const longest = 20_000;

/** Adds an instruction. @throws Misuse where a thread becomes too long */
export function emit(lowering: Lowering, instruction: Instruction): void {
  lowering.code.push(instruction);
  if (lowering.code.length > longest)
    wrongAt(
      lowering,
      instruction.place,
      `'${lowering.thread.name}' has more than ${longest} steps with all that it calls`,
    );
}

/** The label stands before the next instruction. */
export function placeHere(lowering: Lowering, label: Label): void {
  label.at = lowering.code.length;
}

/** Goes on at a label. */
export function jumpTo(lowering: Lowering, to: Label, place: Place): void {
  emit(lowering, { is: 'jump', to, place });
}

/** Adds a step that may go in several ways. */
export function emitStep(
  lowering: Lowering,
  site: Site,
  ways: (local: Local) => Way[],
  more: {
    readonly says?: string | undefined;
    readonly sees?: (local: Local) => Seen[];
    readonly queuedFor?: string;
    readonly waitsFor?: string;
  } = {},
): void {
  emit(lowering, {
    is: 'step',
    text: more.says === undefined ? site.text : `${site.text}: ${more.says}`,
    place: site.place,
    ways,
    sees: more.sees ?? (() => []),
    queuedFor: more.queuedFor ?? null,
    waitsFor: more.waitsFor ?? null,
    call: site.call,
  });
}

/** Raises, lowers or clears a flag of the thread. */
export function changeFlag(
  lowering: Lowering,
  {
    do: how,
    flag,
    gives,
  }: { readonly do: 'raise' | 'lower' | 'clear'; readonly flag: string; readonly gives?: number },
  site: Site,
): void {
  emitStep(lowering, site, ({ held, flags }) => {
    const now = flags[flag] ?? 0;
    const next = { raise: now + 1, lower: Math.max(0, now - 1), clear: 0 }[how];
    // Between taking what spins and keeping interrupts out, one may come.
    const visible = held.some(({ spins }) => spins);
    return [
      way({
        flags: counted(flags, flag, next),
        visible,
        sets: site.into !== null && gives !== undefined ? [[site.into, gives]] : [],
      }),
    ];
  });
}

/** Ways of a step that may sleep: a fault in atomic context. */
export function sleeping(
  lowering: Lowering,
  site: Site,
  ways: (local: Local) => Way[],
): (local: Local) => Way[] {
  return (local) =>
    isAtomic(lowering, local)
      ? [way({ bad: `${site.text} may sleep, in atomic context`, visible: true })]
      : ways(local);
}
