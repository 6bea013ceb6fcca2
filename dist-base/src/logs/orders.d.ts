/**
 * The states that an object may be in after events whose order is known only in part: events of one CPU keep their order, and so do
 * events further apart than `skew`. The union over every order that is left; 0 if none is accepted. Subsets instead of orders: 2^n steps.
 */
export declare function orders(events: readonly {
    readonly event: number;
    readonly time: number;
    readonly cpu: number;
}[], from: number, step: Uint16Array, width: number, skew: number): number;
