import { setup } from 'xstate';

const fence = 'drivers/dma-buf/dma-fence.c';

/**
 * A dma_fence as its tracepoints show it.
 * Rule: it is signaled once, and not after its last reference is gone.
 * Source: include/trace/events/dma_fence.h; drivers/dma-buf/dma-fence.c (dma_fence_signal_timestamp_locked, dma_fence_release), v7.0.
 */
export const observedFence = setup({
  types: {
    events: {} as { type: 'dma_fence_init' } | { type: 'dma_fence_emit' } | { type: 'dma_fence_enable_signal' } | { type: 'dma_fence_signaled' } | { type: 'dma_fence_wait_start' }
      | { type: 'dma_fence_wait_end' } | { type: 'dma_fence_destroy' },
  },
}).createMachine({
  id: 'observed_fence',
  initial: 'absent',
  states: {
    absent: {
      description: 'Not initialised yet.', meta: { source: `${fence}: dma_fence_init` },
      on: { dma_fence_init: { target: 'idle', description: 'Context and seqno are set.', meta: { source: `${fence}: dma_fence_init` } } },
    },
    idle: {
      description: 'Unsignaled; nobody has asked the driver to watch it.', meta: { source: `${fence}: dma_fence_init` },
      on: {
        dma_fence_emit: { target: 'idle', description: 'The driver has written it into its ring. Not every driver says so.', meta: { source: 'include/trace/events/dma_fence.h: dma_fence_emit' } },
        dma_fence_enable_signal: { target: 'enabled', description: 'The flag is set once; printed only where the driver has a function for it.', meta: { source: `${fence}: __dma_fence_enable_signaling` } },
        dma_fence_signaled: { target: 'signaled', description: 'The first call alone has an effect, and only that is printed.', meta: { source: `${fence}: dma_fence_signal_timestamp_locked` } },
        dma_fence_wait_start: { target: 'idle', description: 'Somebody waits for it.', meta: { source: `${fence}: dma_fence_wait_timeout` } },
        dma_fence_wait_end: { target: 'idle', description: 'A wait that began ends: a timeout, or a signal to the task.', meta: { source: `${fence}: dma_fence_wait_timeout` } },
        dma_fence_destroy: { target: 'destroyed', description: 'The last reference is gone; legal and silent where no callback waits.', meta: { source: `${fence}: dma_fence_release` } },
      },
    },
    enabled: {
      description: 'Unsignaled; the driver will signal it.', meta: { source: `${fence}: __dma_fence_enable_signaling` },
      on: {
        dma_fence_emit: { target: 'enabled', description: 'Written into the ring late.', meta: { source: 'include/trace/events/dma_fence.h: dma_fence_emit' } },
        dma_fence_signaled: { target: 'signaled', description: 'Completed.', meta: { source: `${fence}: dma_fence_signal_timestamp_locked` } },
        dma_fence_wait_start: { target: 'enabled', description: 'Somebody waits for it.', meta: { source: `${fence}: dma_fence_wait_timeout` } },
        dma_fence_wait_end: { target: 'enabled', description: 'A wait ends without it.', meta: { source: `${fence}: dma_fence_wait_timeout` } },
        dma_fence_destroy: { target: 'destroyed', description: 'The last reference is gone.', meta: { source: `${fence}: dma_fence_release` } },
      },
    },
    signaled: {
      description: 'Completed, with or without an error.', meta: { source: `${fence}: dma_fence_signal_timestamp_locked` },
      on: {
        dma_fence_emit: { target: 'signaled', description: 'The hardware was faster than the line that says so.', meta: { source: 'include/trace/events/dma_fence.h: dma_fence_emit' } },
        dma_fence_enable_signal: { target: 'signaled', description: 'Before v5.4 it was printed outside the lock and could come late.', meta: { source: `${fence}: dma_fence_enable_sw_signaling` } },
        dma_fence_wait_start: { target: 'signaled', description: 'Waiting for a completed fence is legal, and printed.', meta: { source: `${fence}: dma_fence_wait_timeout` } },
        dma_fence_wait_end: { target: 'signaled', description: 'The wait is over.', meta: { source: `${fence}: dma_fence_wait_timeout` } },
        dma_fence_destroy: { target: 'destroyed', description: 'The last reference is gone.', meta: { source: `${fence}: dma_fence_release` } },
      },
    },
    destroyed: { description: 'The last reference is gone; its memory follows by RCU.', meta: { source: `${fence}: dma_fence_release` } },
  },
});
