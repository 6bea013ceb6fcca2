import type { Budget } from '../explore/graph.ts';
import { type Origin, type Program, type Step } from '../system/program.ts';
import { type Verdict } from './finding.ts';
/** Something of a step that can be left out, as written: in all the step's bindings at once. */
export type Piece = {
    readonly kind: 'step' | 'guard' | 'move' | 'also';
    /** The step as written. */
    readonly step: string;
    /** The guard's words, `'engine give.c[1]'` of a move, nothing of a step; of its first binding. */
    readonly text: string;
    readonly origin: Origin;
};
export type Ablation = {
    readonly piece: Piece;
    readonly program: Program;
};
/** `program` with one piece less, for each piece. */
export declare const ablations: (program: Program) => Ablation[];
/** What a piece is called in every program that has it: members of families are not told apart. */
export declare const keyOf: ({ kind, step, text }: Piece) => string;
/** Every piece once. A step's only move is the step. */
export declare function piecesOf(program: Program): Piece[];
/** The same program without `piece`, in all bindings of its step. */
export declare const without: (program: Program, piece: Piece) => Program;
/** The steps of `program` without `piece`. */
export declare function stepsWithout(program: Program, piece: Piece): Step[];
/** What turns when a piece is left out. */
export type Turned = {
    readonly system: string;
    readonly promise: string;
    readonly from: Verdict;
    readonly to: Verdict;
};
export type Weighed = Piece & {
    /** The systems that have it. */
    readonly seen: number;
    /** The first system in which a verdict turns, and the first promise there; null: in none. */
    readonly turned: Turned | null;
    /** The first system that has other steps without it; null: it does nothing anywhere. */
    readonly changes: string | null;
};
export type System = {
    readonly name: string;
    readonly program: Program;
    /** Which of its pieces are left out; all, if absent. */
    readonly only?: (piece: Piece) => boolean;
};
/** Leaves out every piece of `systems`, one at a time, and asks again: in one system after another until a verdict turns. */
export declare function weigh(systems: readonly System[], budget: Budget): Weighed[];
