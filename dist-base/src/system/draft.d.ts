import type { Places } from './places.ts';
import type { Origin } from './program.ts';
import type * as v from './vocabulary.ts';
/** What a system is made of. */
export type Spec = {
    readonly rows: readonly v.Row[];
    /** In force. */
    readonly clauses?: readonly v.Clause[];
    /** Names of steps that other systems have: a clause may speak of them here too. */
    readonly known?: readonly string[];
    readonly actors: v.Actors;
    readonly sizes: v.Sizes;
};
/** Names of parts to names of states or events, as written. */
export type Loose = Readonly<Record<string, string | readonly string[] | undefined>>;
export type Origined<T> = {
    readonly at: T;
    readonly origin: Origin;
};
/** A step as written, with all that the clauses say of it. */
export type Drafted = {
    readonly step: v.Step;
    readonly origin: Origin;
    readonly moves: Origined<Loose>[];
    readonly also: Origined<Loose>[];
    readonly when: Origined<Loose>[];
};
/** The steps of a spec in declaration order, clauses applied. */
export declare function draft(spec: Spec, place: Places): Drafted[];
