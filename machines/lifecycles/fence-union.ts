import { chart, state } from './chart.ts';
import { inFile, to } from './to.ts';

const dmaFence = inFile('drivers/dma-buf/dma-fence.c');

/**
 * The union of cb_list, timestamp and rcu in struct dma_fence.
 * Rule: each is valid only in its turn: a list until the fence is signaled, a time until the last
 * reference, then an RCU head.
 * Source: include/linux/dma-fence.h (struct dma_fence), v7.0.
 */
export const fenceUnion = chart('fence_union', 'include/linux/dma-fence.h', {
  cb_list: state('The list of callbacks.', 'struct dma_fence', {
    add: to('cb_list', 'One more entry.', dmaFence('dma_fence_add_callback')),
    stamp: to(
      'timestamp',
      'The list is stashed and the time written over it.',
      dmaFence('dma_fence_signal_timestamp_locked'),
    ),
    free: to('rcu', 'kfree_rcu.', dmaFence('dma_fence_free')),
  }),
  timestamp: state('When it was signaled.', 'struct dma_fence', {
    add: to('corrupt', 'A list entry is written over the time.', dmaFence('dma_fence_add_callback')),
    stamp: to('corrupt', 'A time is taken for a list and walked.', dmaFence('dma_fence_signal_timestamp_locked')),
    free: to('rcu', 'kfree_rcu.', dmaFence('dma_fence_free')),
  }),
  rcu: state('Waits for an RCU grace period.', 'struct dma_fence'),
  corrupt: state('Memory is corrupt.', 'struct dma_fence'),
});
