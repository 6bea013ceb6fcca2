import type { EventLines } from './event-lines.ts';
/** A stretch of work: a job or a fence from its beginning to its end. Times in nanoseconds; NaN where nobody knows. */
export type Span = {
    readonly name: string;
    readonly kind: string;
    readonly label: string;
    readonly queued: number;
    readonly running: number;
    readonly to: number;
    readonly line: number;
    readonly cpu: number;
};
/** One of the slowest. */
export type Slow = {
    readonly kind: number;
    readonly name: string;
    readonly label: number;
    readonly from: number;
    readonly to: number;
    readonly line: number;
};
/** The latest stretches of work, for a drawing. */
export type Spans = {
    readonly list: readonly Span[];
    readonly left: number;
};
/** Keeps the last `most` spans of a log that is being read. */
export declare function keepSpans(most: number): {
    readonly prepare: (events: EventLines) => void;
    readonly spans: () => Spans;
};
/** What has begun and is not over; its end is the end of the log. */
export declare function unfinishedSpans({ tracker, seen }: EventLines, most: number): Span[];
