import { type Clause } from '../../src/system/vocabulary.ts';
export declare const peerParts: {
    readonly mask: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "choose_vram";
        } | {
            type: "choose_system";
        } | {
            type: "choose_both";
        }, {}, never, never, never, never, "system" | "vram" | "unset" | "both", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "mem_mask";
            states: {
                readonly unset: {};
                readonly vram: {};
                readonly system: {};
                readonly both: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "memory of the exported object";
    };
    readonly ops: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "choose_p2p";
        } | {
            type: "choose_nop2p";
        } | {
            type: "choose_static";
        }, {}, never, never, never, never, "unset" | "dynamic_p2p" | "dynamic" | "static", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "attach_ops";
            states: {
                readonly unset: {};
                readonly dynamic_p2p: {};
                readonly dynamic: {};
                readonly static: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "operations of the importer";
    };
    readonly device: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "choose_same";
        } | {
            type: "choose_near";
        } | {
            type: "choose_far";
        }, {}, never, never, never, never, "same" | "unset" | "near" | "far", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "peer_device";
            states: {
                readonly unset: {};
                readonly same: {};
                readonly near: {};
                readonly far: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "device of the importer";
    };
    readonly exported: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "create_vram";
        } | {
            type: "create_tt";
        } | {
            type: "to_vram";
        } | {
            type: "to_tt";
        } | {
            type: "evict";
        } | {
            type: "pin";
        } | {
            type: "unpin";
        }, {}, never, never, never, never, "none" | "system" | "vram" | "tt" | "tt_pinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "exported_bo";
            states: {
                readonly none: {};
                readonly vram: {};
                readonly tt: {};
                readonly tt_pinned: {};
                readonly system: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "exported object";
    };
    readonly imported: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "reuse";
        } | {
            type: "attach_p2p";
        } | {
            type: "attach_plain";
        } | {
            type: "refuse";
        } | {
            type: "validate";
        } | {
            type: "move_notify";
        } | {
            type: "drop";
        }, {}, never, never, never, never, "none" | "refused" | "same_bo" | {
            plain: "system" | "tt";
        } | {
            p2p: "system" | "tt";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "imported_bo";
            states: {
                readonly none: {};
                readonly same_bo: {};
                readonly refused: {};
                readonly p2p: {
                    states: {
                        readonly system: {};
                        readonly tt: {};
                    };
                };
                readonly plain: {
                    states: {
                        readonly system: {};
                        readonly tt: {};
                    };
                };
            };
        }, import("xstate").MetaObject>;
        readonly title: "imported object";
    };
};
export declare const peerToPeer: import("../../src/system/vocabulary.ts").Row<{
    readonly mask: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "choose_vram";
        } | {
            type: "choose_system";
        } | {
            type: "choose_both";
        }, {}, never, never, never, never, "system" | "vram" | "unset" | "both", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "mem_mask";
            states: {
                readonly unset: {};
                readonly vram: {};
                readonly system: {};
                readonly both: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "memory of the exported object";
    };
    readonly ops: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "choose_p2p";
        } | {
            type: "choose_nop2p";
        } | {
            type: "choose_static";
        }, {}, never, never, never, never, "unset" | "dynamic_p2p" | "dynamic" | "static", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "attach_ops";
            states: {
                readonly unset: {};
                readonly dynamic_p2p: {};
                readonly dynamic: {};
                readonly static: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "operations of the importer";
    };
    readonly device: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "choose_same";
        } | {
            type: "choose_near";
        } | {
            type: "choose_far";
        }, {}, never, never, never, never, "same" | "unset" | "near" | "far", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "peer_device";
            states: {
                readonly unset: {};
                readonly same: {};
                readonly near: {};
                readonly far: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "device of the importer";
    };
    readonly exported: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "create_vram";
        } | {
            type: "create_tt";
        } | {
            type: "to_vram";
        } | {
            type: "to_tt";
        } | {
            type: "evict";
        } | {
            type: "pin";
        } | {
            type: "unpin";
        }, {}, never, never, never, never, "none" | "system" | "vram" | "tt" | "tt_pinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "exported_bo";
            states: {
                readonly none: {};
                readonly vram: {};
                readonly tt: {};
                readonly tt_pinned: {};
                readonly system: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "exported object";
    };
    readonly imported: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "reuse";
        } | {
            type: "attach_p2p";
        } | {
            type: "attach_plain";
        } | {
            type: "refuse";
        } | {
            type: "validate";
        } | {
            type: "move_notify";
        } | {
            type: "drop";
        }, {}, never, never, never, never, "none" | "refused" | "same_bo" | {
            plain: "system" | "tt";
        } | {
            p2p: "system" | "tt";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "imported_bo";
            states: {
                readonly none: {};
                readonly same_bo: {};
                readonly refused: {};
                readonly p2p: {
                    states: {
                        readonly system: {};
                        readonly tt: {};
                    };
                };
                readonly plain: {
                    states: {
                        readonly system: {};
                        readonly tt: {};
                    };
                };
            };
        }, import("xstate").MetaObject>;
        readonly title: "imported object";
    };
}>;
export declare const peerLaws: Readonly<Record<'exporter-agrees' | 'importer-agrees', Clause>>;
/** The exporter waits for a way to reach the importer instead of refusing. */
export declare const neverRefuses: Clause;
