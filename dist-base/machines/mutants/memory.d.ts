/** A rule broken on purpose. */
export type Mutant = {
    readonly name: string;
    /** It was a real bug upstream. */
    readonly starred: boolean;
    readonly source: string;
    readonly how: string;
    /** The litmus that finds it. */
    readonly killedBy: string;
};
/** Mutants about shared and pinned memory, page faults and locks. */
export declare const memoryMutants: readonly Mutant[];
