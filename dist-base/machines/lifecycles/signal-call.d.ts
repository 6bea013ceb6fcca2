/**
 * One call of dma_fence_signal: an interrupt, a worker, a reset.
 * Rule: the bit is tested and set in one step; whoever finds it set does nothing.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_signal_timestamp_locked), v7.0.
 */
export declare const signalCall: import("./named.ts").Named<"done" | "idle" | "walking" | "tested", "end" | "begin" | "test" | "lose">;
