import { compose, type Spec } from '../../../src/system/compose.ts';
import type { Program } from '../../../src/system/program.ts';
import type { Clause, Row } from '../../../src/system/vocabulary.ts';
import { fenceActors } from './actors.ts';
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
export const fenceLitmuses = (...all: readonly FenceLitmus[]) =>
  all.map((one) => {
    const spec: Spec = { clauses: [], sizes: {}, actors: fenceActors, ...one.asks };
    return { ...one, facts: spec as unknown, system: (): Program => compose(spec) };
  });
