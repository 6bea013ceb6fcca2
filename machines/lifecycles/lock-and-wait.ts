import { chart, state } from './chart.ts';
import { to } from './to.ts';

/**
 * A thread that waits for a fence while it holds a lock.
 * Rule: allowed under dma_resv, in shrinkers and in MMU notifiers of GPU drivers; whatever else is
 * held then is held for as long.
 * Source: drivers/dma-buf/dma-fence.c ("DOC: fence cross-driver contract"), v7.0.
 */
export const lockAndWait = chart('lock_and_wait', 'drivers/dma-buf/dma-fence.c', {
  outside: state('The thread holds no lock.', 'DOC: fence cross-driver contract', {
    lock: to('holding', 'The thread takes the lock.', 'DOC: fence cross-driver contract'),
  }),
  holding: state(
    'The thread holds the lock.',
    'DOC: fence cross-driver contract',
    {
      wait: to('waiting', 'The thread calls dma_fence_wait and holds the lock.', 'dma_fence_wait_timeout'),
      unlock: to('outside', 'The thread releases the lock.', 'DOC: fence cross-driver contract'),
    },
    'held by',
  ),
  waiting: state(
    'The thread waits for the fence and holds the lock.',
    'dma_fence_default_wait',
    { woken: to('woken', 'The fence is signaled and the thread wakes.', 'dma_fence_default_wait_cb') },
    'held by a thread that waits for',
  ),
  woken: state('The thread has woken and still holds the lock.', 'dma_fence_default_wait', {
    unlock: to('outside', 'The thread releases the lock.', 'dma_fence_wait_timeout'),
  }),
});
