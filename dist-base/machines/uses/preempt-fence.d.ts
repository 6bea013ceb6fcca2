import { allocation } from '../lifecycles/allocation.ts';
import { type Use } from './use.ts';
export declare const pfenceMemory: {
    readonly name: "pfence-memory";
    readonly parts: Readonly<Record<string, import("../../src/system/vocabulary.ts").Part>>;
    readonly steps: readonly import("../../src/system/vocabulary.ts").Step<Readonly<Record<string, import("../../src/system/vocabulary.ts").Part>>, string>[];
    readonly promises?: readonly import("../../src/system/vocabulary.ts").PromiseSpec<Readonly<Record<string, import("../../src/system/vocabulary.ts").Part>>>[];
    readonly ties?: Pick<import("../../src/system/vocabulary.ts").Clause<Readonly<Record<string, import("../../src/system/vocabulary.ts").Part>>, string>, "requires" | "moves" | "also">;
    readonly ref: string;
};
export declare const pfenceAllocates: {
    readonly early: import("../../src/system/vocabulary.ts").Clause<{
        readonly pfenceAlloc: {
            readonly of: typeof allocation;
            readonly title: "allocation for the preempt fence";
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
        readonly pfence: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "queued" | "signaled" | "armed" | "failed" | "locking", "arm" | "signal" | "locked" | "again" | "work" | "enable_signaling" | "work_locks" | "signal_error">;
            readonly title: "preempt fence";
        };
        readonly lrQueue: {
            readonly of: import("../lifecycles/named.ts").Named<"running" | "suspending" | "suspended" | "killed" | "suspending_early" | "resumed", "hw_run" | "resume" | "kill" | "suspend" | "suspended">;
            readonly title: "queue of the VM";
        };
        readonly rebind: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks" | "unlocks" | "begins" | "repins" | "rebinds" | "kills", "error" | "run" | "preempted" | "arm" | "lock" | "again" | "looks" | "unlock" | "killed" | "repinned">;
            readonly title: "rebind worker";
        };
        readonly vmLock: {
            readonly of: (_: {
                readonly fenced?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly title: "vm->lock";
        };
        readonly tlb: {
            readonly of: import("../lifecycles/named.ts").Named<"cached" | "flushed" | "stale", "flush" | "pages_gone" | "rebind">;
            readonly title: "TLB of the context";
        };
        readonly notifier: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "valid" | "invalid", "return" | "invalidate" | "repin">;
            readonly title: "notifier of a userptr";
        };
        readonly rebindWork: {
            readonly of: import("../lifecycles/named.ts").Named<"pending" | "idle", "run" | "queue">;
            readonly title: "work of the rebind worker";
        };
        readonly otherQueue: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "another queue of the VM";
        };
        readonly again: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "invalidation while the VM is bound again";
        };
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "has" | "idle" | "wants", "free" | "want" | "wait" | "have">;
            readonly title: "client that needs memory";
        };
    }, string>;
    readonly late: import("../../src/system/vocabulary.ts").Clause<{
        readonly pfenceAlloc: {
            readonly of: typeof allocation;
            readonly title: "allocation for the preempt fence";
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
        readonly pfence: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "queued" | "signaled" | "armed" | "failed" | "locking", "arm" | "signal" | "locked" | "again" | "work" | "enable_signaling" | "work_locks" | "signal_error">;
            readonly title: "preempt fence";
        };
        readonly lrQueue: {
            readonly of: import("../lifecycles/named.ts").Named<"running" | "suspending" | "suspended" | "killed" | "suspending_early" | "resumed", "hw_run" | "resume" | "kill" | "suspend" | "suspended">;
            readonly title: "queue of the VM";
        };
        readonly rebind: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks" | "unlocks" | "begins" | "repins" | "rebinds" | "kills", "error" | "run" | "preempted" | "arm" | "lock" | "again" | "looks" | "unlock" | "killed" | "repinned">;
            readonly title: "rebind worker";
        };
        readonly vmLock: {
            readonly of: (_: {
                readonly fenced?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly title: "vm->lock";
        };
        readonly tlb: {
            readonly of: import("../lifecycles/named.ts").Named<"cached" | "flushed" | "stale", "flush" | "pages_gone" | "rebind">;
            readonly title: "TLB of the context";
        };
        readonly notifier: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "valid" | "invalid", "return" | "invalidate" | "repin">;
            readonly title: "notifier of a userptr";
        };
        readonly rebindWork: {
            readonly of: import("../lifecycles/named.ts").Named<"pending" | "idle", "run" | "queue">;
            readonly title: "work of the rebind worker";
        };
        readonly otherQueue: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "another queue of the VM";
        };
        readonly again: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "invalidation while the VM is bound again";
        };
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "has" | "idle" | "wants", "free" | "want" | "wait" | "have">;
            readonly title: "client that needs memory";
        };
    }, string>;
};
export declare const queueOfCore: import("../../src/system/vocabulary.ts").Row<{
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
    readonly pfence: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "queued" | "signaled" | "armed" | "failed" | "locking", "arm" | "signal" | "locked" | "again" | "work" | "enable_signaling" | "work_locks" | "signal_error">;
        readonly title: "preempt fence";
    };
    readonly lrQueue: {
        readonly of: import("../lifecycles/named.ts").Named<"running" | "suspending" | "suspended" | "killed" | "suspending_early" | "resumed", "hw_run" | "resume" | "kill" | "suspend" | "suspended">;
        readonly title: "queue of the VM";
    };
    readonly rebind: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks" | "unlocks" | "begins" | "repins" | "rebinds" | "kills", "error" | "run" | "preempted" | "arm" | "lock" | "again" | "looks" | "unlock" | "killed" | "repinned">;
        readonly title: "rebind worker";
    };
    readonly vmLock: {
        readonly of: (_: {
            readonly fenced?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly title: "vm->lock";
    };
    readonly tlb: {
        readonly of: import("../lifecycles/named.ts").Named<"cached" | "flushed" | "stale", "flush" | "pages_gone" | "rebind">;
        readonly title: "TLB of the context";
    };
    readonly notifier: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "valid" | "invalid", "return" | "invalidate" | "repin">;
        readonly title: "notifier of a userptr";
    };
    readonly rebindWork: {
        readonly of: import("../lifecycles/named.ts").Named<"pending" | "idle", "run" | "queue">;
        readonly title: "work of the rebind worker";
    };
    readonly otherQueue: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "spend";
        }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "one_shot";
            states: {
                readonly possible: {};
                readonly spent: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "another queue of the VM";
    };
    readonly again: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "spend";
        }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "one_shot";
            states: {
                readonly possible: {};
                readonly spent: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "invalidation while the VM is bound again";
    };
    readonly client: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "has" | "idle" | "wants", "free" | "want" | "wait" | "have">;
        readonly title: "client that needs memory";
    };
}>;
/** xe's long-running VMs without page faults. */
export declare const preemptFenceUse: Use;
