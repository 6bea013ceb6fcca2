import { allocation } from '../lifecycles/allocation.ts';
/** What a repair needs: memory, a copy job that fills the page, a bind job that maps it. */
export declare const repairParts: {
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
        readonly of: typeof allocation;
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
};
/** A fault from the hardware's message to the answer. */
export declare const pageFaults: import("../../src/system/vocabulary.ts").Row<{
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
        readonly of: typeof allocation;
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
}>;
