import type { PathFile, TestPath } from '../path.ts';
import { type Adapter } from './adapter.ts';
/** Where an implementation left a path. */
export type Failure = {
    /** From 1; 0: before the first step. */
    readonly number: number;
    readonly step: string | null;
    /** `refused`: a step of the path. `allowed`: what must be refused. `state`: a part is elsewhere. `threw`: the adapter or the implementation. `hangs`: no answer. */
    readonly kind: 'refused' | 'allowed' | 'state' | 'threw' | 'hangs';
    readonly text: string;
};
/** What became of one path. */
export type Result = {
    readonly path: TestPath;
    readonly name: string;
    readonly failure: Failure | null;
    /** Steps taken and things tried. */ readonly steps: number;
    readonly tried: number;
    readonly ms: number;
};
export type Playing = {
    /** Milliseconds that one call of the adapter may take. */
    readonly patience?: number;
    /** Whether what must be refused is tried after every step where it must be, or only after the first. */
    readonly tries?: 'always' | 'once';
    readonly now?: () => number;
};
/** Takes a path with an implementation: every step, what must be refused on the way, and where all parts are after each. */
export declare function play<D>(file: PathFile, path: TestPath, adapter: Adapter<D>, { patience, tries, now }?: Playing): Promise<Result>;
/** What a test of a path is called: its id, and what it is for. */
export declare function titleOf({ id, targets, system }: TestPath): string;
/** Targets that paths reached the end of; a file's uncoverable ones are not counted. */
export declare function coverageOf(file: PathFile, results: readonly Result[]): {
    readonly targets: number;
    readonly covered: number;
    readonly missed: readonly string[];
};
