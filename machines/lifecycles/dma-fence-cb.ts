import { chart, state } from './chart.ts';
import { to } from './to.ts';

/**
 * One struct dma_fence_cb, from the call that adds it until its owner may free it.
 * Rule: it runs once, or it was refused, or it was removed and never runs; it is not freed while it runs.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_add_callback, dma_fence_remove_callback,
 * dma_fence_signal_timestamp_locked), v7.0.
 */
export const dmaFenceCb = chart('dma_fence_cb', 'drivers/dma-buf/dma-fence.c', {
  unused: state('On no list.', 'dma_fence_add_callback', {
    dma_fence_add_callback: to(
      'queued',
      'Queued at the end of cb_list, under the fence lock.',
      'dma_fence_add_callback',
    ),
    'dma_fence_add_callback=-ENOENT': to(
      'refused',
      'The fence is signaled: the node is initialised, nothing else.',
      'dma_fence_add_callback',
    ),
    look: to('looking', 'The fast path: the bit was seen clear without the lock.', 'dma_fence_add_callback'),
  }),
  looking: state('The bit was clear; the lock is not taken yet.', 'dma_fence_add_callback', {
    dma_fence_add_callback: to('queued', 'Queued, under the lock.', 'dma_fence_add_callback'),
    'dma_fence_add_callback=-ENOENT': to(
      'refused',
      'Looked at again under the lock: signaled by now.',
      '__dma_fence_enable_signaling',
    ),
  }),
  queued: state(
    'In cb_list.',
    'dma_fence_add_callback',
    {
      splice: to('spliced', 'dma_fence_signal takes the whole list.', 'dma_fence_signal_timestamp_locked'),
      'dma_fence_remove_callback=true': to('removed', 'Taken off the list.', 'dma_fence_remove_callback'),
    },
    'queued on',
  ),
  spliced: state("In the signaler's own list.", 'dma_fence_signal_timestamp_locked', {
    pick: to('picked', 'Taken off the list, its function about to be called.', 'dma_fence_signal_timestamp_locked'),
    'dma_fence_remove_callback=true': to('removed', 'Taken off the list.', 'dma_fence_remove_callback'),
  }),
  picked: state('On no list, and its function runs.', 'dma_fence_signal_timestamp_locked', {
    run: to('called', 'Its function returns.', 'dma_fence_signal_timestamp_locked'),
    'dma_fence_remove_callback=false': to(
      'used_after_free',
      'On no list any more, says the answer; the owner frees it.',
      'dma_fence_remove_callback',
    ),
  }),
  called: state('Its function was called, once.', 'dma_fence_signal_timestamp_locked', {
    'dma_fence_remove_callback=false': to('called', 'Too late to remove; it has run.', 'dma_fence_remove_callback'),
  }),
  removed: state('Taken off in time: it never runs.', 'dma_fence_remove_callback'),
  refused: state('Never queued, never called.', 'dma_fence_add_callback', {
    'dma_fence_remove_callback=false': to('refused', 'It was on no list.', 'dma_fence_remove_callback'),
  }),
  used_after_free: state('Its memory is free and its function runs in it.', 'dma_fence_remove_callback'),
});
