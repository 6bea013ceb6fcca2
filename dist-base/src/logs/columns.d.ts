import { type Names } from './names.ts';
/** What stands before the event on a line of trace text: who, where, when. Filled in place: there are millions of lines. */
export type Columns = {
    cpu: number;
    /** Nanoseconds, or ticks where the clock counts no time. */
    time: number;
    /** Where the event's name stands, and its hash. */
    nameFrom: number;
    nameTo: number;
    nameHash: number;
    /** Which of the known names it is, if that is seen at once; else -1. */
    known: number;
    /** What it printed. */
    from: number;
    to: number;
    /** Where the task stands: from the line's first byte to here. */
    taskFrom: number;
    taskTo: number;
    /** No fraction was printed. */
    ticks: boolean;
};
export declare const columns: () => Columns;
/**
 * The columns of one line [from, to), whoever printed it: trace, trace_pipe, trace-cmd report, systrace with its (tgid), perf script.
 * `comm-pid [(tgid)] [cpu] [flags] seconds.fraction: [system:]event: text`. False where the bytes are nothing of that kind.
 */
export declare function readColumns(bytes: Uint8Array, view: DataView, from: number, to: number, into: Columns, names: Names): boolean;
export declare function hashOf(text: string): number;
/** The task's number, -1 where there is none: the digits after the last `-` (perf: after the last space or slash) before a `(tgid)`. */
export declare function taskOf(bytes: Uint8Array, from: number, to: number): number;
/** The task's name: what stands before its number. */
export declare function commOf(bytes: Buffer, from: number, to: number): string;
