/**
 * How a region gets a way to memory of a GPU.
 * Rule: a BAR window, then the IOMMU; where either fails system memory, which fails only when memory is out.
 * Source: mail of Jérôme Glisse, January 2017 ("a default path that can not fail, except if we are out of memory").
 */
export declare const peerRoute: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * System memory: some, or none.
 * Source: mm/page_alloc.c (__alloc_pages_slowpath), v7.0.
 */
export declare const systemMemory: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "run_out";
}, {}, never, never, never, never, "some" | "none", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "system_memory";
    states: {
        readonly some: {};
        readonly none: {};
    };
}, import("xstate").MetaObject>;
/**
 * A memory region of an RDMA device.
 * Rule: a classic one pins its memory while it lives; an on-demand one gives it up when told and faults it in again; one that can be
 * revoked gives it up for good.
 * Source: drivers/infiniband/hw/mlx5/odp.c (mlx5_ib_dmabuf_invalidate_cb, pagefault_dmabuf_mr); drivers/infiniband/core/umem_dmabuf.c (ib_umem_dmabuf_revoke), v7.0 and v7.1.
 */
export declare const memoryRegion: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * A work request that uses a region.
 * Rule: it ends: with data, or with an error.
 * Source: drivers/infiniband/hw/mlx5/odp.c (mlx5_ib_mr_rdma_pfault_handler: resume), v7.0.
 */
export declare const workRequest: import("xstate").StateMachine<import("xstate").MachineContext, {
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
/**
 * Whoever needs the memory that a region is on.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict); IGT amd_pci_unplug, v7.0.
 */
export declare const memoryClaim: import("xstate").StateMachine<import("xstate").MachineContext, {
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
