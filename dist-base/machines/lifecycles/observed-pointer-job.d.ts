/**
 * A scheduler job that is only known by the address of its fence (before v6.17). The address is used again by a later job.
 * Rule: queued, then run, then done.
 * Source: drivers/gpu/drm/scheduler/gpu_scheduler_trace.h (drm_sched_job, drm_run_job, drm_sched_process_job), v6.12.
 */
export declare const observedPointerJob: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "queue";
} | {
    type: "wait_dep";
} | {
    type: "run";
} | {
    type: "done";
}, {}, never, never, never, never, "none" | "queued" | "running", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "observed_pointer_job";
    states: {
        readonly none: {};
        readonly queued: {};
        readonly running: {};
    };
}, import("xstate").MetaObject>;
/**
 * The same job by the number that its scheduler gave it; the end of a job does not print it.
 * Rule: queued once, then run once.
 * Source: drivers/gpu/drm/scheduler/gpu_scheduler_trace.h, v6.12; the number: sched_entity.c (atomic64_inc_return(&sched->job_id_count)).
 */
export declare const observedNumberedJob: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "queue";
} | {
    type: "wait_dep";
} | {
    type: "run";
}, {}, never, never, never, never, "run" | "queued" | "absent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "observed_numbered_job";
    states: {
        readonly absent: {};
        readonly queued: {};
        readonly run: {};
    };
}, import("xstate").MetaObject>;
