/**
 * The timeout of a GPU scheduler and the reset that it leads to.
 * Rule: drivers must have it; it never counts as keeping a promise, for the jobs are lost.
 * Source: include/drm/gpu_scheduler.h (timedout_job); drivers/dma-buf/dma-fence.c, "DOC: fence cross-driver contract", v7.0.
 */
export declare const hangRecovery: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "timeout";
} | {
    type: "reset";
} | {
    type: "restart";
}, {}, never, never, never, never, "reset" | "armed" | "stopping", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "hang_recovery";
    states: {
        readonly armed: {};
        readonly stopping: {};
        readonly reset: {};
    };
}, import("xstate").MetaObject>;
