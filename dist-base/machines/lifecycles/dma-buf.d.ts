import type { Named } from './named.ts';
/** The kernels that a rule was read in: the callback of an importer has another name, and other duties, from 7.1 on. */
export type KernelVersion = '7.0' | '7.1';
/**
 * A shared buffer.
 * Rule: it is released when its last reference is put; every attachment is gone by then.
 * Source: drivers/dma-buf/dma-buf.c (dma_buf_export, dma_buf_release), v7.0.
 */
export declare const dmaBuf: import("xstate").StateMachine<import("xstate").MachineContext, {
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
export type Attachment = Named<'detached' | 'attached' | 'mapping' | 'mapping.current' | 'mapping.outdated' | 'mapped' | 'mapped.current' | 'mapped.outdated' | 'invalidated' | 'revoked' | 'dangling', 'attach' | 'detach' | 'map_begin' | 'map_end' | 'unmap' | 'move_notify' | 'invalidate_mappings' | 'storage_moved' | 'buffer_gone' | 'revoke'>;
export declare const attachment70: Attachment;
export declare const attachment71: Attachment;
/**
 * What the importer's device does with the addresses; its fence is in the reservation object while it runs.
 * Rule: it never reaches where the buffer no longer is.
 * Source: include/linux/dma-buf.h (struct dma_buf, @resv), v7.0.
 */
export declare const deviceAccess: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * Whether an importer has pinned the buffer.
 * Rule: a pinned buffer is not moved; the pin is given back once.
 * Source: drivers/dma-buf/dma-buf.c (dma_buf_pin, dma_buf_unpin); drivers/infiniband/core/umem_dmabuf.c (pinned), v7.0.
 */
export declare const importerPin: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * The pins of a buffer as its exporter counts them, up to two.
 * Rule: never below zero, and as many as importers hold.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_unpin: WARN_ON_ONCE(!bo->pin_count)), v7.0.
 */
export declare const pinCount: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * The exporter moves the buffer.
 * Rule: under the reservation lock it tells every importer, waits for every fence, and only then moves.
 * Source: drivers/dma-buf/dma-buf.c (dma_buf_move_notify, dma_buf_invalidate_mappings); drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict), v7.0.
 */
export declare const bufferMove: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * The exporter's device goes away and must have its memory back.
 * Rule: it does not wait for userspace.
 * Source: drivers/dma-buf/dma-buf.c (dma_buf_attach_revocable, v7.1); IGT amd_pci_unplug (amdgpu_hotunplug_with_exported_bo).
 */
export declare const unplug: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "want";
} | {
    type: "tell";
} | {
    type: "done";
}, {}, never, never, never, never, "wanted" | "present" | "told" | "gone", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "unplug";
    states: {
        readonly present: {};
        readonly wanted: {};
        readonly told: {};
        readonly gone: {};
    };
}, import("xstate").MetaObject>;
/**
 * A call of an importer or of a CPU user that the core passes to the exporter, who takes the reservation lock himself.
 * Rule: it is made without that lock.
 * Source: drivers/dma-buf/dma-buf.c (DOC: locking convention), v7.0.
 */
export declare const exporterCall: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * How many kernel mappings a buffer has, up to two.
 * Rule: the first makes it and the last one undoes it.
 * Source: drivers/dma-buf/dma-buf.c (vmapping_counter), v7.0.
 */
export declare const vmapCount: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * A user of a kernel mapping.
 * Source: drivers/dma-buf/dma-buf.c (dma_buf_vmap, dma_buf_vunmap), v7.0.
 */
export declare const vmapUser: import("xstate").StateMachine<import("xstate").MachineContext, {
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
