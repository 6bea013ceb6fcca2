/**
 * The code that has to run before a fence can be signaled, from when other threads can see the fence.
 * Rule: between dma_fence_begin_signalling and dma_fence_end_signalling nothing is taken or allocated that waits for a fence.
 * Source: drivers/dma-buf/dma-fence.c ("DOC: fence signalling annotation", dma_fence_begin_signalling), v7.0.
 */
export declare const signallingSection: import("./named.ts").Named<"allocating" | "locked" | "outside" | "inside" | "reclaiming", "dma_fence_signal" | "lock" | "alloc" | "reclaim_waits" | "dma_fence_begin_signalling" | "alloc_nowait" | "allocated">;
