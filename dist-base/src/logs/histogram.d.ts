/** Durations in buckets, eight to a doubling: quantiles within a tenth, in constant memory. */
export type Histogram = {
    count: number;
    sum: number;
    most: number;
    readonly buckets: Float64Array;
};
export declare const histogram: () => Histogram;
export declare function record(into: Histogram, nanoseconds: number): void;
/** The duration below which `share` of them lie. */
export declare function quantile({ count, most, buckets: all }: Histogram, share: number): number;
/** Bars, one a doubling, from the first that has any to the last. */
export declare function bars({ buckets: all, }: Histogram): {
    readonly from: number;
    readonly count: number;
}[];
