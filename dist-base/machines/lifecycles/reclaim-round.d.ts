/**
 * One allocation's way through the driver's own shrinker.
 * Rule: direct reclaim calls each shrinker, and the allocation returns after it.
 * Source: mm/shrinker.c (do_shrink_slab); mm/page_alloc.c (__alloc_pages_slowpath), v7.0.
 */
export declare const reclaimRound: import("./named.ts").Named<"after" | "before" | "inside", "again" | "enter" | "leave">;
