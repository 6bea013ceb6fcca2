/** The bytes of a log, packed or not, in pieces. */
export type Source = {
    readonly name: string;
    /** Of the file as it lies there; null where nobody knows. */
    readonly size: number | null;
    /** Bytes taken from the file so far. */
    readonly taken: () => number;
    /** Each is valid until the next one is asked for: its memory is used again. */
    readonly pieces: AsyncIterable<Buffer>;
    /** Why it ended before its end, if it did. */
    readonly broken: () => string | null;
};
/** `-` is standard input. Packed by gzip or not is seen from the first bytes. @throws Misuse when it cannot be read. */
export declare function source(file: string, stdin?: AsyncIterable<Buffer>): Source;
