import type { Budget } from '../explore/graph.ts';
import type { Assumption } from '../system/assumption.ts';
import { type Program } from '../system/program.ts';
import { type Finding, type Verdict } from './finding.ts';
import { type Report } from './verdict.ts';
/** A verdict with what it rests on. */
export type Assessment = {
    /** The worst of the promises', and of those that recovery owes; `broken` if an invariant is, with recovery or without. */
    readonly verdict: Verdict;
    /** Without the steps of actors that recover: they never count as keeping a promise. */
    readonly report: Report;
    /** With them: verdicts only; null where nobody recovers. */
    readonly recovered: Report | null;
    /** What they owe: does recovery itself end? */
    readonly recovery: readonly Finding[];
    /**
     * For each promise that is finite, the assumptions without which it is not: those that were handed in, then `'arbiter is strongly
     * fair'` for what turns if its actor is only weakly fair, then `'signaler acts'` for what turns if it may stop for ever. For each
     * invariant that holds, the assumptions without which it is broken.
     */
    readonly needs: Readonly<Record<string, readonly string[]>>;
};
/**
 * Asks once as described, once with recovery, and once more without each assumption.
 * @param needsUpTo states: of a larger system it is not asked what the verdict needs.
 */
export declare function assess(program: Program, budget: Budget, assumptions: readonly Assumption[], needsUpTo?: number): Assessment;
/** The verdict of `assess`, without runs and without what it rests on. */
export declare function verdictOf(program: Program, budget: Budget): Verdict;
