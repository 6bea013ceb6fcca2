/**
 * A thread that waits for a fence while it holds a lock.
 * Rule: allowed under dma_resv, in shrinkers and in MMU notifiers of GPU drivers; whatever else is held then is held for as long.
 * Source: drivers/dma-buf/dma-fence.c ("DOC: fence cross-driver contract"), v7.0.
 */
export declare const lockAndWait: import("./named.ts").Named<"waiting" | "woken" | "outside" | "holding", "lock" | "wait" | "woken" | "unlock">;
