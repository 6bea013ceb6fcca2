import { chart } from './chart.ts';

/**
 * One struct dma_fence_cb, from the call that adds it until its owner may free it.
 * Rule: it runs once, or it was refused, or it was removed and never runs; it is not freed while it runs.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_add_callback, dma_fence_remove_callback, dma_fence_signal_timestamp_locked), v7.0.
 */
export const dmaFenceCb = chart('dma_fence_cb', 'drivers/dma-buf/dma-fence.c', {
  unused: ['On no list.', 'dma_fence_add_callback', {
    dma_fence_add_callback: ['queued', 'Queued at the end of cb_list, under the fence lock.', 'dma_fence_add_callback'],
    'dma_fence_add_callback=-ENOENT': ['refused', 'The fence is signaled: the node is initialised, nothing else.', 'dma_fence_add_callback'],
    look: ['looking', 'The fast path: the bit was seen clear without the lock.', 'dma_fence_add_callback'],
  }],
  looking: ['The bit was clear; the lock is not taken yet.', 'dma_fence_add_callback', {
    dma_fence_add_callback: ['queued', 'Queued, under the lock.', 'dma_fence_add_callback'],
    'dma_fence_add_callback=-ENOENT': ['refused', 'Looked at again under the lock: signaled by now.', '__dma_fence_enable_signaling'],
  }],
  queued: ['In cb_list.', 'dma_fence_add_callback', {
    splice: ['spliced', 'dma_fence_signal takes the whole list.', 'dma_fence_signal_timestamp_locked'],
    'dma_fence_remove_callback=true': ['removed', 'Taken off the list.', 'dma_fence_remove_callback'],
  }, 'queued on'],
  spliced: ["In the signaler's own list.", 'dma_fence_signal_timestamp_locked', {
    pick: ['picked', 'Taken off the list, its function about to be called.', 'dma_fence_signal_timestamp_locked'],
    'dma_fence_remove_callback=true': ['removed', 'Taken off the list.', 'dma_fence_remove_callback'],
  }],
  picked: ['On no list, and its function runs.', 'dma_fence_signal_timestamp_locked', {
    run: ['called', 'Its function returns.', 'dma_fence_signal_timestamp_locked'],
    'dma_fence_remove_callback=false': ['used_after_free', 'On no list any more, says the answer; the owner frees it.', 'dma_fence_remove_callback'],
  }],
  called: ['Its function was called, once.', 'dma_fence_signal_timestamp_locked', {
    'dma_fence_remove_callback=false': ['called', 'Too late to remove; it has run.', 'dma_fence_remove_callback'],
  }],
  removed: ['Taken off in time: it never runs.', 'dma_fence_remove_callback'],
  refused: ['Never queued, never called.', 'dma_fence_add_callback', {
    'dma_fence_remove_callback=false': ['refused', 'It was on no list.', 'dma_fence_remove_callback'],
  }],
  used_after_free: ['Its memory is free and its function runs in it.', 'dma_fence_remove_callback'],
});
