import { type Spec } from '../../src/system/compose.ts';
import type { Program } from '../../src/system/program.ts';
import { type Description } from '../description/description.ts';
import type { Law } from './laws.ts';
type Verdict = 'deadlock' | 'indefinite' | 'unbounded' | 'finite';
/** A driver in a few facts, or rows of its own. */
type Asks = Omit<Description, 'driver' | 'about'> | Spec;
/** A small closed question and its answer. `src/litmus/litmus.ts` says what each part of the answer means. */
export type Litmus = {
    readonly name: string;
    readonly about: string;
    readonly cites: readonly Law[];
    readonly asks: Asks;
    readonly expect: {
        readonly verdict: Verdict;
        readonly promises?: Readonly<Record<string, Verdict>>;
        readonly cycle?: string;
        readonly states: number;
        readonly edges: number;
        readonly length?: number;
    };
    readonly twin: string;
};
/** Litmus tests with what is needed to ask and to compare them. */
export declare const litmuses: (...all: readonly Litmus[]) => {
    facts: unknown;
    /** What is asked, as a program. */
    system: () => Program;
    name: string;
    about: string;
    cites: readonly Law[];
    asks: Asks;
    expect: {
        readonly verdict: Verdict;
        readonly promises?: Readonly<Record<string, Verdict>>;
        readonly cycle?: string;
        readonly states: number;
        readonly edges: number;
        readonly length?: number;
    };
    twin: string;
}[];
export {};
