import { setup } from 'xstate';
import { inFile, to } from './to.ts';

const dmaFenceC = inFile('drivers/dma-buf/dma-fence.c');

/**
 * A dma_fence as the rest of the system sees it: from the moment other threads can wait for it until it is signaled.
 * Rule: it completes in finite time, and is signaled once.
 * Source: drivers/dma-buf/dma-fence.c ("DOC: fence cross-driver contract", dma_fence_init, dma_fence_signal), v7.0.
 */
export const dmaFence = setup({
  types: { events: {} as { type: 'publish' } | { type: 'dma_fence_signal' } | { type: 'dma_fence_init' } },
}).createMachine({
  id: 'dma_fence',
  initial: 'unpublished',
  states: {
    unpublished: {
      description: 'The fence is initialised, and no other thread can see it yet.',
      meta: { source: dmaFenceC('dma_fence_init') },
      on: {
        publish: to(
          'visible',
          'The fence is installed in a dma_resv, a sync_file or a syncobj, and must complete.',
          'drivers/dma-buf/dma-resv.c: dma_resv_add_fence',
        ),
      },
    },
    visible: {
      description: 'Any thread may wait for the fence: shrinkers, notifiers, other drivers.',
      meta: { source: dmaFenceC('DOC: fence cross-driver contract') },
      on: {
        dma_fence_signal: to(
          'signaled',
          'The fence is signaled: callbacks run and waiters wake. Later calls have no effect.',
          dmaFenceC('dma_fence_signal'),
        ),
      },
    },
    signaled: {
      description: 'The fence is signaled, with or without an error.',
      meta: { source: dmaFenceC('dma_fence_signal_timestamp_locked') },
      on: {
        dma_fence_init: to(
          'unpublished',
          'The next job initialises a new fence; a live fence is never initialised again.',
          'include/drm/gpu_scheduler.h: run_job',
        ),
      },
    },
  },
});
