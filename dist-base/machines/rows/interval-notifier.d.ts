import { type Clause } from '../../src/system/vocabulary.ts';
/** One range of addresses, a thread that mirrors it, an invalidation. */
export declare const notifierParts: {
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
};
export declare const intervalNotifier: import("../../src/system/vocabulary.ts").Row<{
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
export declare const notifierLaws: {
    readonly 'sets-seq': Clause;
};
export declare const notifierFaults: {
    readonly 'retry-outside-lock': Clause;
    readonly 'tries-for-ever': Clause;
    readonly 'returns-before-flush': Clause;
    readonly 'returns-before-zap': Clause;
};
export declare const notifierQueue: import("../../src/system/vocabulary.ts").Row<{
    readonly queue: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
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
        readonly title: "queue";
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
export declare const skipsIdleQueues: Clause;
export declare const notifierJob: import("../../src/system/vocabulary.ts").Row<{
    readonly access: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "start";
        } | {
            type: "start_astray";
        } | {
            type: "end";
        } | {
            type: "storage_moved";
        }, {}, never, never, never, never, "idle" | "running" | "astray", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "device_access";
            states: {
                readonly idle: {};
                readonly running: {};
                readonly astray: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "job on the range";
        readonly family: "importers";
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
export declare const notifierWaits: Clause;
export declare const startsUnchecked: Clause;
