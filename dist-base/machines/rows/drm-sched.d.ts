import { ring } from '../lifecycles/ring.ts';
export declare const schedParts: {
    readonly job: {
        readonly of: import("../lifecycles/named.ts").Named<"done" | "none" | "queued" | "running" | "finished" | "timed_out", "push" | "hw_done" | "kill" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job">;
        readonly family: "fenced";
        readonly title: "drm_sched_job";
    };
    readonly scheduled: {
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
        readonly title: "scheduled fence";
    };
    readonly hw: {
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
        readonly title: "hardware fence";
    };
    readonly finished: {
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
        readonly title: "finished fence";
    };
    readonly error: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "ECANCELED" | "ETIME", "ECANCELED" | "ETIME" | "forget">;
        readonly family: "fenced";
        readonly title: "error of the hardware fence";
    };
    readonly queue: {
        readonly of: typeof ring;
        readonly title: "queue of the entity";
    };
    readonly entity: {
        readonly of: import("../lifecycles/named.ts").Named<"killed" | "alive", "drm_sched_entity_kill">;
        readonly title: "entity";
    };
    readonly sched: {
        readonly of: import("../lifecycles/named.ts").Named<"stopped" | "running", "drm_sched_fini">;
        readonly title: "scheduler";
    };
    readonly credit: {
        readonly of: import("../lifecycles/slot.ts").Slot;
        readonly title: "credit";
    };
};
/** A scheduler with one credit, an entity, and its jobs. */
export declare const drmScheduler: import("../../src/system/vocabulary.ts").Row<{
    readonly job: {
        readonly of: import("../lifecycles/named.ts").Named<"done" | "none" | "queued" | "running" | "finished" | "timed_out", "push" | "hw_done" | "kill" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job">;
        readonly family: "fenced";
        readonly title: "drm_sched_job";
    };
    readonly scheduled: {
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
        readonly title: "scheduled fence";
    };
    readonly hw: {
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
        readonly title: "hardware fence";
    };
    readonly finished: {
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
        readonly title: "finished fence";
    };
    readonly error: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "ECANCELED" | "ETIME", "ECANCELED" | "ETIME" | "forget">;
        readonly family: "fenced";
        readonly title: "error of the hardware fence";
    };
    readonly queue: {
        readonly of: typeof ring;
        readonly title: "queue of the entity";
    };
    readonly entity: {
        readonly of: import("../lifecycles/named.ts").Named<"killed" | "alive", "drm_sched_entity_kill">;
        readonly title: "entity";
    };
    readonly sched: {
        readonly of: import("../lifecycles/named.ts").Named<"stopped" | "running", "drm_sched_fini">;
        readonly title: "scheduler";
    };
    readonly credit: {
        readonly of: import("../lifecycles/slot.ts").Slot;
        readonly title: "credit";
    };
}>;
export declare const schedClauses: {
    readonly teardownCancels: import("../../src/system/vocabulary.ts").Clause<{
        readonly job: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "none" | "queued" | "running" | "finished" | "timed_out", "push" | "hw_done" | "kill" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job">;
            readonly family: "fenced";
            readonly title: "drm_sched_job";
        };
        readonly scheduled: {
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
            readonly title: "scheduled fence";
        };
        readonly hw: {
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
            readonly title: "hardware fence";
        };
        readonly finished: {
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
            readonly title: "finished fence";
        };
        readonly error: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "ECANCELED" | "ETIME", "ECANCELED" | "ETIME" | "forget">;
            readonly family: "fenced";
            readonly title: "error of the hardware fence";
        };
        readonly queue: {
            readonly of: typeof ring;
            readonly title: "queue of the entity";
        };
        readonly entity: {
            readonly of: import("../lifecycles/named.ts").Named<"killed" | "alive", "drm_sched_entity_kill">;
            readonly title: "entity";
        };
        readonly sched: {
            readonly of: import("../lifecycles/named.ts").Named<"stopped" | "running", "drm_sched_fini">;
            readonly title: "scheduler";
        };
        readonly credit: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "credit";
        };
    }, "push" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job" | "drm_sched_fini" | "hw_signals" | "kill_entity" | "kill_job">;
    readonly noCancel: import("../../src/system/vocabulary.ts").Clause<{
        readonly job: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "none" | "queued" | "running" | "finished" | "timed_out", "push" | "hw_done" | "kill" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job">;
            readonly family: "fenced";
            readonly title: "drm_sched_job";
        };
        readonly scheduled: {
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
            readonly title: "scheduled fence";
        };
        readonly hw: {
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
            readonly title: "hardware fence";
        };
        readonly finished: {
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
            readonly title: "finished fence";
        };
        readonly error: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "ECANCELED" | "ETIME", "ECANCELED" | "ETIME" | "forget">;
            readonly family: "fenced";
            readonly title: "error of the hardware fence";
        };
        readonly queue: {
            readonly of: typeof ring;
            readonly title: "queue of the entity";
        };
        readonly entity: {
            readonly of: import("../lifecycles/named.ts").Named<"killed" | "alive", "drm_sched_entity_kill">;
            readonly title: "entity";
        };
        readonly sched: {
            readonly of: import("../lifecycles/named.ts").Named<"stopped" | "running", "drm_sched_fini">;
            readonly title: "scheduler";
        };
        readonly credit: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "credit";
        };
    }, "push" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job" | "drm_sched_fini" | "hw_signals" | "kill_entity" | "kill_job">;
    readonly hangs: import("../../src/system/vocabulary.ts").Clause<{
        readonly job: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "none" | "queued" | "running" | "finished" | "timed_out", "push" | "hw_done" | "kill" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job">;
            readonly family: "fenced";
            readonly title: "drm_sched_job";
        };
        readonly scheduled: {
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
            readonly title: "scheduled fence";
        };
        readonly hw: {
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
            readonly title: "hardware fence";
        };
        readonly finished: {
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
            readonly title: "finished fence";
        };
        readonly error: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "ECANCELED" | "ETIME", "ECANCELED" | "ETIME" | "forget">;
            readonly family: "fenced";
            readonly title: "error of the hardware fence";
        };
        readonly queue: {
            readonly of: typeof ring;
            readonly title: "queue of the entity";
        };
        readonly entity: {
            readonly of: import("../lifecycles/named.ts").Named<"killed" | "alive", "drm_sched_entity_kill">;
            readonly title: "entity";
        };
        readonly sched: {
            readonly of: import("../lifecycles/named.ts").Named<"stopped" | "running", "drm_sched_fini">;
            readonly title: "scheduler";
        };
        readonly credit: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "credit";
        };
    }, "push" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job" | "drm_sched_fini" | "hw_signals" | "kill_entity" | "kill_job">;
    readonly killedJobsLeft: import("../../src/system/vocabulary.ts").Clause<{
        readonly job: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "none" | "queued" | "running" | "finished" | "timed_out", "push" | "hw_done" | "kill" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job">;
            readonly family: "fenced";
            readonly title: "drm_sched_job";
        };
        readonly scheduled: {
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
            readonly title: "scheduled fence";
        };
        readonly hw: {
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
            readonly title: "hardware fence";
        };
        readonly finished: {
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
            readonly title: "finished fence";
        };
        readonly error: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "ECANCELED" | "ETIME", "ECANCELED" | "ETIME" | "forget">;
            readonly family: "fenced";
            readonly title: "error of the hardware fence";
        };
        readonly queue: {
            readonly of: typeof ring;
            readonly title: "queue of the entity";
        };
        readonly entity: {
            readonly of: import("../lifecycles/named.ts").Named<"killed" | "alive", "drm_sched_entity_kill">;
            readonly title: "entity";
        };
        readonly sched: {
            readonly of: import("../lifecycles/named.ts").Named<"stopped" | "running", "drm_sched_fini">;
            readonly title: "scheduler";
        };
        readonly credit: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "credit";
        };
    }, "push" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job" | "drm_sched_fini" | "hw_signals" | "kill_entity" | "kill_job">;
    readonly finishedFirst: import("../../src/system/vocabulary.ts").Clause<{
        readonly job: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "none" | "queued" | "running" | "finished" | "timed_out", "push" | "hw_done" | "kill" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job">;
            readonly family: "fenced";
            readonly title: "drm_sched_job";
        };
        readonly scheduled: {
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
            readonly title: "scheduled fence";
        };
        readonly hw: {
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
            readonly title: "hardware fence";
        };
        readonly finished: {
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
            readonly title: "finished fence";
        };
        readonly error: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "ECANCELED" | "ETIME", "ECANCELED" | "ETIME" | "forget">;
            readonly family: "fenced";
            readonly title: "error of the hardware fence";
        };
        readonly queue: {
            readonly of: typeof ring;
            readonly title: "queue of the entity";
        };
        readonly entity: {
            readonly of: import("../lifecycles/named.ts").Named<"killed" | "alive", "drm_sched_entity_kill">;
            readonly title: "entity";
        };
        readonly sched: {
            readonly of: import("../lifecycles/named.ts").Named<"stopped" | "running", "drm_sched_fini">;
            readonly title: "scheduler";
        };
        readonly credit: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "credit";
        };
    }, "push" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job" | "drm_sched_fini" | "hw_signals" | "kill_entity" | "kill_job">;
    readonly creditLost: import("../../src/system/vocabulary.ts").Clause<{
        readonly job: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "none" | "queued" | "running" | "finished" | "timed_out", "push" | "hw_done" | "kill" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job">;
            readonly family: "fenced";
            readonly title: "drm_sched_job";
        };
        readonly scheduled: {
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
            readonly title: "scheduled fence";
        };
        readonly hw: {
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
            readonly title: "hardware fence";
        };
        readonly finished: {
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
            readonly title: "finished fence";
        };
        readonly error: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "ECANCELED" | "ETIME", "ECANCELED" | "ETIME" | "forget">;
            readonly family: "fenced";
            readonly title: "error of the hardware fence";
        };
        readonly queue: {
            readonly of: typeof ring;
            readonly title: "queue of the entity";
        };
        readonly entity: {
            readonly of: import("../lifecycles/named.ts").Named<"killed" | "alive", "drm_sched_entity_kill">;
            readonly title: "entity";
        };
        readonly sched: {
            readonly of: import("../lifecycles/named.ts").Named<"stopped" | "running", "drm_sched_fini">;
            readonly title: "scheduler";
        };
        readonly credit: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "credit";
        };
    }, "push" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job" | "drm_sched_fini" | "hw_signals" | "kill_entity" | "kill_job">;
    readonly resetNever: import("../../src/system/vocabulary.ts").Clause<{
        readonly job: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "none" | "queued" | "running" | "finished" | "timed_out", "push" | "hw_done" | "kill" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job">;
            readonly family: "fenced";
            readonly title: "drm_sched_job";
        };
        readonly scheduled: {
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
            readonly title: "scheduled fence";
        };
        readonly hw: {
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
            readonly title: "hardware fence";
        };
        readonly finished: {
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
            readonly title: "finished fence";
        };
        readonly error: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "ECANCELED" | "ETIME", "ECANCELED" | "ETIME" | "forget">;
            readonly family: "fenced";
            readonly title: "error of the hardware fence";
        };
        readonly queue: {
            readonly of: typeof ring;
            readonly title: "queue of the entity";
        };
        readonly entity: {
            readonly of: import("../lifecycles/named.ts").Named<"killed" | "alive", "drm_sched_entity_kill">;
            readonly title: "entity";
        };
        readonly sched: {
            readonly of: import("../lifecycles/named.ts").Named<"stopped" | "running", "drm_sched_fini">;
            readonly title: "scheduler";
        };
        readonly credit: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "credit";
        };
    }, "push" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job" | "drm_sched_fini" | "hw_signals" | "kill_entity" | "kill_job">;
};
