import type { LogFinding } from './finding.ts';
import { type LockReport } from './lock-report.ts';
import type { LogRule, Place, ReportSpec } from './vocabulary.ts';
/** One step of a cycle: who was held, who was taken, where. */
export type LockEdge = {
    readonly held: string;
    readonly taken: string;
    readonly by: readonly string[];
    readonly isNew: boolean;
    readonly breaks: string | null;
};
export type LockFinding = LogFinding & {
    readonly report: LockReport['kind'];
    readonly cycle: readonly LockEdge[];
    readonly litmus: string | null;
    readonly classes: readonly {
        readonly name: string;
        readonly known: string | null;
    }[];
};
/** The class without the number that the checker adds where several have one name. */
export declare const plainClass: (name: string) => string;
/** Where a task is, from its call trace, innermost first. */
export declare function placesOf(frames: readonly string[], { places }: ReportSpec): {
    readonly place: Place;
    readonly frame: string;
    readonly at: number;
}[];
/** What a lock report breaks: its cycle in the real order, and which of its steps goes against the documented order. */
export declare function judgeLocks(report: LockReport, text: string, spec: ReportSpec, rules: Readonly<Record<string, LogRule>>): LockFinding;
