import { type Described } from './description.ts';
/** Something wrong with a description: the field, as keys and places, and one line about it. */
export type Complaint = {
    readonly path: readonly (string | number)[];
    readonly line: string;
};
/** `['options', 0]` to `'options[0]'`. */
export declare const inWritten: (path: readonly (string | number)[]) => string;
/** Reads anything as a description: the description, or all that is wrong with it. */
export declare function understand(input: unknown): {
    readonly described: Described;
} | {
    readonly complaints: readonly Complaint[];
};
