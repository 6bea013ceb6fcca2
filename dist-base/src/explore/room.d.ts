type Words = Int32Array | Uint32Array | Uint16Array;
/**
 * A copy with room for at least `enough` entries, the first `used` of which are kept; the array itself where it has that room. There is
 * four times the old room where it can be had: what was never written takes no memory, and copying often does.
 * @throws RangeError where not even an eighth more than is needed can be had
 */
export declare function roomier<A extends Words>(array: A, used: number, enough: number, make: new (length: number) => A): A;
/** Bytes of an array that holds `used` entries and is to hold `enough`; while it is copied the old one counts too. */
export declare const bytesOf: (array: Words, used: number, enough: number) => number;
export {};
