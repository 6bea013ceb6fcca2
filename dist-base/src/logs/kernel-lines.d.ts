import type { LogFinding } from './finding.ts';
import { type TaskFinding } from './hung-tasks.ts';
import { type LockFinding } from './lock-order.ts';
import type { LogSpec } from './vocabulary.ts';
/** What a kernel log reports: broken lock order, tasks that hang, warnings. */
export type KernelLines = {
    /** One line that is no event; whether it belongs to a report. */
    readonly take: (text: string, line: number) => boolean;
    readonly end: () => void;
    readonly locks: readonly LockFinding[];
    readonly warnings: readonly LogFinding[];
    readonly tasks: () => readonly TaskFinding[];
    readonly seen: {
        reports: number;
        tasks: number;
        warnings: number;
        stamped: number;
    };
};
export declare function kernelLines({ reports, rules }: LogSpec): KernelLines;
