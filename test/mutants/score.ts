import { executionGallery } from '../../machines/litmus/execution/index.ts';
import { specOf as specOfExecution } from '../../machines/litmus/execution/ask.ts';
import { fenceGallery } from '../../machines/litmus/fences/index.ts';
import { litmusTests } from '../../machines/litmus/index.ts';
import { memoryLitmusTests } from '../../machines/litmus/memory/index.ts';
import { executionMutants } from '../../machines/mutants/execution.ts';
import { fenceMutants } from '../../machines/mutants/fences.ts';
import { memoryMutants } from '../../machines/mutants/memory.ts';
import { compose, type Spec } from '../../src/system/compose.ts';
import type { Named, Subject } from '../../src/check/mutation.ts';
import type { Litmus } from '../../src/litmus/litmus.ts';

/** Every litmus test there is, each name once. */
export const everyLitmus: readonly Litmus[] = [...new Map([...litmusTests, ...fenceGallery, ...memoryLitmusTests, ...executionGallery].map((one) => [one.name, one as Litmus])).values()];
/** Every mutant of the three families. */
export const everyMutant: readonly { readonly name: string; readonly starred: boolean; readonly source: string; readonly killedBy: string }[] = [...fenceMutants, ...memoryMutants, ...executionMutants];

/** Mutants as they stand in the litmus tests that are named for them. @throws Error for a litmus that is not there */
export const named = (mutants: typeof everyMutant): Named[] => mutants.map(({ name, starred, source, killedBy }) => {
  const litmus = everyLitmus.find((one) => one.name === killedBy);
  if (litmus === undefined) throw new Error(`mutant '${name}': there is no litmus '${killedBy}'`);
  return { name, starred, source, system: killedBy, program: litmus.system() };
});

/** Good systems of the execution family, small ones first; pieces of those up to `most` states. */
export const executionSubjects = (most: number): Subject[] => executionGallery
  .filter(({ expect: { verdict } }) => verdict === 'finite').sort((a, b) => a.expect.states - b.expect.states)
  .map((one) => subject(one.name, specOfExecution(one), one.expect.states <= most));

export function subject(name: string, spec: Spec, pieces: boolean): Subject {
  const clauses = spec.clauses ?? [];
  return { name, pieces, program: compose(spec), clauses: clauses.map((clause) => ({ name: clause.name, program: () => compose({ ...spec, clauses: clauses.filter((one) => one !== clause) }) })) };
}
