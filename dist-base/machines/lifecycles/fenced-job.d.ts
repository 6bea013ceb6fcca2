/**
 * A job with a dma_fence, from the submit ioctl to the signal.
 * Rule: what is needed to complete it is settled before its fence is visible.
 * Source: drivers/gpu/drm/scheduler/sched_main.c (drm_sched_job_arm, drm_sched_entity_push_job), v7.0.
 */
export declare const fencedJob: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "submit";
} | {
    type: "clear";
} | {
    type: "arm";
} | {
    type: "schedule";
} | {
    type: "hw_dispatch";
} | {
    type: "hw_run";
} | {
    type: "hw_done";
} | {
    type: "retire";
} | {
    type: "requeue";
} | {
    type: "cancel";
}, {}, never, never, never, never, "done" | "idle" | "queued" | "scheduled" | "dispatched" | "running" | {
    preparing: "begun" | "cleared";
}, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "fenced_job";
    states: {
        readonly idle: {};
        readonly preparing: {
            states: {
                readonly begun: {};
                readonly cleared: {};
            };
        };
        readonly queued: {};
        readonly scheduled: {};
        readonly dispatched: {};
        readonly running: {};
        readonly done: {};
    };
}, import("xstate").MetaObject>;
