/**
 * A job of the GPU scheduler as tracepoints show it: those of the scheduler, of amdgpu, and the signals of its two fences.
 * Rule: queued, then run, then done; its finished fence is the end.
 * Source: drivers/gpu/drm/scheduler/gpu_scheduler_trace.h; drivers/gpu/drm/amd/amdgpu/amdgpu_trace.h, v7.0.
 */
export declare const observedSchedJob: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "submit";
} | {
    type: "queue";
} | {
    type: "add_dep";
} | {
    type: "unschedulable";
} | {
    type: "run";
} | {
    type: "driver_run";
} | {
    type: "scheduled";
} | {
    type: "done";
} | {
    type: "finished";
}, {}, never, never, never, never, "done" | "queued" | "running" | "absent" | "submitted" | "finished", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "observed_sched_job";
    states: {
        readonly absent: {};
        readonly submitted: {};
        readonly queued: {};
        readonly running: {};
        readonly done: {};
        readonly finished: {};
    };
}, import("xstate").MetaObject>;
