import type { Budget } from '../explore/graph.ts';
import { search } from '../explore/search.ts';
import { withRefusals, type Refusals } from '../paths/laws.ts';
import type { RefusalKind } from '../paths/refusal-kinds.ts';
import type { PathFile } from '../paths/path.ts';
import { coverFile } from '../paths/suite.ts';
import type { Criterion } from '../paths/targets.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import { asThreadsSay, type ReadThreads } from './threads.ts';

/** How a suite of a composed system is wanted. */
export type SuiteOfOptions = {
  /** What the file is called; `'system'` if absent. */
  readonly name?: string;
  /** K in cost = steps + K * paths, a whole number; 10 if absent. */
  readonly perPath?: number;
  /** Steps of a path at most. */
  readonly longest?: number;
  /** States and bytes that the search may use. */
  readonly budget?: Budget;
  /** What is tried on the way and must be refused; `'law'` if absent. */
  readonly refusals?: RefusalKind;
  /** Whose refusals are, by step, beside what steps say of themselves. */
  readonly whose?: Refusals;
  /** What the system is made from: it is written into the file. */
  readonly described?: unknown;
  /** What the file gives as the version of its maker; `'unversioned'` if absent. */
  readonly version?: string;
};

/** What a search may use where nothing is said: a million states, 2 GiB. */
const roomy: Budget = { states: 1_000_000, bytes: 2 ** 31 };

/**
 * The test paths of a composed system, or of a file of threads, for a criterion. They are the
 * cheapest for `edges`; for the other criteria they are cheap, and their cost is compared with a
 * lower bound. No path has a step of an actor that recovers. A search that ran out of budget covers
 * what it saw; `size.bound` is then null.
 */
export function suiteOf(
  of: Program | ReadThreads,
  criterion: Criterion,
  options: SuiteOfOptions = {},
): PathFile {
  const { name, program, described, whose, said: saidByStep } = wanted(of, options);
  const { version = 'unversioned', perPath = 10, longest, budget = roomy } = options;
  const system = { name, program: withoutRecovery(program), described };
  const head = { name, version, perPath, systems: [system] };
  const file = coverFile(head, search(system.program, budget), criterion, { longest });
  const programs = new Map([[name, system.program]]);
  const whole = withRefusals(file, programs, whose, options.refusals ?? 'law');
  return saidByStep === null ? whole : asThreadsSay(whole, saidByStep);
}

/** What is covered, what it is called, and whose its refusals are. */
function wanted(
  given: Program | ReadThreads,
  { name, described = null, whose = {} }: SuiteOfOptions,
): Pick<ReadThreads, 'name' | 'program'> & {
  readonly described: unknown;
  readonly whose: Refusals;
  readonly said: ReadThreads['said'] | null;
} {
  if (!('program' in given))
    return { name: name ?? 'system', program: given, described, whose, said: null };
  return {
    name: name ?? given.name,
    program: given.program,
    described: described ?? { threads: given.name },
    whose: { ...given.refusals, ...whose },
    said: given.said,
  };
}
