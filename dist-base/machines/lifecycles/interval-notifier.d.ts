/**
 * The sequence of an interval notifier, as readers see it.
 * Rule: odd while an invalidation runs; who began while it was even and finds it changed has lost.
 * Source: mm/mmu_notifier.c (mmu_interval_set_seq, mmu_interval_read_begin, mn_itree_inv_end), v7.0.
 */
export declare const sequence: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * One invalidation of a range, in mmu_notifier_invalidate_range_start.
 * Rule: it tears down every mapping and flushes every TLB before the pages are returned.
 * Source: mm/mmu_notifier.c (mn_itree_invalidate); Documentation/gpu/drm-vm-bind-locking.rst, v7.0.
 */
export declare const invalidation: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * A thread that mirrors a range of a process's addresses on the device.
 * Rule: it writes page table entries only if, under the lock of the driver, the sequence has not changed.
 * Source: Documentation/mm/hmm.rst ("Usage model"), mm/hmm.c (hmm_range_fault), v7.0.
 */
export declare const mirror: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * How often a mirror may still begin again.
 * Source: include/linux/hmm.h (HMM_RANGE_DEFAULT_TIMEOUT 1000), v7.0.
 */
export declare const patience: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * A device page table entry, and what TLBs remember of it.
 * Rule: it never points at a page that has been returned.
 * Source: Documentation/gpu/drm-vm-bind-locking.rst (recoverable faults), v7.0.
 */
export declare const devicePte: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * A queue of jobs that may be off the hardware.
 * Rule: an invalidation flushes for it too: it comes back with what its TLB remembers.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group.c; fa7c84726dc2 (revert of 8533051ce920), v7.0-stable.
 */
export declare const deviceQueue: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "suspend";
} | {
    type: "resume";
}, {}, never, never, never, never, "active" | "idle", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "device_queue";
    states: {
        readonly active: {};
        readonly idle: {};
    };
}, import("xstate").MetaObject>;
