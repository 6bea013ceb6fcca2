import { type Clause } from '../../src/system/vocabulary.ts';
/** A VM with a buffer object and a userptr, its execs, and somebody else who needs the memory. */
export declare const residencyParts: {
    readonly exec: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "begin";
        } | {
            type: "validated";
        } | {
            type: "again";
        } | {
            type: "arm";
        } | {
            type: "end";
        } | {
            type: "stop";
        }, {}, never, never, never, never, "idle" | "running" | "validated" | "validating", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "vm_exec";
            states: {
                readonly idle: {};
                readonly validating: {};
                readonly validated: {};
                readonly running: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "exec";
    };
    readonly boundBo: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "evict";
        } | {
            type: "validate";
        } | {
            type: "job_runs";
        } | {
            type: "job_ends";
        }, {}, never, never, never, never, "evicted" | "resident" | "in_use" | "missed", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "bound_memory";
            states: {
                readonly resident: {};
                readonly evicted: {};
                readonly in_use: {};
                readonly missed: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "bound object";
    };
    readonly userptr: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "evict";
        } | {
            type: "validate";
        } | {
            type: "job_runs";
        } | {
            type: "job_ends";
        }, {}, never, never, never, never, "evicted" | "resident" | "in_use" | "missed", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "bound_memory";
            states: {
                readonly resident: {};
                readonly evicted: {};
                readonly in_use: {};
                readonly missed: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "userptr";
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
export declare const residency: import("../../src/system/vocabulary.ts").Row<{
    readonly exec: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "begin";
        } | {
            type: "validated";
        } | {
            type: "again";
        } | {
            type: "arm";
        } | {
            type: "end";
        } | {
            type: "stop";
        }, {}, never, never, never, never, "idle" | "running" | "validated" | "validating", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "vm_exec";
            states: {
                readonly idle: {};
                readonly validating: {};
                readonly validated: {};
                readonly running: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "exec";
    };
    readonly boundBo: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "evict";
        } | {
            type: "validate";
        } | {
            type: "job_runs";
        } | {
            type: "job_ends";
        }, {}, never, never, never, never, "evicted" | "resident" | "in_use" | "missed", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "bound_memory";
            states: {
                readonly resident: {};
                readonly evicted: {};
                readonly in_use: {};
                readonly missed: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "bound object";
    };
    readonly userptr: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "evict";
        } | {
            type: "validate";
        } | {
            type: "job_runs";
        } | {
            type: "job_ends";
        }, {}, never, never, never, never, "evicted" | "resident" | "in_use" | "missed", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "bound_memory";
            states: {
                readonly resident: {};
                readonly evicted: {};
                readonly in_use: {};
                readonly missed: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "userptr";
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
export declare const residencyLaws: {
    readonly 'looks-again': Clause<{
        readonly exec: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "begin";
            } | {
                type: "validated";
            } | {
                type: "again";
            } | {
                type: "arm";
            } | {
                type: "end";
            } | {
                type: "stop";
            }, {}, never, never, never, never, "idle" | "running" | "validated" | "validating", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "vm_exec";
                states: {
                    readonly idle: {};
                    readonly validating: {};
                    readonly validated: {};
                    readonly running: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "exec";
        };
        readonly boundBo: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "evict";
            } | {
                type: "validate";
            } | {
                type: "job_runs";
            } | {
                type: "job_ends";
            }, {}, never, never, never, never, "evicted" | "resident" | "in_use" | "missed", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "bound_memory";
                states: {
                    readonly resident: {};
                    readonly evicted: {};
                    readonly in_use: {};
                    readonly missed: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "bound object";
        };
        readonly userptr: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "evict";
            } | {
                type: "validate";
            } | {
                type: "job_runs";
            } | {
                type: "job_ends";
            }, {}, never, never, never, never, "evicted" | "resident" | "in_use" | "missed", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "bound_memory";
                states: {
                    readonly resident: {};
                    readonly evicted: {};
                    readonly in_use: {};
                    readonly missed: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "userptr";
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
    }, "claim_begins" | "claim_tells" | "claim_has" | "claim_ends" | "userptr_invalidated" | "exec_begins" | "validate_bo" | "repin_userptr" | "exec_validated" | "exec_again" | "exec_arms" | "exec_ends">;
    readonly 'eviction-awaits-jobs': Clause<{
        readonly exec: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "begin";
            } | {
                type: "validated";
            } | {
                type: "again";
            } | {
                type: "arm";
            } | {
                type: "end";
            } | {
                type: "stop";
            }, {}, never, never, never, never, "idle" | "running" | "validated" | "validating", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "vm_exec";
                states: {
                    readonly idle: {};
                    readonly validating: {};
                    readonly validated: {};
                    readonly running: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "exec";
        };
        readonly boundBo: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "evict";
            } | {
                type: "validate";
            } | {
                type: "job_runs";
            } | {
                type: "job_ends";
            }, {}, never, never, never, never, "evicted" | "resident" | "in_use" | "missed", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "bound_memory";
                states: {
                    readonly resident: {};
                    readonly evicted: {};
                    readonly in_use: {};
                    readonly missed: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "bound object";
        };
        readonly userptr: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "evict";
            } | {
                type: "validate";
            } | {
                type: "job_runs";
            } | {
                type: "job_ends";
            }, {}, never, never, never, never, "evicted" | "resident" | "in_use" | "missed", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "bound_memory";
                states: {
                    readonly resident: {};
                    readonly evicted: {};
                    readonly in_use: {};
                    readonly missed: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "userptr";
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
    }, "claim_begins" | "claim_tells" | "claim_has" | "claim_ends" | "userptr_invalidated" | "exec_begins" | "validate_bo" | "repin_userptr" | "exec_validated" | "exec_again" | "exec_arms" | "exec_ends">;
    readonly 'notifier-awaits-jobs': Clause<{
        readonly exec: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "begin";
            } | {
                type: "validated";
            } | {
                type: "again";
            } | {
                type: "arm";
            } | {
                type: "end";
            } | {
                type: "stop";
            }, {}, never, never, never, never, "idle" | "running" | "validated" | "validating", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "vm_exec";
                states: {
                    readonly idle: {};
                    readonly validating: {};
                    readonly validated: {};
                    readonly running: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "exec";
        };
        readonly boundBo: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "evict";
            } | {
                type: "validate";
            } | {
                type: "job_runs";
            } | {
                type: "job_ends";
            }, {}, never, never, never, never, "evicted" | "resident" | "in_use" | "missed", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "bound_memory";
                states: {
                    readonly resident: {};
                    readonly evicted: {};
                    readonly in_use: {};
                    readonly missed: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "bound object";
        };
        readonly userptr: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "evict";
            } | {
                type: "validate";
            } | {
                type: "job_runs";
            } | {
                type: "job_ends";
            }, {}, never, never, never, never, "evicted" | "resident" | "in_use" | "missed", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "bound_memory";
                states: {
                    readonly resident: {};
                    readonly evicted: {};
                    readonly in_use: {};
                    readonly missed: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "userptr";
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
    }, "claim_begins" | "claim_tells" | "claim_has" | "claim_ends" | "userptr_invalidated" | "exec_begins" | "validate_bo" | "repin_userptr" | "exec_validated" | "exec_again" | "exec_arms" | "exec_ends">;
};
/** The working set is not given with each exec: it is the whole VM, and stays while the VM lives. */
export declare const semiPermanentlyPinned: Clause;
