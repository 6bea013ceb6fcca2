import { type Lts } from '../lts/tabulate.ts';
import type { ObjectKind } from './vocabulary.ts';
/** A lifecycle over sets of states: bit n is state n. What an object may be is a number, and a step is one look-up. */
export type StateSets = {
    readonly name: string;
    readonly kind: ObjectKind;
    readonly lts: Lts;
    readonly width: number;
    readonly all: number;
    readonly finished: number;
    /** `step[(event << width) | set]`: where it may be afterwards; 0 is refused. Events that this log never shows may have happened in between. */
    step: Uint16Array;
    /** The same if any event at all may be missing before it. */
    readonly lossy: Uint16Array;
    /** A set, and everything that unseen events lead to. */
    widen: Uint16Array;
    readonly widenLossy: Uint16Array;
};
export declare function stateSets(name: string, kind: ObjectKind): StateSets;
/** States by name as a set. */
export declare const setOf: ({ lts }: StateSets, names: readonly string[]) => number;
export declare const namesOf: ({ lts }: StateSets, set: number) => string[];
/** From now on only `silent` events may happen unseen. */
export declare function silence(sets: StateSets, silent: readonly number[]): void;
