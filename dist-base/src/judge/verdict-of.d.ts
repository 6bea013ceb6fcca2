import type { Described } from '../../machines/description/description.ts';
import { type Verdict } from '../check/finding.ts';
import type { Budget } from '../explore/graph.ts';
/** What is said of a description: its verdict, or why it cannot be meant. */
export type Answer = {
    readonly verdict: Verdict;
} | {
    readonly senseless: string;
};
/** Answers for descriptions that differ in little: what was asked before is not asked again. */
export declare function answers(budget: Budget): {
    readonly of: (described: Described) => Answer;
    readonly isFinite: (described: Described) => boolean;
    readonly asked: () => number;
    readonly unanswered: () => number;
};
/** Every set of `size` of these, in their order. */
export declare function setsOf<T>(all: readonly T[], size: number, from?: number): Generator<readonly T[]>;
