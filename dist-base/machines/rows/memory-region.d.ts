import { type Clause } from '../../src/system/vocabulary.ts';
/** Regions that want a way to memory of a GPU, and the one BAR window. */
export declare const routeParts: {
    readonly route: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "request";
        } | {
            type: "bar";
        } | {
            type: "bar_full";
        } | {
            type: "iommu";
        } | {
            type: "iommu_fails";
        } | {
            type: "migrate";
        } | {
            type: "out_of_memory";
        } | {
            type: "deregister";
        }, {}, never, never, never, never, "none" | "system" | "failed" | "bar" | "requested" | "fallback" | "peer_to_peer", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "peer_route";
            states: {
                readonly none: {};
                readonly requested: {};
                readonly bar: {};
                readonly peer_to_peer: {};
                readonly fallback: {};
                readonly system: {};
                readonly failed: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "regions";
        readonly title: "way of region";
    };
    readonly bar: {
        readonly of: ({ regions }: {
            readonly regions?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly title: "BAR window";
    };
    readonly memory: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "run_out";
        }, {}, never, never, never, never, "some" | "none", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "system_memory";
            states: {
                readonly some: {};
                readonly none: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "system memory";
    };
};
export declare const peerRoutes: import("../../src/system/vocabulary.ts").Row<{
    readonly route: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "request";
        } | {
            type: "bar";
        } | {
            type: "bar_full";
        } | {
            type: "iommu";
        } | {
            type: "iommu_fails";
        } | {
            type: "migrate";
        } | {
            type: "out_of_memory";
        } | {
            type: "deregister";
        }, {}, never, never, never, never, "none" | "system" | "failed" | "bar" | "requested" | "fallback" | "peer_to_peer", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "peer_route";
            states: {
                readonly none: {};
                readonly requested: {};
                readonly bar: {};
                readonly peer_to_peer: {};
                readonly fallback: {};
                readonly system: {};
                readonly failed: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "regions";
        readonly title: "way of region";
    };
    readonly bar: {
        readonly of: ({ regions }: {
            readonly regions?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly title: "BAR window";
    };
    readonly memory: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "run_out";
        }, {}, never, never, never, never, "some" | "none", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "system_memory";
            states: {
                readonly some: {};
                readonly none: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "system memory";
    };
}>;
export declare const routeFaults: {
    readonly 'no-fallback': Clause<{
        readonly route: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "request";
            } | {
                type: "bar";
            } | {
                type: "bar_full";
            } | {
                type: "iommu";
            } | {
                type: "iommu_fails";
            } | {
                type: "migrate";
            } | {
                type: "out_of_memory";
            } | {
                type: "deregister";
            }, {}, never, never, never, never, "none" | "system" | "failed" | "bar" | "requested" | "fallback" | "peer_to_peer", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "peer_route";
                states: {
                    readonly none: {};
                    readonly requested: {};
                    readonly bar: {};
                    readonly peer_to_peer: {};
                    readonly fallback: {};
                    readonly system: {};
                    readonly failed: {};
                };
            }, import("xstate").MetaObject>;
            readonly family: "regions";
            readonly title: "way of region";
        };
        readonly bar: {
            readonly of: ({ regions }: {
                readonly regions?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly title: "BAR window";
        };
        readonly memory: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "run_out";
            }, {}, never, never, never, never, "some" | "none", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "system_memory";
                states: {
                    readonly some: {};
                    readonly none: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "system memory";
        };
    }, "request" | "bar_full" | "iommu_fails" | "deregister" | "bar_found" | "iommu_mapped" | "migrates_to_system" | "ENOMEM" | "memory_runs_out">;
    readonly 'fallback-may-not-fail': Clause<{
        readonly route: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "request";
            } | {
                type: "bar";
            } | {
                type: "bar_full";
            } | {
                type: "iommu";
            } | {
                type: "iommu_fails";
            } | {
                type: "migrate";
            } | {
                type: "out_of_memory";
            } | {
                type: "deregister";
            }, {}, never, never, never, never, "none" | "system" | "failed" | "bar" | "requested" | "fallback" | "peer_to_peer", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "peer_route";
                states: {
                    readonly none: {};
                    readonly requested: {};
                    readonly bar: {};
                    readonly peer_to_peer: {};
                    readonly fallback: {};
                    readonly system: {};
                    readonly failed: {};
                };
            }, import("xstate").MetaObject>;
            readonly family: "regions";
            readonly title: "way of region";
        };
        readonly bar: {
            readonly of: ({ regions }: {
                readonly regions?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly title: "BAR window";
        };
        readonly memory: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "run_out";
            }, {}, never, never, never, never, "some" | "none", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "system_memory";
                states: {
                    readonly some: {};
                    readonly none: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "system memory";
        };
    }, "request" | "bar_full" | "iommu_fails" | "deregister" | "bar_found" | "iommu_mapped" | "migrates_to_system" | "ENOMEM" | "memory_runs_out">;
};
/** A region, a work request on it, and somebody else who needs the memory. */
export declare const regionParts: {
    readonly region: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "register";
        } | {
            type: "invalidate";
        } | {
            type: "fault_in";
        } | {
            type: "revoke";
        } | {
            type: "deregister";
        } | {
            type: "memory_gone";
        }, {}, never, never, never, never, "none" | "mapped" | "revoked" | "dangling" | "zapped", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "memory_region";
            states: {
                readonly none: {};
                readonly mapped: {};
                readonly zapped: {};
                readonly revoked: {};
                readonly dangling: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "memory region";
    };
    readonly request: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "post";
        } | {
            type: "fault";
        } | {
            type: "resume";
        } | {
            type: "complete";
        } | {
            type: "error";
        }, {}, never, never, never, never, "none" | "running" | "faulted", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "work_request";
            states: {
                readonly none: {};
                readonly running: {};
                readonly faulted: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "work request";
    };
    readonly claim: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "want";
        } | {
            type: "tell";
        } | {
            type: "have";
        } | {
            type: "back";
        }, {}, never, never, never, never, "none" | "wanted" | "told" | "had", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "memory_claim";
            states: {
                readonly none: {};
                readonly wanted: {};
                readonly told: {};
                readonly had: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "claim on the memory";
    };
};
export declare const memoryRegions: import("../../src/system/vocabulary.ts").Row<{
    readonly region: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "register";
        } | {
            type: "invalidate";
        } | {
            type: "fault_in";
        } | {
            type: "revoke";
        } | {
            type: "deregister";
        } | {
            type: "memory_gone";
        }, {}, never, never, never, never, "none" | "mapped" | "revoked" | "dangling" | "zapped", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "memory_region";
            states: {
                readonly none: {};
                readonly mapped: {};
                readonly zapped: {};
                readonly revoked: {};
                readonly dangling: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "memory region";
    };
    readonly request: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "post";
        } | {
            type: "fault";
        } | {
            type: "resume";
        } | {
            type: "complete";
        } | {
            type: "error";
        }, {}, never, never, never, never, "none" | "running" | "faulted", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "work_request";
            states: {
                readonly none: {};
                readonly running: {};
                readonly faulted: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "work request";
    };
    readonly claim: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "want";
        } | {
            type: "tell";
        } | {
            type: "have";
        } | {
            type: "back";
        }, {}, never, never, never, never, "none" | "wanted" | "told" | "had", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "memory_claim";
            states: {
                readonly none: {};
                readonly wanted: {};
                readonly told: {};
                readonly had: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "claim on the memory";
    };
}>;
/** What kind of region it is: one of these is in force. */
export declare const regionKinds: Readonly<Record<'odp' | 'pinned' | 'revocable', Clause>>;
export declare const regionLaw: Clause;
export declare const cannotRestart: Clause;
