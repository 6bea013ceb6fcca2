/**
 * A dma_fence_array.
 * Rule: it is signaled when every fence in it is, or, if it was made so, when the first is.
 * Source: drivers/dma-buf/dma-fence-array.c (dma_fence_array_enable_signaling, dma_fence_array_cb_func, irq_dma_fence_array_work), v7.0.
 */
export declare const dmaFenceArray: import("./named.ts").Named<"idle" | "signaled" | "armed" | "working", "last" | "dma_fence_signal" | "dma_fence_enable_sw_signaling" | "enable_signaling=false" | "dma_fence_is_signaled=signals">;
