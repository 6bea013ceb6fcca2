/** A linear program min c z, A z >= 1, z >= 0 whose columns come one by one; by the revised simplex method with a dense inverse. */
export type Master = {
    /** The price of each row; none is negative when `settle` has been called. */
    readonly prices: Float64Array;
    /** Brings a column into the basis if it is worth it; whether it was. */
    readonly enter: (cost: number, column: ReadonlyMap<number, number>) => boolean;
    /** Lets rows that are met more than once go. */
    readonly settle: () => void;
};
/** @param costs of the columns of an identity matrix, with which it begins */
export declare function masterOf(costs: readonly number[]): Master;
