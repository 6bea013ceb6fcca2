import { chart, state } from './chart.ts';
import { to } from './to.ts';

/**
 * A thread that waits for a fence while it holds a lock.
 * Rule: allowed under dma_resv, in shrinkers and in MMU notifiers of GPU drivers; whatever else is
 * held then is held for as long.
 * Source: drivers/dma-buf/dma-fence.c ("DOC: fence cross-driver contract"), v7.0.
 */
export const lockAndWait = chart('lock_and_wait', 'drivers/dma-buf/dma-fence.c', {
  outside: state('Holds nothing.', 'DOC: fence cross-driver contract', {
    lock: to('holding', 'Takes the lock.', 'DOC: fence cross-driver contract'),
  }),
  holding: state(
    'Holds the lock.',
    'DOC: fence cross-driver contract',
    {
      wait: to('waiting', 'Calls dma_fence_wait.', 'dma_fence_wait_timeout'),
      unlock: to('outside', 'Gives it back.', 'DOC: fence cross-driver contract'),
    },
    'held by',
  ),
  waiting: state(
    'Waits for the fence, and holds the lock.',
    'dma_fence_default_wait',
    { woken: to('woken', 'The fence is signaled.', 'dma_fence_default_wait_cb') },
    'held by a thread that waits for',
  ),
  woken: state('Still holds the lock.', 'dma_fence_default_wait', {
    unlock: to('outside', 'Gives it back.', 'dma_fence_wait_timeout'),
  }),
});
