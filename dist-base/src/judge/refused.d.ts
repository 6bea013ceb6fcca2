import { type Origin, type Program, type Step, type Some } from '../system/program.ts';
/** One thing that a step asks: some part is in one of these states. */
export type Demand = {
    readonly some: Some;
    readonly text: string;
    readonly origin: Origin;
};
/** All that a step asks: its guards, then that its moves are taken. */
export declare const demands: (program: Program, { when, moves }: Step) => Demand[];
/** What of it is not so in a state. */
export declare const refusedIn: (program: Program, step: Step, state: readonly number[]) => Demand[];
/** A refusal as data. */
export type RefusedJson = {
    readonly by: readonly {
        readonly part: string;
        readonly isIn: readonly string[];
    }[];
    readonly needs: string;
    readonly row: string | null;
    readonly clause: string | null;
    readonly cite: Origin['cite'];
};
/** @param at the local states in which a part is, wherever it is looked */
export declare const refusedJson: (program: Program, { some, text, origin }: Demand, at: (part: number) => readonly number[]) => RefusedJson;
/** Who refuses, where it is, what was asked, and whose law that is. @param more stands behind each part @param said citations that need not be said again; grows */
export declare function refusalText(program: Program, refused: RefusedJson, indent: string, more?: readonly string[], said?: Set<string>): string[];
