import { type Clause } from '../../src/system/vocabulary.ts';
export declare const foreignSync: import("../../src/system/vocabulary.ts").Row<{
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
    readonly alloc: {
        readonly of: typeof import("../index.ts").allocation;
        readonly family: "faulting";
        readonly title: "allocation";
    };
    readonly foreignJob: {
        readonly of: typeof import("../index.ts").foreignJob;
        readonly title: "job of another device";
    };
    readonly foreignFence: {
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
        readonly title: "fence of another device";
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
    readonly evictionFence: {
        readonly of: import("../lifecycles/named.ts").Named<"enabled" | "signaled" | "armed", "create" | "signal" | "enable_signaling">;
        readonly family: "processes";
        readonly title: "eviction fence";
    };
    readonly process: {
        readonly of: import("../lifecycles/named.ts").Named<"running" | "ended" | "new" | "restored" | "quiesced" | "waits_to_restore" | "restoring" | "backs_off", "exit" | "hw_run" | "signaled" | "alloc" | "failed" | "restored" | "quiesce" | "restore">;
        readonly family: "processes";
        readonly title: "process";
    };
    readonly evictWork: {
        readonly of: import("../lifecycles/named.ts").Named<"pending" | "idle", "run" | "queue">;
        readonly family: "processes";
        readonly title: "eviction work";
    };
    readonly cause: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "other" | "memory", "other" | "memory" | "restored">;
        readonly family: "processes";
        readonly title: "cause of eviction";
    };
    readonly vram: {
        readonly of: ({ processes }: {
            readonly processes?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly title: "video memory";
    };
    readonly shortage: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "spend";
        }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "one_shot";
            states: {
                readonly possible: {};
                readonly spent: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "shortage of memory";
    };
    readonly client: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "has" | "idle" | "wants", "free" | "want" | "wait" | "have">;
        readonly title: "client that needs memory";
    };
    readonly syncer: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks", "begin" | "pass" | "wait" | "woken">;
        readonly title: "implicit synchronisation";
    };
    readonly child: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks", "begin" | "pass" | "wait" | "woken">;
        readonly title: "forked child that closes the file";
    };
}>;
export declare const foreignSyncIs: Clause;
export declare const pipelineOfCore: import("../../src/system/vocabulary.ts").Row<{
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
    readonly render: {
        readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
        readonly title: "GPU that renders";
    };
    readonly compose: {
        readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
        readonly title: "GPU that composes";
    };
    readonly display: {
        readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
        readonly title: "display";
    };
    readonly notifier: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "returned" | "blocks", "release" | "mapped" | "call">;
        readonly title: "notifier";
    };
    readonly renderFence: {
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
        readonly title: "fence of the first GPU";
    };
    readonly composeFence: {
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
        readonly title: "fence of the second GPU";
    };
    readonly path: {
        readonly of: import("../lifecycles/named.ts").Named<"ready" | "reclaims" | "has_memory", "next" | "alloc" | "got">;
        readonly title: "completion of the second GPU";
    };
}>;
/** What renders is that job. */
export declare const rendersByJob: Clause;
