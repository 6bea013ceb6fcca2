import type { Program } from '../../src/system/program.ts';
import type { Cite } from '../../src/system/vocabulary.ts';

/**
 * What a call does where the model refuses its step.
 * `no`: it is made, answers no, and nothing changes. `other`: the same call has another answer
 * there, which is a step of its own.
 * `standing`: it is asked in every state as one of the answers that change nothing. `undefined`:
 * the interface says nothing, or forbids it.
 */
export type Refused = {
  readonly as: 'no' | 'other' | 'standing' | 'undefined';
  /** Only where every part is in one of these places or below one. */
  readonly when?: Readonly<Record<string, string | readonly string[]>>;
  /** For `other`: the steps. */
  readonly steps?: readonly string[];
  readonly why?: string;
  readonly cite?: Cite;
};

/** Answers of calls that change nothing: events `call=answer` of the lifecycle of `part`. */
type Standing = {
  readonly part: string;
  /** Events that are not asked, and why. */
  readonly leave: Readonly<Record<string, string>>;
};

/**
 * A system of machines as code of the kernel can be led through it: which steps are calls, which
 * happen inside one, and what is to be tried where the model says no. The first entry of `refused`
 * that fits counts.
 */
export type Conformance = {
  readonly id: string;
  readonly title: string;
  readonly program: () => Program;
  /** Steps that the kernel takes inside a call, or before the caller can do anything else: step to why. */
  readonly inside: Readonly<Record<string, string>>;
  /** Steps that no test on one processor can make: step to why. */
  readonly unreachable: Readonly<Record<string, string>>;
  readonly refused: Readonly<Record<string, readonly Refused[]>>;
  readonly standing?: Standing;
  /** Calls that change nothing, and what each answers where the parts are in these places. */
  readonly answers?: (
    places: (part: string) => string,
  ) => readonly (readonly [call: string, answer: string])[];
  /** Steps by which a wait may end: how long it is to wait is known from the first of them that follows. */
  readonly ends?: readonly string[];
  /** The adapter in C, and the release from which on the kernel has all of the calls. */
  readonly adapter: string;
  /** Of the suite's name; `finite_fence` where there is none. */
  readonly prefix?: string;
  readonly since?: string;
  /**
   * Where the system is too big for every edge: what walks through it are to meet, along which
   * refused calls are tried too. `transitions`: each of each part, by the step that makes it.
   */
  readonly cover?: 'transitions' | 'steps';
  /** The adapter can let everybody go: then all ends, or rests where the model hangs. */
  readonly goesOn?: true;
  /** The same system with one job of each kind, whose runs are runs of this one. */
  readonly ofOne?: () => Program;
  /** Words that the adapter is compiled with. */
  readonly defines?: Readonly<Record<string, string>>;
};

export const no = (when?: Refused['when']): Refused => ({ as: 'no', ...(when && { when }) });
export const other = (...steps: readonly string[]): Refused => ({ as: 'other', steps });
export const standing: Refused = { as: 'standing' };
export const undefinedAs = (why: string, cite?: Cite): Refused => ({
  as: 'undefined',
  why,
  ...(cite && { cite }),
});
