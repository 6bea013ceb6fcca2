import { type Program, type Step } from '../system/program.ts';
import type { Because, PathStep } from './path.ts';
/** A run by step names in a program, as far as it goes. */
export type Carried = {
    readonly steps: readonly Omit<PathStep, 'seal'>[];
    /** States before each step, and after the last. */
    readonly states: readonly (readonly number[])[];
    /** Why the next step is refused; null where all were taken. */
    readonly refused: {
        readonly step: string;
        readonly because: Because;
    } | null;
};
/** Whose doing it is that a step is not there. */
export type Absent = Pick<Because, 'clause' | 'cite'>;
/** Takes the steps one by one and stops at the first that is refused. */
export declare function carry(program: Program, names: readonly string[], absent?: Absent, from?: readonly number[], taken?: number): Carried;
export declare function stepsByName(program: Program): ReadonlyMap<string, Step>;
/** Why a step cannot fire in a state, guards first; null if it can. `step` is undefined where the system has none of that name. */
export declare function whyNot(program: Program, step: Step | undefined, state: readonly number[], absent?: Absent): Because | null;
/** Where every part stands. */
export declare const placesOf: (program: Program, state: readonly number[]) => Record<string, string>;
