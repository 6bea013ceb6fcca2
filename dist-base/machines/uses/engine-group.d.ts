import { type Clause } from '../../src/system/vocabulary.ts';
import { type Use } from './use.ts';
export declare const groupOfCore: import("../../src/system/vocabulary.ts").Row<{
    readonly engine: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "engine";
    };
    readonly units: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "compute units";
    };
    readonly other: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "other shared hardware";
    };
    readonly ring: {
        readonly of: typeof import("../index.ts").ring;
        readonly title: "queue of the engine";
    };
    readonly compute: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
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
        readonly family: "faulting";
        readonly title: "compute job";
    };
    readonly fault: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "raise";
        } | {
            type: "service";
        } | {
            type: "fill";
        } | {
            type: "map";
        } | {
            type: "ack";
        } | {
            type: "nack";
        } | {
            type: "squash";
        }, {}, never, never, never, never, "none" | "received" | {
            servicing: "allocating" | "copying" | "binding";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "page_fault";
            states: {
                readonly none: {};
                readonly received: {};
                readonly servicing: {
                    states: {
                        readonly allocating: {};
                        readonly copying: {};
                        readonly binding: {};
                    };
                };
            };
        }, import("xstate").MetaObject>;
        readonly family: "faulting";
        readonly title: "page fault";
    };
    readonly fence: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
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
        readonly family: "fenced";
    };
    readonly job: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
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
        readonly family: "fenced";
        readonly title: "fenced job";
    };
    readonly fencedEngine: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "engine for fenced jobs";
        readonly shares: "engine";
    };
    readonly fencedUnits: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "compute units for fenced jobs";
        readonly shares: "units";
    };
    readonly fencedOther: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "other hardware for fenced jobs";
        readonly shares: "other";
    };
    readonly fencedRing: {
        readonly of: typeof import("../index.ts").ring;
        readonly title: "queue of the engine for fenced jobs";
        readonly shares: "ring";
    };
    readonly exec: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
        readonly family: "fenced";
        readonly title: "exec ioctl";
    };
    readonly mode: {
        readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
        readonly title: "mode of the group";
    };
    readonly modeSem: {
        readonly of: typeof import("../lifecycles/engine-group.ts").modeSemaphore;
        readonly title: "mode_sem";
    };
    readonly queue: {
        readonly of: import("../lifecycles/named.ts").Named<"enabled" | "suspending" | "absent" | "suspended" | "resumed_early" | "adding", "add" | "resume" | "suspend" | "del" | "suspended" | "add_enabled" | "add_suspended">;
        readonly family: "faulting";
        readonly title: "faulting queue";
    };
    readonly work: {
        readonly of: import("../lifecycles/named.ts").Named<"pending" | "idle", "run" | "queue">;
        readonly title: "resume_work";
    };
    readonly worker: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "failed" | "down_read" | "down_write" | "reads" | "put" | "resumes", "write" | "run" | "resume" | "release" | "failed" | "waited" | "read" | "same" | "differs" | "recheck" | "put" | "same_resumes">;
        readonly title: "resume worker";
    };
}>;
/** The core's own submit and publish are the group's; nothing fails half way, for a submit of the core has no way back. */
export declare const groupIsSubmit: Clause;
/** The fourth way out as xe takes it, lock by lock. */
export declare const engineGroupUse: Use;
