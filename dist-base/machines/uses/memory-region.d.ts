import { type Clause } from '../../src/system/vocabulary.ts';
import { type Use } from './use.ts';
export declare const faultTakesFromRegion: import("../../src/system/vocabulary.ts").Row<{
    readonly shrunk: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "spend";
        }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "one_shot";
            states: {
                readonly possible: {};
                readonly spent: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "round of the shrinker";
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
    readonly region: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "register";
        } | {
            type: "invalidate";
        } | {
            type: "fault_in";
        } | {
            type: "revoke";
        } | {
            type: "deregister";
        } | {
            type: "memory_gone";
        }, {}, never, never, never, never, "none" | "mapped" | "revoked" | "dangling" | "zapped", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "memory_region";
            states: {
                readonly none: {};
                readonly mapped: {};
                readonly zapped: {};
                readonly revoked: {};
                readonly dangling: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "memory region";
    };
    readonly request: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "post";
        } | {
            type: "fault";
        } | {
            type: "resume";
        } | {
            type: "complete";
        } | {
            type: "error";
        }, {}, never, never, never, never, "none" | "running" | "faulted", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "work_request";
            states: {
                readonly none: {};
                readonly running: {};
                readonly faulted: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "work request";
    };
    readonly claim: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "want";
        } | {
            type: "tell";
        } | {
            type: "have";
        } | {
            type: "back";
        }, {}, never, never, never, never, "none" | "wanted" | "told" | "had", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "memory_claim";
            states: {
                readonly none: {};
                readonly wanted: {};
                readonly told: {};
                readonly had: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "claim on the memory";
    };
}>;
/** Nobody but that shrinker claims the memory. */
export declare const shrinkerAlone: Clause;
export declare const regionFaultsHere: Clause;
/** A region that faults: told that its memory goes, it empties its table, and finds the memory again at the next access. */
export declare const odpUse: Use;
/** The classic region: it pins what it reaches for as long as it lives. */
export declare const memoryRegionUse: Use;
