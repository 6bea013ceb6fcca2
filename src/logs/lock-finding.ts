import type { LogFinding } from './finding.ts';
import type { LockReportKind } from './lock-report.ts';

/** One edge of a cycle: who was held, who was taken, where. */
export type LockEdge = {
  readonly held: string;
  readonly taken: string;
  readonly by: readonly string[];
  readonly isNew: boolean;
  readonly breaks: string | null;
  /** The function that only taught the checker this order, without code that needs it. */
  readonly primed: string | null;
};

/** What a report of the lock checker shows to be broken. */
export type LockFinding = LogFinding & {
  readonly report: LockReportKind;
  readonly cycle: readonly LockEdge[];
  readonly litmus: string | null;
  readonly classes: readonly { readonly name: string; readonly known: string | null }[];
};

/** The class without the number that the checker adds where several have one name. */
export const plainClass = (name: string): string => name.replace(/(?:#\d+)?(?:\/\d+)?$/, '');
