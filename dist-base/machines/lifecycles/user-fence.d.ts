/**
 * A fence that userspace signals by writing memory ("gpu futex").
 * Rule: nothing in the kernel may wait for it where a dma_fence waits: userspace may never signal.
 * Source: Documentation/driver-api/dma-buf.rst, "Indefinite DMA Fences".
 */
export declare const userFence: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "reset";
} | {
    type: "user_signal";
}, {}, never, never, never, never, "signaled" | "unsignaled", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "user_fence";
    states: {
        readonly unsignaled: {};
        readonly signaled: {};
    };
}, import("xstate").MetaObject>;
