/** The laws that these litmus tests are about, by the ids under which they are cited. */
export const executionLaws = {
    'E-1': 'Only memory management waits for an eviction fence: to wait for it is to evict.',
    'E-2': 'What was evicted is restored, or its process ends.',
    'E-3': 'What was restored runs before it is evicted again.',
    'O-1': 'Compute work can always be preempted, with a page fault unrepaired too.',
    'O-4': 'One kind of work is flushed before the other comes, in both directions.',
    'V-1': 'A job reaches buffers of its own client alone: by validation of what runs, or by page tables.',
    'G-2': 'Pages are given back only after they are unmapped and the TLB is flushed.',
    'CDC-1': 'A fence completes in reasonable time; drivers have timeouts and hang recovery.',
    'CDC-2': 'What a fence needs to be signaled takes no lock under which others wait for it.',
    'CDC-3': 'Shrinkers may wait for fences, so what signals a fence does not allocate with GFP_KERNEL.',
    'CDC-4': 'MMU notifiers may wait for fences, so what signals a fence takes nothing that is held around them.',
    'L-1': 'mmap_lock, then dma_resv, then reclaim, then notifiers, then waiting for a fence.',
    'F-6': 'A fence is signaled in bounded time.',
    'I-2': 'Where userspace fences or long-running work are allowed there is no dma_fence at the end.',
    'I-3': 'Fences of userspace may wait for dma_fences, never the other way round.',
    P1: 'A pending page fault holds up the work that took it, and its repair allocates.',
    P5: 'Both kinds of work share hardware.',
};
//# sourceMappingURL=laws.js.map