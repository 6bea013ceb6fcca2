import type { Named } from './named.ts';
/** Weakest demand last: a query for one returns it and all before it. */
export declare const usages: readonly ["KERNEL", "WRITE", "READ", "BOOKKEEP"];
export type Usage = (typeof usages)[number];
export type ResvEntry = Named<'absent' | 'unsignaled' | `unsignaled.${Usage}` | 'signaled' | `signaled.${Usage}`, `dma_resv_add_fence.${Usage}` | 'dma_fence_signal' | 'dma_resv_add_excl_fence' | 'replace'>;
/**
 * One fence in the list of a dma_resv.
 * Rule: it has a usage, KERNEL < WRITE < READ < BOOKKEEP; added again it may become stronger, never weaker; once signaled any other may take its place.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_add_fence), include/linux/dma-resv.h (enum dma_resv_usage), v7.0; dma_resv_add_excl_fence of v5.15.
 */
export declare function dmaResvEntry(_: {
    readonly fenced?: number;
}): ResvEntry;
