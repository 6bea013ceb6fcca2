import { modeSemaphore } from '../lifecycles/engine-group.ts';
/** A group of engines: execs of queues with dma_fences, queues of VMs in fault mode, and the worker that goes back and forth. */
export declare const groupParts: {
    readonly exec: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
        readonly family: "fenced";
        readonly title: "exec ioctl";
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
    readonly mode: {
        readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
        readonly title: "mode of the group";
    };
    readonly modeSem: {
        readonly of: typeof modeSemaphore;
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
};
export declare const groupSteps: readonly (import("../../src/system/vocabulary.ts").Step<{
    readonly exec: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
        readonly family: "fenced";
        readonly title: "exec ioctl";
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
    readonly mode: {
        readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
        readonly title: "mode of the group";
    };
    readonly modeSem: {
        readonly of: typeof modeSemaphore;
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
}, "push" | "suspend_answered" | "exec" | "exec_with_deps" | "put" | "get_mode_down_read" | "get_mode_same" | "get_mode_differs" | "get_mode_down_write" | "get_mode_interrupted" | "get_mode_recheck" | "get_mode_again" | "syncs_signaled" | "suspend_queues" | "suspend_none" | "switch_to_dma_fence" | "switch_alone" | "suspend_wait_fails" | "get_mode_fails" | "exec_fails"> | import("../../src/system/vocabulary.ts").Step<{
    readonly exec: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
        readonly family: "fenced";
        readonly title: "exec ioctl";
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
    readonly mode: {
        readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
        readonly title: "mode of the group";
    };
    readonly modeSem: {
        readonly of: typeof modeSemaphore;
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
}, "resume_work_runs" | "worker_down_read" | "worker_same" | "worker_differs" | "worker_down_write" | "worker_recheck" | "switch_to_lr" | "resume_queues" | "worker_put">)[];
/** xe_hw_engine_group as its source has it, but for what its laws say. */
export declare const engineGroup: import("../../src/system/vocabulary.ts").Row<{
    readonly exec: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
        readonly family: "fenced";
        readonly title: "exec ioctl";
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
    readonly mode: {
        readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
        readonly title: "mode of the group";
    };
    readonly modeSem: {
        readonly of: typeof modeSemaphore;
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
/** Work that shares the hardware: a page fault holds it up, its repair waits for whatever reclaim waits for. */
export declare const groupJobParts: {
    readonly lr: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
        readonly family: "faulting";
        readonly title: "job of a faulting queue";
    };
    readonly exec: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
        readonly family: "fenced";
        readonly title: "exec ioctl";
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
    readonly mode: {
        readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
        readonly title: "mode of the group";
    };
    readonly modeSem: {
        readonly of: typeof modeSemaphore;
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
};
export declare const groupJobs: import("../../src/system/vocabulary.ts").Row<{
    readonly lr: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
        readonly family: "faulting";
        readonly title: "job of a faulting queue";
    };
    readonly exec: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
        readonly family: "fenced";
        readonly title: "exec ioctl";
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
    readonly mode: {
        readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
        readonly title: "mode of the group";
    };
    readonly modeSem: {
        readonly of: typeof modeSemaphore;
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
/** What makes it the fourth option, and what it takes for granted. */
export declare const groupLaws: {
    readonly 'suspended-before-visible': import("../../src/system/vocabulary.ts").Clause<{
        readonly lr: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
            readonly family: "faulting";
            readonly title: "job of a faulting queue";
        };
        readonly exec: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
            readonly family: "fenced";
            readonly title: "exec ioctl";
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
        readonly mode: {
            readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
            readonly title: "mode of the group";
        };
        readonly modeSem: {
            readonly of: typeof modeSemaphore;
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
    }, "push" | "suspend_answered" | "exec" | "exec_with_deps" | "put" | "get_mode_down_read" | "get_mode_same" | "get_mode_differs" | "get_mode_down_write" | "get_mode_interrupted" | "get_mode_recheck" | "get_mode_again" | "syncs_signaled" | "suspend_queues" | "suspend_none" | "switch_to_dma_fence" | "switch_alone" | "suspend_wait_fails" | "get_mode_fails" | "exec_fails" | "resume_work_runs" | "worker_down_read" | "worker_same" | "worker_differs" | "worker_down_write" | "worker_recheck" | "switch_to_lr" | "resume_queues" | "worker_put" | "lr_exec" | "lr_runs" | "lr_faults" | "lr_repaired" | "lr_ends" | "job_signals" | "del_exec_queue" | "add_exec_queue" | "add_in_lr" | "add_in_dma_fence">;
    readonly 'fences-before-fault-job': import("../../src/system/vocabulary.ts").Clause<{
        readonly lr: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
            readonly family: "faulting";
            readonly title: "job of a faulting queue";
        };
        readonly exec: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
            readonly family: "fenced";
            readonly title: "exec ioctl";
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
        readonly mode: {
            readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
            readonly title: "mode of the group";
        };
        readonly modeSem: {
            readonly of: typeof modeSemaphore;
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
    }, "push" | "suspend_answered" | "exec" | "exec_with_deps" | "put" | "get_mode_down_read" | "get_mode_same" | "get_mode_differs" | "get_mode_down_write" | "get_mode_interrupted" | "get_mode_recheck" | "get_mode_again" | "syncs_signaled" | "suspend_queues" | "suspend_none" | "switch_to_dma_fence" | "switch_alone" | "suspend_wait_fails" | "get_mode_fails" | "exec_fails" | "resume_work_runs" | "worker_down_read" | "worker_same" | "worker_differs" | "worker_down_write" | "worker_recheck" | "switch_to_lr" | "resume_queues" | "worker_put" | "lr_exec" | "lr_runs" | "lr_faults" | "lr_repaired" | "lr_ends" | "job_signals" | "del_exec_queue" | "add_exec_queue" | "add_in_lr" | "add_in_dma_fence">;
    readonly 'readers-queue': import("../../src/system/vocabulary.ts").Clause<{
        readonly lr: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
            readonly family: "faulting";
            readonly title: "job of a faulting queue";
        };
        readonly exec: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
            readonly family: "fenced";
            readonly title: "exec ioctl";
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
        readonly mode: {
            readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
            readonly title: "mode of the group";
        };
        readonly modeSem: {
            readonly of: typeof modeSemaphore;
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
    }, "push" | "suspend_answered" | "exec" | "exec_with_deps" | "put" | "get_mode_down_read" | "get_mode_same" | "get_mode_differs" | "get_mode_down_write" | "get_mode_interrupted" | "get_mode_recheck" | "get_mode_again" | "syncs_signaled" | "suspend_queues" | "suspend_none" | "switch_to_dma_fence" | "switch_alone" | "suspend_wait_fails" | "get_mode_fails" | "exec_fails" | "resume_work_runs" | "worker_down_read" | "worker_same" | "worker_differs" | "worker_down_write" | "worker_recheck" | "switch_to_lr" | "resume_queues" | "worker_put" | "lr_exec" | "lr_runs" | "lr_faults" | "lr_repaired" | "lr_ends" | "job_signals" | "del_exec_queue" | "add_exec_queue" | "add_in_lr" | "add_in_dma_fence">;
    readonly 'suspend-answers': import("../../src/system/vocabulary.ts").Clause<{
        readonly lr: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
            readonly family: "faulting";
            readonly title: "job of a faulting queue";
        };
        readonly exec: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
            readonly family: "fenced";
            readonly title: "exec ioctl";
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
        readonly mode: {
            readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
            readonly title: "mode of the group";
        };
        readonly modeSem: {
            readonly of: typeof modeSemaphore;
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
    }, "push" | "suspend_answered" | "exec" | "exec_with_deps" | "put" | "get_mode_down_read" | "get_mode_same" | "get_mode_differs" | "get_mode_down_write" | "get_mode_interrupted" | "get_mode_recheck" | "get_mode_again" | "syncs_signaled" | "suspend_queues" | "suspend_none" | "switch_to_dma_fence" | "switch_alone" | "suspend_wait_fails" | "get_mode_fails" | "exec_fails" | "resume_work_runs" | "worker_down_read" | "worker_same" | "worker_differs" | "worker_down_write" | "worker_recheck" | "switch_to_lr" | "resume_queues" | "worker_put" | "lr_exec" | "lr_runs" | "lr_faults" | "lr_repaired" | "lr_ends" | "job_signals" | "del_exec_queue" | "add_exec_queue" | "add_in_lr" | "add_in_dma_fence">;
};
/** Ways out of an error while the queues are being suspended, and what goes wrong elsewhere. */
export declare const groupFaults: {
    readonly 'queues-work': import("../../src/system/vocabulary.ts").Clause<{
        readonly lr: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
            readonly family: "faulting";
            readonly title: "job of a faulting queue";
        };
        readonly exec: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
            readonly family: "fenced";
            readonly title: "exec ioctl";
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
        readonly mode: {
            readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
            readonly title: "mode of the group";
        };
        readonly modeSem: {
            readonly of: typeof modeSemaphore;
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
    }, "push" | "suspend_answered" | "exec" | "exec_with_deps" | "put" | "get_mode_down_read" | "get_mode_same" | "get_mode_differs" | "get_mode_down_write" | "get_mode_interrupted" | "get_mode_recheck" | "get_mode_again" | "syncs_signaled" | "suspend_queues" | "suspend_none" | "switch_to_dma_fence" | "switch_alone" | "suspend_wait_fails" | "get_mode_fails" | "exec_fails" | "resume_work_runs" | "worker_down_read" | "worker_same" | "worker_differs" | "worker_down_write" | "worker_recheck" | "switch_to_lr" | "resume_queues" | "worker_put" | "lr_exec" | "lr_runs" | "lr_faults" | "lr_repaired" | "lr_ends" | "job_signals" | "del_exec_queue" | "add_exec_queue" | "add_in_lr" | "add_in_dma_fence">;
    readonly 'resumes-at-once': import("../../src/system/vocabulary.ts").Clause<{
        readonly lr: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
            readonly family: "faulting";
            readonly title: "job of a faulting queue";
        };
        readonly exec: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
            readonly family: "fenced";
            readonly title: "exec ioctl";
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
        readonly mode: {
            readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
            readonly title: "mode of the group";
        };
        readonly modeSem: {
            readonly of: typeof modeSemaphore;
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
    }, "push" | "suspend_answered" | "exec" | "exec_with_deps" | "put" | "get_mode_down_read" | "get_mode_same" | "get_mode_differs" | "get_mode_down_write" | "get_mode_interrupted" | "get_mode_recheck" | "get_mode_again" | "syncs_signaled" | "suspend_queues" | "suspend_none" | "switch_to_dma_fence" | "switch_alone" | "suspend_wait_fails" | "get_mode_fails" | "exec_fails" | "resume_work_runs" | "worker_down_read" | "worker_same" | "worker_differs" | "worker_down_write" | "worker_recheck" | "switch_to_lr" | "resume_queues" | "worker_put" | "lr_exec" | "lr_runs" | "lr_faults" | "lr_repaired" | "lr_ends" | "job_signals" | "del_exec_queue" | "add_exec_queue" | "add_in_lr" | "add_in_dma_fence">;
    readonly unwinds: import("../../src/system/vocabulary.ts").Clause<{
        readonly lr: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
            readonly family: "faulting";
            readonly title: "job of a faulting queue";
        };
        readonly exec: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
            readonly family: "fenced";
            readonly title: "exec ioctl";
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
        readonly mode: {
            readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
            readonly title: "mode of the group";
        };
        readonly modeSem: {
            readonly of: typeof modeSemaphore;
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
    }, "push" | "suspend_answered" | "exec" | "exec_with_deps" | "put" | "get_mode_down_read" | "get_mode_same" | "get_mode_differs" | "get_mode_down_write" | "get_mode_interrupted" | "get_mode_recheck" | "get_mode_again" | "syncs_signaled" | "suspend_queues" | "suspend_none" | "switch_to_dma_fence" | "switch_alone" | "suspend_wait_fails" | "get_mode_fails" | "exec_fails" | "resume_work_runs" | "worker_down_read" | "worker_same" | "worker_differs" | "worker_down_write" | "worker_recheck" | "switch_to_lr" | "resume_queues" | "worker_put" | "lr_exec" | "lr_runs" | "lr_faults" | "lr_repaired" | "lr_ends" | "job_signals" | "del_exec_queue" | "add_exec_queue" | "add_in_lr" | "add_in_dma_fence">;
    readonly 'double-release': import("../../src/system/vocabulary.ts").Clause<{
        readonly lr: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
            readonly family: "faulting";
            readonly title: "job of a faulting queue";
        };
        readonly exec: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
            readonly family: "fenced";
            readonly title: "exec ioctl";
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
        readonly mode: {
            readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
            readonly title: "mode of the group";
        };
        readonly modeSem: {
            readonly of: typeof modeSemaphore;
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
    }, "push" | "suspend_answered" | "exec" | "exec_with_deps" | "put" | "get_mode_down_read" | "get_mode_same" | "get_mode_differs" | "get_mode_down_write" | "get_mode_interrupted" | "get_mode_recheck" | "get_mode_again" | "syncs_signaled" | "suspend_queues" | "suspend_none" | "switch_to_dma_fence" | "switch_alone" | "suspend_wait_fails" | "get_mode_fails" | "exec_fails" | "resume_work_runs" | "worker_down_read" | "worker_same" | "worker_differs" | "worker_down_write" | "worker_recheck" | "switch_to_lr" | "resume_queues" | "worker_put" | "lr_exec" | "lr_runs" | "lr_faults" | "lr_repaired" | "lr_ends" | "job_signals" | "del_exec_queue" | "add_exec_queue" | "add_in_lr" | "add_in_dma_fence">;
    readonly 'no-recheck': import("../../src/system/vocabulary.ts").Clause<{
        readonly lr: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
            readonly family: "faulting";
            readonly title: "job of a faulting queue";
        };
        readonly exec: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
            readonly family: "fenced";
            readonly title: "exec ioctl";
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
        readonly mode: {
            readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
            readonly title: "mode of the group";
        };
        readonly modeSem: {
            readonly of: typeof modeSemaphore;
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
    }, "push" | "suspend_answered" | "exec" | "exec_with_deps" | "put" | "get_mode_down_read" | "get_mode_same" | "get_mode_differs" | "get_mode_down_write" | "get_mode_interrupted" | "get_mode_recheck" | "get_mode_again" | "syncs_signaled" | "suspend_queues" | "suspend_none" | "switch_to_dma_fence" | "switch_alone" | "suspend_wait_fails" | "get_mode_fails" | "exec_fails" | "resume_work_runs" | "worker_down_read" | "worker_same" | "worker_differs" | "worker_down_write" | "worker_recheck" | "switch_to_lr" | "resume_queues" | "worker_put" | "lr_exec" | "lr_runs" | "lr_faults" | "lr_repaired" | "lr_ends" | "job_signals" | "del_exec_queue" | "add_exec_queue" | "add_in_lr" | "add_in_dma_fence">;
    readonly 'put-before-push': import("../../src/system/vocabulary.ts").Clause<{
        readonly lr: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
            readonly family: "faulting";
            readonly title: "job of a faulting queue";
        };
        readonly exec: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
            readonly family: "fenced";
            readonly title: "exec ioctl";
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
        readonly mode: {
            readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
            readonly title: "mode of the group";
        };
        readonly modeSem: {
            readonly of: typeof modeSemaphore;
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
    }, "push" | "suspend_answered" | "exec" | "exec_with_deps" | "put" | "get_mode_down_read" | "get_mode_same" | "get_mode_differs" | "get_mode_down_write" | "get_mode_interrupted" | "get_mode_recheck" | "get_mode_again" | "syncs_signaled" | "suspend_queues" | "suspend_none" | "switch_to_dma_fence" | "switch_alone" | "suspend_wait_fails" | "get_mode_fails" | "exec_fails" | "resume_work_runs" | "worker_down_read" | "worker_same" | "worker_differs" | "worker_down_write" | "worker_recheck" | "switch_to_lr" | "resume_queues" | "worker_put" | "lr_exec" | "lr_runs" | "lr_faults" | "lr_repaired" | "lr_ends" | "job_signals" | "del_exec_queue" | "add_exec_queue" | "add_in_lr" | "add_in_dma_fence">;
    readonly 'cannot-save-faulted': import("../../src/system/vocabulary.ts").Clause<{
        readonly lr: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
            readonly family: "faulting";
            readonly title: "job of a faulting queue";
        };
        readonly exec: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
            readonly family: "fenced";
            readonly title: "exec ioctl";
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
        readonly mode: {
            readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
            readonly title: "mode of the group";
        };
        readonly modeSem: {
            readonly of: typeof modeSemaphore;
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
    }, "push" | "suspend_answered" | "exec" | "exec_with_deps" | "put" | "get_mode_down_read" | "get_mode_same" | "get_mode_differs" | "get_mode_down_write" | "get_mode_interrupted" | "get_mode_recheck" | "get_mode_again" | "syncs_signaled" | "suspend_queues" | "suspend_none" | "switch_to_dma_fence" | "switch_alone" | "suspend_wait_fails" | "get_mode_fails" | "exec_fails" | "resume_work_runs" | "worker_down_read" | "worker_same" | "worker_differs" | "worker_down_write" | "worker_recheck" | "switch_to_lr" | "resume_queues" | "worker_put" | "lr_exec" | "lr_runs" | "lr_faults" | "lr_repaired" | "lr_ends" | "job_signals" | "del_exec_queue" | "add_exec_queue" | "add_in_lr" | "add_in_dma_fence">;
    readonly 'skips-idle': import("../../src/system/vocabulary.ts").Clause<{
        readonly lr: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
            readonly family: "faulting";
            readonly title: "job of a faulting queue";
        };
        readonly exec: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
            readonly family: "fenced";
            readonly title: "exec ioctl";
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
        readonly mode: {
            readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
            readonly title: "mode of the group";
        };
        readonly modeSem: {
            readonly of: typeof modeSemaphore;
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
    }, "push" | "suspend_answered" | "exec" | "exec_with_deps" | "put" | "get_mode_down_read" | "get_mode_same" | "get_mode_differs" | "get_mode_down_write" | "get_mode_interrupted" | "get_mode_recheck" | "get_mode_again" | "syncs_signaled" | "suspend_queues" | "suspend_none" | "switch_to_dma_fence" | "switch_alone" | "suspend_wait_fails" | "get_mode_fails" | "exec_fails" | "resume_work_runs" | "worker_down_read" | "worker_same" | "worker_differs" | "worker_down_write" | "worker_recheck" | "switch_to_lr" | "resume_queues" | "worker_put" | "lr_exec" | "lr_runs" | "lr_faults" | "lr_repaired" | "lr_ends" | "job_signals" | "del_exec_queue" | "add_exec_queue" | "add_in_lr" | "add_in_dma_fence">;
    readonly 'worker-fails': import("../../src/system/vocabulary.ts").Clause<{
        readonly lr: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
            readonly family: "faulting";
            readonly title: "job of a faulting queue";
        };
        readonly exec: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
            readonly family: "fenced";
            readonly title: "exec ioctl";
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
        readonly mode: {
            readonly of: import("../lifecycles/named.ts").Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
            readonly title: "mode of the group";
        };
        readonly modeSem: {
            readonly of: typeof modeSemaphore;
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
    }, "push" | "suspend_answered" | "exec" | "exec_with_deps" | "put" | "get_mode_down_read" | "get_mode_same" | "get_mode_differs" | "get_mode_down_write" | "get_mode_interrupted" | "get_mode_recheck" | "get_mode_again" | "syncs_signaled" | "suspend_queues" | "suspend_none" | "switch_to_dma_fence" | "switch_alone" | "suspend_wait_fails" | "get_mode_fails" | "exec_fails" | "resume_work_runs" | "worker_down_read" | "worker_same" | "worker_differs" | "worker_down_write" | "worker_recheck" | "switch_to_lr" | "resume_queues" | "worker_put" | "lr_exec" | "lr_runs" | "lr_faults" | "lr_repaired" | "lr_ends" | "job_signals" | "del_exec_queue" | "add_exec_queue" | "add_in_lr" | "add_in_dma_fence">;
};
