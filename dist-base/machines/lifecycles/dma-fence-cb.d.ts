/**
 * One struct dma_fence_cb, from the call that adds it until its owner may free it.
 * Rule: it runs once, or it was refused, or it was removed and never runs; it is not freed while it runs.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_add_callback, dma_fence_remove_callback, dma_fence_signal_timestamp_locked), v7.0.
 */
export declare const dmaFenceCb: import("./named.ts").Named<"queued" | "called" | "unused" | "looking" | "refused" | "spliced" | "removed" | "picked" | "used_after_free", "splice" | "run" | "look" | "dma_fence_add_callback" | "dma_fence_add_callback=-ENOENT" | "dma_fence_remove_callback=true" | "pick" | "dma_fence_remove_callback=false">;
