/**
 * A block of memory that only repairs of page faults draw from; its pages are evicted without waiting for any dma_fence.
 * Source: Documentation/driver-api/dma-buf.rst, the fifth option ("separate memory blocks").
 */
export declare const pool: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "draw";
} | {
    type: "evict";
}, {}, never, never, never, never, "empty" | "stocked", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "pool";
    states: {
        readonly stocked: {};
        readonly empty: {};
    };
}, import("xstate").MetaObject>;
