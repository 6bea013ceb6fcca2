import { type Adapter } from './paths/formats/adapter.ts';
import { coverageOf, type Playing, type Result } from './paths/formats/play.ts';
export type { Adapter, Checks, Does, Observes, Refused } from './paths/formats/adapter.ts';
export type { Failure, Result } from './paths/formats/play.ts';
export type TestPathsOptions = Playing & {
    /** What the group of tests is called; the file's name and criterion if absent. */
    readonly title?: string;
    /** Gets all results at the end. */
    readonly report?: (results: readonly Result[], coverage: ReturnType<typeof coverageOf>) => void | Promise<void>;
};
/**
 * One Vitest test a path of a file, and one for the coverage at the end.
 * @param paths the JSON of a path file, as it was read
 * @throws Misuse for another schema version, a file that was edited by hand, and an adapter that lacks steps or states: all are named at once
 */
export declare function testPaths<D>(paths: unknown, adapter: Adapter<D>, { title, report, ...playing }?: TestPathsOptions): void;
