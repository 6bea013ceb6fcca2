import { litmusTestsOf, type WrittenLitmus } from '../../../src/litmus/litmus.ts';
import { compose } from '../../../src/system/compose.ts';
import type { Clause, Row, Sizes } from '../../../src/system/vocabulary.ts';
import { memoryActors } from '../../rows/memory-actors.ts';
import { specOfSide, type ThreadSide } from '../thread-side.ts';
import type { MemoryLaw } from './laws.ts';

/** Rows, the clauses in force, members in each family. Twins are compared by the names of these. */
type AsksRows = {
  readonly rows: readonly Row[];
  readonly clauses?: readonly Clause[];
  readonly sizes?: Sizes;
  /** The kernel whose rows these are; 7.0 if absent. */
  readonly version?: '7.0' | '7.1';
};

/** Rows, or one version of a twin that is written as threads. */
type Asks = AsksRows | { readonly threads: ThreadSide };

/** A small closed question and its answer. `src/litmus/litmus.ts` says what each part of the answer means. */
export type MemoryLitmus = WrittenLitmus<MemoryLaw, Asks>;

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

/** What is composed: for those who drop a clause or a guard and ask again. */
export const specOfLitmus = ({ asks }: Pick<MemoryLitmus, 'asks'>) =>
  'threads' in asks
    ? { ...specOfSide(asks.threads), clauses: [] }
    : {
        rows: asks.rows,
        clauses: asks.clauses ?? [],
        actors: memoryActors,
        sizes: { ...sizes, ...asks.sizes },
      };

const names = (all: readonly { readonly name: string }[]): string[] => all.map(({ name }) => name);

/** Litmus tests with what is needed to ask and to compare them. */
export const litmuses = litmusTestsOf<MemoryLaw, Asks>({
  facts: (asks) => {
    // The two versions of a file differ in its lines, which are one fact here.
    if ('threads' in asks) return { version: `${asks.threads.file}, ${asks.threads.side}` };
    const { rows, clauses = [], sizes: members = {}, version = '7.0' } = asks;
    return { rows: names(rows), clauses: names(clauses), sizes: members, version };
  },
  system: (asks) => compose(specOfLitmus({ asks })),
});
