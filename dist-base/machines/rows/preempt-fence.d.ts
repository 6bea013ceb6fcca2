/** A VM in preempt-fence mode: one queue, its fence, the worker that binds again, a userptr, and somebody who needs memory. */
export declare const preemptParts: {
    readonly pfence: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "queued" | "signaled" | "armed" | "failed" | "locking", "arm" | "signal" | "locked" | "again" | "work" | "enable_signaling" | "work_locks" | "signal_error">;
        readonly title: "preempt fence";
    };
    readonly lrQueue: {
        readonly of: import("../lifecycles/named.ts").Named<"running" | "suspending" | "suspended" | "killed" | "suspending_early" | "resumed", "hw_run" | "resume" | "kill" | "suspend" | "suspended">;
        readonly title: "queue of the VM";
    };
    readonly rebind: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks" | "unlocks" | "begins" | "repins" | "rebinds" | "kills", "error" | "run" | "preempted" | "arm" | "lock" | "again" | "looks" | "unlock" | "killed" | "repinned">;
        readonly title: "rebind worker";
    };
    readonly vmLock: {
        readonly of: (_: {
            readonly fenced?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly title: "vm->lock";
    };
    readonly tlb: {
        readonly of: import("../lifecycles/named.ts").Named<"cached" | "flushed" | "stale", "flush" | "pages_gone" | "rebind">;
        readonly title: "TLB of the context";
    };
    readonly notifier: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "valid" | "invalid", "return" | "invalidate" | "repin">;
        readonly title: "notifier of a userptr";
    };
    readonly rebindWork: {
        readonly of: import("../lifecycles/named.ts").Named<"pending" | "idle", "run" | "queue">;
        readonly title: "work of the rebind worker";
    };
    readonly otherQueue: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "spend";
        }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "one_shot";
            states: {
                readonly possible: {};
                readonly spent: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "another queue of the VM";
    };
    readonly again: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "spend";
        }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "one_shot";
            states: {
                readonly possible: {};
                readonly spent: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "invalidation while the VM is bound again";
    };
    readonly client: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "has" | "idle" | "wants", "free" | "want" | "wait" | "have">;
        readonly title: "client that needs memory";
    };
};
/** xe's preempt fence and what comes after it. */
export declare const preemptFences: import("../../src/system/vocabulary.ts").Row<{
    readonly pfence: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "queued" | "signaled" | "armed" | "failed" | "locking", "arm" | "signal" | "locked" | "again" | "work" | "enable_signaling" | "work_locks" | "signal_error">;
        readonly title: "preempt fence";
    };
    readonly lrQueue: {
        readonly of: import("../lifecycles/named.ts").Named<"running" | "suspending" | "suspended" | "killed" | "suspending_early" | "resumed", "hw_run" | "resume" | "kill" | "suspend" | "suspended">;
        readonly title: "queue of the VM";
    };
    readonly rebind: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks" | "unlocks" | "begins" | "repins" | "rebinds" | "kills", "error" | "run" | "preempted" | "arm" | "lock" | "again" | "looks" | "unlock" | "killed" | "repinned">;
        readonly title: "rebind worker";
    };
    readonly vmLock: {
        readonly of: (_: {
            readonly fenced?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly title: "vm->lock";
    };
    readonly tlb: {
        readonly of: import("../lifecycles/named.ts").Named<"cached" | "flushed" | "stale", "flush" | "pages_gone" | "rebind">;
        readonly title: "TLB of the context";
    };
    readonly notifier: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "valid" | "invalid", "return" | "invalidate" | "repin">;
        readonly title: "notifier of a userptr";
    };
    readonly rebindWork: {
        readonly of: import("../lifecycles/named.ts").Named<"pending" | "idle", "run" | "queue">;
        readonly title: "work of the rebind worker";
    };
    readonly otherQueue: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "spend";
        }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "one_shot";
            states: {
                readonly possible: {};
                readonly spent: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "another queue of the VM";
    };
    readonly again: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "spend";
        }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "one_shot";
            states: {
                readonly possible: {};
                readonly spent: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "invalidation while the VM is bound again";
    };
    readonly client: {
        readonly of: import("../lifecycles/named.ts").Named<"waits" | "has" | "idle" | "wants", "free" | "want" | "wait" | "have">;
        readonly title: "client that needs memory";
    };
}>;
export declare const preemptLaws: {
    readonly 'min-run-period': import("../../src/system/vocabulary.ts").Clause<{
        readonly pfence: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "queued" | "signaled" | "armed" | "failed" | "locking", "arm" | "signal" | "locked" | "again" | "work" | "enable_signaling" | "work_locks" | "signal_error">;
            readonly title: "preempt fence";
        };
        readonly lrQueue: {
            readonly of: import("../lifecycles/named.ts").Named<"running" | "suspending" | "suspended" | "killed" | "suspending_early" | "resumed", "hw_run" | "resume" | "kill" | "suspend" | "suspended">;
            readonly title: "queue of the VM";
        };
        readonly rebind: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks" | "unlocks" | "begins" | "repins" | "rebinds" | "kills", "error" | "run" | "preempted" | "arm" | "lock" | "again" | "looks" | "unlock" | "killed" | "repinned">;
            readonly title: "rebind worker";
        };
        readonly vmLock: {
            readonly of: (_: {
                readonly fenced?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly title: "vm->lock";
        };
        readonly tlb: {
            readonly of: import("../lifecycles/named.ts").Named<"cached" | "flushed" | "stale", "flush" | "pages_gone" | "rebind">;
            readonly title: "TLB of the context";
        };
        readonly notifier: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "valid" | "invalid", "return" | "invalidate" | "repin">;
            readonly title: "notifier of a userptr";
        };
        readonly rebindWork: {
            readonly of: import("../lifecycles/named.ts").Named<"pending" | "idle", "run" | "queue">;
            readonly title: "work of the rebind worker";
        };
        readonly otherQueue: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "another queue of the VM";
        };
        readonly again: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "invalidation while the VM is bound again";
        };
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "has" | "idle" | "wants", "free" | "want" | "wait" | "have">;
            readonly title: "client that needs memory";
        };
    }, "client_wants" | "client_has" | "client_frees" | "rebinds" | "client_preempts" | "userptr_invalidated" | "userptr_invalidated_again" | "notifier_returns" | "preempt_work" | "queue_suspended" | "preempt_signals" | "preempt_signals_to_rebind" | "suspend_times_out" | "other_queue_preempted" | "rebind_runs" | "rebind_locks" | "rebind_repins" | "rebind_preempts" | "rebind_waited" | "rebind_sees_error" | "vm_killed" | "rebind_again" | "rebind_arms" | "rebind_unlocks" | "queue_runs">;
    readonly 'looks-again': import("../../src/system/vocabulary.ts").Clause<{
        readonly pfence: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "queued" | "signaled" | "armed" | "failed" | "locking", "arm" | "signal" | "locked" | "again" | "work" | "enable_signaling" | "work_locks" | "signal_error">;
            readonly title: "preempt fence";
        };
        readonly lrQueue: {
            readonly of: import("../lifecycles/named.ts").Named<"running" | "suspending" | "suspended" | "killed" | "suspending_early" | "resumed", "hw_run" | "resume" | "kill" | "suspend" | "suspended">;
            readonly title: "queue of the VM";
        };
        readonly rebind: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks" | "unlocks" | "begins" | "repins" | "rebinds" | "kills", "error" | "run" | "preempted" | "arm" | "lock" | "again" | "looks" | "unlock" | "killed" | "repinned">;
            readonly title: "rebind worker";
        };
        readonly vmLock: {
            readonly of: (_: {
                readonly fenced?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly title: "vm->lock";
        };
        readonly tlb: {
            readonly of: import("../lifecycles/named.ts").Named<"cached" | "flushed" | "stale", "flush" | "pages_gone" | "rebind">;
            readonly title: "TLB of the context";
        };
        readonly notifier: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "valid" | "invalid", "return" | "invalidate" | "repin">;
            readonly title: "notifier of a userptr";
        };
        readonly rebindWork: {
            readonly of: import("../lifecycles/named.ts").Named<"pending" | "idle", "run" | "queue">;
            readonly title: "work of the rebind worker";
        };
        readonly otherQueue: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "another queue of the VM";
        };
        readonly again: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "invalidation while the VM is bound again";
        };
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "has" | "idle" | "wants", "free" | "want" | "wait" | "have">;
            readonly title: "client that needs memory";
        };
    }, "client_wants" | "client_has" | "client_frees" | "rebinds" | "client_preempts" | "userptr_invalidated" | "userptr_invalidated_again" | "notifier_returns" | "preempt_work" | "queue_suspended" | "preempt_signals" | "preempt_signals_to_rebind" | "suspend_times_out" | "other_queue_preempted" | "rebind_runs" | "rebind_locks" | "rebind_repins" | "rebind_preempts" | "rebind_waited" | "rebind_sees_error" | "vm_killed" | "rebind_again" | "rebind_arms" | "rebind_unlocks" | "queue_runs">;
    readonly 'suspend-answers': import("../../src/system/vocabulary.ts").Clause<{
        readonly pfence: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "queued" | "signaled" | "armed" | "failed" | "locking", "arm" | "signal" | "locked" | "again" | "work" | "enable_signaling" | "work_locks" | "signal_error">;
            readonly title: "preempt fence";
        };
        readonly lrQueue: {
            readonly of: import("../lifecycles/named.ts").Named<"running" | "suspending" | "suspended" | "killed" | "suspending_early" | "resumed", "hw_run" | "resume" | "kill" | "suspend" | "suspended">;
            readonly title: "queue of the VM";
        };
        readonly rebind: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks" | "unlocks" | "begins" | "repins" | "rebinds" | "kills", "error" | "run" | "preempted" | "arm" | "lock" | "again" | "looks" | "unlock" | "killed" | "repinned">;
            readonly title: "rebind worker";
        };
        readonly vmLock: {
            readonly of: (_: {
                readonly fenced?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly title: "vm->lock";
        };
        readonly tlb: {
            readonly of: import("../lifecycles/named.ts").Named<"cached" | "flushed" | "stale", "flush" | "pages_gone" | "rebind">;
            readonly title: "TLB of the context";
        };
        readonly notifier: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "valid" | "invalid", "return" | "invalidate" | "repin">;
            readonly title: "notifier of a userptr";
        };
        readonly rebindWork: {
            readonly of: import("../lifecycles/named.ts").Named<"pending" | "idle", "run" | "queue">;
            readonly title: "work of the rebind worker";
        };
        readonly otherQueue: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "another queue of the VM";
        };
        readonly again: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "invalidation while the VM is bound again";
        };
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "has" | "idle" | "wants", "free" | "want" | "wait" | "have">;
            readonly title: "client that needs memory";
        };
    }, "client_wants" | "client_has" | "client_frees" | "rebinds" | "client_preempts" | "userptr_invalidated" | "userptr_invalidated_again" | "notifier_returns" | "preempt_work" | "queue_suspended" | "preempt_signals" | "preempt_signals_to_rebind" | "suspend_times_out" | "other_queue_preempted" | "rebind_runs" | "rebind_locks" | "rebind_repins" | "rebind_preempts" | "rebind_waited" | "rebind_sees_error" | "vm_killed" | "rebind_again" | "rebind_arms" | "rebind_unlocks" | "queue_runs">;
};
export declare const preemptFaults: {
    readonly 'resets-first': import("../../src/system/vocabulary.ts").Clause<{
        readonly pfence: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "queued" | "signaled" | "armed" | "failed" | "locking", "arm" | "signal" | "locked" | "again" | "work" | "enable_signaling" | "work_locks" | "signal_error">;
            readonly title: "preempt fence";
        };
        readonly lrQueue: {
            readonly of: import("../lifecycles/named.ts").Named<"running" | "suspending" | "suspended" | "killed" | "suspending_early" | "resumed", "hw_run" | "resume" | "kill" | "suspend" | "suspended">;
            readonly title: "queue of the VM";
        };
        readonly rebind: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks" | "unlocks" | "begins" | "repins" | "rebinds" | "kills", "error" | "run" | "preempted" | "arm" | "lock" | "again" | "looks" | "unlock" | "killed" | "repinned">;
            readonly title: "rebind worker";
        };
        readonly vmLock: {
            readonly of: (_: {
                readonly fenced?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly title: "vm->lock";
        };
        readonly tlb: {
            readonly of: import("../lifecycles/named.ts").Named<"cached" | "flushed" | "stale", "flush" | "pages_gone" | "rebind">;
            readonly title: "TLB of the context";
        };
        readonly notifier: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "valid" | "invalid", "return" | "invalidate" | "repin">;
            readonly title: "notifier of a userptr";
        };
        readonly rebindWork: {
            readonly of: import("../lifecycles/named.ts").Named<"pending" | "idle", "run" | "queue">;
            readonly title: "work of the rebind worker";
        };
        readonly otherQueue: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "another queue of the VM";
        };
        readonly again: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "invalidation while the VM is bound again";
        };
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "has" | "idle" | "wants", "free" | "want" | "wait" | "have">;
            readonly title: "client that needs memory";
        };
    }, "client_wants" | "client_has" | "client_frees" | "rebinds" | "client_preempts" | "userptr_invalidated" | "userptr_invalidated_again" | "notifier_returns" | "preempt_work" | "queue_suspended" | "preempt_signals" | "preempt_signals_to_rebind" | "suspend_times_out" | "other_queue_preempted" | "rebind_runs" | "rebind_locks" | "rebind_repins" | "rebind_preempts" | "rebind_waited" | "rebind_sees_error" | "vm_killed" | "rebind_again" | "rebind_arms" | "rebind_unlocks" | "queue_runs">;
    readonly 'invalidates-for-ever': import("../../src/system/vocabulary.ts").Clause<{
        readonly pfence: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "queued" | "signaled" | "armed" | "failed" | "locking", "arm" | "signal" | "locked" | "again" | "work" | "enable_signaling" | "work_locks" | "signal_error">;
            readonly title: "preempt fence";
        };
        readonly lrQueue: {
            readonly of: import("../lifecycles/named.ts").Named<"running" | "suspending" | "suspended" | "killed" | "suspending_early" | "resumed", "hw_run" | "resume" | "kill" | "suspend" | "suspended">;
            readonly title: "queue of the VM";
        };
        readonly rebind: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks" | "unlocks" | "begins" | "repins" | "rebinds" | "kills", "error" | "run" | "preempted" | "arm" | "lock" | "again" | "looks" | "unlock" | "killed" | "repinned">;
            readonly title: "rebind worker";
        };
        readonly vmLock: {
            readonly of: (_: {
                readonly fenced?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly title: "vm->lock";
        };
        readonly tlb: {
            readonly of: import("../lifecycles/named.ts").Named<"cached" | "flushed" | "stale", "flush" | "pages_gone" | "rebind">;
            readonly title: "TLB of the context";
        };
        readonly notifier: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "valid" | "invalid", "return" | "invalidate" | "repin">;
            readonly title: "notifier of a userptr";
        };
        readonly rebindWork: {
            readonly of: import("../lifecycles/named.ts").Named<"pending" | "idle", "run" | "queue">;
            readonly title: "work of the rebind worker";
        };
        readonly otherQueue: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "another queue of the VM";
        };
        readonly again: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "invalidation while the VM is bound again";
        };
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "has" | "idle" | "wants", "free" | "want" | "wait" | "have">;
            readonly title: "client that needs memory";
        };
    }, "client_wants" | "client_has" | "client_frees" | "rebinds" | "client_preempts" | "userptr_invalidated" | "userptr_invalidated_again" | "notifier_returns" | "preempt_work" | "queue_suspended" | "preempt_signals" | "preempt_signals_to_rebind" | "suspend_times_out" | "other_queue_preempted" | "rebind_runs" | "rebind_locks" | "rebind_repins" | "rebind_preempts" | "rebind_waited" | "rebind_sees_error" | "vm_killed" | "rebind_again" | "rebind_arms" | "rebind_unlocks" | "queue_runs">;
    readonly 'takes-vm-lock': import("../../src/system/vocabulary.ts").Clause<{
        readonly pfence: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "queued" | "signaled" | "armed" | "failed" | "locking", "arm" | "signal" | "locked" | "again" | "work" | "enable_signaling" | "work_locks" | "signal_error">;
            readonly title: "preempt fence";
        };
        readonly lrQueue: {
            readonly of: import("../lifecycles/named.ts").Named<"running" | "suspending" | "suspended" | "killed" | "suspending_early" | "resumed", "hw_run" | "resume" | "kill" | "suspend" | "suspended">;
            readonly title: "queue of the VM";
        };
        readonly rebind: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks" | "unlocks" | "begins" | "repins" | "rebinds" | "kills", "error" | "run" | "preempted" | "arm" | "lock" | "again" | "looks" | "unlock" | "killed" | "repinned">;
            readonly title: "rebind worker";
        };
        readonly vmLock: {
            readonly of: (_: {
                readonly fenced?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly title: "vm->lock";
        };
        readonly tlb: {
            readonly of: import("../lifecycles/named.ts").Named<"cached" | "flushed" | "stale", "flush" | "pages_gone" | "rebind">;
            readonly title: "TLB of the context";
        };
        readonly notifier: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "valid" | "invalid", "return" | "invalidate" | "repin">;
            readonly title: "notifier of a userptr";
        };
        readonly rebindWork: {
            readonly of: import("../lifecycles/named.ts").Named<"pending" | "idle", "run" | "queue">;
            readonly title: "work of the rebind worker";
        };
        readonly otherQueue: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "another queue of the VM";
        };
        readonly again: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "invalidation while the VM is bound again";
        };
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "has" | "idle" | "wants", "free" | "want" | "wait" | "have">;
            readonly title: "client that needs memory";
        };
    }, "client_wants" | "client_has" | "client_frees" | "rebinds" | "client_preempts" | "userptr_invalidated" | "userptr_invalidated_again" | "notifier_returns" | "preempt_work" | "queue_suspended" | "preempt_signals" | "preempt_signals_to_rebind" | "suspend_times_out" | "other_queue_preempted" | "rebind_runs" | "rebind_locks" | "rebind_repins" | "rebind_preempts" | "rebind_waited" | "rebind_sees_error" | "vm_killed" | "rebind_again" | "rebind_arms" | "rebind_unlocks" | "queue_runs">;
    readonly 'skips-idle': import("../../src/system/vocabulary.ts").Clause<{
        readonly pfence: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "queued" | "signaled" | "armed" | "failed" | "locking", "arm" | "signal" | "locked" | "again" | "work" | "enable_signaling" | "work_locks" | "signal_error">;
            readonly title: "preempt fence";
        };
        readonly lrQueue: {
            readonly of: import("../lifecycles/named.ts").Named<"running" | "suspending" | "suspended" | "killed" | "suspending_early" | "resumed", "hw_run" | "resume" | "kill" | "suspend" | "suspended">;
            readonly title: "queue of the VM";
        };
        readonly rebind: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks" | "unlocks" | "begins" | "repins" | "rebinds" | "kills", "error" | "run" | "preempted" | "arm" | "lock" | "again" | "looks" | "unlock" | "killed" | "repinned">;
            readonly title: "rebind worker";
        };
        readonly vmLock: {
            readonly of: (_: {
                readonly fenced?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly title: "vm->lock";
        };
        readonly tlb: {
            readonly of: import("../lifecycles/named.ts").Named<"cached" | "flushed" | "stale", "flush" | "pages_gone" | "rebind">;
            readonly title: "TLB of the context";
        };
        readonly notifier: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "valid" | "invalid", "return" | "invalidate" | "repin">;
            readonly title: "notifier of a userptr";
        };
        readonly rebindWork: {
            readonly of: import("../lifecycles/named.ts").Named<"pending" | "idle", "run" | "queue">;
            readonly title: "work of the rebind worker";
        };
        readonly otherQueue: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "another queue of the VM";
        };
        readonly again: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "invalidation while the VM is bound again";
        };
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "has" | "idle" | "wants", "free" | "want" | "wait" | "have">;
            readonly title: "client that needs memory";
        };
    }, "client_wants" | "client_has" | "client_frees" | "rebinds" | "client_preempts" | "userptr_invalidated" | "userptr_invalidated_again" | "notifier_returns" | "preempt_work" | "queue_suspended" | "preempt_signals" | "preempt_signals_to_rebind" | "suspend_times_out" | "other_queue_preempted" | "rebind_runs" | "rebind_locks" | "rebind_repins" | "rebind_preempts" | "rebind_waited" | "rebind_sees_error" | "vm_killed" | "rebind_again" | "rebind_arms" | "rebind_unlocks" | "queue_runs">;
    readonly 'never-again': import("../../src/system/vocabulary.ts").Clause<{
        readonly pfence: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "queued" | "signaled" | "armed" | "failed" | "locking", "arm" | "signal" | "locked" | "again" | "work" | "enable_signaling" | "work_locks" | "signal_error">;
            readonly title: "preempt fence";
        };
        readonly lrQueue: {
            readonly of: import("../lifecycles/named.ts").Named<"running" | "suspending" | "suspended" | "killed" | "suspending_early" | "resumed", "hw_run" | "resume" | "kill" | "suspend" | "suspended">;
            readonly title: "queue of the VM";
        };
        readonly rebind: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "idle" | "looks" | "unlocks" | "begins" | "repins" | "rebinds" | "kills", "error" | "run" | "preempted" | "arm" | "lock" | "again" | "looks" | "unlock" | "killed" | "repinned">;
            readonly title: "rebind worker";
        };
        readonly vmLock: {
            readonly of: (_: {
                readonly fenced?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly title: "vm->lock";
        };
        readonly tlb: {
            readonly of: import("../lifecycles/named.ts").Named<"cached" | "flushed" | "stale", "flush" | "pages_gone" | "rebind">;
            readonly title: "TLB of the context";
        };
        readonly notifier: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "valid" | "invalid", "return" | "invalidate" | "repin">;
            readonly title: "notifier of a userptr";
        };
        readonly rebindWork: {
            readonly of: import("../lifecycles/named.ts").Named<"pending" | "idle", "run" | "queue">;
            readonly title: "work of the rebind worker";
        };
        readonly otherQueue: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "another queue of the VM";
        };
        readonly again: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "spend";
            }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "one_shot";
                states: {
                    readonly possible: {};
                    readonly spent: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "invalidation while the VM is bound again";
        };
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"waits" | "has" | "idle" | "wants", "free" | "want" | "wait" | "have">;
            readonly title: "client that needs memory";
        };
    }, "client_wants" | "client_has" | "client_frees" | "rebinds" | "client_preempts" | "userptr_invalidated" | "userptr_invalidated_again" | "notifier_returns" | "preempt_work" | "queue_suspended" | "preempt_signals" | "preempt_signals_to_rebind" | "suspend_times_out" | "other_queue_preempted" | "rebind_runs" | "rebind_locks" | "rebind_repins" | "rebind_preempts" | "rebind_waited" | "rebind_sees_error" | "vm_killed" | "rebind_again" | "rebind_arms" | "rebind_unlocks" | "queue_runs">;
};
