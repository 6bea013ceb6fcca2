import { compose, type Spec } from '../../src/system/compose.ts';
import type { Program } from '../../src/system/program.ts';
import { story, type Description } from '../description/description.ts';
import { systemOf } from '../description/system.ts';
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
export const litmuses = (...all: readonly Litmus[]) =>
  all.map((one) => ({
    ...one,
    facts:
      'rows' in one.asks ? one.asks : ({ ...story, ...one.asks, jobs: { ...story.jobs, ...one.asks.jobs } } as unknown),
    /** What is asked, as a program. */
    system: (): Program => ('rows' in one.asks ? compose(one.asks) : systemOf({ driver: one.name, ...one.asks })),
  }));
