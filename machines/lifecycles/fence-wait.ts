import { chart, state } from './chart.ts';
import { to } from './to.ts';

/**
 * A thread in dma_fence_wait_timeout.
 * Rule: it sleeps until the fence is signaled, the time is over or, if interruptible, a signal comes.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_wait_timeout, dma_fence_default_wait), v7.0.
 */
export const fenceWait = chart('fence_wait', 'drivers/dma-buf/dma-fence.c', {
  running: state('The thread does not wait.', 'dma_fence_wait_timeout', {
    wait: to('waiting', 'The thread puts its callback at the head of the list, and sleeps.', 'dma_fence_default_wait'),
    'wait=1': to('returned', 'The fence is signaled already, so the thread does not sleep.', 'dma_fence_default_wait'),
    'wait=0': to('timed_out', 'The fence is not signaled and the timeout is zero.', 'dma_fence_default_wait'),
  }),
  waiting: state(
    'The thread sleeps until the fence is signaled.',
    'dma_fence_default_wait',
    {
      woken: to(
        'returned',
        'The fence is signaled, and the call returns the time that is left.',
        'dma_fence_default_wait_cb',
      ),
      timeout: to('timed_out', 'The wait times out and returns 0.', 'dma_fence_default_wait'),
      interrupt: to('interrupted', 'A signal interrupts the wait: -ERESTARTSYS.', 'dma_fence_default_wait'),
    },
    'waiting for',
  ),
  returned: state('The call has returned, and the fence is signaled.', 'dma_fence_wait_timeout'),
  timed_out: state('The call has returned after a timeout.', 'dma_fence_wait_timeout', {
    again: to('running', 'The thread calls again.', 'dma_fence_wait_timeout'),
  }),
  interrupted: state('The call was interrupted, and the thread returns to userspace.', 'dma_fence_wait_timeout', {
    again: to('running', 'The system call is restarted.', 'dma_fence_wait_timeout'),
  }),
});
