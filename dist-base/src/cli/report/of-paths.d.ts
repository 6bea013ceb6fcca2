import type { Report } from './report.ts';
/** A path of a file, and why it no longer fits; null where it does. */
export type Fits = {
    readonly file: string;
    readonly path: string;
    readonly why: string | null;
};
export declare const reportOfPaths: (all: readonly Fits[]) => Report;
