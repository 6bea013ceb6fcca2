import { type Use } from './use.ts';
export declare const repairMirrors: import("../../src/system/vocabulary.ts").Row<{
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
/** Addresses of the process, mirrored page fault by page fault. */
export declare const svmUse: Use;
