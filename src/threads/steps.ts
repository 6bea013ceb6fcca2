import type { Argument, Place } from './syntax.ts';
import type { Thing } from './world.ts';

/** Something that a thread holds: an object, or only a class of the validator. */
export type Held = {
  readonly of: string | null;
  readonly class: string;
  readonly shared: boolean;
  readonly spins: boolean;
  readonly seen: boolean;
  readonly ticket: string | null;
  /** What was held before it is not known to the validator: the body runs elsewhere too. */
  readonly fresh: boolean;
  /** With this the thread may not end, although it is no lock. */
  readonly owed?: string;
};

/** Where a thread stands and what it keeps in mind, whatever the others do. */
export type Local = {
  readonly at: number;
  readonly values: Readonly<Record<string, number | string>>;
  readonly held: readonly Held[];
  readonly flags: Readonly<Record<string, number>>;
};

/** What the validator sees at a step. */
export type Seen = {
  readonly class: string;
  readonly read: 0 | 1 | 2;
  /** Whether it is taken below a ticket. */
  readonly nested: boolean;
  /** Whether it is only tried: then nothing that is held comes before it. */
  readonly tried: boolean;
  /** Whether it is a wait, before which a section of the same class is let go of. */
  readonly waits: boolean;
  /** With interrupts off, whatever the thread has done. */
  readonly quiet?: boolean;
};

/** Parts to the states that they must be in, or to the event that they take. */
export type Where = Record<string, string | readonly string[]>;

/** One way in which a step may go. */
export type Way = {
  readonly moves: Record<string, string>;
  readonly also: Record<string, string>;
  readonly when: Where;
  readonly to: Label | null;
  readonly sets: readonly (readonly [name: string, value: number | string])[];
  readonly held?: readonly Held[];
  readonly flags?: Readonly<Record<string, number>>;
  readonly note: string | null;
  readonly bad: string | null;
  readonly hangs: boolean;
  readonly strong: boolean;
  /** Items that must not be running. */
  readonly outside: readonly string[];
  /** A lock: items that stand in the queue for it may be running, too; null: none may. */
  readonly orQueuedFor: string | null;
  /** A lock for which nobody may be queued. */
  readonly notQueued: string | null;
  /** A lock for which somebody must be queued. */
  readonly queued: string | null;
  /**
   * Gives way to an older ticket: one that holds this lock, or one that waits for what this thread
   * holds.
   */
  readonly yields: {
    readonly lock: string;
    readonly to: 'holder' | 'waiter';
    readonly held: readonly string[];
  } | null;
  /** Whether others may see that it has happened. */
  readonly visible: boolean;
  /** Whether it begins a wait in this thread that is somebody else's code. */
  readonly others: boolean;
  /** Whether nobody owes it: it may stay away for ever. */
  readonly favour: boolean;
};

/** A place in the code; -1 until it is placed. */
export type Label = { at: number };

/** What a thread does: it jumps, sets a variable, compares, or takes a step that others may see. */
export type Instruction =
  | { readonly is: 'jump'; readonly to: Label; readonly place: Place }
  | { readonly is: 'set'; readonly to: string; readonly value: Pure; readonly place: Place }
  | {
      readonly is: 'branch';
      /** Whether it asks if left is less than right; else, if they are equal. */
      readonly less?: true;
      /** The answer for which it goes on at `yes`. */
      readonly equal: boolean;
      readonly left: Pure;
      readonly right: Pure;
      readonly yes: Label;
      readonly no: Label;
      readonly place: Place;
    }
  | { readonly is: 'flag'; readonly flag: string; readonly up: Label; readonly place: Place }
  | StepInstruction
  | { readonly is: 'end'; readonly place: Place };

/** A step that a thread takes, in any of its ways, and what the validator sees at it. */
export type StepInstruction = {
  readonly is: 'step';
  readonly text: string;
  readonly place: Place;
  readonly ways: (local: Local) => Way[];
  readonly sees: (local: Local) => Seen[];
  /** The lock in whose queue the thread stands meanwhile. */
  readonly queuedFor: string | null;
  /** The part for which it waits. */
  readonly waitsFor: string | null;
  /** Calls are told apart by these numbers. */
  readonly call: number;
};

/** A value that needs no step. */
export type Pure =
  | { readonly is: 'value'; readonly value: number | string }
  | { readonly is: 'variable'; readonly name: string; readonly temporary: boolean }
  /** A variable and one more, or one less. */
  | { readonly is: 'sum'; readonly name: string; readonly by: 1 | -1 };

/** The names of parts and states that steps speak of. */
export const names = {
  pending: (item: string): string => `${item}_pending`,
  callback: (of: string, item: string): string => `${of}_${item}_added`,
  tickets: 'tickets',
  second: ({ name, type }: Thing): string => `${name}_${type.second!.suffix}`,
  sleepers: ({ name, type }: Thing): string => `${name}_${type.sleepers!}`,
  holder: (thread: string): string => `held_${thread}`,
};

/** A way that moves nothing and asks nothing. */
export const still: Omit<Way, 'moves'> = {
  also: {},
  when: {},
  to: null,
  sets: [],
  note: null,
  bad: null,
  hangs: false,
  strong: false,
  outside: [],
  orQueuedFor: null,
  notQueued: null,
  queued: null,
  yields: null,
  visible: false,
  others: false,
  favour: false,
};

/** A call that is being lowered: its arguments, where its result goes, what is known to be up. */
export type Site = {
  readonly given: readonly Argument[];
  readonly text: string;
  readonly place: Place;
  readonly into: string | null;
  readonly self: string | null;
  readonly up: readonly string[];
  /** The number of the outermost call; 0 between calls. */
  readonly call: number;
  /** How many functions are open. */
  readonly depth: number;
};

/** A way, of which only what differs from `still` is said. */
export const way = (some: Partial<Way>): Way => ({ ...still, moves: {}, ...some });

/** Whether a thread holds a lock. */
export const has = ({ held }: Local, lock: string): boolean => held.some(({ of }) => of === lock);

/** Whether a thread shares a lock already. One that it holds alone it cannot share as well. */
export const hasShared = ({ held }: Local, lock: string): boolean =>
  held.some(({ of, shared }) => of === lock && shared);

/** What is held without the last of those that are meant. */
export function without(held: readonly Held[], is: (one: Held) => boolean): readonly Held[] {
  const last = held.findLastIndex(is);
  return held.filter((_, at) => at !== last);
}

/**
 * Flags with one of them set to a value; 0 takes it out. Sorted, so that equal flags are equal
 * text.
 */
export function counted(flags: Local['flags'], flag: string, value: number): Local['flags'] {
  const { [flag]: _, ...rest } = flags;
  return value === 0
    ? rest
    : (Object.fromEntries(
        [...Object.entries(rest), [flag, value]].sort(([a], [b]) =>
          String(a) < String(b) ? -1 : 1,
        ),
      ) as Local['flags']);
}
