/**
 * A dma_fence as the rest of the system sees it: from the moment other threads can wait for it until it is signaled.
 * Rule: it completes in finite time, and is signaled once.
 * Source: drivers/dma-buf/dma-fence.c ("DOC: fence cross-driver contract", dma_fence_init, dma_fence_signal), v7.0.
 */
export declare const dmaFence: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "publish";
} | {
    type: "dma_fence_signal";
} | {
    type: "dma_fence_init";
}, {}, never, never, never, never, "unpublished" | "visible" | "signaled", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "dma_fence";
    states: {
        readonly unpublished: {};
        readonly visible: {};
        readonly signaled: {};
    };
}, import("xstate").MetaObject>;
