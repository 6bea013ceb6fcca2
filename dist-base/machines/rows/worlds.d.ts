/** Devices in a row, the first of which is the GPU whose pages a notifier wants back. */
export declare const worldParts: {
    readonly render: {
        readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
        readonly title: "GPU that renders";
    };
    readonly compose: {
        readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
        readonly title: "GPU that composes";
    };
    readonly display: {
        readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
        readonly title: "display";
    };
    readonly notifier: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "returned" | "blocks", "release" | "mapped" | "call">;
        readonly title: "notifier";
    };
    readonly renderFence: {
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
        readonly title: "fence of the first GPU";
    };
    readonly composeFence: {
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
        readonly title: "fence of the second GPU";
    };
    readonly path: {
        readonly of: import("../lifecycles/named.ts").Named<"ready" | "reclaims" | "has_memory", "next" | "alloc" | "got">;
        readonly title: "completion of the second GPU";
    };
};
/** A frame from device to device to display, handed on before it is done. */
export declare const pipelines: import("../../src/system/vocabulary.ts").Row<{
    readonly render: {
        readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
        readonly title: "GPU that renders";
    };
    readonly compose: {
        readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
        readonly title: "GPU that composes";
    };
    readonly display: {
        readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
        readonly title: "display";
    };
    readonly notifier: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "returned" | "blocks", "release" | "mapped" | "call">;
        readonly title: "notifier";
    };
    readonly renderFence: {
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
        readonly title: "fence of the first GPU";
    };
    readonly composeFence: {
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
        readonly title: "fence of the second GPU";
    };
    readonly path: {
        readonly of: import("../lifecycles/named.ts").Named<"ready" | "reclaims" | "has_memory", "next" | "alloc" | "got">;
        readonly title: "completion of the second GPU";
    };
}>;
export declare const worldFaults: {
    readonly 'bucket-each': import("../../src/system/vocabulary.ts").Clause<{
        readonly render: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
            readonly title: "GPU that renders";
        };
        readonly compose: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
            readonly title: "GPU that composes";
        };
        readonly display: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
            readonly title: "display";
        };
        readonly notifier: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "returned" | "blocks", "release" | "mapped" | "call">;
            readonly title: "notifier";
        };
        readonly renderFence: {
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
            readonly title: "fence of the first GPU";
        };
        readonly composeFence: {
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
            readonly title: "fence of the second GPU";
        };
        readonly path: {
            readonly of: import("../lifecycles/named.ts").Named<"ready" | "reclaims" | "has_memory", "next" | "alloc" | "got">;
            readonly title: "completion of the second GPU";
        };
    }, "render_submits" | "render_starts" | "render_done" | "notifier_called" | "notifier_released" | "pages_mapped" | "compose_submits" | "compose_starts" | "compose_done" | "flip_submits" | "flip_starts" | "flip_done" | "next_frame">;
    readonly 'notifier-waits-for-readers': import("../../src/system/vocabulary.ts").Clause<{
        readonly render: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
            readonly title: "GPU that renders";
        };
        readonly compose: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
            readonly title: "GPU that composes";
        };
        readonly display: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
            readonly title: "display";
        };
        readonly notifier: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "returned" | "blocks", "release" | "mapped" | "call">;
            readonly title: "notifier";
        };
        readonly renderFence: {
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
            readonly title: "fence of the first GPU";
        };
        readonly composeFence: {
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
            readonly title: "fence of the second GPU";
        };
        readonly path: {
            readonly of: import("../lifecycles/named.ts").Named<"ready" | "reclaims" | "has_memory", "next" | "alloc" | "got">;
            readonly title: "completion of the second GPU";
        };
    }, "render_submits" | "render_starts" | "render_done" | "notifier_called" | "notifier_released" | "pages_mapped" | "compose_submits" | "compose_starts" | "compose_done" | "flip_submits" | "flip_starts" | "flip_done" | "next_frame">;
    readonly 'completion-allocates': import("../../src/system/vocabulary.ts").Clause<{
        readonly render: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
            readonly title: "GPU that renders";
        };
        readonly compose: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
            readonly title: "GPU that composes";
        };
        readonly display: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
            readonly title: "display";
        };
        readonly notifier: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "returned" | "blocks", "release" | "mapped" | "call">;
            readonly title: "notifier";
        };
        readonly renderFence: {
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
            readonly title: "fence of the first GPU";
        };
        readonly composeFence: {
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
            readonly title: "fence of the second GPU";
        };
        readonly path: {
            readonly of: import("../lifecycles/named.ts").Named<"ready" | "reclaims" | "has_memory", "next" | "alloc" | "got">;
            readonly title: "completion of the second GPU";
        };
    }, "render_submits" | "render_starts" | "render_done" | "notifier_called" | "notifier_released" | "pages_mapped" | "compose_submits" | "compose_starts" | "compose_done" | "flip_submits" | "flip_starts" | "flip_done" | "next_frame">;
};
/** The other approach: userspace synchronises, the kernel looks after pages alone. */
export declare const futexParts: {
    readonly work: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "parked" | "on_gpu", "end" | "preempt" | "submit" | "resume">;
        readonly title: "work of a client";
    };
    readonly futex: {
        readonly of: import("../lifecycles/named.ts").Named<"set" | "unset", "reset" | "wake">;
        readonly title: "futex of the GPU";
    };
    readonly notifier: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "returned" | "blocks", "release" | "mapped" | "call">;
        readonly title: "notifier";
    };
};
export declare const gpuFutexes: import("../../src/system/vocabulary.ts").Row<{
    readonly work: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "parked" | "on_gpu", "end" | "preempt" | "submit" | "resume">;
        readonly title: "work of a client";
    };
    readonly futex: {
        readonly of: import("../lifecycles/named.ts").Named<"set" | "unset", "reset" | "wake">;
        readonly title: "futex of the GPU";
    };
    readonly notifier: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "returned" | "blocks", "release" | "mapped" | "call">;
        readonly title: "notifier";
    };
}>;
export declare const futexFaults: {
    readonly 'cannot-preempt': import("../../src/system/vocabulary.ts").Clause<{
        readonly work: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "parked" | "on_gpu", "end" | "preempt" | "submit" | "resume">;
            readonly title: "work of a client";
        };
        readonly futex: {
            readonly of: import("../lifecycles/named.ts").Named<"set" | "unset", "reset" | "wake">;
            readonly title: "futex of the GPU";
        };
        readonly notifier: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "returned" | "blocks", "release" | "mapped" | "call">;
            readonly title: "notifier";
        };
    }, "pages_returned" | "pages_mapped" | "futex_submits" | "futex_wakes" | "futex_resets" | "futex_work_ends" | "pages_wanted" | "work_preempted" | "work_resumed">;
    readonly 'kernel-waits-for-work': import("../../src/system/vocabulary.ts").Clause<{
        readonly work: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "parked" | "on_gpu", "end" | "preempt" | "submit" | "resume">;
            readonly title: "work of a client";
        };
        readonly futex: {
            readonly of: import("../lifecycles/named.ts").Named<"set" | "unset", "reset" | "wake">;
            readonly title: "futex of the GPU";
        };
        readonly notifier: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "returned" | "blocks", "release" | "mapped" | "call">;
            readonly title: "notifier";
        };
    }, "pages_returned" | "pages_mapped" | "futex_submits" | "futex_wakes" | "futex_resets" | "futex_work_ends" | "pages_wanted" | "work_preempted" | "work_resumed">;
};
