import type { Description } from '../../machines/description/description.ts';
import { ablationsOf, filesFor } from '../../src/judge/path-suites.ts';
import type { Budget } from '../../src/explore/graph.ts';
import type { PathFile } from '../../src/paths/path.ts';
import type { RefusalKind } from '../../src/paths/refusal-kinds.ts';
import { clauseFile, type NamedSystem } from '../../src/paths/suite.ts';
import { systemOf } from '../../machines/description/system.ts';
import { withoutRecovery } from '../../src/system/program.ts';

const budget: Budget = { states: 2_000_000, bytes: 2 ** 31 };

/** What the example driver is, once a mode. */
export const described: readonly Description[] = [
  { driver: 'example-preempt', options: ['preempt'], foreignDevice: false },
  { driver: 'example-flush', options: ['flush'], foreignDevice: false },
  {
    driver: 'example-reserve',
    options: ['reserve-in-flight'],
    foreignDevice: false,
    jobs: { fenced: 2, faulting: 1 },
  },
];
/** Flush with two contexts: one clause of it, for all would take a minute. */
export const twoContexts: Description = {
  driver: 'example-flush-two',
  options: ['flush'],
  foreignDevice: false,
  jobs: { fenced: 1, faulting: 2 },
};

/** The generated suites of a description: clauses, steps, transitions. */
export const suitesOf = (
  description: Description,
  refusals: RefusalKind = 'law',
): readonly PathFile[] =>
  filesFor(
    { name: description.driver, description },
    ['clauses', 'steps', 'transitions'],
    { version: '0', perPath: 10, to: [], kept: () => null, refusals },
    budget,
  ).files;

/** The clause paths of one clause. */
export function suiteOfClause(description: Description, clause: string): PathFile {
  const own: NamedSystem = {
    name: description.driver,
    described: description,
    program: withoutRecovery(systemOf(description)),
  };
  const { ablations } = ablationsOf(own, description);
  const asked = ablations
    .map((all) => all.slice(0, 1).filter((one) => one.clause.name === clause))
    .filter((all) => all.length > 0);
  return clauseFile(
    { name: description.driver, version: '0', perPath: 10, systems: [own] },
    asked,
    budget,
    null,
  );
}

/** The runs of the system without one clause. */
export function runsWithout(
  description: Description,
  clause: string,
): { readonly file: PathFile; readonly paths: PathFile['paths'] } {
  const subject = { name: description.driver, description };
  const wanted = { version: '0', perPath: 10, to: [], kept: () => null, refusals: 'law' } as const;
  const [file] = filesFor(subject, ['without'], wanted, budget).files;
  const paths = file!.paths.filter(({ system }) => system.endsWith(`without ${clause}`));
  return { file: file!, paths };
}
