/**
 * A thread in dma_fence_wait_timeout.
 * Rule: it sleeps until the fence is signaled, the time is over or, if interruptible, a signal comes.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_wait_timeout, dma_fence_default_wait), v7.0.
 */
export declare const fenceWait: import("./named.ts").Named<"running" | "waiting" | "returned" | "interrupted" | "timed_out", "timeout" | "wait" | "again" | "woken" | "wait=1" | "wait=0" | "interrupt">;
