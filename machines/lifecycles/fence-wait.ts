import { chart } from './chart.ts';

/**
 * A thread in dma_fence_wait_timeout.
 * Rule: it sleeps until the fence is signaled, the time is over or, if interruptible, a signal comes.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_wait_timeout, dma_fence_default_wait), v7.0.
 */
export const fenceWait = chart('fence_wait', 'drivers/dma-buf/dma-fence.c', {
  running: ['Does not wait.', 'dma_fence_wait_timeout', {
    wait: ['waiting', 'Its callback is at the head of the list; it sleeps.', 'dma_fence_default_wait'],
    'wait=1': ['returned', 'Signaled already: it does not sleep.', 'dma_fence_default_wait'],
    'wait=0': ['timed_out', 'Not signaled, and no time to wait.', 'dma_fence_default_wait'],
  }],
  waiting: ['Sleeps.', 'dma_fence_default_wait', {
    woken: ['returned', 'The fence is signaled; what is left of the time is the answer.', 'dma_fence_default_wait_cb'],
    timeout: ['timed_out', 'The time is over: 0.', 'dma_fence_default_wait'],
    interrupt: ['interrupted', 'A signal came: -ERESTARTSYS.', 'dma_fence_default_wait'],
  }, 'waiting for'],
  returned: ['Has seen the fence signaled.', 'dma_fence_wait_timeout'],
  timed_out: ['Gave up.', 'dma_fence_wait_timeout', { again: ['running', 'Tries again.', 'dma_fence_wait_timeout'] }],
  interrupted: ['Goes back to userspace.', 'dma_fence_wait_timeout', { again: ['running', 'The system call is restarted.', 'dma_fence_wait_timeout'] }],
});
