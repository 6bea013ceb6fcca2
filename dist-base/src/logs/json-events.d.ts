import type { EventLines } from './event-lines.ts';
/**
 * Events out of JSON of any length, in pieces: Chrome's (`traceEvents`, or a bare list), Perfetto's (`packet`, `ftraceEvents`), and the
 * text that Chrome and systrace pack into one (`systemTraceEvents`). Elements are read one by one; the whole is never in memory.
 */
export declare function jsonEvents(events: EventLines, textLine: (bytes: Buffer) => void): {
    readonly piece: (bytes: Buffer) => void;
    readonly end: () => void;
    readonly seen: {
        elements: number;
        broken: number;
        known: boolean;
        line: number;
    };
};
