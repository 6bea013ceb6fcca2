import { type Named } from './named.ts';
export type ChainNode = Named<'idle' | 'armed' | `armed.${string}` | 'rearming' | 'signaled', `arm.${string}` | `called.${string}` | 'dma_fence_signal' | 'dma_fence_is_signaled=signals'>;
export type ChainFind = Named<'idle' | 'seeking' | `seeking.${string}` | 'found' | `found.${string}` | 'refused', `begin.${string}` | `walk.${string}` | `find.${string}` | 'refuse' | 'free'>;
/**
 * A node of a dma_fence_chain: a fence of its own, and all the fences of the nodes before it.
 * Rule: it is signaled when its own fence and all before it are; it has one callback, on the first of them that is not, seen from the head.
 * Source: drivers/dma-buf/dma-fence-chain.c (dma_fence_chain_enable_signaling, dma_fence_chain_irq_work, dma_fence_chain_signaled), v7.0.
 */
export declare function dmaFenceChain({ links }: {
    readonly links?: number;
}): ChainNode;
/**
 * A call of dma_fence_chain_find_seqno, node by node.
 * Rule: it finds the node that will signal the number; numbers that are not there yet are refused; nodes that are signaled drop out under way.
 * Source: drivers/dma-buf/dma-fence-chain.c (dma_fence_chain_find_seqno, dma_fence_chain_walk), v7.0.
 */
export declare function chainFind({ links }: {
    readonly links?: number;
}): ChainFind;
