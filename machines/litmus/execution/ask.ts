import { litmusTestsOf, type WrittenLitmus } from '../../../src/litmus/litmus.ts';
import { compose, type Spec } from '../../../src/system/compose.ts';
import type { Clause, Row, Sizes } from '../../../src/system/vocabulary.ts';
import { knownSteps } from '../../description/system.ts';
import { executionActors } from './actors.ts';
import type { ExecutionLaw } from './laws.ts';

/** Rows, the clauses in force, members in each family. Twins are compared by the names of these. */
type Asks = { readonly rows: readonly Row[]; readonly clauses?: readonly Clause[]; readonly sizes?: Sizes };

/** A small closed question and its answer. `src/litmus/litmus.ts` says what each part of the answer means. */
export type ExecutionLitmus = WrittenLitmus<ExecutionLaw, Asks>;

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

const names = (all: readonly { readonly name: string }[]): string[] => all.map(({ name }) => name);

/** Litmus tests with what is needed to ask and to compare them. */
export const litmuses = litmusTestsOf<ExecutionLaw, Asks>({
  facts: ({ rows, clauses = [], sizes: members = {} }) => ({
    rows: names(rows),
    clauses: names(clauses),
    sizes: members,
  }),
  system: (asks) => compose(specOf({ asks })),
});
