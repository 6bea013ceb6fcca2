import type { LogFinding } from './finding.ts';
import type { TaskFinding } from './hung-tasks.ts';
import type { LockFinding } from './lock-order.ts';
import type { LogRead } from './read-log.ts';
import type { LogRule } from './vocabulary.ts';
/** What a person wants to know of a log: data, ready to be written in any form. Times are nanoseconds. */
export type Summary = {
    readonly name: string;
    readonly kinds: readonly string[];
    readonly counts: {
        readonly lines: number;
        readonly bytes: number;
        readonly ours: number;
        readonly others: number;
        readonly unread: number;
        readonly foreign: number;
        readonly lost: number;
    };
    readonly notes: readonly string[];
    readonly span: {
        readonly from: number;
        readonly to: number;
        readonly cpus: number;
    } | null;
    readonly events: readonly {
        readonly name: string;
        readonly count: number;
    }[];
    readonly lines: readonly {
        readonly label: string;
        readonly events: number;
        readonly finished: number;
        readonly unfinished: number;
        readonly outOfOrder: number;
    }[];
    /** Not seen to finish, though a later one of the same line of work was: the end is missing from the log. */
    readonly endNotSeen: number;
    readonly unfinished: {
        readonly count: number;
        readonly oldest: readonly {
            readonly object: string;
            readonly states: readonly string[];
            readonly age: number;
            readonly line: number;
        }[];
    };
    readonly slowest: readonly {
        readonly object: string;
        readonly took: number;
        readonly from: number;
        readonly line: number;
    }[];
    readonly latencies: readonly Latency[];
    readonly waits: {
        readonly count: number;
        readonly stuck: readonly WaitOf[];
        readonly longest: readonly WaitOf[];
    };
    readonly needs: readonly {
        readonly from: string;
        readonly to: string;
        readonly line: number;
    }[];
    readonly gaps: {
        readonly count: number;
        readonly first: readonly LogFinding[];
    };
    readonly broken: readonly {
        readonly rule: string;
        readonly count: number;
        readonly says: string;
        readonly source: string;
    }[];
    readonly findings: readonly LogFinding[];
    readonly locks: readonly LockFinding[];
    readonly tasks: readonly TaskFinding[];
};
export type Latency = {
    readonly of: string;
    readonly what: string;
    readonly count: number;
    readonly median: number;
    readonly p90: number;
    readonly p99: number;
    readonly most: number;
    readonly bars: readonly {
        readonly from: number;
        readonly count: number;
    }[];
};
type WaitOf = {
    readonly task: string;
    readonly object: string;
    readonly states: readonly string[];
    readonly took: number;
    readonly line: number;
};
export declare function summarize(read: LogRead, rules: Readonly<Record<string, LogRule>>): Summary;
/** Whether anything is broken. */
export declare const isBroken: ({ broken }: Summary) => boolean;
export {};
