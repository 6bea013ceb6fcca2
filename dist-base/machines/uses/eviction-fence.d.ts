import { type Clause } from '../../src/system/vocabulary.ts';
import { type Use } from './use.ts';
export declare const repairEvicts: import("../../src/system/vocabulary.ts").Row<{
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
    readonly alloc: {
        readonly of: typeof import("../index.ts").allocation;
        readonly family: "faulting";
        readonly title: "allocation";
    };
    readonly copy: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
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
        readonly family: "faulting";
        readonly title: "copy job";
    };
    readonly copyFence: {
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
        readonly family: "faulting";
        readonly title: "copy fence";
    };
    readonly bind: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
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
        readonly family: "faulting";
        readonly title: "bind job";
    };
    readonly bindFence: {
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
        readonly family: "faulting";
        readonly title: "bind fence";
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
export declare const cannotSaveWaves: Clause;
/** Nobody exits while a repair waits for the fence of the process: that alone would end the wait. */
export declare const processStays: Clause;
/** Processes with user queues, evicted through a fence and restored. */
export declare const evictionFenceUse: Use;
