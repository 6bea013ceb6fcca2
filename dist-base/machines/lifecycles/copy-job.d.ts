/**
 * A job of the kernel's own that fills or maps a page, with a dma_fence of its own.
 * Rule: it runs on hardware that page-faulting work cannot hold up.
 * Source: drivers/gpu/drm/xe/xe_migrate.c (xe_migrate_usm_logical_mask: a reserved copy engine), v7.0.
 */
export declare const copyJob: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "publish";
} | {
    type: "hw_run";
} | {
    type: "hw_done";
}, {}, never, never, never, never, "idle" | "queued" | "running", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "copy_job";
    states: {
        readonly idle: {};
        readonly queued: {};
        readonly running: {};
    };
}, import("xstate").MetaObject>;
