import { type Spec } from '../../../src/system/compose.ts';
import type { Program } from '../../../src/system/program.ts';
import type { Clause, Row, Sizes } from '../../../src/system/vocabulary.ts';
import type { ExecutionLaw } from './laws.ts';
type Verdict = 'broken' | 'deadlock' | 'indefinite' | 'unbounded' | 'finite';
/** A small closed question and its answer. `src/litmus/litmus.ts` says what each part of the answer means. */
export type ExecutionLitmus = {
    readonly name: string;
    readonly about: string;
    readonly cites: readonly ExecutionLaw[];
    /** Rows, the clauses in force, members in each family. Twins are compared by the names of these. */
    readonly asks: {
        readonly rows: readonly Row[];
        readonly clauses?: readonly Clause[];
        readonly sizes?: Sizes;
    };
    readonly twin: string;
    readonly expect: {
        readonly verdict: Verdict;
        readonly broken?: readonly string[];
        readonly promises?: Readonly<Record<string, Verdict>>;
        readonly cycle?: string;
        readonly states: number;
        readonly edges: number;
        readonly length?: number;
    };
};
/** What is composed: for those who drop a clause or a guard and ask again. */
export declare const specOf: ({ asks }: Pick<ExecutionLitmus, "asks">) => Spec;
/** Litmus tests with what is needed to ask and to compare them. */
export declare const litmuses: (...all: readonly ExecutionLitmus[]) => {
    facts: unknown;
    system: () => Program;
    name: string;
    about: string;
    cites: readonly ExecutionLaw[];
    asks: {
        readonly rows: readonly Row[];
        readonly clauses?: readonly Clause[];
        readonly sizes?: Sizes;
    };
    twin: string;
    expect: {
        readonly verdict: Verdict;
        readonly broken?: readonly string[];
        readonly promises?: Readonly<Record<string, Verdict>>;
        readonly cycle?: string;
        readonly states: number;
        readonly edges: number;
        readonly length?: number;
    };
}[];
export {};
