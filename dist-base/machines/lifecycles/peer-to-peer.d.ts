/**
 * What an importer said when it attached, as `struct dma_buf_attach_ops`.
 * Rule: without operations it is static; peer-to-peer only if it says so.
 * Source: include/linux/dma-buf.h (allow_peer2peer, move_notify), v7.0.
 */
export declare const attachOps: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * Where the exporter's object may be.
 * Source: drivers/gpu/drm/xe/tests/xe_dma_buf.c (mem_mask), v7.0.
 */
export declare const memMask: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * Whose device the importer is, and whether the two reach each other over PCI.
 * Rule: pci_p2pdma_distance below zero clears the attachment's peer2peer.
 * Source: drivers/gpu/drm/xe/xe_dma_buf.c (xe_dma_buf_attach), v7.0.
 */
export declare const peerDevice: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * An imported object: what it is of, and where it says that it is.
 * Rule: an evicted exporter takes the importer along; validating the importer brings the exporter back.
 * Source: drivers/gpu/drm/xe/xe_dma_buf.c (xe_gem_prime_import, xe_dma_buf_move_notify), v7.0.
 */
export declare const importedBo: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * Where the exporter's object is, and whether an importer pins it there.
 * Source: drivers/gpu/drm/xe/xe_dma_buf.c (xe_dma_buf_pin, xe_dma_buf_map); drivers/gpu/drm/xe/xe_bo.c (xe_bo_evict), v7.0.
 */
export declare const exportedBo: import("xstate").StateMachine<import("xstate").MachineContext, {
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
