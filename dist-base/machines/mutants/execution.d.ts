/** A rule that somebody broke, or could: what was changed, and the litmus that notices. */
export type Mutant = {
    readonly name: string;
    /** It happened upstream. */
    readonly starred: boolean;
    readonly source: string;
    /** The clause that is dropped from the good twin (`without`) or added to it (`with`); or a hazard or variant of a described driver. */
    readonly how: {
        readonly without: string;
    } | {
        readonly with: string;
    };
    readonly killedBy: string;
};
/** Mutants of preemption, eviction, engine groups and the documented ways out. */
export declare const executionMutants: readonly Mutant[];
