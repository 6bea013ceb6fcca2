/**
 * The last number that each line of work has used, in constant memory: a table of a fixed size, in which a newcomer takes the place of
 * whoever has it. What was forgotten is not checked.
 */
export type Rising = {
    /** Four a place: whose, for what (0: free), the last number, its CPU. */
    readonly last: Int32Array;
    /** Two a place: when, and in which line. */
    readonly seen: Float64Array;
};
export declare const rising: () => Rising;
export declare const forgetAll: ({ last }: Rising) => void;
/** Notes a number; gives the one before if that is larger (as 32-bit numbers that wrap) and the clocks leave no doubt who came first. */
export declare function rise({ last, seen }: Rising, whose: number, what: number, number: number, { time, cpu, line }: {
    readonly time: number;
    readonly cpu: number;
    readonly line: number;
}, skew: number): {
    readonly last: number;
    readonly line: number;
} | null;
