import { type Program, type Promised } from '../system/program.ts';
import { type RefusedJson } from './refused.ts';
/** A step that could move a part on, and who refuses it. */
export type Way = {
    readonly step: string;
    /** By whom, as an actor's name. */
    readonly actor: string;
    /** In how many of the states it can happen. */
    readonly possible: number;
    /** Whether those refuse it in every one of the states. Where nobody always does, they are all who do in the first where somebody does. */
    readonly always: boolean;
    readonly refused: readonly RefusedJson[];
};
/** A part that would have to move, and all steps that could. */
export type Stuck = {
    readonly part: string;
    readonly isIn: readonly string[];
    readonly wanted: readonly string[];
    readonly ways: readonly Way[];
};
/** The states that can be reached from one by some of the steps; null where they are more than `most`. */
export declare function closure(program: Program, from: readonly number[], allowed: (actor: number) => boolean, most?: number): (readonly number[])[] | null;
/**
 * Why a promise stays pending in `states`, the last one first: its parts, the steps that lead them on to where it is kept, who refuses those, the
 * steps that lead these on to where they would not, and so on. Every part once.
 */
export declare function whyStuck(program: Program, promise: Promised, states: readonly (readonly number[])[]): Stuck[];
