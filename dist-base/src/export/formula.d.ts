import { type Program, type Step, type Some } from '../system/program.ts';
/**
 * Identifiers for names from outside, in their order. Each is the prefix, then letters, digits and underscores of the name: with a prefix
 * that no keyword has, no name can break out of it. Names that would fall together (capitals aside) get numbers.
 */
export declare function identifiers(prefix: string, names: readonly string[]): string[];
/** A name from outside for a comment or between quotes: nothing is left in it that could end either. */
export declare function quotable(text: string): string;
/** What an export calls the things of a program. Each name stands for itself where it can: `at_job_1`, `is_job_queued`, `can_publish_1`. */
export type Names = {
    readonly part: readonly string[];
    /** By table, then by state. */
    readonly state: readonly (readonly string[])[];
    readonly table: readonly string[];
    /** By table, then by event; without prefix. */
    readonly event: readonly (readonly string[])[];
    readonly step: readonly string[];
    readonly actor: readonly string[];
};
/** `prefix`: what the name of a part starts with. */
export declare function namesOf({ parts, tables, steps, actors }: Program, prefix?: string): Names;
/** How a notation writes propositional logic. */
export type Logic = {
    readonly equal: string;
    readonly and: string;
    readonly or: string;
};
/** Guards in a notation. */
export type Formulas = {
    readonly among: (part: number, locals: readonly number[]) => string;
    readonly all: (of: readonly Some[]) => string;
    /** All guards hold and all moves are accepted. */
    readonly enabled: (step: Step) => string;
};
export declare function formulas(program: Program, names: Names, { equal, and, or }: Logic): Formulas;
/**
 * The steps of an event that change the local state, as pairs of local states. A step moves a part once and each move reads its own part
 * alone, so doing the moves one after another is doing them at once.
 */
export declare function changes(program: Program, table: number, event: number): (readonly [from: number, to: number])[];
/** The events that steps use of each table and that change anything: what an export declares once and uses in many steps. */
export declare function used(program: Program): {
    readonly table: number;
    readonly event: number;
    readonly changes: readonly (readonly [from: number, to: number])[];
}[];
/** The moves of `step` that can change anything, as calls. */
export declare function calls(program: Program, names: Names, { moves, also }: Step): string[];
