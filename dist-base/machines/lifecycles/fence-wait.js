import { chart, state } from "./chart.js";
import { to } from "./to.js";
/**
 * A thread in dma_fence_wait_timeout.
 * Rule: it sleeps until the fence is signaled, the time is over or, if interruptible, a signal comes.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_wait_timeout, dma_fence_default_wait), v7.0.
 */
export const fenceWait = chart('fence_wait', 'drivers/dma-buf/dma-fence.c', {
    running: state('Does not wait.', 'dma_fence_wait_timeout', {
        wait: to('waiting', 'Its callback is at the head of the list; it sleeps.', 'dma_fence_default_wait'),
        'wait=1': to('returned', 'Signaled already: it does not sleep.', 'dma_fence_default_wait'),
        'wait=0': to('timed_out', 'Not signaled, and no time to wait.', 'dma_fence_default_wait'),
    }),
    waiting: state('Sleeps.', 'dma_fence_default_wait', {
        woken: to('returned', 'The fence is signaled; what is left of the time is the answer.', 'dma_fence_default_wait_cb'),
        timeout: to('timed_out', 'The time is over: 0.', 'dma_fence_default_wait'),
        interrupt: to('interrupted', 'A signal came: -ERESTARTSYS.', 'dma_fence_default_wait'),
    }, 'waiting for'),
    returned: state('Has seen the fence signaled.', 'dma_fence_wait_timeout'),
    timed_out: state('Gave up.', 'dma_fence_wait_timeout', {
        again: to('running', 'Tries again.', 'dma_fence_wait_timeout'),
    }),
    interrupted: state('Goes back to userspace.', 'dma_fence_wait_timeout', {
        again: to('running', 'The system call is restarted.', 'dma_fence_wait_timeout'),
    }),
});
//# sourceMappingURL=fence-wait.js.map