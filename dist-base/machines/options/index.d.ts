import type { Clause, Option } from '../../src/system/vocabulary.ts';
/** The documented ways out, best first; the text's fifth has two forms. */
export declare const options: readonly Option[];
/** Weaker readings of a clause, each standing in for it. */
export type Variant = {
    readonly instead: string;
    readonly rows?: Option['rows'];
    readonly clause: Clause;
};
/** All weaker readings. */
export declare const variants: readonly Variant[];
