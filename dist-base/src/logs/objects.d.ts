/** How many of its last events an object remembers. */
export declare const remembered = 8;
/** Words: the key in three, kind, hash, set of states that it may be in (0 where the slot is free), flags, label, epoch, events seen, CPU of the last. */
export declare const key = 0;
export declare const kind = 3;
export declare const set = 5;
export declare const flags = 6;
export declare const label = 7;
export declare const epoch = 8;
export declare const count = 9;
export declare const cpu = 10;
/** Reals: when it was last seen, queued, run, first seen (ns); then line and time of eight events. */
export declare const seen = 6;
export declare const queued = 7;
export declare const running = 8;
export declare const begun = 9;
/** Objects by kind and key in typed arrays that grow; a slot stays where it is until it is given back. */
export type Objects = {
    /** Slots there will be room for when it grows. */
    roomy: number;
    /** Slots ever used. */
    top: number;
    live: number;
    /** By kind. */
    readonly liveOf: Int32Array;
    words: Int32Array;
    reals: Float64Array;
    /** Open addressing, two words a place: hash, slot (-1: free). */
    index: Int32Array;
    free: number[];
};
export declare const flag: {
    readonly born: 1;
    readonly shared: 2;
    readonly finished: 4;
    readonly trusted: 8;
    readonly widened: 16;
};
/** Room for `slots`, and for `roomy` when that is not enough: growing step by step took a twentieth of the time of reading 256 MB. Powers of two. */
export declare function objects(slots?: number, roomy?: number): Objects;
/** Where the words of a slot begin, and its reals. */
export declare const wordAt: (slot: number) => number;
export declare const realAt: (slot: number) => number;
export declare const word: ({ words }: Objects, slot: number, which: number) => number;
export declare const real: ({ reals }: Objects, slot: number, which: number) => number;
/** One number of the key: 32 bits without a sign. */
export declare const keyOf: (store: Objects, slot: number, which: number) => number;
/** The slot of an object, or -1. */
export declare function find({ index, words }: Objects, kindAt: number, one: number, two: number, three: number): number;
/** A slot for a new object; its set, label and epoch are for the caller to fill. */
export declare function add(store: Objects, kindAt: number, a: number, b: number, c: number): number;
/** Gives a slot back. */
export declare function remove(store: Objects, slot: number): void;
/** Writes one more event into an object's memory. */
export declare function remember({ words, reals }: Objects, slot: number, event: number, from: {
    readonly line: number;
    readonly time: number;
    readonly cpu: number;
}): void;
export type Past = {
    readonly event: number;
    readonly line: number;
    readonly time: number;
    readonly cpu: number;
};
/** What an object remembers, oldest first. */
export declare function pastOf(store: Objects, slot: number): Past[];
