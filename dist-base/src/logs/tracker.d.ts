import type { LogFinding } from './finding.ts';
import { type Histogram } from './histogram.ts';
import { type Objects } from './objects.ts';
import type { Slow, Span } from './spans.ts';
import { type Rising } from './rising.ts';
import { type StateSets } from './state-sets.ts';
import type { LogRule, ObjectKind } from './vocabulary.ts';
/** What an event may be: one that this log has not shown yet, one that begins an object, one whose number must rise or mostly does, one from which latencies are measured. */
export declare const is: {
    readonly unseen: 1;
    readonly birth: 2;
    readonly rising: 4;
    readonly mostlyRising: 8;
    readonly queueing: 16;
    readonly running: 32;
};
/** Where the event at hand came from: one record, filled again for each. */
export type Seen = {
    line: number;
    time: number;
    cpu: number;
    text: () => string;
};
export type TrackerOptions = {
    /** Clocks of two CPUs may differ by so many nanoseconds. */
    readonly skew: number;
    /** Nothing was lost: what can only be explained by a missing event is broken. */
    readonly complete: boolean;
    /** Finished objects that are kept, so that a second end is seen. */
    readonly keep: number;
    /** Unfinished objects, at most. */
    readonly most: number;
};
export type Kind = StateSets & {
    readonly at: number;
    readonly trusted: ReadonlySet<string> | null;
    readonly shared: ReadonlySet<string>;
    readonly nameless: ReadonlySet<string>;
    readonly birth: number;
    readonly rebornFrom: number;
    readonly first: number;
    /** What is special about each event: bits of `is`. */
    readonly special: Uint8Array;
    readonly latency: {
        readonly wait: Histogram;
        readonly run: Histogram;
        readonly whole: Histogram;
    };
};
export type Tracker = {
    readonly kinds: readonly Kind[];
    readonly store: Objects;
    readonly labels: string[];
    readonly labelIds: Map<string, number>;
    /** `label * 4`: begun, finished, out of order, seen. */
    perLabel: Float64Array;
    readonly rising: Rising;
    readonly at: Seen;
    readonly findings: LogFinding[];
    readonly broken: Map<string, number>;
    /** What only a missing event explains: not broken unless the log is complete. */
    readonly gaps: {
        count: number;
        readonly first: LogFinding[];
    };
    readonly slow: Slow[];
    readonly rules: Readonly<Record<string, LogRule>>;
    readonly options: TrackerOptions;
    epoch: number;
    /** The epoch in which the log at hand begins. */
    begun: number;
    forgotten: number;
    outOfOrder: number;
    /** Finished ones in the order in which they finished. */
    readonly done: Int32Array;
    doneAt: number;
    onEnd: ((slot: number) => void) | null;
    /** A stretch of work that is over. */
    onSpan: ((span: Span) => void) | null;
};
export declare const slowest = 10;
export declare function tracker(kinds: Readonly<Record<string, ObjectKind>>, rules: Readonly<Record<string, LogRule>>, options: TrackerOptions): Tracker;
export declare function labelId(tracker: Tracker, text: string): number;
/** Events were lost: anything may have happened to anything. */
export declare function loseTrack(tracker: Tracker): void;
/** Another log begins here: its objects are others, even under the same keys. */
export declare function startAnew(tracker: Tracker): void;
/** A name as an object of this kind carries it: its label, and whether keys under it can be relied on. */
export type Label = {
    readonly id: number;
    readonly flags: number;
};
export declare function labelOf(tracker: Tracker, kind: Kind, owner: string, whole: string): Label;
/** A slot for an object that is not known yet. */
export declare function newObject(tracker: Tracker, kind: Kind, a: number, b: number, c: number, label: Label): number;
/** Counts a finding, and keeps it if there are not too many. */
export declare function report(tracker: Tracker, rule: string, finding: () => LogFinding): void;
/** `fence 9:5065 (ring0)` */
export declare function nameOf({ kinds, store, labels }: Tracker, slot: number): string;
