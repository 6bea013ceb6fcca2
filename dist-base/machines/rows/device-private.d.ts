import { type Clause } from '../../src/system/vocabulary.ts';
/** A page, the device that may have it, a peer that maps it, and a call of get_user_pages. */
export declare const privateParts: {
    readonly page: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "migrate_to_device";
        } | {
            type: "migrate_to_ram";
        } | {
            type: "pin";
        } | {
            type: "unpin";
        } | {
            type: "device_gone";
        }, {}, never, never, never, never, "system" | "pinned" | "device" | "device_pinned" | "stranded", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "device_page";
            states: {
                readonly system: {};
                readonly pinned: {};
                readonly device: {};
                readonly device_pinned: {};
                readonly stranded: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "page";
    };
    readonly owner: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "disconnect";
        } | {
            type: "connect";
        }, {}, never, never, never, never, "foreign" | "common", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "pagemap_owner";
            states: {
                readonly common: {};
                readonly foreign: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "owner of the page map";
    };
    readonly mapping: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "ask";
        } | {
            type: "snap_device";
        } | {
            type: "snap_ram";
        } | {
            type: "program";
        } | {
            type: "invalidated";
        }, {}, never, never, never, never, "none" | "asking" | {
            mapped: "device" | "ram";
        } | {
            snapped: "device" | "ram";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "peer_mapping";
            states: {
                readonly none: {};
                readonly asking: {};
                readonly snapped: {
                    states: {
                        readonly device: {};
                        readonly ram: {};
                    };
                };
                readonly mapped: {
                    states: {
                        readonly device: {};
                        readonly ram: {};
                    };
                };
            };
        }, import("xstate").MetaObject>;
        readonly title: "mapping of the peer";
    };
    readonly peer: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "start";
        } | {
            type: "end";
        } | {
            type: "device_gone";
        } | {
            type: "reset";
        }, {}, never, never, never, never, "idle" | "running" | "nowhere", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "peer_access";
            states: {
                readonly idle: {};
                readonly running: {};
                readonly nowhere: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "access of the peer";
    };
    readonly pagemap: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "unplug";
        } | {
            type: "revoke";
        } | {
            type: "done";
        }, {}, never, never, never, never, "revoked" | "present" | "gone" | "unplugging", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "pagemap_device";
            states: {
                readonly present: {};
                readonly unplugging: {};
                readonly revoked: {};
                readonly gone: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "device of the page map";
    };
    readonly gup: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "call";
        } | {
            type: "got";
        } | {
            type: "put";
        }, {}, never, never, never, never, "has" | "idle" | "wants", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "gup";
            states: {
                readonly idle: {};
                readonly wants: {};
                readonly has: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "get_user_pages";
    };
};
export declare const devicePrivate: import("../../src/system/vocabulary.ts").Row<{
    readonly page: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "migrate_to_device";
        } | {
            type: "migrate_to_ram";
        } | {
            type: "pin";
        } | {
            type: "unpin";
        } | {
            type: "device_gone";
        }, {}, never, never, never, never, "system" | "pinned" | "device" | "device_pinned" | "stranded", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "device_page";
            states: {
                readonly system: {};
                readonly pinned: {};
                readonly device: {};
                readonly device_pinned: {};
                readonly stranded: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "page";
    };
    readonly owner: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "disconnect";
        } | {
            type: "connect";
        }, {}, never, never, never, never, "foreign" | "common", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "pagemap_owner";
            states: {
                readonly common: {};
                readonly foreign: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "owner of the page map";
    };
    readonly mapping: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "ask";
        } | {
            type: "snap_device";
        } | {
            type: "snap_ram";
        } | {
            type: "program";
        } | {
            type: "invalidated";
        }, {}, never, never, never, never, "none" | "asking" | {
            mapped: "device" | "ram";
        } | {
            snapped: "device" | "ram";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "peer_mapping";
            states: {
                readonly none: {};
                readonly asking: {};
                readonly snapped: {
                    states: {
                        readonly device: {};
                        readonly ram: {};
                    };
                };
                readonly mapped: {
                    states: {
                        readonly device: {};
                        readonly ram: {};
                    };
                };
            };
        }, import("xstate").MetaObject>;
        readonly title: "mapping of the peer";
    };
    readonly peer: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "start";
        } | {
            type: "end";
        } | {
            type: "device_gone";
        } | {
            type: "reset";
        }, {}, never, never, never, never, "idle" | "running" | "nowhere", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "peer_access";
            states: {
                readonly idle: {};
                readonly running: {};
                readonly nowhere: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "access of the peer";
    };
    readonly pagemap: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "unplug";
        } | {
            type: "revoke";
        } | {
            type: "done";
        }, {}, never, never, never, never, "revoked" | "present" | "gone" | "unplugging", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "pagemap_device";
            states: {
                readonly present: {};
                readonly unplugging: {};
                readonly revoked: {};
                readonly gone: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "device of the page map";
    };
    readonly gup: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "call";
        } | {
            type: "got";
        } | {
            type: "put";
        }, {}, never, never, never, never, "has" | "idle" | "wants", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "gup";
            states: {
                readonly idle: {};
                readonly wants: {};
                readonly has: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "get_user_pages";
    };
}>;
export declare const privateLaws: {
    readonly 'owner-is-immutable': Clause;
    readonly 'no-populate-after-unplug': Clause;
    readonly 'migrates-before-it-goes': Clause;
};
export declare const privateFaults: {
    readonly 'callback-per-page': Clause;
    readonly 'owner-mutable': Clause;
    readonly 'owner-change-revokes': Clause;
    readonly 'unplug-does-not-revoke': Clause;
    readonly 'no-reset': Clause;
    readonly 'pins-in-place': Clause;
};
export declare const partlyVisible: import("../../src/system/vocabulary.ts").Row<{
    readonly visibility: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "place_hidden";
        } | {
            type: "place_visible";
        }, {}, never, never, never, never, "visible" | "hidden", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "bus_visibility";
            states: {
                readonly visible: {};
                readonly hidden: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "place of the page";
    };
    readonly page: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "migrate_to_device";
        } | {
            type: "migrate_to_ram";
        } | {
            type: "pin";
        } | {
            type: "unpin";
        } | {
            type: "device_gone";
        }, {}, never, never, never, never, "system" | "pinned" | "device" | "device_pinned" | "stranded", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "device_page";
            states: {
                readonly system: {};
                readonly pinned: {};
                readonly device: {};
                readonly device_pinned: {};
                readonly stranded: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "page";
    };
    readonly owner: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "disconnect";
        } | {
            type: "connect";
        }, {}, never, never, never, never, "foreign" | "common", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "pagemap_owner";
            states: {
                readonly common: {};
                readonly foreign: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "owner of the page map";
    };
    readonly mapping: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "ask";
        } | {
            type: "snap_device";
        } | {
            type: "snap_ram";
        } | {
            type: "program";
        } | {
            type: "invalidated";
        }, {}, never, never, never, never, "none" | "asking" | {
            mapped: "device" | "ram";
        } | {
            snapped: "device" | "ram";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "peer_mapping";
            states: {
                readonly none: {};
                readonly asking: {};
                readonly snapped: {
                    states: {
                        readonly device: {};
                        readonly ram: {};
                    };
                };
                readonly mapped: {
                    states: {
                        readonly device: {};
                        readonly ram: {};
                    };
                };
            };
        }, import("xstate").MetaObject>;
        readonly title: "mapping of the peer";
    };
    readonly peer: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "start";
        } | {
            type: "end";
        } | {
            type: "device_gone";
        } | {
            type: "reset";
        }, {}, never, never, never, never, "idle" | "running" | "nowhere", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "peer_access";
            states: {
                readonly idle: {};
                readonly running: {};
                readonly nowhere: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "access of the peer";
    };
    readonly pagemap: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "unplug";
        } | {
            type: "revoke";
        } | {
            type: "done";
        }, {}, never, never, never, never, "revoked" | "present" | "gone" | "unplugging", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "pagemap_device";
            states: {
                readonly present: {};
                readonly unplugging: {};
                readonly revoked: {};
                readonly gone: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "device of the page map";
    };
    readonly gup: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "call";
        } | {
            type: "got";
        } | {
            type: "put";
        }, {}, never, never, never, never, "has" | "idle" | "wants", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "gup";
            states: {
                readonly idle: {};
                readonly wants: {};
                readonly has: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "get_user_pages";
    };
}>;
export declare const splitPagemap: Clause;
export declare const contestedPage: import("../../src/system/vocabulary.ts").Row<{
    readonly page: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "migrate_to_device";
        } | {
            type: "migrate_to_ram";
        } | {
            type: "pin";
        } | {
            type: "unpin";
        } | {
            type: "device_gone";
        }, {}, never, never, never, never, "system" | "pinned" | "device" | "device_pinned" | "stranded", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "device_page";
            states: {
                readonly system: {};
                readonly pinned: {};
                readonly device: {};
                readonly device_pinned: {};
                readonly stranded: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "page";
    };
    readonly operation: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "begin";
        } | {
            type: "migrated";
        } | {
            type: "migrated_back";
        } | {
            type: "refused";
        } | {
            type: "run";
        }, {}, never, never, never, never, "idle" | "faulted" | "ready", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "gpu_operation";
            states: {
                readonly idle: {};
                readonly faulted: {};
                readonly ready: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "GPU operation";
    };
}>;
export declare const timeslice: Clause;
export declare const atomicPage: import("../../src/system/vocabulary.ts").Row<{
    readonly page: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "migrate_to_device";
        } | {
            type: "migrate_to_ram";
        } | {
            type: "pin";
        } | {
            type: "unpin";
        } | {
            type: "device_gone";
        }, {}, never, never, never, never, "system" | "pinned" | "device" | "device_pinned" | "stranded", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "device_page";
            states: {
                readonly system: {};
                readonly pinned: {};
                readonly device: {};
                readonly device_pinned: {};
                readonly stranded: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "page";
    };
    readonly operation: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "begin";
        } | {
            type: "migrated";
        } | {
            type: "migrated_back";
        } | {
            type: "refused";
        } | {
            type: "run";
        }, {}, never, never, never, never, "idle" | "faulted" | "ready", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "gpu_operation";
            states: {
                readonly idle: {};
                readonly faulted: {};
                readonly ready: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "GPU operation";
    };
}>;
export declare const staysMisplaced: Clause;
