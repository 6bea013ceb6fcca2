import { type Spec } from '../../../src/system/compose.ts';
import type { Program } from '../../../src/system/program.ts';
import type { Clause, Row } from '../../../src/system/vocabulary.ts';
import type { FenceLaw } from './laws.ts';
type Verdict = 'broken' | 'deadlock' | 'indefinite' | 'unbounded' | 'finite';
/** Rows and clauses, played by the actors of this family unless it says otherwise. */
export type Asks = {
    readonly rows: readonly Row[];
    readonly clauses?: readonly Clause[];
    readonly sizes?: Spec['sizes'];
    readonly actors?: Spec['actors'];
};
/** A small closed question and its answer. `src/litmus/litmus.ts` says what each part of the answer means. */
export type FenceLitmus = {
    readonly name: string;
    readonly about: string;
    readonly cites: readonly FenceLaw[];
    readonly asks: Asks;
    readonly expect: {
        readonly verdict: Verdict;
        readonly broken?: readonly string[];
        readonly promises?: Readonly<Record<string, Verdict>>;
        readonly cycle?: string;
        readonly states: number;
        readonly edges: number;
        readonly length?: number;
    };
    readonly twin: string;
};
/** Litmus tests with what is needed to ask and to compare them. */
export declare const fenceLitmuses: (...all: readonly FenceLitmus[]) => {
    facts: unknown;
    system: () => Program;
    name: string;
    about: string;
    cites: readonly FenceLaw[];
    asks: Asks;
    expect: {
        readonly verdict: Verdict;
        readonly broken?: readonly string[];
        readonly promises?: Readonly<Record<string, Verdict>>;
        readonly cycle?: string;
        readonly states: number;
        readonly edges: number;
        readonly length?: number;
    };
    twin: string;
}[];
export {};
