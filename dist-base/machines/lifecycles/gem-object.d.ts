import { type Slot } from './slot.ts';
/**
 * The pages of a GEM object and what userspace has said of them.
 * Rule: contents are thrown away only where userspace said DONTNEED; purged is for good; evicted contents come back.
 * Source: drivers/gpu/drm/msm/msm_gem.c (msm_gem_madvise, msm_gem_purge, msm_gem_evict, msm_gem_get_pages_locked), v7.0.
 */
export declare const gemObject: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "get_pages";
} | {
    type: "madvise_dontneed";
} | {
    type: "madvise_willneed";
} | {
    type: "purge";
} | {
    type: "evict";
}, {}, never, never, never, never, "unbacked" | "willneed" | "dontneed" | "lost" | "evicted" | "purged", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "gem_object";
    states: {
        readonly unbacked: {};
        readonly willneed: {};
        readonly dontneed: {};
        readonly evicted: {};
        readonly purged: {};
        readonly lost: {};
    };
}, import("xstate").MetaObject>;
/**
 * The GPU address of an object.
 * Rule: it is kept while the pages go; only the mapping is torn down.
 * Source: drivers/gpu/drm/msm/msm_gem.c (put_iova_spaces(obj, NULL, false)), v7.0; cover letter of Rob Clark, 2021 ("de-coupled the iova lifetime from the pages lifetime").
 */
export declare const gemAddress: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "map";
} | {
    type: "unmap";
} | {
    type: "give_away";
}, {}, never, never, never, never, "none" | "kept" | "mapped" | "given_away", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "gem_address";
    states: {
        readonly none: {};
        readonly mapped: {};
        readonly kept: {};
        readonly given_away: {};
    };
}, import("xstate").MetaObject>;
/**
 * What the GPU does with an object; its fence is in the reservation object while it runs.
 * Rule: its pages stay until it is idle.
 * Source: drivers/gpu/drm/msm/msm_gem_shrinker.c (active_evict waits, evict skips active objects), v7.0.
 */
export declare const gemUse: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "start";
} | {
    type: "end";
} | {
    type: "pages_gone";
}, {}, never, never, never, never, "idle" | "running" | "astray", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "gem_use";
    states: {
        readonly idle: {};
        readonly running: {};
        readonly astray: {};
    };
}, import("xstate").MetaObject>;
/**
 * A kernel mapping of an object.
 * Rule: it is torn down only while nobody uses it.
 * Source: drivers/gpu/drm/msm/msm_gem_shrinker.c (msm_gem_shrinker_vmap, is_vunmapable), v7.0.
 */
export declare const gemVmap: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "get_vaddr";
} | {
    type: "put_vaddr";
} | {
    type: "vunmap";
}, {}, never, never, never, never, "none" | "used" | "unused" | "torn", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "gem_vmap";
    states: {
        readonly none: {};
        readonly used: {};
        readonly unused: {};
        readonly torn: {};
    };
}, import("xstate").MetaObject>;
/**
 * A thread in a shrinker's scan.
 * Rule: where nothing could be freed it says SHRINK_STOP; vmscan then goes on without it.
 * Source: drivers/gpu/drm/msm/msm_gem_shrinker.c (msm_gem_shrinker_scan); mm/shrinker.c (do_shrink_slab), v7.0.
 */
export declare const shrinkScan: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "enter";
} | {
    type: "take_lists";
} | {
    type: "freed";
} | {
    type: "nothing";
} | {
    type: "stop";
} | {
    type: "again";
} | {
    type: "leave";
} | {
    type: "return";
}, {}, never, never, never, never, "nothing" | "entered" | "freed" | "outside" | "scanning" | "left", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "shrink_scan";
    states: {
        readonly outside: {};
        readonly entered: {};
        readonly scanning: {};
        readonly freed: {};
        readonly nothing: {};
        readonly left: {};
    };
}, import("xstate").MetaObject>;
/**
 * A submit ioctl that locks an object, allocates its pages and puts it on the right list.
 * Rule: the object lock comes before the lock of the lists.
 * Source: drivers/gpu/drm/msm/msm_gem_submit.c (submit_lock_objects, submit_pin_objects), v5.12 and v7.0.
 */
export declare const gemSubmit: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "begin";
} | {
    type: "lock";
} | {
    type: "alloc";
} | {
    type: "pages";
} | {
    type: "take_lists";
} | {
    type: "end";
} | {
    type: "pages_gone";
}, {}, never, never, never, never, "idle" | "allocating" | "locked" | "wants" | "robbed" | "backed" | "listing", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "gem_submit";
    states: {
        readonly idle: {};
        readonly wants: {};
        readonly locked: {};
        readonly allocating: {};
        readonly backed: {};
        readonly listing: {};
        readonly robbed: {};
    };
}, import("xstate").MetaObject>;
/**
 * Someone who reads the debugfs file of all objects.
 * Rule: it walks a list of its own; it may not lock objects under the lock of the shrinker's lists.
 * Source: "drm/msm: Fix debugfs deadlock" (Rob Clark, 2021); drivers/gpu/drm/msm/msm_gem.c (msm_gem_describe_objects), v7.0.
 */
export declare const gemDebugfs: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "open";
} | {
    type: "walk";
} | {
    type: "look";
} | {
    type: "close";
}, {}, never, never, never, never, "idle" | "opened" | "walking" | "looking", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "gem_debugfs";
    states: {
        readonly idle: {};
        readonly opened: {};
        readonly walking: {};
        readonly looking: {};
    };
}, import("xstate").MetaObject>;
/**
 * The lock of one object.
 * Source: drivers/gpu/drm/msm/msm_gem.h (msm_gem_lock, msm_gem_trylock), v7.0.
 */
export declare const objectLock: ({ reclaimers }: {
    readonly reclaimers?: number;
}) => Slot;
/**
 * A heap that the tiler of a GPU grows while a job runs.
 * Rule: growing it is on the way to the job's signal: it may fail, it may not wait for memory.
 * Source: drivers/gpu/drm/panthor/panthor_heap.c (panthor_heap_grow), v7.0; panfrost/linux issue 32.
 */
export declare const tilerHeap: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "hw_full";
} | {
    type: "alloc";
} | {
    type: "reclaimed";
} | {
    type: "grown";
} | {
    type: "fail";
} | {
    type: "flushed";
}, {}, never, never, never, never, "full" | "allocating" | "roomy" | "incremental", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "tiler_heap";
    states: {
        readonly roomy: {};
        readonly full: {};
        readonly allocating: {};
        readonly incremental: {};
    };
}, import("xstate").MetaObject>;
