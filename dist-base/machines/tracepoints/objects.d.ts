/** What kernel logs speak of, and what tells one object from another. */
export declare const objectKinds: {
    readonly fence: {
        readonly title: "fence";
        readonly lifecycle: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "dma_fence_init";
        } | {
            type: "dma_fence_emit";
        } | {
            type: "dma_fence_enable_signal";
        } | {
            type: "dma_fence_signaled";
        } | {
            type: "dma_fence_wait_start";
        } | {
            type: "dma_fence_wait_end";
        } | {
            type: "dma_fence_destroy";
        }, {}, never, never, never, never, "enabled" | "idle" | "signaled" | "absent" | "destroyed", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "observed_fence";
            states: {
                readonly absent: {};
                readonly idle: {};
                readonly enabled: {};
                readonly signaled: {};
                readonly destroyed: {};
            };
        }, import("xstate").MetaObject>;
        readonly keys: readonly ["context", "seqno"];
        readonly finished: readonly ["signaled", "destroyed"];
        readonly reborn: {
            readonly by: "dma_fence_init";
            readonly from: readonly ["destroyed"];
        };
        readonly refusals: readonly [{
            readonly event: "dma_fence_signaled";
            readonly in: readonly ["signaled"];
            readonly rule: "F-1";
        }, {
            readonly event: "dma_fence_signaled";
            readonly in: readonly ["destroyed"];
            readonly rule: "F-5";
        }, {
            readonly event: "dma_fence_init";
            readonly in: readonly ["idle", "enabled", "signaled"];
            readonly rule: "F-11";
        }, {
            readonly event: "dma_fence_enable_signal";
            readonly in: readonly ["enabled"];
            readonly rule: "F-13";
        }];
        readonly otherwise: "F-12";
        readonly stages: {
            readonly queued: readonly ["dma_fence_init"];
            readonly running: readonly ["dma_fence_emit"];
            readonly done: readonly ["dma_fence_signaled"];
        };
        readonly trusted: readonly ["drm_sched", "amd_sched", "amdgpu", "msm", "nouveau", "etnaviv", "panfrost", "panthor", "lima", "radeon", "vc4", "v3d", "virtio_gpu"];
        readonly shared: readonly ["sw_sync", "dma_fence_chain", "amdgpu tlb fence", "stub"];
        readonly nameless: readonly ["detached-driver", "signaled-timeline", "signaled"];
        readonly rises: {
            readonly events: readonly ["dma_fence_init"];
            readonly rule: "F-14";
        };
        readonly mostlyRises: readonly ["dma_fence_signaled"];
    };
    readonly job: {
        readonly title: "job";
        readonly lifecycle: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "submit";
        } | {
            type: "queue";
        } | {
            type: "add_dep";
        } | {
            type: "unschedulable";
        } | {
            type: "run";
        } | {
            type: "driver_run";
        } | {
            type: "scheduled";
        } | {
            type: "done";
        } | {
            type: "finished";
        }, {}, never, never, never, never, "done" | "queued" | "running" | "absent" | "submitted" | "finished", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "observed_sched_job";
            states: {
                readonly absent: {};
                readonly submitted: {};
                readonly queued: {};
                readonly running: {};
                readonly done: {};
                readonly finished: {};
            };
        }, import("xstate").MetaObject>;
        readonly keys: readonly ["context", "seqno"];
        readonly finished: readonly ["finished", "done"];
        readonly refusals: readonly [];
        readonly otherwise: "J-1";
        readonly stages: {
            readonly queued: readonly ["submit", "queue"];
            readonly running: readonly ["run", "driver_run"];
            readonly done: readonly ["done", "finished"];
        };
        readonly rises: {
            readonly events: readonly ["submit", "queue", "run"];
            readonly rule: "F-14";
        };
    };
    readonly pointerJob: {
        readonly title: "job by fence";
        readonly lifecycle: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "queue";
        } | {
            type: "wait_dep";
        } | {
            type: "run";
        } | {
            type: "done";
        }, {}, never, never, never, never, "none" | "queued" | "running", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "observed_pointer_job";
            states: {
                readonly none: {};
                readonly queued: {};
                readonly running: {};
            };
        }, import("xstate").MetaObject>;
        readonly keys: readonly ["0x", "0x"];
        readonly finished: readonly ["none"];
        readonly refusals: readonly [];
        readonly otherwise: "J-1";
        readonly stages: {
            readonly queued: readonly ["queue"];
            readonly running: readonly ["run"];
            readonly done: readonly ["done"];
        };
    };
    readonly numberedJob: {
        readonly title: "job";
        readonly lifecycle: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "queue";
        } | {
            type: "wait_dep";
        } | {
            type: "run";
        }, {}, never, never, never, never, "run" | "queued" | "absent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "observed_numbered_job";
            states: {
                readonly absent: {};
                readonly queued: {};
                readonly run: {};
            };
        }, import("xstate").MetaObject>;
        readonly keys: readonly ["entity", "ring", "id"];
        readonly finished: readonly ["run"];
        readonly refusals: readonly [];
        readonly otherwise: "J-1";
    };
    readonly hardwareJob: {
        readonly title: "submission";
        readonly lifecycle: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "submit";
        } | {
            type: "flush";
        } | {
            type: "retire";
        }, {}, never, never, never, never, "absent" | "flushed" | "submitted" | "retired", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "observed_hardware_job";
            states: {
                readonly absent: {};
                readonly submitted: {};
                readonly flushed: {};
                readonly retired: {};
            };
        }, import("xstate").MetaObject>;
        readonly keys: readonly ["device", "queue", "seqno"];
        readonly finished: readonly ["retired"];
        readonly refusals: readonly [];
        readonly otherwise: "J-1";
        readonly stages: {
            readonly queued: readonly ["submit"];
            readonly running: readonly ["flush"];
            readonly done: readonly ["retire"];
        };
    };
    readonly request: {
        readonly title: "request";
        readonly lifecycle: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "queue";
        } | {
            type: "add";
        } | {
            type: "submit";
        } | {
            type: "execute";
        } | {
            type: "in";
        } | {
            type: "out";
        } | {
            type: "wait_begin";
        } | {
            type: "wait_end";
        } | {
            type: "retire";
        }, {}, never, never, never, never, "queued" | "absent" | "retired" | "added", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "observed_request";
            states: {
                readonly absent: {};
                readonly queued: {};
                readonly added: {};
                readonly retired: {};
            };
        }, import("xstate").MetaObject>;
        readonly keys: readonly ["context", "seqno"];
        readonly finished: readonly ["retired"];
        readonly refusals: readonly [];
        readonly otherwise: "J-1";
        readonly stages: {
            readonly queued: readonly ["queue"];
            readonly running: readonly ["in"];
            readonly done: readonly ["retire"];
        };
    };
    readonly ringRequest: {
        readonly title: "request";
        readonly lifecycle: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "dispatch";
        } | {
            type: "add";
        } | {
            type: "complete";
        } | {
            type: "wait_begin";
        } | {
            type: "wait_end";
        } | {
            type: "retire";
        }, {}, never, never, never, never, "none" | "live", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "observed_ring_request";
            states: {
                readonly none: {};
                readonly live: {};
            };
        }, import("xstate").MetaObject>;
        readonly keys: readonly ["device", "ring", "seqno"];
        readonly finished: readonly ["none"];
        readonly refusals: readonly [];
        readonly otherwise: "J-1";
        readonly stages: {
            readonly queued: readonly ["add"];
            readonly done: readonly ["retire"];
        };
    };
    readonly buffer: {
        readonly title: "dma-buf";
        readonly lifecycle: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "export";
        } | {
            type: "fd";
        } | {
            type: "get";
        } | {
            type: "put";
        } | {
            type: "mmap";
        } | {
            type: "release";
        }, {}, never, never, never, never, "none" | "exported", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "observed_dma_buf";
            states: {
                readonly none: {};
                readonly exported: {};
            };
        }, import("xstate").MetaObject>;
        readonly keys: readonly ["inode"];
        readonly finished: readonly ["none", "exported"];
        readonly refusals: readonly [];
        readonly otherwise: "D-12";
    };
    readonly attachment: {
        readonly title: "attachment";
        readonly lifecycle: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "attach";
        } | {
            type: "detach";
        }, {}, never, never, never, never, "none" | "attached", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "observed_attachment";
            states: {
                readonly none: {};
                readonly attached: {};
            };
        }, import("xstate").MetaObject>;
        readonly keys: readonly ["inode", "address"];
        readonly finished: readonly ["none"];
        readonly refusals: readonly [];
        readonly otherwise: "D-10";
    };
};
