import { type Slot } from './slot.ts';
/**
 * Where a buffer object is.
 * Rule: it moves only by validation or eviction, and only while nobody has pinned it.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_validate, ttm_bo_evict, ttm_bo_release), v7.0.
 */
export declare const ttmBo: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "to_vram";
} | {
    type: "to_tt";
} | {
    type: "to_system";
} | {
    type: "put";
}, {}, never, never, never, never, "none" | "system" | "released" | "vram" | "tt", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "ttm_bo";
    states: {
        readonly none: {};
        readonly system: {};
        readonly tt: {};
        readonly vram: {};
        readonly released: {};
    };
}, import("xstate").MetaObject>;
/**
 * The pin count of a buffer object, up to three.
 * Rule: above zero it is on no LRU list, is not moved, not evicted, and not released.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_pin, ttm_bo_unpin, ttm_bo_release: WARN_ON_ONCE(bo->pin_count)), v7.0.
 */
export declare const boPins: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "ttm_bo_pin";
} | {
    type: "ttm_bo_unpin";
} | {
    type: "moved";
} | {
    type: "released";
}, {}, never, never, never, never, "moved" | "zero" | "unbalanced" | "leaked" | {
    pinned: "one" | "two" | "three";
}, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "pin_count";
    states: {
        readonly zero: {};
        readonly pinned: {
            states: {
                readonly one: {};
                readonly two: {};
                readonly three: {};
            };
        };
        readonly unbalanced: {};
        readonly moved: {};
        readonly leaked: {};
    };
}, import("xstate").MetaObject>;
/**
 * A call of ttm_bo_validate.
 * Rule: it returns: 0, -EINVAL for a pinned object in the wrong place, -ENOMEM where nothing can be evicted.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_validate, ttm_bo_mem_space), v7.0.
 */
export declare const validateCall: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "want_vram";
} | {
    type: "want_system";
} | {
    type: "return_0";
} | {
    type: "return_EINVAL";
} | {
    type: "return_ENOMEM";
}, {}, never, never, never, never, "idle" | {
    wants: "system" | "vram";
}, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "ttm_bo_validate";
    states: {
        readonly idle: {};
        readonly wants: {
            states: {
                readonly vram: {};
                readonly system: {};
            };
        };
    };
}, import("xstate").MetaObject>;
/**
 * A victim of eviction.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict_cb, ttm_bo_evict), v7.0.
 */
export declare const eviction: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "choose";
} | {
    type: "move";
}, {}, never, never, never, never, "none" | "chosen", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "eviction";
    states: {
        readonly none: {};
        readonly chosen: {};
    };
}, import("xstate").MetaObject>;
/**
 * Where evicted objects go.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict: evict_flags); drivers/gpu/drm/ttm/tests/ttm_mock_manager.c (the busy manager), v7.0.
 */
export declare const evictionDomain: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "fill";
}, {}, never, never, never, never, "open" | "busy", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "eviction_domain";
    states: {
        readonly open: {};
        readonly busy: {};
    };
}, import("xstate").MetaObject>;
/**
 * Video memory: as large as one buffer object.
 * Source: drivers/gpu/drm/ttm/ttm_resource.c (ttm_resource_alloc), v7.0.
 */
export declare const vram: (sizes: {
    readonly bos?: number;
}) => Slot;
/**
 * Whose room the next free video memory is: that of the object for which something was evicted.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict_cb: ttm_resource_alloc for the evictor right after the eviction), v7.0.
 */
export declare const evictionTurn: (sizes: {
    readonly bos?: number;
}) => Slot;
/**
 * The reservation lock of one buffer object, as TTM sees it: taken by its user, or by whoever evicts it.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict_cb: trylock first, then with the ticket), v7.0.
 */
export declare const boLock: (_: {
    readonly bos?: number;
}) => Slot;
/**
 * A thread that reserves two buffer objects with one ticket: its own first, then the other's.
 * Rule: where an older ticket has the other one it gives back all it has and begins again (-EDEADLK).
 * Source: include/drm/ttm/ttm_bo.h (ttm_bo_reserve); drivers/dma-buf/dma-resv.c (DEFINE_WD_CLASS(reservation_ww_class)), v7.0.
 */
export declare const reserver: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "begin";
} | {
    type: "busy";
} | {
    type: "first";
} | {
    type: "second";
} | {
    type: "again";
} | {
    type: "back_off";
} | {
    type: "interrupt";
} | {
    type: "unreserve";
}, {}, never, never, never, never, "done" | "idle" | "has_both" | "wants_first" | "has_one", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "ttm_bo_reserve";
    states: {
        readonly idle: {};
        readonly wants_first: {};
        readonly has_one: {};
        readonly has_both: {};
        readonly done: {};
    };
}, import("xstate").MetaObject>;
