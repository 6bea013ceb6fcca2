import { chart } from './chart.ts';

/**
 * A thread that waits for a fence while it holds a lock.
 * Rule: allowed under dma_resv, in shrinkers and in MMU notifiers of GPU drivers; whatever else is held then is held for as long.
 * Source: drivers/dma-buf/dma-fence.c ("DOC: fence cross-driver contract"), v7.0.
 */
export const lockAndWait = chart('lock_and_wait', 'drivers/dma-buf/dma-fence.c', {
  outside: ['Holds nothing.', 'DOC: fence cross-driver contract', { lock: ['holding', 'Takes the lock.', 'DOC: fence cross-driver contract'] }],
  holding: ['Holds the lock.', 'DOC: fence cross-driver contract', {
    wait: ['waiting', 'Calls dma_fence_wait.', 'dma_fence_wait_timeout'],
    unlock: ['outside', 'Gives it back.', 'DOC: fence cross-driver contract'],
  }, 'held by'],
  waiting: ['Waits for the fence, and holds the lock.', 'dma_fence_default_wait', { woken: ['woken', 'The fence is signaled.', 'dma_fence_default_wait_cb'] }, 'held by a thread that waits for'],
  woken: ['Still holds the lock.', 'dma_fence_default_wait', { unlock: ['outside', 'Gives it back.', 'dma_fence_wait_timeout'] }],
});
