import { type Finding, type Invariance } from '../check/finding.ts';
import type { Expected, Litmus } from './litmus.ts';
/** What a litmus said, and every way in which that is not what its file expects. */
export type LitmusResult = {
    readonly litmus: Litmus;
    readonly found: Expected;
    /** The finding that `found` speaks of: the first of the worst; null where every promise is kept, or where an invariant is broken. */
    readonly finding: Finding | null;
    /** The broken invariant that `found` speaks of, the first declared; null where all hold. */
    readonly broken: Invariance | null;
    /** One line each; none: as expected. */
    readonly problems: readonly string[];
};
/** Asks without recovery for what is owed by those who do the work, and with it for what is owed by those who recover and for what is never. */
export declare function runLitmus(litmus: Litmus, budget?: {
    readonly states: number;
}): LitmusResult;
/** The same cycle, wherever it begins. */
export declare function sameCycle(one: string, other: string): boolean;
/**
 * The litmus tests whose name has `pattern` in it, capitals or not; with `*`, those whose whole name fits.
 * @throws Misuse where there is none.
 */
export declare function gallery(all: readonly Litmus[], pattern?: string): Litmus[];
/** What is wrong with `all` as a gallery: names, twins. One line each. */
export declare function misfits(all: readonly Litmus[]): string[];
