/**
 * A compute job that may take recoverable page faults. It has no dma_fence; userspace waits for it by a fence of its own.
 * Rule: a pending page fault holds up the work, and with it all hardware that the work holds.
 * Source: Documentation/driver-api/dma-buf.rst, "Recoverable Hardware Page Faults Implications".
 */
export declare const computeJob: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "submit";
} | {
    type: "schedule";
} | {
    type: "hw_dispatch";
} | {
    type: "hw_run";
} | {
    type: "hw_fault";
} | {
    type: "hw_refault";
} | {
    type: "hw_replay";
} | {
    type: "hw_done";
} | {
    type: "preempt";
} | {
    type: "resume";
} | {
    type: "kill";
}, {}, never, never, never, never, "idle" | "queued" | "scheduled" | "preempted" | "dispatched" | "running" | "faulted", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "compute_job";
    states: {
        readonly idle: {};
        readonly queued: {};
        readonly scheduled: {};
        readonly dispatched: {};
        readonly running: {};
        readonly faulted: {};
        readonly preempted: {};
    };
}, import("xstate").MetaObject>;
