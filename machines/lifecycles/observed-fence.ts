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
      description: 'Not initialised yet.',
      meta: { source: `${fence}: dma_fence_init` },
      on: { dma_fence_init: to('idle', 'Context and seqno are set.', `${fence}: dma_fence_init`) },
    },
    idle: {
      description: 'Unsignaled; nobody has asked the driver to watch it.',
      meta: { source: `${fence}: dma_fence_init` },
      on: {
        dma_fence_emit: to(
          'idle',
          'The driver has written it into its ring. Not every driver says so.',
          dmaFence('dma_fence_emit'),
        ),
        dma_fence_enable_signal: to(
          'enabled',
          'The flag is set once; printed only where the driver has a function for it.',
          `${fence}: __dma_fence_enable_signaling`,
        ),
        dma_fence_signaled: to(
          'signaled',
          'The first call alone has an effect, and only that is printed.',
          `${fence}: dma_fence_signal_timestamp_locked`,
        ),
        dma_fence_wait_start: to('idle', 'Somebody waits for it.', `${fence}: dma_fence_wait_timeout`),
        dma_fence_wait_end: to(
          'idle',
          'A wait that began ends: a timeout, or a signal to the task.',
          `${fence}: dma_fence_wait_timeout`,
        ),
        dma_fence_destroy: to(
          'destroyed',
          'The last reference is gone; legal and silent where no callback waits.',
          `${fence}: dma_fence_release`,
        ),
      },
    },
    enabled: {
      description: 'Unsignaled; the driver will signal it.',
      meta: { source: `${fence}: __dma_fence_enable_signaling` },
      on: {
        dma_fence_emit: to('enabled', 'Written into the ring late.', dmaFence('dma_fence_emit')),
        dma_fence_signaled: to('signaled', 'Completed.', `${fence}: dma_fence_signal_timestamp_locked`),
        dma_fence_wait_start: to('enabled', 'Somebody waits for it.', `${fence}: dma_fence_wait_timeout`),
        dma_fence_wait_end: to('enabled', 'A wait ends without it.', `${fence}: dma_fence_wait_timeout`),
        dma_fence_destroy: to('destroyed', 'The last reference is gone.', `${fence}: dma_fence_release`),
      },
    },
    signaled: {
      description: 'Completed, with or without an error.',
      meta: { source: `${fence}: dma_fence_signal_timestamp_locked` },
      on: {
        dma_fence_emit: to(
          'signaled',
          'The hardware was faster than the line that says so.',
          dmaFence('dma_fence_emit'),
        ),
        dma_fence_enable_signal: to(
          'signaled',
          'Before v5.4 it was printed outside the lock and could come late.',
          `${fence}: dma_fence_enable_sw_signaling`,
        ),
        dma_fence_wait_start: to(
          'signaled',
          'Waiting for a completed fence is legal, and printed.',
          `${fence}: dma_fence_wait_timeout`,
        ),
        dma_fence_wait_end: to('signaled', 'The wait is over.', `${fence}: dma_fence_wait_timeout`),
        dma_fence_destroy: to('destroyed', 'The last reference is gone.', `${fence}: dma_fence_release`),
      },
    },
    destroyed: {
      description: 'The last reference is gone; its memory follows by RCU.',
      meta: { source: `${fence}: dma_fence_release` },
    },
  },
});
