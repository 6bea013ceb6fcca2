import { chart, state } from './chart.ts';
import { to } from './to.ts';

/**
 * One struct dma_fence_cb, from the call that adds it until its owner may free it.
 * Rule: it runs once, or it was refused, or it was removed and never runs; it is not freed while it runs.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_add_callback, dma_fence_remove_callback,
 * dma_fence_signal_timestamp_locked), v7.0.
 */
export const dmaFenceCb = chart('dma_fence_cb', 'drivers/dma-buf/dma-fence.c', {
  unused: state('The callback is on no list.', 'dma_fence_add_callback', {
    dma_fence_add_callback: to(
      'queued',
      'The callback is added to the end of cb_list, under the fence lock.',
      'dma_fence_add_callback',
    ),
    'dma_fence_add_callback=-ENOENT': to(
      'refused',
      'The fence is signaled: the callback is initialised and not queued.',
      'dma_fence_add_callback',
    ),
    look: to(
      'looking',
      'The fast path reads the signaled bit without the lock, and it is clear.',
      'dma_fence_add_callback',
    ),
  }),
  looking: state('The bit was read clear, and the fence lock is not taken yet.', 'dma_fence_add_callback', {
    dma_fence_add_callback: to(
      'queued',
      'The bit is still clear under the lock, and the callback is queued.',
      'dma_fence_add_callback',
    ),
    'dma_fence_add_callback=-ENOENT': to(
      'refused',
      'The bit is read again under the lock, and the fence is signaled by now.',
      '__dma_fence_enable_signaling',
    ),
  }),
  queued: state(
    'The callback is in cb_list.',
    'dma_fence_add_callback',
    {
      splice: to('spliced', 'dma_fence_signal takes the whole list.', 'dma_fence_signal_timestamp_locked'),
      'dma_fence_remove_callback=true': to(
        'removed',
        'The callback is removed from the list.',
        'dma_fence_remove_callback',
      ),
    },
    'queued on',
  ),
  spliced: state(
    'The callback is in the list that the signaling thread has taken.',
    'dma_fence_signal_timestamp_locked',
    {
      pick: to(
        'picked',
        'The signaling thread takes the callback off the list and is about to call its function.',
        'dma_fence_signal_timestamp_locked',
      ),
      'dma_fence_remove_callback=true': to(
        'removed',
        'The callback is removed from the list.',
        'dma_fence_remove_callback',
      ),
    },
  ),
  picked: state('The callback is on no list, and its function runs.', 'dma_fence_signal_timestamp_locked', {
    run: to('called', 'The function of the callback returns.', 'dma_fence_signal_timestamp_locked'),
    'dma_fence_remove_callback=false': to(
      'used_after_free',
      'dma_fence_remove_callback returns false while the function runs, and the owner frees it.',
      'dma_fence_remove_callback',
    ),
  }),
  called: state('The function of the callback was called once.', 'dma_fence_signal_timestamp_locked', {
    'dma_fence_remove_callback=false': to(
      'called',
      'dma_fence_remove_callback returns false: the function has run already.',
      'dma_fence_remove_callback',
    ),
  }),
  removed: state('The callback was removed in time, and its function never runs.', 'dma_fence_remove_callback'),
  refused: state('The callback was not queued, and its function never runs.', 'dma_fence_add_callback', {
    'dma_fence_remove_callback=false': to(
      'refused',
      'dma_fence_remove_callback returns false: the callback was on no list.',
      'dma_fence_remove_callback',
    ),
  }),
  used_after_free: state('The function of the callback runs in memory that is freed.', 'dma_fence_remove_callback'),
});
