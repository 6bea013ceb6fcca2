import { litmusTestsOf } from '../../../src/litmus/litmus.ts';
import { compose, type Spec } from '../../../src/system/compose.ts';
import type { Clause, Row } from '../../../src/system/vocabulary.ts';
import { fenceActors } from './actors.ts';
import type { FenceLaw } from './laws.ts';

/** Rows and clauses, played by the actors of this family unless it says otherwise. */
type Asks = {
  readonly rows: readonly Row[];
  readonly clauses?: readonly Clause[];
  readonly sizes?: Spec['sizes'];
  readonly actors?: Spec['actors'];
};

const specOf = (asks: Asks): Spec => ({ clauses: [], sizes: {}, actors: fenceActors, ...asks });

/** Litmus tests with what is needed to ask and to compare them. */
export const fenceLitmuses = litmusTestsOf<FenceLaw, Asks>({
  facts: specOf,
  system: (asks) => compose(specOf(asks)),
});
