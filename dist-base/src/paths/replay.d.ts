import type { Program } from '../system/program.ts';
import { type Because, type PathFile, type TestPath } from './path.ts';
/**
 * A path file from JSON.
 * @throws Misuse, with path and step: another schema version, not a path file, or edited by hand
 */
export declare function readPathFile(value: unknown): PathFile;
/** What no longer fits: at which step, and why. */
export type Misfit = {
    readonly path: string;
    readonly number: number;
    readonly step: string;
    readonly why: string;
};
/** Takes a path in a system; null where it does all that it says. */
export declare function misfit(program: Program, path: TestPath): Misfit | null;
/** `modeLock is in free; it needs modeLock in held.f[1] (clause flush/..., "...")` */
export declare function inWords({ by, parts, needs, clause, cite }: Because): string;
