/** A duration in nanoseconds for a person: `340 ns`, `12.3 us`, `4.56 ms`, `1.2 s`. */
export declare function duration(nanoseconds: number): string;
/** A point in time as tracers print it. */
export declare const moment: (nanoseconds: number) => string;
