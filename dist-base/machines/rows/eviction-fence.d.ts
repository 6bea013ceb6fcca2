/** Processes with user queues, somebody else who needs the memory, and threads that only pass by. */
export declare const evictionParts: {
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
};
/** Evict and restore of a process with user queues, as amdkfd does it. */
export declare const evictionFences: import("../../src/system/vocabulary.ts").Row<{
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
/** What keeps an eviction fence from being waited for by anybody, and a process from being evicted again at once. */
export declare const evictionLaws: {
    readonly bookkeep: import("../../src/system/vocabulary.ts").Clause<{
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
    }, "evict_process_worker" | "client_wants" | "client_finds_room" | "process_allocates" | "client_waits_too" | "client_evicts" | "client_has" | "client_frees" | "evict_ended" | "eviction_signals" | "restore_delay_over" | "restore_succeeds" | "restore_evicts" | "restore_fails" | "queues_run" | "process_exits" | "sync_begins" | "sync_passes" | "sync_waits" | "sync_waits_too" | "sync_woken" | "child_closes" | "flush_waits_for_entities" | "own_buffer_chosen">;
    readonly 'eviction-valuable': import("../../src/system/vocabulary.ts").Clause<{
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
    }, "evict_process_worker" | "client_wants" | "client_finds_room" | "process_allocates" | "client_waits_too" | "client_evicts" | "client_has" | "client_frees" | "evict_ended" | "eviction_signals" | "restore_delay_over" | "restore_succeeds" | "restore_evicts" | "restore_fails" | "queues_run" | "process_exits" | "sync_begins" | "sync_passes" | "sync_waits" | "sync_waits_too" | "sync_woken" | "child_closes" | "flush_waits_for_entities" | "own_buffer_chosen">;
    readonly 'active-time': import("../../src/system/vocabulary.ts").Clause<{
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
    }, "evict_process_worker" | "client_wants" | "client_finds_room" | "process_allocates" | "client_waits_too" | "client_evicts" | "client_has" | "client_frees" | "evict_ended" | "eviction_signals" | "restore_delay_over" | "restore_succeeds" | "restore_evicts" | "restore_fails" | "queues_run" | "process_exits" | "sync_begins" | "sync_passes" | "sync_waits" | "sync_waits_too" | "sync_woken" | "child_closes" | "flush_waits_for_entities" | "own_buffer_chosen">;
};
export declare const evictionFaults: {
    readonly 'fork-close': import("../../src/system/vocabulary.ts").Clause<{
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
    }, "evict_process_worker" | "client_wants" | "client_finds_room" | "process_allocates" | "client_waits_too" | "client_evicts" | "client_has" | "client_frees" | "evict_ended" | "eviction_signals" | "restore_delay_over" | "restore_succeeds" | "restore_evicts" | "restore_fails" | "queues_run" | "process_exits" | "sync_begins" | "sync_passes" | "sync_waits" | "sync_waits_too" | "sync_woken" | "child_closes" | "flush_waits_for_entities" | "own_buffer_chosen">;
    readonly 'waits-without-evicting': import("../../src/system/vocabulary.ts").Clause<{
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
    }, "evict_process_worker" | "client_wants" | "client_finds_room" | "process_allocates" | "client_waits_too" | "client_evicts" | "client_has" | "client_frees" | "evict_ended" | "eviction_signals" | "restore_delay_over" | "restore_succeeds" | "restore_evicts" | "restore_fails" | "queues_run" | "process_exits" | "sync_begins" | "sync_passes" | "sync_waits" | "sync_waits_too" | "sync_woken" | "child_closes" | "flush_waits_for_entities" | "own_buffer_chosen">;
    readonly 'no-backoff': import("../../src/system/vocabulary.ts").Clause<{
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
    }, "evict_process_worker" | "client_wants" | "client_finds_room" | "process_allocates" | "client_waits_too" | "client_evicts" | "client_has" | "client_frees" | "evict_ended" | "eviction_signals" | "restore_delay_over" | "restore_succeeds" | "restore_evicts" | "restore_fails" | "queues_run" | "process_exits" | "sync_begins" | "sync_passes" | "sync_waits" | "sync_waits_too" | "sync_woken" | "child_closes" | "flush_waits_for_entities" | "own_buffer_chosen">;
};
export declare const secondMechanism: import("../../src/system/vocabulary.ts").Row<{
    readonly moveEvictions: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "once" | "twice", "evict" | "moved">;
        readonly title: "evictions of one move";
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
export declare const oneMechanism: import("../../src/system/vocabulary.ts").Clause<{
    readonly moveEvictions: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "once" | "twice", "evict" | "moved">;
        readonly title: "evictions of one move";
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
}, "invalidate_mappings" | "evict_process_worker" | "client_wants" | "client_finds_room" | "process_allocates" | "client_waits_too" | "client_evicts" | "client_has" | "client_frees" | "evict_ended" | "eviction_signals" | "restore_delay_over" | "restore_succeeds" | "restore_evicts" | "restore_fails" | "queues_run" | "process_exits" | "sync_begins" | "sync_passes" | "sync_waits" | "sync_waits_too" | "sync_woken" | "child_closes" | "flush_waits_for_entities" | "own_buffer_chosen">;
/** amdgpu's user queues: the same pattern, with a mutex. */
export declare const userqParts: {
    readonly evictionFence: {
        readonly of: import("../lifecycles/named.ts").Named<"enabled" | "signaled" | "armed", "create" | "signal" | "enable_signaling">;
        readonly title: "eviction fence";
    };
    readonly userqWorker: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "wants" | "evicts" | "signals" | "unlocks" | "restores", "signal" | "lock" | "queue" | "restore" | "unmapped" | "unlock">;
        readonly title: "eviction worker";
    };
    readonly userqIoctl: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "called" | "has_mutex", "lock" | "wait" | "call" | "woken" | "unlock">;
        readonly title: "ioctl of a user queue";
    };
    readonly userqMutex: {
        readonly of: (_: {
            readonly processes?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly title: "userq_mutex";
    };
    readonly mover: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks", "begin" | "pass" | "wait" | "woken">;
        readonly title: "thread that moves a buffer";
    };
};
export declare const userQueues: import("../../src/system/vocabulary.ts").Row<{
    readonly evictionFence: {
        readonly of: import("../lifecycles/named.ts").Named<"enabled" | "signaled" | "armed", "create" | "signal" | "enable_signaling">;
        readonly title: "eviction fence";
    };
    readonly userqWorker: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "wants" | "evicts" | "signals" | "unlocks" | "restores", "signal" | "lock" | "queue" | "restore" | "unmapped" | "unlock">;
        readonly title: "eviction worker";
    };
    readonly userqIoctl: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "called" | "has_mutex", "lock" | "wait" | "call" | "woken" | "unlock">;
        readonly title: "ioctl of a user queue";
    };
    readonly userqMutex: {
        readonly of: (_: {
            readonly processes?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly title: "userq_mutex";
    };
    readonly mover: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks", "begin" | "pass" | "wait" | "woken">;
        readonly title: "thread that moves a buffer";
    };
}>;
export declare const userqFaults: {
    readonly 'takes-mutex-again': import("../../src/system/vocabulary.ts").Clause<{
        readonly evictionFence: {
            readonly of: import("../lifecycles/named.ts").Named<"enabled" | "signaled" | "armed", "create" | "signal" | "enable_signaling">;
            readonly title: "eviction fence";
        };
        readonly userqWorker: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "wants" | "evicts" | "signals" | "unlocks" | "restores", "signal" | "lock" | "queue" | "restore" | "unmapped" | "unlock">;
            readonly title: "eviction worker";
        };
        readonly userqIoctl: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "called" | "has_mutex", "lock" | "wait" | "call" | "woken" | "unlock">;
            readonly title: "ioctl of a user queue";
        };
        readonly userqMutex: {
            readonly of: (_: {
                readonly processes?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly title: "userq_mutex";
        };
        readonly mover: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks", "begin" | "pass" | "wait" | "woken">;
            readonly title: "thread that moves a buffer";
        };
    }, "move_waits" | "move_begins" | "move_passes" | "move_woken" | "worker_locks" | "worker_unmaps" | "worker_signals" | "worker_unlocks" | "queues_restored" | "ioctl_calls" | "ioctl_locks" | "ioctl_unlocks">;
    readonly 'waits-under-mutex': import("../../src/system/vocabulary.ts").Clause<{
        readonly evictionFence: {
            readonly of: import("../lifecycles/named.ts").Named<"enabled" | "signaled" | "armed", "create" | "signal" | "enable_signaling">;
            readonly title: "eviction fence";
        };
        readonly userqWorker: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "wants" | "evicts" | "signals" | "unlocks" | "restores", "signal" | "lock" | "queue" | "restore" | "unmapped" | "unlock">;
            readonly title: "eviction worker";
        };
        readonly userqIoctl: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "called" | "has_mutex", "lock" | "wait" | "call" | "woken" | "unlock">;
            readonly title: "ioctl of a user queue";
        };
        readonly userqMutex: {
            readonly of: (_: {
                readonly processes?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly title: "userq_mutex";
        };
        readonly mover: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks", "begin" | "pass" | "wait" | "woken">;
            readonly title: "thread that moves a buffer";
        };
    }, "move_waits" | "move_begins" | "move_passes" | "move_woken" | "worker_locks" | "worker_unmaps" | "worker_signals" | "worker_unlocks" | "queues_restored" | "ioctl_calls" | "ioctl_locks" | "ioctl_unlocks">;
};
