import { type Clause } from '../../src/system/vocabulary.ts';
/** A CPU fault and an ioctl on one buffer object, the notifiers that reclaim calls, and the locks between them. */
export declare const lockOrderParts: {
    readonly mmap: {
        readonly of: (_: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
        readonly title: "mmap_lock";
    };
    readonly resv: {
        readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
        readonly title: "dma_resv";
    };
    readonly cpuFault: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "fault";
        } | {
            type: "mmap";
        } | {
            type: "resv";
        } | {
            type: "retry";
        } | {
            type: "waited";
        } | {
            type: "done";
        }, {}, never, never, never, never, "waits" | "none" | "wants_mmap" | "has_mmap" | "has_both" | "wants_mmap_again" | "tried", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "cpu_fault";
            states: {
                readonly none: {};
                readonly wants_mmap: {};
                readonly has_mmap: {};
                readonly waits: {};
                readonly wants_mmap_again: {};
                readonly tried: {};
                readonly has_both: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "CPU page fault";
    };
    readonly ioctl: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "call";
        } | {
            type: "resv";
        } | {
            type: "alloc";
        } | {
            type: "reclaimed";
        } | {
            type: "mmap";
        } | {
            type: "return";
        }, {}, never, never, never, never, "none" | "copies" | "called" | "has_resv" | "reclaiming" | "has_pages", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "reserving_ioctl";
            states: {
                readonly none: {};
                readonly called: {};
                readonly has_resv: {};
                readonly reclaiming: {};
                readonly has_pages: {};
                readonly copies: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "ioctl";
    };
    readonly notifier: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "call";
        } | {
            type: "return";
        }, {}, never, never, never, never, "none" | "called", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "notifier_call";
            states: {
                readonly none: {};
                readonly called: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "notifier";
    };
};
export declare const lockOrder: import("../../src/system/vocabulary.ts").Row<{
    readonly mmap: {
        readonly of: (_: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
        readonly title: "mmap_lock";
    };
    readonly resv: {
        readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
        readonly title: "dma_resv";
    };
    readonly cpuFault: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "fault";
        } | {
            type: "mmap";
        } | {
            type: "resv";
        } | {
            type: "retry";
        } | {
            type: "waited";
        } | {
            type: "done";
        }, {}, never, never, never, never, "waits" | "none" | "wants_mmap" | "has_mmap" | "has_both" | "wants_mmap_again" | "tried", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "cpu_fault";
            states: {
                readonly none: {};
                readonly wants_mmap: {};
                readonly has_mmap: {};
                readonly waits: {};
                readonly wants_mmap_again: {};
                readonly tried: {};
                readonly has_both: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "CPU page fault";
    };
    readonly ioctl: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "call";
        } | {
            type: "resv";
        } | {
            type: "alloc";
        } | {
            type: "reclaimed";
        } | {
            type: "mmap";
        } | {
            type: "return";
        }, {}, never, never, never, never, "none" | "copies" | "called" | "has_resv" | "reclaiming" | "has_pages", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "reserving_ioctl";
            states: {
                readonly none: {};
                readonly called: {};
                readonly has_resv: {};
                readonly reclaiming: {};
                readonly has_pages: {};
                readonly copies: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "ioctl";
    };
    readonly notifier: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "call";
        } | {
            type: "return";
        }, {}, never, never, never, never, "none" | "called", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "notifier_call";
            states: {
                readonly none: {};
                readonly called: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "notifier";
    };
}>;
export declare const lockClauses: {
    /** The order is kept, so blocking is safe: no retry is needed. */
    readonly 'fault-blocks': Clause;
    readonly 'fault-retries-once': Clause;
    readonly 'fault-retries': Clause;
    readonly 'copies-under-resv': Clause;
    readonly 'notifier-takes-resv': Clause;
};
/** Userspace that does not call for ever: what a fault that only tries needs. */
export declare const fewCalls: import("../../src/system/vocabulary.ts").Row<{
    readonly calls: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "call";
        }, {}, never, never, never, never, "none" | "one" | "two", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "two_calls";
            states: {
                readonly two: {};
                readonly one: {};
                readonly none: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "calls to come";
    };
    readonly mmap: {
        readonly of: (_: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
        readonly title: "mmap_lock";
    };
    readonly resv: {
        readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
        readonly title: "dma_resv";
    };
    readonly cpuFault: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "fault";
        } | {
            type: "mmap";
        } | {
            type: "resv";
        } | {
            type: "retry";
        } | {
            type: "waited";
        } | {
            type: "done";
        }, {}, never, never, never, never, "waits" | "none" | "wants_mmap" | "has_mmap" | "has_both" | "wants_mmap_again" | "tried", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "cpu_fault";
            states: {
                readonly none: {};
                readonly wants_mmap: {};
                readonly has_mmap: {};
                readonly waits: {};
                readonly wants_mmap_again: {};
                readonly tried: {};
                readonly has_both: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "CPU page fault";
    };
    readonly ioctl: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "call";
        } | {
            type: "resv";
        } | {
            type: "alloc";
        } | {
            type: "reclaimed";
        } | {
            type: "mmap";
        } | {
            type: "return";
        }, {}, never, never, never, never, "none" | "copies" | "called" | "has_resv" | "reclaiming" | "has_pages", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "reserving_ioctl";
            states: {
                readonly none: {};
                readonly called: {};
                readonly has_resv: {};
                readonly reclaiming: {};
                readonly has_pages: {};
                readonly copies: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "ioctl";
    };
    readonly notifier: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "call";
        } | {
            type: "return";
        }, {}, never, never, never, never, "none" | "called", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "notifier_call";
            states: {
                readonly none: {};
                readonly called: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "notifier";
    };
}>;
export declare const driverMutexes: import("../../src/system/vocabulary.ts").Row<{
    readonly mutex: {
        readonly of: (_: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
        readonly title: "mutex of the driver";
    };
    readonly holder: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "want";
        } | {
            type: "lock";
        } | {
            type: "reclaimed";
        } | {
            type: "unlock";
        }, {}, never, never, never, never, "holds" | "idle" | "wants" | "reclaiming", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "mutex_holder";
            states: {
                readonly idle: {};
                readonly wants: {};
                readonly reclaiming: {};
                readonly holds: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "thread with the mutex";
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
}>;
export declare const runJobLocks: Clause;
export declare const messageHandlers: import("../../src/system/vocabulary.ts").Row<{
    readonly handler: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "mmput";
        } | {
            type: "mmput_async";
        } | {
            type: "returned";
        }, {}, never, never, never, never, "ready" | "in_exit_mmap", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "message_handler";
            states: {
                readonly ready: {};
                readonly in_exit_mmap: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "message handler";
    };
    readonly mm: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "exit";
        } | {
            type: "queue";
        } | {
            type: "torn_down";
        }, {}, never, never, never, never, "queued" | "gone" | "alive" | "exiting", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "exiting_mm";
            states: {
                readonly alive: {};
                readonly exiting: {};
                readonly queued: {};
                readonly gone: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "address space";
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
}>;
export declare const mmputInHandler: Clause;
