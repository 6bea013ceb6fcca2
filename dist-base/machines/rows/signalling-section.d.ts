export declare const sectionParts: {
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
    };
    readonly section: {
        readonly of: import("../lifecycles/named.ts").Named<"allocating" | "locked" | "outside" | "inside" | "reclaiming", "dma_fence_signal" | "lock" | "alloc" | "reclaim_waits" | "dma_fence_begin_signalling" | "alloc_nowait" | "allocated">;
        readonly title: "signalling section";
    };
    readonly resv: {
        readonly of: import("../lifecycles/slot.ts").Slot;
        readonly title: "dma_resv";
    };
    readonly waiter: {
        readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
        readonly title: "thread that waits under dma_resv";
    };
    readonly other: {
        readonly of: import("../lifecycles/slot.ts").Slot;
        readonly title: "lock of another subsystem";
    };
    readonly otherThread: {
        readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
        readonly title: "reclaim of another subsystem";
    };
    readonly lockdep: {
        readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
        readonly title: "lockdep";
    };
};
export declare const signallingSections: {
    readonly row: import("../../src/system/vocabulary.ts").Row<{
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
        };
        readonly section: {
            readonly of: import("../lifecycles/named.ts").Named<"allocating" | "locked" | "outside" | "inside" | "reclaiming", "dma_fence_signal" | "lock" | "alloc" | "reclaim_waits" | "dma_fence_begin_signalling" | "alloc_nowait" | "allocated">;
            readonly title: "signalling section";
        };
        readonly resv: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "dma_resv";
        };
        readonly waiter: {
            readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
            readonly title: "thread that waits under dma_resv";
        };
        readonly other: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "lock of another subsystem";
        };
        readonly otherThread: {
            readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
            readonly title: "reclaim of another subsystem";
        };
        readonly lockdep: {
            readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
            readonly title: "lockdep";
        };
    }>;
    readonly clauses: {
        readonly takesResv: import("../../src/system/vocabulary.ts").Clause<{
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
            };
            readonly section: {
                readonly of: import("../lifecycles/named.ts").Named<"allocating" | "locked" | "outside" | "inside" | "reclaiming", "dma_fence_signal" | "lock" | "alloc" | "reclaim_waits" | "dma_fence_begin_signalling" | "alloc_nowait" | "allocated">;
                readonly title: "signalling section";
            };
            readonly resv: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "thread that waits under dma_resv";
            };
            readonly other: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "lock of another subsystem";
            };
            readonly otherThread: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "reclaim of another subsystem";
            };
            readonly lockdep: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "lockdep";
            };
        }, "free" | "publish" | "signal" | "lock_resv" | "wait_under_resv" | "unlock_resv" | "lock_other" | "unlock_other" | "section_locks_resv" | "section_locks_other" | "section_allocates" | "section_gets_memory">;
        readonly takesResvAnnotated: import("../../src/system/vocabulary.ts").Clause<{
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
            };
            readonly section: {
                readonly of: import("../lifecycles/named.ts").Named<"allocating" | "locked" | "outside" | "inside" | "reclaiming", "dma_fence_signal" | "lock" | "alloc" | "reclaim_waits" | "dma_fence_begin_signalling" | "alloc_nowait" | "allocated">;
                readonly title: "signalling section";
            };
            readonly resv: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "thread that waits under dma_resv";
            };
            readonly other: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "lock of another subsystem";
            };
            readonly otherThread: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "reclaim of another subsystem";
            };
            readonly lockdep: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "lockdep";
            };
        }, "free" | "publish" | "signal" | "lock_resv" | "wait_under_resv" | "unlock_resv" | "lock_other" | "unlock_other" | "section_locks_resv" | "section_locks_other" | "section_allocates" | "section_gets_memory">;
        readonly gfpKernel: import("../../src/system/vocabulary.ts").Clause<{
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
            };
            readonly section: {
                readonly of: import("../lifecycles/named.ts").Named<"allocating" | "locked" | "outside" | "inside" | "reclaiming", "dma_fence_signal" | "lock" | "alloc" | "reclaim_waits" | "dma_fence_begin_signalling" | "alloc_nowait" | "allocated">;
                readonly title: "signalling section";
            };
            readonly resv: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "thread that waits under dma_resv";
            };
            readonly other: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "lock of another subsystem";
            };
            readonly otherThread: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "reclaim of another subsystem";
            };
            readonly lockdep: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "lockdep";
            };
        }, "free" | "publish" | "signal" | "lock_resv" | "wait_under_resv" | "unlock_resv" | "lock_other" | "unlock_other" | "section_locks_resv" | "section_locks_other" | "section_allocates" | "section_gets_memory">;
        readonly gfpNoio: import("../../src/system/vocabulary.ts").Clause<{
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
            };
            readonly section: {
                readonly of: import("../lifecycles/named.ts").Named<"allocating" | "locked" | "outside" | "inside" | "reclaiming", "dma_fence_signal" | "lock" | "alloc" | "reclaim_waits" | "dma_fence_begin_signalling" | "alloc_nowait" | "allocated">;
                readonly title: "signalling section";
            };
            readonly resv: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "thread that waits under dma_resv";
            };
            readonly other: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "lock of another subsystem";
            };
            readonly otherThread: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "reclaim of another subsystem";
            };
            readonly lockdep: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "lockdep";
            };
        }, "free" | "publish" | "signal" | "lock_resv" | "wait_under_resv" | "unlock_resv" | "lock_other" | "unlock_other" | "section_locks_resv" | "section_locks_other" | "section_allocates" | "section_gets_memory">;
        readonly gfpNowait: import("../../src/system/vocabulary.ts").Clause<{
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
            };
            readonly section: {
                readonly of: import("../lifecycles/named.ts").Named<"allocating" | "locked" | "outside" | "inside" | "reclaiming", "dma_fence_signal" | "lock" | "alloc" | "reclaim_waits" | "dma_fence_begin_signalling" | "alloc_nowait" | "allocated">;
                readonly title: "signalling section";
            };
            readonly resv: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "thread that waits under dma_resv";
            };
            readonly other: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "lock of another subsystem";
            };
            readonly otherThread: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "reclaim of another subsystem";
            };
            readonly lockdep: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "lockdep";
            };
        }, "free" | "publish" | "signal" | "lock_resv" | "wait_under_resv" | "unlock_resv" | "lock_other" | "unlock_other" | "section_locks_resv" | "section_locks_other" | "section_allocates" | "section_gets_memory">;
        readonly takesOther: import("../../src/system/vocabulary.ts").Clause<{
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
            };
            readonly section: {
                readonly of: import("../lifecycles/named.ts").Named<"allocating" | "locked" | "outside" | "inside" | "reclaiming", "dma_fence_signal" | "lock" | "alloc" | "reclaim_waits" | "dma_fence_begin_signalling" | "alloc_nowait" | "allocated">;
                readonly title: "signalling section";
            };
            readonly resv: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "thread that waits under dma_resv";
            };
            readonly other: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "lock of another subsystem";
            };
            readonly otherThread: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "reclaim of another subsystem";
            };
            readonly lockdep: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "lockdep";
            };
        }, "free" | "publish" | "signal" | "lock_resv" | "wait_under_resv" | "unlock_resv" | "lock_other" | "unlock_other" | "section_locks_resv" | "section_locks_other" | "section_allocates" | "section_gets_memory">;
    };
    readonly spoils: {
        readonly otherWaits: import("../../src/system/vocabulary.ts").Clause<{
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
            };
            readonly section: {
                readonly of: import("../lifecycles/named.ts").Named<"allocating" | "locked" | "outside" | "inside" | "reclaiming", "dma_fence_signal" | "lock" | "alloc" | "reclaim_waits" | "dma_fence_begin_signalling" | "alloc_nowait" | "allocated">;
                readonly title: "signalling section";
            };
            readonly resv: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "thread that waits under dma_resv";
            };
            readonly other: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "lock of another subsystem";
            };
            readonly otherThread: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "reclaim of another subsystem";
            };
            readonly lockdep: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "lockdep";
            };
        }, "free" | "publish" | "signal" | "lock_resv" | "wait_under_resv" | "unlock_resv" | "lock_other" | "unlock_other">;
        readonly hangs: import("../../src/system/vocabulary.ts").Clause<{
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
            };
            readonly section: {
                readonly of: import("../lifecycles/named.ts").Named<"allocating" | "locked" | "outside" | "inside" | "reclaiming", "dma_fence_signal" | "lock" | "alloc" | "reclaim_waits" | "dma_fence_begin_signalling" | "alloc_nowait" | "allocated">;
                readonly title: "signalling section";
            };
            readonly resv: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "thread that waits under dma_resv";
            };
            readonly other: {
                readonly of: import("../lifecycles/slot.ts").Slot;
                readonly title: "lock of another subsystem";
            };
            readonly otherThread: {
                readonly of: import("../lifecycles/named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
                readonly title: "reclaim of another subsystem";
            };
            readonly lockdep: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "lockdep";
            };
        }, "free" | "publish" | "signal" | "lock_resv" | "wait_under_resv" | "unlock_resv" | "lock_other" | "unlock_other">;
    };
};
