/** Where a value stands in a text: line and column, from 1. */
export type At = {
    readonly line: number;
    readonly column: number;
};
/** A value, and where the things in it stand: by the JSON of their path. */
export type Read = {
    readonly value: unknown;
    readonly at: (path: readonly (string | number)[]) => At;
};
/**
 * Reads JSON and nothing but JSON (RFC 8259); a key that is there twice is refused too.
 * @throws Misuse: `line 3, column 7: found ',', expected a value`.
 */
export declare function readJson(text: string): Read;
