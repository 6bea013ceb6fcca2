/**
 * A slot in the list of a dma_resv.
 * Rule: reserved, which may fail, before the fence is armed and under the same lock as it is added: adding cannot fail.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_reserve_fences, dma_resv_add_fence, dma_resv_reset_max_fences), v7.0.
 */
export declare const resvSlot: import("./named.ts").Named<"none" | "reserved" | "overrun", "add" | "unlock" | "dma_resv_reserve_fences" | "dma_resv_reserve_fences=-ENOMEM">;
