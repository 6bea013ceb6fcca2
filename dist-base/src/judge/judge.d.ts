import { type Alternative } from '../../machines/description/alternatives.ts';
import type { Described } from '../../machines/description/description.ts';
import { type Assessment } from '../check/assess.ts';
import { type Finding, type Verdict } from '../check/finding.ts';
import type { Budget } from '../explore/graph.ts';
import type { Spec } from '../system/compose.ts';
import type { Program } from '../system/program.ts';
/** What is said of a described driver. */
export type Judgement = {
    readonly described: Described;
    /** The worst of its promises', in the worst alternative. */
    readonly verdict: Verdict;
    /** Recovery included. */
    readonly program: Program;
    /** What it was composed of; null where that is not known. */
    readonly spec: Spec | null;
    /** How many jobs there are; null of a system of somebody's own, which may have none. */
    readonly jobs: {
        readonly fenced: number;
        readonly faulting: number;
    } | null;
    readonly assessment: Assessment;
    /** What the work owes, then what recovery owes. */
    readonly findings: readonly Finding[];
    /** What was taken for each fact that is `'unknown'`; the alternative that gave the verdict, the first of the worst. */
    readonly alternative: Alternative;
    /** What each alternative gave; empty where nothing is unknown. */
    readonly alternatives: readonly {
        readonly assumed: Alternative['assumed'];
        readonly verdict: Verdict;
    }[];
    /** Of which system it was asked what the verdict needs; null where of none. */
    readonly needsOf: {
        readonly fenced: number;
        readonly faulting: number;
        readonly foreignDevice: boolean;
    } | null;
    /** Whether that is a smaller system than the one described. */
    readonly reduced: boolean;
    /** The assumptions without which this promise would not be finite, or this invariant would be broken: by its name, and as it is written. */
    readonly needs: (of: {
        readonly promise: string;
        readonly of: string;
    }) => readonly string[];
};
/** Systems of more states than this are asked what their verdict needs as `smallest` has them. */
export declare const needsAtMost = 20000;
type Asked = {
    readonly alternative: Alternative;
    readonly program: Program;
    readonly verdict: Verdict;
};
/** Every way to settle what is unknown with its verdict, and the first of the worst. Where all is known nothing is searched, and `finite` stands for that. */
export declare function worstAlternative(described: Described, budget: Budget): {
    readonly asked: readonly Asked[];
    readonly worst: Asked;
};
/** Searches the described driver, every alternative where facts are unknown, and says the worst. */
export declare function judge(described: Described, budget: Budget): Judgement;
/** With less of the budget where the memory for an answer could not be had: then it is incomplete, and says so. */
export declare function withinMemory<T>(budget: Budget & {
    readonly bytes: number;
}, ask: (budget: Budget) => T): T;
/** Searches a system of somebody's own. */
export declare function judgeSystem(name: string, program: Program, spec: Spec | null, budget: Budget): Judgement;
/** Nothing was owed: a description in which a promise is never asked for is a mistake, not a proof. */
export declare const neverPending: ({ findings, assessment: { report } }: Judgement) => readonly string[];
export {};
