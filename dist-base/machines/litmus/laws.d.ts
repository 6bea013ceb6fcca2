/** The laws that litmus tests are about, by the ids under which they are cited. */
export declare const laws: {
    readonly 'CDC-1': "A fence completes in reasonable time; drivers have timeouts and hang recovery.";
    readonly 'CDC-2': "What a fence needs to be signaled takes no dma_resv lock.";
    readonly 'CDC-3': "Shrinkers may wait for fences, so what signals a fence does not allocate with GFP_KERNEL.";
    readonly 'CDC-4': "MMU notifiers may wait for fences, so what signals a fence takes nothing that is held around them.";
    readonly 'CDC-6': "A thread may wait for a fence while it holds a dma_resv lock.";
    readonly 'F-6': "A fence is signaled in bounded time.";
    readonly 'F-8': "The path to a signal allocates only what can be had at once.";
    readonly 'F-10': "There is no fence for work that is not submitted yet.";
    readonly 'G-3': "Every page fault that was taken up is answered.";
    readonly 'L-1': "mmap_lock, then dma_resv, then reclaim, then notifiers, then waiting for a fence.";
    readonly 'O-1': "Compute work can always be preempted, with a page fault unrepaired too.";
    readonly 'O-2': "Work with dma_fences and work with page faults have hardware of their own.";
    readonly 'O-3': "Hardware is reserved from when a fence is visible until it is signaled.";
    readonly 'O-4': "One kind of work is flushed before the other comes, in both directions.";
    readonly 'O-5': "What repairs a page fault comes from memory that no fence gates, or every dependency is known.";
    readonly 'I-1': "No future fence, proxy fence or userspace fence is a dma_fence.";
    readonly 'I-2': "Long-running work has no dma_fence at its end.";
    readonly 'I-3': "Fences of userspace may wait for dma_fences, never the other way round.";
    readonly P1: "A pending page fault holds up the work that took it, and its repair allocates.";
    readonly P2: "Work that takes page faults has no dma_fence, and no implicit synchronisation.";
    readonly P3: "Page faults that are migration hints hold up nothing.";
    readonly P5: "Both kinds of work share hardware.";
    readonly P7: "Hardware of its own, like a copy engine, has no part in it.";
};
export type Law = keyof typeof laws;
