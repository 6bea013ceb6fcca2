import type { Budget } from '../explore/graph.ts';
import { type Program, type Step } from '../system/program.ts';
import type { System, Turned } from './ablate.ts';
/** How many single steps a step falls into: one a move, and one for all that only goes along. */
export declare const movesIn: (step: Step) => number;
/**
 * The same system with the step `of` taken apart: it begins where it could happen as a whole, and then makes its moves one after the other,
 * in this `order`, with steps of others in between. What only goes along is its last move, before reordering. A new part a binding knows
 * how far it is. Who acts fairly is one thread: it does nothing else meanwhile. Who need not act at all need not begin, but goes on.
 */
export declare function split(program: Program, of: string, order: readonly number[]): Program;
/** Every order of `count` steps up to three; of more, each step first and each step last. */
export declare function ordersOf(count: number): number[][];
/** A step of several moves, and what turns when they are not one step. */
export type Cut = {
    /** As written. */
    readonly step: string;
    /** What makes it one step, as written; null: nothing is said to. */
    readonly atomic: string | null;
    /** In how many ways it was taken apart, all systems together. */
    readonly cuts: number;
    /** The first that turns a verdict, with the order of its moves; null: it need not be one step. */
    readonly turned: (Turned & {
        readonly order: readonly string[];
    }) | null;
};
/** Takes every step of several moves apart in every order, in one system after another until a verdict turns. */
export declare function cut(systems: readonly System[], budget: Budget): Cut[];
