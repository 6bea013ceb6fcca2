/** The laws that litmus tests are about, by the ids under which they are cited. */
export const laws = {
  'CDC-1': 'A fence completes in reasonable time; drivers have timeouts and hang recovery.',
  'CDC-2': 'What a fence needs to be signaled takes no dma_resv lock.',
  'CDC-3': 'Shrinkers may wait for fences, so what signals a fence does not allocate with GFP_KERNEL.',
  'CDC-4': 'MMU notifiers may wait for fences, so what signals a fence takes nothing that is held around them.',
  'CDC-6': 'A thread may wait for a fence while it holds a dma_resv lock.',
  'F-6': 'A fence is signaled in bounded time.',
  'F-8': 'The path to a signal allocates only what can be had at once.',
  'F-10': 'There is no fence for work that is not submitted yet.',
  'G-3': 'Every page fault that was taken up is answered.',
  'L-1': 'mmap_lock, then dma_resv, then reclaim, then notifiers, then waiting for a fence.',
  'O-1': 'Compute work can always be preempted, with a page fault unrepaired too.',
  'O-2': 'Work with dma_fences and work with page faults have hardware of their own.',
  'O-3': 'Hardware is reserved from when a fence is visible until it is signaled.',
  'O-4': 'One kind of work is flushed before the other comes, in both directions.',
  'O-5': 'What repairs a page fault comes from memory that no fence gates, or every dependency is known.',
  'I-1': 'No future fence, proxy fence or userspace fence is a dma_fence.',
  'I-2': 'Long-running work has no dma_fence at its end.',
  'I-3': 'Fences of userspace may wait for dma_fences, never the other way round.',
  P1: 'A pending page fault holds up the work that took it, and its repair allocates.',
  P2: 'Work that takes page faults has no dma_fence, and no implicit synchronisation.',
  P3: 'Page faults that are migration hints hold up nothing.',
  P5: 'Both kinds of work share hardware.',
  P7: 'Hardware of its own, like a copy engine, has no part in it.',
} as const;

export type Law = keyof typeof laws;
