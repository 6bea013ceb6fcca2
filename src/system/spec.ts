import type { Origin } from './program.ts';
import type * as v from './vocabulary.ts';

/** What a system is composed of. */
export type Spec = {
  readonly rows: readonly v.Row[];
  /** The clauses in force. */
  readonly clauses?: readonly v.Clause[];
  /** Names of steps that only other systems have: a clause may speak of them here too. */
  readonly known?: readonly string[];
  readonly actors: v.Actors;
  readonly sizes: v.Sizes;
};

/** Names of parts to names of states or events, as written. */
export type Loose = Readonly<Record<string, string | readonly string[] | undefined>>;
/** A condition or moves as written, and who says so. */
export type Origined<T> = { readonly at: T; readonly origin: Origin };

/** A step as written, with all that ties and clauses say of it. */
export type Drafted = {
  readonly step: v.Step;
  readonly origin: Origin;
  readonly moves: Origined<Loose>[];
  readonly also: Origined<Loose>[];
  readonly when: Origined<Loose>[];
};
