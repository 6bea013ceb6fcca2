import type { PathFile, TestPath } from '../path.ts';
/** A step that the driver does not take now: it refuses, or it waits. Nothing has changed. */
export type Refused = 'refused';
type Answer<T> = T | Promise<T>;
/** Brings a step about. The numbers are those of its name: `publish[2]` calls `publish` with 2. */
export type Does<D> = (driver: D, ...numbers: number[]) => Answer<void | Refused>;
/** Where a part is: its state's name. */
export type Observes<D> = (driver: D, ...numbers: number[]) => Answer<string>;
/** Whether a part is in a state; throws or gives false if it is not. */
export type Checks<D> = (driver: D, ...numbers: number[]) => Answer<void | boolean>;
/** What a set of paths needs to know of an implementation: how to bring each step about, and how to see each state of each part. */
export type Adapter<D> = {
    /** The implementation before the first step of a path; `described` is what the path's system is made from. */
    readonly setUp: (path: TestPath, described: unknown) => Answer<D>;
    readonly tearDown?: (driver: D) => Answer<void>;
    /** By step, without its numbers. It is called too for what must be refused, and then answers `'refused'`. */
    readonly steps: Readonly<Record<string, Does<D>>>;
    /** By part, without its number: one function that tells the state, or one check a state. Null: this implementation cannot show it. */
    readonly states: Readonly<Record<string, Observes<D> | Readonly<Record<string, Checks<D>>> | null>>;
};
/** `'publish[1,2]'` is `publish` with 1 and 2. */
export declare function parsed(name: string): {
    readonly of: string;
    readonly numbers: readonly number[];
};
/** What is tried on a path and must be refused: steps with the steps between which they are. */
export declare const refusedOn: ({ clauses, steps, }: TestPath) => {
    readonly step: string;
    readonly after: number;
    readonly until: number;
    readonly clause: string;
}[];
/** What an adapter lacks for a file: steps, parts and states, each once, in the order in which paths need them. */
export declare function lacking<D>(file: PathFile, adapter: Adapter<D>): {
    readonly steps: readonly string[];
    readonly states: readonly string[];
};
/** A property of its own: never one that every object inherits. */
export declare const own: <T>(from: Readonly<Record<string, T>>, name: string) => T | undefined;
/** One line that names everything an adapter lacks; null where it lacks nothing. */
export declare function complaint<D>(file: PathFile, adapter: Adapter<D>): string | null;
export {};
