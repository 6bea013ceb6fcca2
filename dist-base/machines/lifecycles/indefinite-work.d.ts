/**
 * Work behind a dma_fence, as userspace promises, submits and ends it.
 * Rule: a fence is for work that has been submitted, that waits for nothing but dma_fences, and that ends by itself.
 * Source: Documentation/driver-api/dma-buf.rst, "Indefinite DMA Fences".
 */
export declare const promisedWork: import("./named.ts").Named<"none" | "running" | "submitted", "end" | "run" | "submit">;
/**
 * A thread of userspace that will signal a userspace fence, and that may take a page fault before it does.
 * Rule: the fault may wait for dma_fences, for those end; so no dma_fence may wait for the thread.
 * Source: Documentation/driver-api/dma-buf.rst ("some other CPU thread in userspace might hit a page fault which holds up a userspace fence").
 */
export declare const cpuThread: import("./named.ts").Named<"faulting" | "running" | "reclaiming", "fault" | "reclaim" | "mapped">;
