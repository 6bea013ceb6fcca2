import { type Waits } from './waits.ts';
import { type Needs } from './needs.ts';
import { type Matcher } from './print.ts';
import { type Kind, type Label, type Tracker, type TrackerOptions } from './tracker.ts';
import type { LogSpec, Tell } from './vocabulary.ts';
type Part = {
    readonly field: number;
    readonly word: number;
    readonly text: boolean;
    readonly hex: boolean;
};
type Ready = {
    readonly matcher: Matcher;
    readonly plain: boolean;
    readonly first: number;
    readonly second: number;
    readonly shift: number;
    readonly known: boolean;
    readonly waits: boolean;
    readonly fixed: Label | null;
    readonly labelFirst: number;
    readonly labelLast: number;
    readonly tell: Tell;
    readonly kind: Kind;
    readonly event: number;
    readonly key: readonly Part[];
    readonly pair: boolean;
    readonly label: readonly (number | string)[];
    readonly needs: {
        readonly kind: Kind;
        readonly key: readonly Part[];
    } | null;
};
type Point = {
    readonly name: Buffer;
    readonly prints: readonly {
        readonly matcher: Matcher;
        readonly tells: readonly Ready[];
    }[];
    count: number;
    unread: number;
};
/** Reads lines of events, whoever printed them, and follows the objects that they speak of. */
export type EventLines = {
    readonly tracker: Tracker;
    readonly waits: Waits;
    readonly needs: Needs;
    readonly points: ReadonlyMap<number, Point>;
    /** One line; false where it is no event at all. */
    readonly take: (bytes: Buffer, from: number, to: number, line: number) => boolean;
    /** One event that came as data: its fields by name. A CPU below 0 is none: only time orders it. */
    readonly event: (name: string, fields: (name: string) => string | undefined, cpu: number, time: number, task: number, comm: string, line: number) => void;
    /** The last line was an event of ours, but not as it is printed: broken by a mailer, perhaps. */
    readonly torn: () => boolean;
    /** Events were lost on this CPU: `n`, or an unknown number. */
    readonly lost: (events: number) => void;
    readonly seen: {
        ours: number;
        others: number;
        unread: number;
        lost: number;
        losses: number;
        spliced: number;
        first: number;
        last: number;
        ticks: boolean;
        cpus: Set<number>;
    };
};
export declare function eventLines(spec: LogSpec, options: TrackerOptions): EventLines;
export {};
