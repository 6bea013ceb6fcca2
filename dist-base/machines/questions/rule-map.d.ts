import { type KernelTest } from './rule-tests.ts';
/** One rule of the kernel with all that is about it here. */
export type RuleEntry = {
    /** `'F-2'` */
    readonly id: string;
    readonly title: string;
    /** The file and symbol that say or enforce it. */
    readonly source: string;
    /** What is seen where it is broken; null where nothing says so. */
    readonly violation: string | null;
    /** Names of the lifecycles that its litmus pairs treat differently, or whose states they promise or forbid; those of most pairs first. */
    readonly lifecycles: readonly string[];
    /** Pairs that both cite it: they differ in one fact, one is `finite` and one is not. */
    readonly litmus: readonly {
        readonly good: string;
        readonly bad: string;
    }[];
    /** Tests of the kernel's own, and of IGT, that exercise it, and how they are asked here; `none`: there is none. */
    readonly kernelTests: readonly KernelTest[] | 'none';
};
/**
 * Every rule id that litmus tests share with the catalogue of kernel rules: its words and source, the lifecycles that are about it, the
 * pairs of litmus tests that cite it, the kernel tests that exercise it. Systems are composed to find the lifecycles: this takes seconds.
 */
export declare function ruleMap(): readonly RuleEntry[];
