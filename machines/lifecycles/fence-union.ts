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
  cb_list: state('The union holds cb_list, the list of callbacks.', 'struct dma_fence', {
    add: to('cb_list', 'A callback is added to the list.', dmaFence('dma_fence_add_callback')),
    stamp: to(
      'timestamp',
      'The list is moved away, and the timestamp is written in its place.',
      dmaFence('dma_fence_signal_timestamp_locked'),
    ),
    free: to('rcu', 'kfree_rcu uses the union as an RCU head.', dmaFence('dma_fence_free')),
  }),
  timestamp: state('The union holds the timestamp of the signal.', 'struct dma_fence', {
    add: to('corrupt', 'A callback is added, which overwrites the timestamp.', dmaFence('dma_fence_add_callback')),
    stamp: to(
      'corrupt',
      'The timestamp is taken for a list and walked.',
      dmaFence('dma_fence_signal_timestamp_locked'),
    ),
    free: to('rcu', 'kfree_rcu uses the union as an RCU head.', dmaFence('dma_fence_free')),
  }),
  rcu: state('The union holds an RCU head, until the grace period ends.', 'struct dma_fence'),
  corrupt: state('The memory of the union is corrupt.', 'struct dma_fence'),
});
