import { setup } from 'xstate';
import { inFile, to } from './to.ts';

const dmaFence = inFile('include/trace/events/dma_fence.h');

const fence = 'drivers/dma-buf/dma-fence.c';

/**
 * A dma_fence as its tracepoints show it.
 * Rule: it is signaled once, and not after its last reference is gone.
 * Source: include/trace/events/dma_fence.h; drivers/dma-buf/dma-fence.c
 * (dma_fence_signal_timestamp_locked, dma_fence_release), v7.0.
 */
export const observedFence = setup({
  types: {
    events: {} as
      | { type: 'dma_fence_init' }
      | { type: 'dma_fence_emit' }
      | { type: 'dma_fence_enable_signal' }
      | { type: 'dma_fence_signaled' }
      | { type: 'dma_fence_wait_start' }
      | { type: 'dma_fence_wait_end' }
      | { type: 'dma_fence_destroy' },
  },
}).createMachine({
  id: 'observed_fence',
  initial: 'absent',
  states: {
    absent: {
      description: 'The fence is not initialised yet.',
      meta: { source: `${fence}: dma_fence_init` },
      on: {
        dma_fence_init: to('idle', 'The fence is initialised, with its context and seqno.', `${fence}: dma_fence_init`),
      },
    },
    idle: {
      description: 'The fence is not signaled, and signaling is not enabled.',
      meta: { source: `${fence}: dma_fence_init` },
      on: {
        dma_fence_emit: to(
          'idle',
          'The driver writes the fence into its ring; not every driver prints this.',
          dmaFence('dma_fence_emit'),
        ),
        dma_fence_enable_signal: to(
          'enabled',
          'Signaling is enabled, once; printed only if the driver has ops->enable_signaling.',
          `${fence}: __dma_fence_enable_signaling`,
        ),
        dma_fence_signaled: to(
          'signaled',
          'The fence is signaled; only the first call has an effect and is printed.',
          `${fence}: dma_fence_signal_timestamp_locked`,
        ),
        dma_fence_wait_start: to('idle', 'A task begins to wait for the fence.', `${fence}: dma_fence_wait_timeout`),
        dma_fence_wait_end: to(
          'idle',
          'A wait ends before the signal: by a timeout, or a signal to the task.',
          `${fence}: dma_fence_wait_timeout`,
        ),
        dma_fence_destroy: to(
          'destroyed',
          'The last reference is dropped, which is legal and silent if no callback is queued.',
          `${fence}: dma_fence_release`,
        ),
      },
    },
    enabled: {
      description: 'The fence is not signaled, and signaling is enabled.',
      meta: { source: `${fence}: __dma_fence_enable_signaling` },
      on: {
        dma_fence_emit: to(
          'enabled',
          'The driver writes the fence into its ring after signaling was enabled.',
          dmaFence('dma_fence_emit'),
        ),
        dma_fence_signaled: to('signaled', 'The fence is signaled.', `${fence}: dma_fence_signal_timestamp_locked`),
        dma_fence_wait_start: to('enabled', 'A task begins to wait for the fence.', `${fence}: dma_fence_wait_timeout`),
        dma_fence_wait_end: to(
          'enabled',
          'A wait ends before the fence is signaled.',
          `${fence}: dma_fence_wait_timeout`,
        ),
        dma_fence_destroy: to('destroyed', 'The last reference is dropped.', `${fence}: dma_fence_release`),
      },
    },
    signaled: {
      description: 'The fence is signaled, with or without an error.',
      meta: { source: `${fence}: dma_fence_signal_timestamp_locked` },
      on: {
        dma_fence_emit: to(
          'signaled',
          'The driver prints that the fence was emitted after the hardware has completed it.',
          dmaFence('dma_fence_emit'),
        ),
        dma_fence_enable_signal: to(
          'signaled',
          'Before v5.4 this was printed outside the lock, so it could come after the signal.',
          `${fence}: dma_fence_enable_sw_signaling`,
        ),
        dma_fence_wait_start: to(
          'signaled',
          'A task waits for a signaled fence, which is legal and printed.',
          `${fence}: dma_fence_wait_timeout`,
        ),
        dma_fence_wait_end: to('signaled', 'The wait ends.', `${fence}: dma_fence_wait_timeout`),
        dma_fence_destroy: to('destroyed', 'The last reference is dropped.', `${fence}: dma_fence_release`),
      },
    },
    destroyed: {
      description: 'The last reference is dropped, and the memory is freed after an RCU grace period.',
      meta: { source: `${fence}: dma_fence_release` },
    },
  },
});
