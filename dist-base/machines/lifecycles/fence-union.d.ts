/**
 * The union of cb_list, timestamp and rcu in struct dma_fence.
 * Rule: each is valid only in its turn: a list until the fence is signaled, a time until the last reference, then an RCU head.
 * Source: include/linux/dma-fence.h (struct dma_fence), v7.0.
 */
export declare const fenceUnion: import("./named.ts").Named<"cb_list" | "timestamp" | "rcu" | "corrupt", "add" | "free" | "stamp">;
