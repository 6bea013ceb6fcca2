/** The laws that these litmus tests are about, by the ids under which they are cited. */
export const fenceLaws = {
  'F-1': 'A fence is signaled once: the first call alone has an effect.',
  'F-2': 'A callback runs once, or adding it is refused.',
  'F-3': 'A callback that was removed never runs, and may be freed.',
  'F-4': 'An error is set before the fence is signaled, and in range.',
  'F-5': 'A fence is not released while callbacks wait for it.',
  'F-6': 'A fence is signaled in bounded time.',
  'F-7': 'What signals a fence takes no dma_resv lock.',
  'F-8': 'What signals a fence allocates only what can be had at once.',
  'F-9': 'A deadline is a hint.',
  'F-10': 'There is no fence for work that is not submitted yet.',
  'R-1': 'A slot is reserved before a fence is published: adding it cannot fail.',
  'R-2': 'A query for a usage returns every fence of that usage and of the stronger ones.',
  'R-3': 'A container is taken apart before its fences are added.',
  'R-4': 'Memory management waits for BOOKKEEP, which is all, before it moves or frees.',
  'R-5': 'A sync_file that was exported is a snapshot.',
  'I-1': 'No future fence, proxy fence or userspace fence is a dma_fence.',
  'I-2': 'Where userspace fences or long-running work are allowed there is no dma_fence at the end.',
  'I-3': 'Fences of userspace may wait for dma_fences, never the other way round.',
  'CDC-1': 'A fence completes in reasonable time; drivers have timeouts and hang recovery.',
  'CDC-2': 'What a fence needs to be signaled takes no dma_resv lock.',
  'CDC-3': 'Shrinkers may wait for fences, so what signals a fence does not allocate with GFP_KERNEL.',
  'CDC-4': 'MMU notifiers may wait for fences, so GFP_NOFS and GFP_NOIO will not do either.',
  'CDC-5': 'Only drivers of GPUs wait for fences from reclaim and notifiers.',
  'CDC-6': 'A thread may wait for a fence while it holds a dma_resv lock.',
} as const;

export type FenceLaw = keyof typeof fenceLaws;
