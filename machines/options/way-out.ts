import type { Actors, Clause, Option, Row } from '../../src/system/vocabulary.ts';
import type { Ability, ClauseId, KernelId, OptionId } from '../description/ids.ts';
import type { ClauseTest } from '../words/instrument.ts';
import type { Column } from './columns.ts';

/** Anything that a description may choose: an option, a hazard, a use. Its facts stand here, and nowhere else. */
export type Choice = Option & {
  /** It is about the repair of page faults, and means nothing where compute jobs take none. */
  readonly repairs?: true;
  /** The kernel has what it is about since this version, of those that a description may name. */
  readonly since?: KernelId;
  /** What its steps lose on hardware that lacks an ability. Steps named here preempt compute work. */
  readonly lacking?: { readonly [A in Ability]?: Pick<Clause, 'forbids' | 'requires'> };
  /** What its steps do to the queue of the engine, where jobs reach the engine in the order in which they came. */
  readonly inOrder?: Pick<Clause, 'moves' | 'also'>;
  /** Who is fairer in such a driver than the core takes him to be, with the reason. */
  readonly actors?: Actors;
};

/** A weaker reading of a clause, which stands in for it. */
export type Variant = {
  readonly instead: ClauseId;
  readonly rows?: readonly Row[];
  readonly clause: Clause;
};

/** A clause that promises what only some hardware can do. */
type Promised = {
  readonly clause: ClauseId;
  readonly ability: Ability;
  /** Only where a page fault stops the work that took it. */
  readonly onDemandOnly?: true;
};

/** One of the documented ways out of dma-buf.rst, with all that is known about it. */
export type WayOut<Name extends OptionId> = Choice & {
  readonly name: Name;
  /** How each of its clauses is tested on a real driver. */
  readonly tests: Readonly<Record<Extract<ClauseId, `${Name}/${string}`>, ClauseTest>>;
  /** Columns of the clause table that its clauses speak of, beside those that all options share. */
  readonly columns?: readonly Column[];
  readonly variants?: readonly Variant[];
  /** What it promises of the hardware. */
  readonly promises?: readonly Promised[];
};

/** Any of them. */
export type AnyWayOut = { readonly [Name in OptionId]: WayOut<Name> }[OptionId];
