/**
 * A dma_fence as its tracepoints show it.
 * Rule: it is signaled once, and not after its last reference is gone.
 * Source: include/trace/events/dma_fence.h; drivers/dma-buf/dma-fence.c (dma_fence_signal_timestamp_locked, dma_fence_release), v7.0.
 */
export declare const observedFence: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "dma_fence_init";
} | {
    type: "dma_fence_emit";
} | {
    type: "dma_fence_enable_signal";
} | {
    type: "dma_fence_signaled";
} | {
    type: "dma_fence_wait_start";
} | {
    type: "dma_fence_wait_end";
} | {
    type: "dma_fence_destroy";
}, {}, never, never, never, never, "enabled" | "idle" | "signaled" | "absent" | "destroyed", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "observed_fence";
    states: {
        readonly absent: {};
        readonly idle: {};
        readonly enabled: {};
        readonly signaled: {};
        readonly destroyed: {};
    };
}, import("xstate").MetaObject>;
