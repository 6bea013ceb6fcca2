import { type Program } from '../system/program.ts';
import { type Absent } from './carry.ts';
import type { Because, Refusal } from './path.ts';
type Tried = {
    readonly step: string;
    readonly because: Because;
    readonly after: number;
};
/**
 * What the clause alone refuses along a path: steps that the same system without it would allow in the same place. One entry for each
 * stretch of the path. What is `tried` at the brink is always among them.
 */
export declare function refusalsOf({ with: program, without }: {
    readonly with: Program;
    readonly without: Program;
}, states: readonly (readonly number[])[], absent: Absent, tried: Tried | null): Refusal[];
export {};
