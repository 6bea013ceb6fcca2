export declare const recoveryParts: {
    readonly recovery: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "timeout";
        } | {
            type: "reset";
        } | {
            type: "restart";
        }, {}, never, never, never, never, "reset" | "armed" | "stopping", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "hang_recovery";
            states: {
                readonly armed: {};
                readonly stopping: {};
                readonly reset: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "hang recovery";
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
};
/** The timeout of the scheduler. Its steps never count as keeping a promise. */
export declare const recovery: import("../../src/system/vocabulary.ts").Row<{
    readonly recovery: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "timeout";
        } | {
            type: "reset";
        } | {
            type: "restart";
        }, {}, never, never, never, never, "reset" | "armed" | "stopping", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "hang_recovery";
            states: {
                readonly armed: {};
                readonly stopping: {};
                readonly reset: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "hang recovery";
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
}>;
