/**
 * The ops pointer of a fence, from v7.1 on.
 * Rule: cleared by the signal where the ops have neither release nor wait; after that nobody follows it.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_signal_timestamp_locked), v7.1-rc4.
 */
export declare const fenceOps: import("./named.ts").Named<"kept" | "null" | "oops", "clear" | "follow">;
/**
 * The order of steps in dma_fence_signal_timestamp_locked, from v7.1 on.
 * Rule: what reads the ops comes before what clears them.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_signal_timestamp_locked), v7.1-rc4.
 */
export declare const signalSteps: import("./named.ts").Named<"done" | "cleared" | "unsignaled" | "bit_set" | "traced", "set_bit" | "clear_ops" | "trace">;
