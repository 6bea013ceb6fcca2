import { type EventLines } from './event-lines.ts';
import { type KernelLines } from './kernel-lines.ts';
import type { Source } from './source.ts';
import type { TrackerOptions } from './tracker.ts';
import type { LogSpec } from './vocabulary.ts';
/** What was read of one log. */
export type LogRead = {
    readonly name: string;
    /** What it was found to be. */
    readonly kinds: readonly ('event text' | 'event JSON' | 'kernel log')[];
    readonly events: EventLines;
    readonly kernel: KernelLines;
    readonly lines: number;
    readonly bytes: number;
    /** Lines that are neither events nor part of a report. */
    readonly foreign: number;
    /** What has to be known about the log itself. */
    readonly notes: readonly string[];
};
export type ReadOptions = TrackerOptions & {
    readonly progress?: (read: {
        readonly bytes: number;
        readonly lines: number;
    }) => void;
    readonly prepare?: (events: EventLines) => void;
};
export declare const byDefault: TrackerOptions;
/** What is looked for, in words. */
export declare const tried: readonly ["event text (trace, trace_pipe, trace-cmd report, systrace, perf script)", "event JSON (Chrome, Perfetto)", "kernel log (lock reports, hung tasks, fence and buffer warnings)"];
/** Reads a log to its end, whatever it is. @throws Misuse when it is nothing of ours. */
export declare function readLog(source: Source, spec: LogSpec, options: ReadOptions): Promise<LogRead>;
