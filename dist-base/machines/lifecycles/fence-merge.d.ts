import type { Named } from './named.ts';
/** A fence that may be merged: which timeline it is on, and where. */
export type Leaf = {
    readonly name: string;
    readonly context: number;
    readonly seqno: number;
};
/** What has been taken so far, ordered by context: `'none'`, `'f[1],f[2]'`. */
export type Merge = Named<string & {}, `take.${string}`>;
/**
 * A call of dma_fence_unwrap_merge.
 * Rule: containers are taken apart, signaled fences left out; of one context the latest is kept, and contexts stand in their order. One that is
 * left is itself the answer; none is a stub.
 * Source: drivers/dma-buf/dma-fence-unwrap.c (__dma_fence_unwrap_merge, dma_fence_dedup_array), v7.0.
 * @param fences all that may be met, each once
 */
export declare function fenceMerge({ fences, }: {
    readonly fences?: readonly Leaf[];
}): Merge;
