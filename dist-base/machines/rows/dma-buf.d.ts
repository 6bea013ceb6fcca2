import { type Clause, type Row } from '../../src/system/vocabulary.ts';
import { type KernelVersion } from '../lifecycles/dma-buf.ts';
export declare const dmaBufParts: (version: KernelVersion) => {
    readonly buffer: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "dma_buf_export";
        } | {
            type: "dma_buf_put";
        }, {}, never, never, never, never, "unexported" | "exported" | "released", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "dma_buf";
            states: {
                readonly unexported: {};
                readonly exported: {};
                readonly released: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "shared buffer";
    };
    readonly attachment: {
        readonly of: import("../lifecycles/dma-buf.ts").Attachment;
        readonly family: "importers";
    };
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
        readonly family: "importers";
        readonly title: "access of importer";
    };
    readonly pin: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "pin";
        } | {
            type: "unpin";
        } | {
            type: "map_fails";
        } | {
            type: "unpin_early";
        } | {
            type: "storage_moved";
        } | {
            type: "revoke";
        }, {}, never, never, never, never, "none" | "held" | "failed" | "moved" | "failed_unpinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "importer_pin";
            states: {
                readonly none: {};
                readonly held: {};
                readonly failed: {};
                readonly failed_unpinned: {};
                readonly moved: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "importers";
        readonly title: "pin of importer";
    };
    readonly pinCount: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "pin";
        } | {
            type: "unpin";
        } | {
            type: "revoke";
        }, {}, never, never, never, never, "one" | "two" | "zero" | "underflow", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "pin_count";
            states: {
                readonly zero: {};
                readonly one: {};
                readonly two: {};
                readonly underflow: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "pin count";
    };
    readonly move: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "begin";
        } | {
            type: "notify";
        } | {
            type: "wait";
        } | {
            type: "copy";
        } | {
            type: "end";
        }, {}, never, never, never, never, "idle" | "begun" | "moved" | "notified" | "waited", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "buffer_move";
            states: {
                readonly idle: {};
                readonly begun: {};
                readonly notified: {};
                readonly waited: {};
                readonly moved: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "move of the buffer";
    };
    readonly resv: {
        readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
        readonly title: "dma_resv";
    };
};
/** A buffer, its importers and its exporter: `move_notify` until 7.0, `invalidate_mappings` and revocation from 7.1. */
export declare function dmaBufIn(version: KernelVersion): {
    row: Row;
    laws: {
        'move-holds-resv': Clause;
        'map-holds-resv': Clause;
        'pin-holds-resv': Clause;
        'move-awaits-fences': Clause;
        'pinned-is-not-moved': Clause;
        'attachment-keeps-buffer': Clause;
    };
    faults: {
        'double-unpin': Clause<{
            readonly buffer: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "dma_buf_export";
                } | {
                    type: "dma_buf_put";
                }, {}, never, never, never, never, "unexported" | "exported" | "released", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "dma_buf";
                    states: {
                        readonly unexported: {};
                        readonly exported: {};
                        readonly released: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "shared buffer";
            };
            readonly attachment: {
                readonly of: import("../lifecycles/dma-buf.ts").Attachment;
                readonly family: "importers";
            };
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
                readonly family: "importers";
                readonly title: "access of importer";
            };
            readonly pin: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "map_fails";
                } | {
                    type: "unpin_early";
                } | {
                    type: "storage_moved";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "none" | "held" | "failed" | "moved" | "failed_unpinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "importer_pin";
                    states: {
                        readonly none: {};
                        readonly held: {};
                        readonly failed: {};
                        readonly failed_unpinned: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly family: "importers";
                readonly title: "pin of importer";
            };
            readonly pinCount: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "one" | "two" | "zero" | "underflow", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "pin_count";
                    states: {
                        readonly zero: {};
                        readonly one: {};
                        readonly two: {};
                        readonly underflow: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "pin count";
            };
            readonly move: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "begin";
                } | {
                    type: "notify";
                } | {
                    type: "wait";
                } | {
                    type: "copy";
                } | {
                    type: "end";
                }, {}, never, never, never, never, "idle" | "begun" | "moved" | "notified" | "waited", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "buffer_move";
                    states: {
                        readonly idle: {};
                        readonly begun: {};
                        readonly notified: {};
                        readonly waited: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "move of the buffer";
            };
            readonly resv: {
                readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
        }, "dma_buf_export" | "dma_buf_put" | "map_begin" | "map_end" | "unmap" | "move_notify" | "invalidate_mappings" | "dma_buf_attach" | "dma_buf_detach" | "map_fails" | "dma_buf_pin" | "dma_buf_unpin" | "unmap_invalidated" | "release_pinned" | "access_starts" | "access_starts_astray" | "access_ends" | "move_begin" | "move_waits" | "move_copies" | "move_ends">;
        'move-does-not-tell': Clause<{
            readonly buffer: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "dma_buf_export";
                } | {
                    type: "dma_buf_put";
                }, {}, never, never, never, never, "unexported" | "exported" | "released", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "dma_buf";
                    states: {
                        readonly unexported: {};
                        readonly exported: {};
                        readonly released: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "shared buffer";
            };
            readonly attachment: {
                readonly of: import("../lifecycles/dma-buf.ts").Attachment;
                readonly family: "importers";
            };
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
                readonly family: "importers";
                readonly title: "access of importer";
            };
            readonly pin: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "map_fails";
                } | {
                    type: "unpin_early";
                } | {
                    type: "storage_moved";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "none" | "held" | "failed" | "moved" | "failed_unpinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "importer_pin";
                    states: {
                        readonly none: {};
                        readonly held: {};
                        readonly failed: {};
                        readonly failed_unpinned: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly family: "importers";
                readonly title: "pin of importer";
            };
            readonly pinCount: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "one" | "two" | "zero" | "underflow", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "pin_count";
                    states: {
                        readonly zero: {};
                        readonly one: {};
                        readonly two: {};
                        readonly underflow: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "pin count";
            };
            readonly move: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "begin";
                } | {
                    type: "notify";
                } | {
                    type: "wait";
                } | {
                    type: "copy";
                } | {
                    type: "end";
                }, {}, never, never, never, never, "idle" | "begun" | "moved" | "notified" | "waited", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "buffer_move";
                    states: {
                        readonly idle: {};
                        readonly begun: {};
                        readonly notified: {};
                        readonly waited: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "move of the buffer";
            };
            readonly resv: {
                readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
        }, "dma_buf_export" | "dma_buf_put" | "map_begin" | "map_end" | "unmap" | "move_notify" | "invalidate_mappings" | "dma_buf_attach" | "dma_buf_detach" | "map_fails" | "dma_buf_pin" | "dma_buf_unpin" | "unmap_invalidated" | "release_pinned" | "access_starts" | "access_starts_astray" | "access_ends" | "move_begin" | "move_waits" | "move_copies" | "move_ends">;
        'static-importer': Clause<{
            readonly buffer: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "dma_buf_export";
                } | {
                    type: "dma_buf_put";
                }, {}, never, never, never, never, "unexported" | "exported" | "released", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "dma_buf";
                    states: {
                        readonly unexported: {};
                        readonly exported: {};
                        readonly released: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "shared buffer";
            };
            readonly attachment: {
                readonly of: import("../lifecycles/dma-buf.ts").Attachment;
                readonly family: "importers";
            };
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
                readonly family: "importers";
                readonly title: "access of importer";
            };
            readonly pin: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "map_fails";
                } | {
                    type: "unpin_early";
                } | {
                    type: "storage_moved";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "none" | "held" | "failed" | "moved" | "failed_unpinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "importer_pin";
                    states: {
                        readonly none: {};
                        readonly held: {};
                        readonly failed: {};
                        readonly failed_unpinned: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly family: "importers";
                readonly title: "pin of importer";
            };
            readonly pinCount: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "one" | "two" | "zero" | "underflow", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "pin_count";
                    states: {
                        readonly zero: {};
                        readonly one: {};
                        readonly two: {};
                        readonly underflow: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "pin count";
            };
            readonly move: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "begin";
                } | {
                    type: "notify";
                } | {
                    type: "wait";
                } | {
                    type: "copy";
                } | {
                    type: "end";
                }, {}, never, never, never, never, "idle" | "begun" | "moved" | "notified" | "waited", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "buffer_move";
                    states: {
                        readonly idle: {};
                        readonly begun: {};
                        readonly notified: {};
                        readonly waited: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "move of the buffer";
            };
            readonly resv: {
                readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
        }, "dma_buf_export" | "dma_buf_put" | "map_begin" | "map_end" | "unmap" | "move_notify" | "invalidate_mappings" | "dma_buf_attach" | "dma_buf_detach" | "map_fails" | "dma_buf_pin" | "dma_buf_unpin" | "unmap_invalidated" | "release_pinned" | "access_starts" | "access_starts_astray" | "access_ends" | "move_begin" | "move_waits" | "move_copies" | "move_ends">;
    };
    parts: {
        readonly buffer: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "dma_buf_export";
            } | {
                type: "dma_buf_put";
            }, {}, never, never, never, never, "unexported" | "exported" | "released", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "dma_buf";
                states: {
                    readonly unexported: {};
                    readonly exported: {};
                    readonly released: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "shared buffer";
        };
        readonly attachment: {
            readonly of: import("../lifecycles/dma-buf.ts").Attachment;
            readonly family: "importers";
        };
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
            readonly family: "importers";
            readonly title: "access of importer";
        };
        readonly pin: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "pin";
            } | {
                type: "unpin";
            } | {
                type: "map_fails";
            } | {
                type: "unpin_early";
            } | {
                type: "storage_moved";
            } | {
                type: "revoke";
            }, {}, never, never, never, never, "none" | "held" | "failed" | "moved" | "failed_unpinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "importer_pin";
                states: {
                    readonly none: {};
                    readonly held: {};
                    readonly failed: {};
                    readonly failed_unpinned: {};
                    readonly moved: {};
                };
            }, import("xstate").MetaObject>;
            readonly family: "importers";
            readonly title: "pin of importer";
        };
        readonly pinCount: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "pin";
            } | {
                type: "unpin";
            } | {
                type: "revoke";
            }, {}, never, never, never, never, "one" | "two" | "zero" | "underflow", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "pin_count";
                states: {
                    readonly zero: {};
                    readonly one: {};
                    readonly two: {};
                    readonly underflow: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "pin count";
        };
        readonly move: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "begin";
            } | {
                type: "notify";
            } | {
                type: "wait";
            } | {
                type: "copy";
            } | {
                type: "end";
            }, {}, never, never, never, never, "idle" | "begun" | "moved" | "notified" | "waited", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "buffer_move";
                states: {
                    readonly idle: {};
                    readonly begun: {};
                    readonly notified: {};
                    readonly waited: {};
                    readonly moved: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "move of the buffer";
        };
        readonly resv: {
            readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
            readonly title: "dma_resv";
        };
    };
};
export declare const dmaBuf70: {
    row: Row;
    laws: {
        'move-holds-resv': Clause;
        'map-holds-resv': Clause;
        'pin-holds-resv': Clause;
        'move-awaits-fences': Clause;
        'pinned-is-not-moved': Clause;
        'attachment-keeps-buffer': Clause;
    };
    faults: {
        'double-unpin': Clause<{
            readonly buffer: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "dma_buf_export";
                } | {
                    type: "dma_buf_put";
                }, {}, never, never, never, never, "unexported" | "exported" | "released", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "dma_buf";
                    states: {
                        readonly unexported: {};
                        readonly exported: {};
                        readonly released: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "shared buffer";
            };
            readonly attachment: {
                readonly of: import("../lifecycles/dma-buf.ts").Attachment;
                readonly family: "importers";
            };
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
                readonly family: "importers";
                readonly title: "access of importer";
            };
            readonly pin: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "map_fails";
                } | {
                    type: "unpin_early";
                } | {
                    type: "storage_moved";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "none" | "held" | "failed" | "moved" | "failed_unpinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "importer_pin";
                    states: {
                        readonly none: {};
                        readonly held: {};
                        readonly failed: {};
                        readonly failed_unpinned: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly family: "importers";
                readonly title: "pin of importer";
            };
            readonly pinCount: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "one" | "two" | "zero" | "underflow", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "pin_count";
                    states: {
                        readonly zero: {};
                        readonly one: {};
                        readonly two: {};
                        readonly underflow: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "pin count";
            };
            readonly move: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "begin";
                } | {
                    type: "notify";
                } | {
                    type: "wait";
                } | {
                    type: "copy";
                } | {
                    type: "end";
                }, {}, never, never, never, never, "idle" | "begun" | "moved" | "notified" | "waited", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "buffer_move";
                    states: {
                        readonly idle: {};
                        readonly begun: {};
                        readonly notified: {};
                        readonly waited: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "move of the buffer";
            };
            readonly resv: {
                readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
        }, "dma_buf_export" | "dma_buf_put" | "map_begin" | "map_end" | "unmap" | "move_notify" | "invalidate_mappings" | "dma_buf_attach" | "dma_buf_detach" | "map_fails" | "dma_buf_pin" | "dma_buf_unpin" | "unmap_invalidated" | "release_pinned" | "access_starts" | "access_starts_astray" | "access_ends" | "move_begin" | "move_waits" | "move_copies" | "move_ends">;
        'move-does-not-tell': Clause<{
            readonly buffer: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "dma_buf_export";
                } | {
                    type: "dma_buf_put";
                }, {}, never, never, never, never, "unexported" | "exported" | "released", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "dma_buf";
                    states: {
                        readonly unexported: {};
                        readonly exported: {};
                        readonly released: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "shared buffer";
            };
            readonly attachment: {
                readonly of: import("../lifecycles/dma-buf.ts").Attachment;
                readonly family: "importers";
            };
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
                readonly family: "importers";
                readonly title: "access of importer";
            };
            readonly pin: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "map_fails";
                } | {
                    type: "unpin_early";
                } | {
                    type: "storage_moved";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "none" | "held" | "failed" | "moved" | "failed_unpinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "importer_pin";
                    states: {
                        readonly none: {};
                        readonly held: {};
                        readonly failed: {};
                        readonly failed_unpinned: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly family: "importers";
                readonly title: "pin of importer";
            };
            readonly pinCount: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "one" | "two" | "zero" | "underflow", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "pin_count";
                    states: {
                        readonly zero: {};
                        readonly one: {};
                        readonly two: {};
                        readonly underflow: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "pin count";
            };
            readonly move: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "begin";
                } | {
                    type: "notify";
                } | {
                    type: "wait";
                } | {
                    type: "copy";
                } | {
                    type: "end";
                }, {}, never, never, never, never, "idle" | "begun" | "moved" | "notified" | "waited", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "buffer_move";
                    states: {
                        readonly idle: {};
                        readonly begun: {};
                        readonly notified: {};
                        readonly waited: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "move of the buffer";
            };
            readonly resv: {
                readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
        }, "dma_buf_export" | "dma_buf_put" | "map_begin" | "map_end" | "unmap" | "move_notify" | "invalidate_mappings" | "dma_buf_attach" | "dma_buf_detach" | "map_fails" | "dma_buf_pin" | "dma_buf_unpin" | "unmap_invalidated" | "release_pinned" | "access_starts" | "access_starts_astray" | "access_ends" | "move_begin" | "move_waits" | "move_copies" | "move_ends">;
        'static-importer': Clause<{
            readonly buffer: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "dma_buf_export";
                } | {
                    type: "dma_buf_put";
                }, {}, never, never, never, never, "unexported" | "exported" | "released", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "dma_buf";
                    states: {
                        readonly unexported: {};
                        readonly exported: {};
                        readonly released: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "shared buffer";
            };
            readonly attachment: {
                readonly of: import("../lifecycles/dma-buf.ts").Attachment;
                readonly family: "importers";
            };
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
                readonly family: "importers";
                readonly title: "access of importer";
            };
            readonly pin: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "map_fails";
                } | {
                    type: "unpin_early";
                } | {
                    type: "storage_moved";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "none" | "held" | "failed" | "moved" | "failed_unpinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "importer_pin";
                    states: {
                        readonly none: {};
                        readonly held: {};
                        readonly failed: {};
                        readonly failed_unpinned: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly family: "importers";
                readonly title: "pin of importer";
            };
            readonly pinCount: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "one" | "two" | "zero" | "underflow", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "pin_count";
                    states: {
                        readonly zero: {};
                        readonly one: {};
                        readonly two: {};
                        readonly underflow: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "pin count";
            };
            readonly move: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "begin";
                } | {
                    type: "notify";
                } | {
                    type: "wait";
                } | {
                    type: "copy";
                } | {
                    type: "end";
                }, {}, never, never, never, never, "idle" | "begun" | "moved" | "notified" | "waited", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "buffer_move";
                    states: {
                        readonly idle: {};
                        readonly begun: {};
                        readonly notified: {};
                        readonly waited: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "move of the buffer";
            };
            readonly resv: {
                readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
        }, "dma_buf_export" | "dma_buf_put" | "map_begin" | "map_end" | "unmap" | "move_notify" | "invalidate_mappings" | "dma_buf_attach" | "dma_buf_detach" | "map_fails" | "dma_buf_pin" | "dma_buf_unpin" | "unmap_invalidated" | "release_pinned" | "access_starts" | "access_starts_astray" | "access_ends" | "move_begin" | "move_waits" | "move_copies" | "move_ends">;
    };
    parts: {
        readonly buffer: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "dma_buf_export";
            } | {
                type: "dma_buf_put";
            }, {}, never, never, never, never, "unexported" | "exported" | "released", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "dma_buf";
                states: {
                    readonly unexported: {};
                    readonly exported: {};
                    readonly released: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "shared buffer";
        };
        readonly attachment: {
            readonly of: import("../lifecycles/dma-buf.ts").Attachment;
            readonly family: "importers";
        };
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
            readonly family: "importers";
            readonly title: "access of importer";
        };
        readonly pin: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "pin";
            } | {
                type: "unpin";
            } | {
                type: "map_fails";
            } | {
                type: "unpin_early";
            } | {
                type: "storage_moved";
            } | {
                type: "revoke";
            }, {}, never, never, never, never, "none" | "held" | "failed" | "moved" | "failed_unpinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "importer_pin";
                states: {
                    readonly none: {};
                    readonly held: {};
                    readonly failed: {};
                    readonly failed_unpinned: {};
                    readonly moved: {};
                };
            }, import("xstate").MetaObject>;
            readonly family: "importers";
            readonly title: "pin of importer";
        };
        readonly pinCount: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "pin";
            } | {
                type: "unpin";
            } | {
                type: "revoke";
            }, {}, never, never, never, never, "one" | "two" | "zero" | "underflow", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "pin_count";
                states: {
                    readonly zero: {};
                    readonly one: {};
                    readonly two: {};
                    readonly underflow: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "pin count";
        };
        readonly move: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "begin";
            } | {
                type: "notify";
            } | {
                type: "wait";
            } | {
                type: "copy";
            } | {
                type: "end";
            }, {}, never, never, never, never, "idle" | "begun" | "moved" | "notified" | "waited", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "buffer_move";
                states: {
                    readonly idle: {};
                    readonly begun: {};
                    readonly notified: {};
                    readonly waited: {};
                    readonly moved: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "move of the buffer";
        };
        readonly resv: {
            readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
            readonly title: "dma_resv";
        };
    };
};
export declare const dmaBuf71: {
    row: Row;
    laws: {
        'move-holds-resv': Clause;
        'map-holds-resv': Clause;
        'pin-holds-resv': Clause;
        'move-awaits-fences': Clause;
        'pinned-is-not-moved': Clause;
        'attachment-keeps-buffer': Clause;
    };
    faults: {
        'double-unpin': Clause<{
            readonly buffer: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "dma_buf_export";
                } | {
                    type: "dma_buf_put";
                }, {}, never, never, never, never, "unexported" | "exported" | "released", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "dma_buf";
                    states: {
                        readonly unexported: {};
                        readonly exported: {};
                        readonly released: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "shared buffer";
            };
            readonly attachment: {
                readonly of: import("../lifecycles/dma-buf.ts").Attachment;
                readonly family: "importers";
            };
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
                readonly family: "importers";
                readonly title: "access of importer";
            };
            readonly pin: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "map_fails";
                } | {
                    type: "unpin_early";
                } | {
                    type: "storage_moved";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "none" | "held" | "failed" | "moved" | "failed_unpinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "importer_pin";
                    states: {
                        readonly none: {};
                        readonly held: {};
                        readonly failed: {};
                        readonly failed_unpinned: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly family: "importers";
                readonly title: "pin of importer";
            };
            readonly pinCount: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "one" | "two" | "zero" | "underflow", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "pin_count";
                    states: {
                        readonly zero: {};
                        readonly one: {};
                        readonly two: {};
                        readonly underflow: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "pin count";
            };
            readonly move: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "begin";
                } | {
                    type: "notify";
                } | {
                    type: "wait";
                } | {
                    type: "copy";
                } | {
                    type: "end";
                }, {}, never, never, never, never, "idle" | "begun" | "moved" | "notified" | "waited", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "buffer_move";
                    states: {
                        readonly idle: {};
                        readonly begun: {};
                        readonly notified: {};
                        readonly waited: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "move of the buffer";
            };
            readonly resv: {
                readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
        }, "dma_buf_export" | "dma_buf_put" | "map_begin" | "map_end" | "unmap" | "move_notify" | "invalidate_mappings" | "dma_buf_attach" | "dma_buf_detach" | "map_fails" | "dma_buf_pin" | "dma_buf_unpin" | "unmap_invalidated" | "release_pinned" | "access_starts" | "access_starts_astray" | "access_ends" | "move_begin" | "move_waits" | "move_copies" | "move_ends">;
        'move-does-not-tell': Clause<{
            readonly buffer: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "dma_buf_export";
                } | {
                    type: "dma_buf_put";
                }, {}, never, never, never, never, "unexported" | "exported" | "released", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "dma_buf";
                    states: {
                        readonly unexported: {};
                        readonly exported: {};
                        readonly released: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "shared buffer";
            };
            readonly attachment: {
                readonly of: import("../lifecycles/dma-buf.ts").Attachment;
                readonly family: "importers";
            };
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
                readonly family: "importers";
                readonly title: "access of importer";
            };
            readonly pin: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "map_fails";
                } | {
                    type: "unpin_early";
                } | {
                    type: "storage_moved";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "none" | "held" | "failed" | "moved" | "failed_unpinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "importer_pin";
                    states: {
                        readonly none: {};
                        readonly held: {};
                        readonly failed: {};
                        readonly failed_unpinned: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly family: "importers";
                readonly title: "pin of importer";
            };
            readonly pinCount: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "one" | "two" | "zero" | "underflow", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "pin_count";
                    states: {
                        readonly zero: {};
                        readonly one: {};
                        readonly two: {};
                        readonly underflow: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "pin count";
            };
            readonly move: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "begin";
                } | {
                    type: "notify";
                } | {
                    type: "wait";
                } | {
                    type: "copy";
                } | {
                    type: "end";
                }, {}, never, never, never, never, "idle" | "begun" | "moved" | "notified" | "waited", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "buffer_move";
                    states: {
                        readonly idle: {};
                        readonly begun: {};
                        readonly notified: {};
                        readonly waited: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "move of the buffer";
            };
            readonly resv: {
                readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
        }, "dma_buf_export" | "dma_buf_put" | "map_begin" | "map_end" | "unmap" | "move_notify" | "invalidate_mappings" | "dma_buf_attach" | "dma_buf_detach" | "map_fails" | "dma_buf_pin" | "dma_buf_unpin" | "unmap_invalidated" | "release_pinned" | "access_starts" | "access_starts_astray" | "access_ends" | "move_begin" | "move_waits" | "move_copies" | "move_ends">;
        'static-importer': Clause<{
            readonly buffer: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "dma_buf_export";
                } | {
                    type: "dma_buf_put";
                }, {}, never, never, never, never, "unexported" | "exported" | "released", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "dma_buf";
                    states: {
                        readonly unexported: {};
                        readonly exported: {};
                        readonly released: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "shared buffer";
            };
            readonly attachment: {
                readonly of: import("../lifecycles/dma-buf.ts").Attachment;
                readonly family: "importers";
            };
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
                readonly family: "importers";
                readonly title: "access of importer";
            };
            readonly pin: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "map_fails";
                } | {
                    type: "unpin_early";
                } | {
                    type: "storage_moved";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "none" | "held" | "failed" | "moved" | "failed_unpinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "importer_pin";
                    states: {
                        readonly none: {};
                        readonly held: {};
                        readonly failed: {};
                        readonly failed_unpinned: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly family: "importers";
                readonly title: "pin of importer";
            };
            readonly pinCount: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "pin";
                } | {
                    type: "unpin";
                } | {
                    type: "revoke";
                }, {}, never, never, never, never, "one" | "two" | "zero" | "underflow", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "pin_count";
                    states: {
                        readonly zero: {};
                        readonly one: {};
                        readonly two: {};
                        readonly underflow: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "pin count";
            };
            readonly move: {
                readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                    type: "begin";
                } | {
                    type: "notify";
                } | {
                    type: "wait";
                } | {
                    type: "copy";
                } | {
                    type: "end";
                }, {}, never, never, never, never, "idle" | "begun" | "moved" | "notified" | "waited", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                    id: "buffer_move";
                    states: {
                        readonly idle: {};
                        readonly begun: {};
                        readonly notified: {};
                        readonly waited: {};
                        readonly moved: {};
                    };
                }, import("xstate").MetaObject>;
                readonly title: "move of the buffer";
            };
            readonly resv: {
                readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
                readonly title: "dma_resv";
            };
        }, "dma_buf_export" | "dma_buf_put" | "map_begin" | "map_end" | "unmap" | "move_notify" | "invalidate_mappings" | "dma_buf_attach" | "dma_buf_detach" | "map_fails" | "dma_buf_pin" | "dma_buf_unpin" | "unmap_invalidated" | "release_pinned" | "access_starts" | "access_starts_astray" | "access_ends" | "move_begin" | "move_waits" | "move_copies" | "move_ends">;
    };
    parts: {
        readonly buffer: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "dma_buf_export";
            } | {
                type: "dma_buf_put";
            }, {}, never, never, never, never, "unexported" | "exported" | "released", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "dma_buf";
                states: {
                    readonly unexported: {};
                    readonly exported: {};
                    readonly released: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "shared buffer";
        };
        readonly attachment: {
            readonly of: import("../lifecycles/dma-buf.ts").Attachment;
            readonly family: "importers";
        };
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
            readonly family: "importers";
            readonly title: "access of importer";
        };
        readonly pin: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "pin";
            } | {
                type: "unpin";
            } | {
                type: "map_fails";
            } | {
                type: "unpin_early";
            } | {
                type: "storage_moved";
            } | {
                type: "revoke";
            }, {}, never, never, never, never, "none" | "held" | "failed" | "moved" | "failed_unpinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "importer_pin";
                states: {
                    readonly none: {};
                    readonly held: {};
                    readonly failed: {};
                    readonly failed_unpinned: {};
                    readonly moved: {};
                };
            }, import("xstate").MetaObject>;
            readonly family: "importers";
            readonly title: "pin of importer";
        };
        readonly pinCount: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "pin";
            } | {
                type: "unpin";
            } | {
                type: "revoke";
            }, {}, never, never, never, never, "one" | "two" | "zero" | "underflow", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "pin_count";
                states: {
                    readonly zero: {};
                    readonly one: {};
                    readonly two: {};
                    readonly underflow: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "pin count";
        };
        readonly move: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "begin";
            } | {
                type: "notify";
            } | {
                type: "wait";
            } | {
                type: "copy";
            } | {
                type: "end";
            }, {}, never, never, never, never, "idle" | "begun" | "moved" | "notified" | "waited", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "buffer_move";
                states: {
                    readonly idle: {};
                    readonly begun: {};
                    readonly notified: {};
                    readonly waited: {};
                    readonly moved: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "move of the buffer";
        };
        readonly resv: {
            readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
            readonly title: "dma_resv";
        };
    };
};
export declare const unplug70: Row;
export declare const unplug71: Row;
export declare const dmaBufCalls: Row<{
    readonly call: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "attach";
        } | {
            type: "detach";
        } | {
            type: "begin_cpu_access";
        } | {
            type: "callback";
        } | {
            type: "return";
        }, {}, never, never, never, never, "idle" | {
            attach: "entered" | "locked";
        } | {
            detach: "entered" | "locked";
        } | {
            begin_cpu_access: "entered" | "locked";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "exporter_call";
            states: {
                readonly idle: {};
                readonly attach: {
                    states: {
                        readonly entered: {};
                        readonly locked: {};
                    };
                };
                readonly detach: {
                    states: {
                        readonly entered: {};
                        readonly locked: {};
                    };
                };
                readonly begin_cpu_access: {
                    states: {
                        readonly entered: {};
                        readonly locked: {};
                    };
                };
            };
        }, import("xstate").MetaObject>;
        readonly family: "importers";
        readonly title: "call of importer";
    };
    readonly resv: {
        readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
        readonly title: "dma_resv";
    };
}>;
export declare const callFaults: {
    attach: Clause;
    detach: Clause;
    begin_cpu_access: Clause;
};
export declare const dmaBufVmap: Row<{
    readonly vmapUser: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "look";
        } | {
            type: "map";
        } | {
            type: "unmap";
        }, {}, never, never, never, never, "idle" | "saw_none" | "using", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "vmap_user";
            states: {
                readonly idle: {};
                readonly saw_none: {};
                readonly using: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "importers";
        readonly title: "user of a kernel mapping";
    };
    readonly vmapCount: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "first";
        } | {
            type: "more";
        } | {
            type: "less";
        }, {}, never, never, never, never, "one" | "two" | "zero", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "vmapping_counter";
            states: {
                readonly zero: {};
                readonly one: {};
                readonly two: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "vmapping_counter";
    };
    readonly resv: {
        readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
        readonly title: "dma_resv";
    };
}>;
export declare const vmapHoldsResv: Clause;
