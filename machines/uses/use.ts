import type { Clause, Option, Row, Sizes } from '../../src/system/vocabulary.ts';
import type { KernelId } from '../description/ids.ts';
import type { Choice } from '../options/way-out.ts';

/** Something of the kernel that a driver uses beside jobs and page faults: rows that meet the rows of the core. */
export type Use = Choice & {
  /** What it is, in a sentence. */
  readonly about: string;
  /** In force whichever of its laws are left out: what makes a part of its rows the core's own. */
  readonly wiring: readonly Clause[];
  /** Rows of a driver that has another use too, by its name: what one thread does for both. */
  readonly together?: Readonly<Record<string, readonly Row[]>>;
  /** What may be done wrong, named `use/mistake`: hazards of a driver that has this use. */
  readonly mistakes: readonly Option[];
  /** Steps of its own in the place of steps of the core: what other rows and clauses say of these, holds of those. */
  readonly inPlaceOf?: Readonly<Record<string, readonly string[]>>;
  /** Steps of its rows that it does without: laws may speak of them all the same. */
  readonly leavesOut?: readonly string[];
  /** Members in the families of its own. */
  readonly sizes?: Sizes;
  /** What `reclaimWaits` makes of it. */
  readonly waits?: { readonly unbounded: Clause; readonly gives_up: Clause };
  /**
   * Its queues are contexts that the firmware schedules: one that is off the hardware holds up none
   * behind it, whatever `submission` says.
   */
  readonly ownOrder?: true;
  /** What kernels older than a version do: clauses in force there. */
  readonly before?: { readonly [K in KernelId]?: readonly Clause[] };
  /** Where its work may hang on the hardware for ever: rows by which it does, and what must be kept all the same. */
  readonly hanging?: { readonly rows: readonly Row[]; readonly promises: readonly string[] };
  /** Uses and options that cannot be chosen beside it, each with the reason. */
  readonly apart?: Readonly<Record<string, string>>;
};

/** The laws of rows as clauses of a use: the same clauses under the names that `without` knows, `use/law`. */
export const lawsOf = (use: string, laws: Readonly<Record<string, Clause>>): Clause[] =>
  Object.entries(laws).map(([law, clause]) => ({ ...clause, name: `${use}/${law}` }));

/** A clause that a litmus test calls a fault, as a hazard of a use. */
export const mistake = (name: string, clause: Clause, about: string, rows: Option['rows'] = []): Option => ({
  name,
  says: clause.says,
  rows,
  clauses: [{ ...clause, name: `hazard/${name}`, about }],
});
