/** Bytes that are looked for at a given place, eight at a time: as reals in the order of the memory, the last one overlapping. */
export type Literal = {
    readonly bytes: Uint8Array;
    readonly reals: Float64Array;
    readonly last: number;
};
export declare function literal(text: string): Literal;
/**
 * Whether they stand at [at, end). Two reals are equal where their bytes are, but for zeros and what is no number: a literal is text, whose
 * bytes make neither.
 */
export declare function isAt({ bytes, reals, last }: Literal, view: DataView, at: number, end: number): boolean;
