/**
 * A handler of hang recovery that marks a fence as failed.
 * Rule: it decides and sets the error in one step under the fence lock, or with the hardware stopped; the fence may be signaled meanwhile.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_set_error); include/drm/gpu_scheduler.h (timedout_job), v7.0.
 */
export declare const resetHandler: import("./named.ts").Named<"done" | "idle" | "decided", "give_up" | "set_error" | "decide">;
