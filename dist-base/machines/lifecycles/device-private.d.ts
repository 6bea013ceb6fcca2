/**
 * A page of a process that may lie in device memory.
 * Rule: it is pinned only in system memory; in device memory it can always be taken back.
 * Source: Documentation/mm/hmm.rst; drivers/gpu/drm/drm_pagemap.c (drm_pagemap_migrate_to_devmem, drm_pagemap_migrate_to_ram), v7.0.
 */
export declare const devicePage: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * Whom a page map belongs to, as hmm_range_fault compares it.
 * Rule: it does not change: all peers that reach each other have one owner in common.
 * Source: drivers/gpu/drm/drm_pagemap_util.c (drm_pagemap_acquire_owner), v7.0.
 */
export declare const pagemapOwner: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * A peer that asks where a page is and maps it.
 * Rule: what it learnt is good until it is invalidated.
 * Source: mm/hmm.c (hmm_range_fault, dev_private_owner), v7.0.
 */
export declare const peerMapping: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * Accesses of a peer in flight.
 * Rule: what is in flight when a device goes away goes nowhere; a reset may be needed.
 * Source: mail of Simona Vetter and Jason Gunthorpe, January 2025 ("some access will go to nowhere", "things will need resets to recover").
 */
export declare const peerAccess: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * The device whose memory it is, as it goes away.
 * Rule: nothing new is populated, then everything is migrated, then it goes.
 * Source: drivers/gpu/drm/drm_pagemap.c (-ENODEV after unbind, evict to RAM); IGT amd_pci_unplug, v7.0.
 */
export declare const pagemapDevice: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * A call of get_user_pages for a page.
 * Rule: it never returns a device-private page: the page is migrated first.
 * Source: Documentation/mm/hmm.rst; mm/memory.c (do_swap_page: migrate_to_ram); tools/testing/selftests/mm/hmm-tests.c (hmm_gup_test), v7.0.
 */
export declare const gupCall: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * An operation of a GPU that needs a page in one place.
 * Rule: it ends; a page that cannot be used where it is is brought where it can.
 * Source: drivers/gpu/drm/drm_pagemap.c (timeslice_expiration); mail of Simona Vetter, January 2025 ("memory ... misplaced for functional and not just performance reasons").
 */
export declare const gpuOperation: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * Whether the bus reaches a page of device memory.
 * Rule: access is uniform in one page map; memory that differs is split into two.
 * Source: mail of Simona Vetter, January 2025 ("if e.g. not the entire vram is bus visible, drivers can handle that by splitting things up").
 */
export declare const busVisibility: import("xstate").StateMachine<import("xstate").MachineContext, {
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
