/**
 * The hardware kept for one fenced job while its fence is in flight.
 * Rule: it covers the time from when the fence is visible to other threads until dma_fence_signal().
 * Source: Documentation/driver-api/dma-buf.rst, "Recoverable Hardware Page Faults Implications", the third option.
 */
export declare const reservation: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "want";
} | {
    type: "obtain";
} | {
    type: "release";
}, {}, never, never, never, never, "none" | "held" | "wanted", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "reservation";
    states: {
        readonly none: {};
        readonly wanted: {};
        readonly held: {};
    };
}, import("xstate").MetaObject>;
