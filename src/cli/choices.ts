/**
 * The words that options of the command line take. They stand apart from the code that acts on
 * them, so that help and completion load none of it.
 */

/** What `export --to` may say. */
export const notations = [
  'promela',
  'murphi',
  'json',
  'kunit',
  'rv',
  'lockdep-priming',
  'review-rules',
  'bpftrace',
] as const;
/** What `chart --to` may say. */
export const drawings = ['svg', 'mermaid', 'dot'] as const;
/** What `export --question` may say. */
export const questions = ['count', 'fair'] as const;

/** What `paths --cover` may list. */
export const covers = [
  'clauses',
  'steps',
  'transitions',
  'edges',
  'pairs',
  'without',
  'faults',
  'fault-answers',
  'to',
] as const;
/** What `paths --format` may say. */
export const pathFormats = ['json', 'vitest', 'mermaid', 'igt', 'kunit', 'junit'] as const;

/**
 * How an answer may be printed: for a person, as data, for those who gather test results, for code
 * scanning, for a log of GitHub Actions.
 */
export const reportFormats = ['text', 'json', 'junit', 'sarif', 'github'] as const;
/** One of them. */
export type ReportFormat = (typeof reportFormats)[number];

/** Who searches: one state after another, sets of states as diagrams, or what pays. */
export const engineNames = ['auto', 'explicit', 'symbolic'] as const;
/** One of them. */
export type EngineName = (typeof engineNames)[number];

/** The drivers that come with this package. */
export { driverIds as driverNames } from '../../machines/description/ids.ts';

/** The shells for which there is a completion script. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** How far the clocks of two CPUs may differ in a log where nothing is said, in nanoseconds. */
export const skewByDefault = 2000;
