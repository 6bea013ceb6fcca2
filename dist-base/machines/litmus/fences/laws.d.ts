/** The laws that these litmus tests are about, by the ids under which they are cited. */
export declare const fenceLaws: {
    readonly 'F-1': "A fence is signaled once: the first call alone has an effect.";
    readonly 'F-2': "A callback runs once, or adding it is refused.";
    readonly 'F-3': "A callback that was removed never runs, and may be freed.";
    readonly 'F-4': "An error is set before the fence is signaled, and in range.";
    readonly 'F-5': "A fence is not released while callbacks wait for it.";
    readonly 'F-6': "A fence is signaled in bounded time.";
    readonly 'F-7': "What signals a fence takes no dma_resv lock.";
    readonly 'F-8': "What signals a fence allocates only what can be had at once.";
    readonly 'F-9': "A deadline is a hint.";
    readonly 'F-10': "There is no fence for work that is not submitted yet.";
    readonly 'R-1': "A slot is reserved before a fence is published: adding it cannot fail.";
    readonly 'R-2': "A query for a usage returns every fence of that usage and of the stronger ones.";
    readonly 'R-3': "A container is taken apart before its fences are added.";
    readonly 'R-4': "Memory management waits for BOOKKEEP, which is all, before it moves or frees.";
    readonly 'R-5': "A sync_file that was exported is a snapshot.";
    readonly 'I-1': "No future fence, proxy fence or userspace fence is a dma_fence.";
    readonly 'I-2': "Where userspace fences or long-running work are allowed there is no dma_fence at the end.";
    readonly 'I-3': "Fences of userspace may wait for dma_fences, never the other way round.";
    readonly 'CDC-1': "A fence completes in reasonable time; drivers have timeouts and hang recovery.";
    readonly 'CDC-2': "What a fence needs to be signaled takes no dma_resv lock.";
    readonly 'CDC-3': "Shrinkers may wait for fences, so what signals a fence does not allocate with GFP_KERNEL.";
    readonly 'CDC-4': "MMU notifiers may wait for fences, so GFP_NOFS and GFP_NOIO will not do either.";
    readonly 'CDC-5': "Only drivers of GPUs wait for fences from reclaim and notifiers.";
    readonly 'CDC-6': "A thread may wait for a fence while it holds a dma_resv lock.";
};
export type FenceLaw = keyof typeof fenceLaws;
