export declare const indefiniteParts: {
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
    readonly work: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
        readonly title: "work behind the dma_fence";
    };
    readonly longRunning: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
        readonly title: "long-running work";
    };
    readonly userFence: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "reset";
        } | {
            type: "user_signal";
        }, {}, never, never, never, never, "signaled" | "unsignaled", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "user_fence";
            states: {
                readonly unsignaled: {};
                readonly signaled: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "userspace fence";
    };
    readonly thread: {
        readonly of: import("../lifecycles/named.ts").Named<"faulting" | "running" | "reclaiming", "fault" | "reclaim" | "mapped">;
        readonly title: "CPU thread";
    };
};
/** A dma_fence beside a userspace fence, and a thread that will signal it, unless it takes a page fault first. */
export declare const indefiniteFences: import("../../src/system/vocabulary.ts").Row<{
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
    readonly work: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
        readonly title: "work behind the dma_fence";
    };
    readonly longRunning: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
        readonly title: "long-running work";
    };
    readonly userFence: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "reset";
        } | {
            type: "user_signal";
        }, {}, never, never, never, never, "signaled" | "unsignaled", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "user_fence";
            states: {
                readonly unsignaled: {};
                readonly signaled: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "userspace fence";
    };
    readonly thread: {
        readonly of: import("../lifecycles/named.ts").Named<"faulting" | "running" | "reclaiming", "fault" | "reclaim" | "mapped">;
        readonly title: "CPU thread";
    };
}>;
export declare const indefiniteClauses: {
    readonly waitsForUser: import("../../src/system/vocabulary.ts").Clause<{
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
        readonly work: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
            readonly title: "work behind the dma_fence";
        };
        readonly longRunning: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
            readonly title: "long-running work";
        };
        readonly userFence: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "reset";
            } | {
                type: "user_signal";
            }, {}, never, never, never, never, "signaled" | "unsignaled", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "user_fence";
                states: {
                    readonly unsignaled: {};
                    readonly signaled: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "userspace fence";
        };
        readonly thread: {
            readonly of: import("../lifecycles/named.ts").Named<"faulting" | "running" | "reclaiming", "fault" | "reclaim" | "mapped">;
            readonly title: "CPU thread";
        };
    }, "run" | "free" | "submit" | "signal" | "fault" | "user_signals" | "user_resets" | "submit_long_running" | "run_long_running" | "end_long_running" | "fault_waits" | "fault_ends">;
    readonly future: import("../../src/system/vocabulary.ts").Clause<{
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
        readonly work: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
            readonly title: "work behind the dma_fence";
        };
        readonly longRunning: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
            readonly title: "long-running work";
        };
        readonly userFence: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "reset";
            } | {
                type: "user_signal";
            }, {}, never, never, never, never, "signaled" | "unsignaled", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "user_fence";
                states: {
                    readonly unsignaled: {};
                    readonly signaled: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "userspace fence";
        };
        readonly thread: {
            readonly of: import("../lifecycles/named.ts").Named<"faulting" | "running" | "reclaiming", "fault" | "reclaim" | "mapped">;
            readonly title: "CPU thread";
        };
    }, "run" | "free" | "submit" | "signal" | "fault" | "user_signals" | "user_resets" | "submit_long_running" | "run_long_running" | "end_long_running" | "fault_waits" | "fault_ends">;
    readonly proxy: import("../../src/system/vocabulary.ts").Clause<{
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
        readonly work: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
            readonly title: "work behind the dma_fence";
        };
        readonly longRunning: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
            readonly title: "long-running work";
        };
        readonly userFence: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "reset";
            } | {
                type: "user_signal";
            }, {}, never, never, never, never, "signaled" | "unsignaled", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "user_fence";
                states: {
                    readonly unsignaled: {};
                    readonly signaled: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "userspace fence";
        };
        readonly thread: {
            readonly of: import("../lifecycles/named.ts").Named<"faulting" | "running" | "reclaiming", "fault" | "reclaim" | "mapped">;
            readonly title: "CPU thread";
        };
    }, "run" | "free" | "submit" | "signal" | "fault" | "user_signals" | "user_resets" | "submit_long_running" | "run_long_running" | "end_long_running" | "fault_waits" | "fault_ends">;
    readonly outFence: import("../../src/system/vocabulary.ts").Clause<{
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
        readonly work: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
            readonly title: "work behind the dma_fence";
        };
        readonly longRunning: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
            readonly title: "long-running work";
        };
        readonly userFence: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "reset";
            } | {
                type: "user_signal";
            }, {}, never, never, never, never, "signaled" | "unsignaled", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "user_fence";
                states: {
                    readonly unsignaled: {};
                    readonly signaled: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "userspace fence";
        };
        readonly thread: {
            readonly of: import("../lifecycles/named.ts").Named<"faulting" | "running" | "reclaiming", "fault" | "reclaim" | "mapped">;
            readonly title: "CPU thread";
        };
    }, "run" | "free" | "submit" | "signal" | "fault" | "user_signals" | "user_resets" | "submit_long_running" | "run_long_running" | "end_long_running" | "fault_waits" | "fault_ends">;
};
export declare const syncobjParts: {
    readonly syncobj: {
        readonly of: import("../lifecycles/named.ts").Named<"signaled" | "empty" | "submitted", "dma_fence_signal" | "reset" | "replace_fence" | "assign_stub">;
        readonly title: "drm_syncobj";
    };
    readonly host: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "waiting" | "waiting_for_submit", "wait" | "submitted" | "wait=0" | "wait=-EINVAL" | "wait_for_submit" | "woken=0" | "timeout=-ETIME">;
        readonly title: "thread in the ioctl";
    };
    readonly work: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
        readonly title: "work that the syncobj is for";
    };
    readonly gpuWait: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
        readonly title: "work that waits for the syncobj";
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
        readonly title: "fence of the work that waits";
    };
};
/** A syncobj that may hold no fence: who may wait for it. */
export declare const syncobjs: import("../../src/system/vocabulary.ts").Row<{
    readonly syncobj: {
        readonly of: import("../lifecycles/named.ts").Named<"signaled" | "empty" | "submitted", "dma_fence_signal" | "reset" | "replace_fence" | "assign_stub">;
        readonly title: "drm_syncobj";
    };
    readonly host: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "waiting" | "waiting_for_submit", "wait" | "submitted" | "wait=0" | "wait=-EINVAL" | "wait_for_submit" | "woken=0" | "timeout=-ETIME">;
        readonly title: "thread in the ioctl";
    };
    readonly work: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
        readonly title: "work that the syncobj is for";
    };
    readonly gpuWait: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
        readonly title: "work that waits for the syncobj";
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
        readonly title: "fence of the work that waits";
    };
}>;
export declare const syncobjClauses: {
    readonly needsFence: import("../../src/system/vocabulary.ts").Clause<{
        readonly syncobj: {
            readonly of: import("../lifecycles/named.ts").Named<"signaled" | "empty" | "submitted", "dma_fence_signal" | "reset" | "replace_fence" | "assign_stub">;
            readonly title: "drm_syncobj";
        };
        readonly host: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "waiting" | "waiting_for_submit", "wait" | "submitted" | "wait=0" | "wait=-EINVAL" | "wait_for_submit" | "woken=0" | "timeout=-ETIME">;
            readonly title: "thread in the ioctl";
        };
        readonly work: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
            readonly title: "work that the syncobj is for";
        };
        readonly gpuWait: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
            readonly title: "work that waits for the syncobj";
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
            readonly title: "fence of the work that waits";
        };
    }, "run" | "free" | "submit" | "signal" | "wait" | "wait_signaled" | "wait_ends" | "wait_times_out" | "wait_for_submit" | "syncobj_signal" | "syncobj_reset" | "wait_refused" | "wait_sees_submit" | "gpu_wait" | "gpu_runs" | "gpu_signals">;
};
