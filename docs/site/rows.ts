import { specOf } from '../../machines/description/system.ts';
import { executionGallery } from '../../machines/litmus/execution/index.ts';
import { fenceGallery } from '../../machines/litmus/fences/index.ts';
import { memoryLitmusTests } from '../../machines/litmus/memory/index.ts';
import type { Spec } from '../../src/system/compose.ts';
import type { Row } from '../../src/system/vocabulary.ts';
import { everyChoice } from './every-choice.ts';

/** Every row that some described driver has, and those of the litmus tests beside them, each in one family alone. */
export function rows(): Readonly<
  Record<'jobs' | 'fences' | 'memory' | 'execution', readonly Row[]>
> {
  const seen = new Set<string>();
  const fresh = (all: readonly Row[]): Row[] =>
    all.filter(({ name }) => !seen.has(name) && seen.add(name));
  const described = (some: readonly ReturnType<typeof everyChoice>[number][]): Row[] =>
    some.flatMap((one) => specOf({ driver: 'pages', ...one }).rows);
  const jobs = fresh(described(everyChoice().filter((one) => one.uses === undefined)));
  const fences = fresh(fenceGallery.flatMap(({ facts }) => (facts as Spec).rows));
  const memory = fresh(memoryLitmusTests.flatMap(({ asks }) => ('rows' in asks ? asks.rows : [])));
  const execution = fresh(executionGallery.flatMap(({ asks }) => asks.rows));
  // What uses have beyond the rows of litmus tests is what ties them to jobs and page faults.
  const met = fresh(described(everyChoice()));
  return {
    jobs: [...jobs, ...met],
    fences,
    memory,
    execution,
  };
}
