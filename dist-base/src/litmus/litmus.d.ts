import type { Verdict } from '../check/finding.ts';
import type { Program } from '../system/program.ts';
/** A small closed question with its expected answer. */
export type Litmus = {
    /** A family in capitals, facts in lower case: `'PREEMPT+not-while-faulted'`. */
    readonly name: string;
    readonly about: string;
    /** Ids of the steps that it is about. */
    readonly cites: readonly string[];
    readonly expect: Expected;
    /** A litmus that differs in one fact; one of the two is good, the other is not. */
    readonly twin: string;
    /** What is asked, as data: what twins are compared by. */
    readonly facts: unknown;
    /** What is asked, as a program. */
    readonly system: () => Program;
};
/** The answer: all of it is compared. */
export type Expected = {
    readonly verdict: Verdict;
    /** Every invariant that is broken, by its name as written. Absent where there is none. */
    readonly broken?: readonly string[];
    /** Every promise that is not kept in every fair run, by its name as written; the worst of its members. Absent where there is none. */
    readonly promises?: Readonly<Record<string, Verdict>>;
    /**
     * The parts that wait for each other, of the worst promise, the first declared of those: `'a → b → a'`, wherever it begins. A chain
     * ends with whose favour could move it on, or with `nobody`.
     */
    readonly cycle?: string;
    /** Of the system without the steps of actors that recover. */
    readonly states: number;
    readonly edges: number;
    /** Steps of the shortest run to the trouble; absent where there is none. */
    readonly length?: number;
};
