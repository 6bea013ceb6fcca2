/**
 * A dma-buf as its tracepoints show it. That it is released is not printed, and its inode number may be used again.
 * Rule: exported first.
 * Source: include/trace/events/dma_buf.h, v7.0.
 */
export declare const observedDmaBuf: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "export";
} | {
    type: "fd";
} | {
    type: "get";
} | {
    type: "put";
} | {
    type: "mmap";
} | {
    type: "release";
}, {}, never, never, never, never, "none" | "exported", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "observed_dma_buf";
    states: {
        readonly none: {};
        readonly exported: {};
    };
}, import("xstate").MetaObject>;
/**
 * One device's attachment to a dma-buf; its address may be used again.
 * Rule: attached, then detached, in turn; none is left when the buffer is released.
 * Source: include/trace/events/dma_buf.h; drivers/dma-buf/dma-buf.c (dma_buf_dynamic_attach, dma_buf_detach), v7.0.
 */
export declare const observedAttachment: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "attach";
} | {
    type: "detach";
}, {}, never, never, never, never, "none" | "attached", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "observed_attachment";
    states: {
        readonly none: {};
        readonly attached: {};
    };
}, import("xstate").MetaObject>;
