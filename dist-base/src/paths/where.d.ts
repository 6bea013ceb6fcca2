import type { Program, Some } from '../system/program.ts';
/** A situation by name: parts, each with the states that it may be in. */
export type Situation = {
    readonly name: string;
    readonly all: readonly Some[];
};
/**
 * Reads `door[1]=open,guest[1]=inside|leaving`: each of these parts in that state, or below it; `a|b` is an "or", `!a` anywhere else.
 * @throws Misuse for an unknown part or state
 */
export declare function situation(program: Program, text: string): Situation;
