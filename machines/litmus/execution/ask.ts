import { compose, type Spec } from '../../../src/system/compose.ts';
import type { Program } from '../../../src/system/program.ts';
import type { Clause, Row, Sizes } from '../../../src/system/vocabulary.ts';
import { knownSteps } from '../../description/system.ts';
import { executionActors } from './actors.ts';
import type { ExecutionLaw } from './laws.ts';

type Verdict = 'broken' | 'deadlock' | 'indefinite' | 'unbounded' | 'finite';

/** A small closed question and its answer. `src/litmus/litmus.ts` says what each part of the answer means. */
export type ExecutionLitmus = {
  readonly name: string;
  readonly about: string;
  readonly cites: readonly ExecutionLaw[];
  /** Rows, the clauses in force, members in each family. Twins are compared by the names of these. */
  readonly asks: { readonly rows: readonly Row[]; readonly clauses?: readonly Clause[]; readonly sizes?: Sizes };
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

/** One member in every family, unless the litmus says otherwise. */
const sizes: Sizes = { fenced: 1, faulting: 1, copies: 0, processes: 1, stages: 2 };

/** What is composed: for those who drop a clause or a guard and ask again. */
export const specOf = ({ asks }: Pick<ExecutionLitmus, 'asks'>): Spec => ({
  rows: asks.rows,
  clauses: asks.clauses ?? [],
  known: knownSteps,
  actors: executionActors,
  sizes: { ...sizes, ...asks.sizes },
});

/** Litmus tests with what is needed to ask and to compare them. */
export const litmuses = (...all: readonly ExecutionLitmus[]) =>
  all.map((one) => ({
    ...one,
    facts: {
      rows: one.asks.rows.map(({ name }) => name),
      clauses: (one.asks.clauses ?? []).map(({ name }) => name),
      sizes: one.asks.sizes ?? {},
    } as unknown,
    system: (): Program => compose(specOf(one)),
  }));
