import { compose } from '../../../src/system/compose.ts';
import type { Program } from '../../../src/system/program.ts';
import type { Clause, Row, Sizes } from '../../../src/system/vocabulary.ts';
import { memoryActors } from '../../rows/memory-actors.ts';
import type { MemoryLaw } from './laws.ts';

type Verdict = 'broken' | 'deadlock' | 'indefinite' | 'unbounded' | 'finite';

/** A small closed question and its answer. `src/litmus/litmus.ts` says what each part of the answer means. */
export type MemoryLitmus = {
  readonly name: string;
  readonly about: string;
  readonly cites: readonly MemoryLaw[];
  /** Rows, the clauses in force, members in each family. Twins are compared by the names of these. */
  readonly asks: {
    readonly rows: readonly Row[];
    readonly clauses?: readonly Clause[];
    readonly sizes?: Sizes;
    /** The kernel whose rows these are; 7.0 if absent. */ readonly version?: '7.0' | '7.1';
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

/** One member in every family, unless the litmus says otherwise. */
const sizes = {
  importers: 1,
  reclaimers: 1,
  objects: 1,
  bos: 2,
  faults: 2,
  regions: 1,
  vms: 1,
  fenced: 1,
  faulting: 1,
  copies: 0,
} as const;

/** Litmus tests with what is needed to ask and to compare them. */
export const litmuses = (...all: readonly MemoryLitmus[]) =>
  all.map((one) => ({
    ...one,
    facts: {
      rows: one.asks.rows.map(({ name }) => name),
      clauses: (one.asks.clauses ?? []).map(({ name }) => name),
      sizes: one.asks.sizes ?? {},
      version: one.asks.version ?? '7.0',
    } as unknown,
    system: (): Program => compose(specOfLitmus(one)),
  }));

/** What is composed: for those who drop a clause or a guard and ask again. */
export const specOfLitmus = ({ asks }: Pick<MemoryLitmus, 'asks'>) => ({
  rows: asks.rows,
  clauses: asks.clauses ?? [],
  actors: memoryActors,
  sizes: { ...sizes, ...asks.sizes },
});
