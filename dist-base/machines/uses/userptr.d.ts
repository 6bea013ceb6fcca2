import { type Clause } from '../../src/system/vocabulary.ts';
import { type Use } from './use.ts';
export declare const userptrJob: import("../../src/system/vocabulary.ts").Row<{
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
        readonly title: "invalidations to come";
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
    readonly sequence: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "mmu_interval_set_seq";
        } | {
            type: "inv_end";
        }, {}, never, never, never, never, "even" | "odd", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "invalidate_seq";
            states: {
                readonly even: {};
                readonly odd: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "invalidate_seq";
    };
    readonly invalidation: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "start";
        } | {
            type: "lock";
        } | {
            type: "zap";
        } | {
            type: "flush";
        } | {
            type: "unlock";
        } | {
            type: "wait";
        } | {
            type: "return_pages";
        } | {
            type: "end";
        }, {}, never, never, never, never, "none" | "returned" | "waited" | "locked" | "zapped" | "flushed" | "started" | "unlocked", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "invalidation";
            states: {
                readonly none: {};
                readonly started: {};
                readonly locked: {};
                readonly zapped: {};
                readonly flushed: {};
                readonly unlocked: {};
                readonly waited: {};
                readonly returned: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "invalidation";
    };
    readonly mirror: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "begin";
        } | {
            type: "read_begin";
        } | {
            type: "hmm_range_fault";
        } | {
            type: "changed";
        } | {
            type: "lock";
        } | {
            type: "check";
        } | {
            type: "again";
        } | {
            type: "program";
        } | {
            type: "give_up";
        }, {}, never, never, never, never, "idle" | "wants" | "checked" | "deceived" | {
            faulted: "same" | "changed";
        } | {
            begun: "same" | "changed";
        } | {
            locked: "same" | "changed";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "mirror";
            states: {
                readonly idle: {};
                readonly wants: {};
                readonly begun: {
                    states: {
                        readonly same: {};
                        readonly changed: {};
                    };
                };
                readonly faulted: {
                    states: {
                        readonly same: {};
                        readonly changed: {};
                    };
                };
                readonly checked: {};
                readonly deceived: {};
                readonly locked: {
                    states: {
                        readonly same: {};
                        readonly changed: {};
                    };
                };
            };
        }, import("xstate").MetaObject>;
        readonly title: "mirroring thread";
    };
    readonly patience: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "again";
        } | {
            type: "reset";
        }, {}, never, never, never, never, "fresh" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "patience";
            states: {
                readonly fresh: {};
                readonly spent: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "timeout of the mirroring thread";
    };
    readonly pte: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "map";
        } | {
            type: "map_old";
        } | {
            type: "zap";
        } | {
            type: "flush";
        } | {
            type: "pages_returned";
        }, {}, never, never, never, never, "none" | "mapped" | "dangling" | "in_tlb", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "device_pte";
            states: {
                readonly none: {};
                readonly mapped: {};
                readonly in_tlb: {};
                readonly dangling: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "device page table entry";
    };
    readonly userLock: {
        readonly of: (_: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
        readonly title: "lock of the driver";
    };
}>;
export declare const looksAgain: Clause;
/** Memory of the process, mapped while an interval notifier watches it. */
export declare const userptrUse: Use;
