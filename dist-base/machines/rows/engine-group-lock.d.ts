/** vm->lock: an exec has it until its job is pushed, the repair of a page fault while it repairs. */
export declare const groupLockParts: {
    readonly vmLock: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "vm->lock";
    };
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
};
/** The order of mode_sem and vm->lock. */
export declare const groupVmLock: import("../../src/system/vocabulary.ts").Row<{
    readonly vmLock: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "vm->lock";
    };
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
export declare const groupLockOrder: {
    readonly 'mode-first': import("../../src/system/vocabulary.ts").Clause<{
        readonly vmLock: {
            readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
            readonly title: "vm->lock";
        };
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
    }, string>;
    readonly 'lock-first': import("../../src/system/vocabulary.ts").Clause<{
        readonly vmLock: {
            readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
            readonly title: "vm->lock";
        };
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
    }, string>;
};
