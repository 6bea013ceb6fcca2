/**
 * The deadline of a fence.
 * Rule: a hint. Nobody has to set one, and a fence completes with and without.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_set_deadline), v7.0.
 */
export declare const deadline: import("./named.ts").Named<"none" | "set", "dma_fence_set_deadline">;
