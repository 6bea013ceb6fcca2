/**
 * A walk over the fences of a dma_resv without its lock.
 * Rule: it begins with the flag that says restarted; where the list changes it begins again, with the flag set.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_iter_first_unlocked, dma_resv_iter_next_unlocked), v7.0.
 */
export declare const resvIter: import("./named.ts").Named<"idle" | "ended" | "restarted" | "at_first", "end" | "begin" | "fence" | "change">;
