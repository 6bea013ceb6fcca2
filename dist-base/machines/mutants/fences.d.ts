/** A rule that somebody broke, or could: what was changed, and the litmus that notices. */
export type Mutant = {
    readonly name: string;
    /** It happened upstream. */
    readonly starred: boolean;
    readonly source: string;
    /** The clause that is dropped from the good twin (`without`) or added to it (`with`). */
    readonly how: {
        readonly without: string;
    } | {
        readonly with: string;
    };
    readonly killedBy: string;
};
/** Mutants of fences, reservations, implicit synchronisation and indefinite fences. */
export declare const fenceMutants: readonly Mutant[];
