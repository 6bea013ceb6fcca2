import { type Kind, type Tracker } from './tracker.ts';
/** One event of one object, at `tracker.at`. */
export declare function observe(tracker: Tracker, kind: Kind, slot: number, event: number): void;
