import { chart, state } from './chart.ts';
import { to } from './to.ts';

/**
 * A dma_fence_array.
 * Rule: it is signaled when every fence in it is, or, if it was made so, when the first is.
 * Source: drivers/dma-buf/dma-fence-array.c (dma_fence_array_enable_signaling,
 * dma_fence_array_cb_func, irq_dma_fence_array_work), v7.0.
 */
export const dmaFenceArray = chart('dma_fence_array', 'drivers/dma-buf/dma-fence-array.c', {
  idle: state('Signaling is not enabled on the array.', 'dma_fence_array_create', {
    dma_fence_enable_sw_signaling: to(
      'armed',
      'The array adds one callback to every fence in it.',
      'dma_fence_array_enable_signaling',
    ),
    'enable_signaling=false': to(
      'signaled',
      'Every fence in the array is signaled, so the core signals the array.',
      'dma_fence_array_enable_signaling',
    ),
    'dma_fence_is_signaled=signals': to(
      'signaled',
      'A caller of dma_fence_is_signaled finds the count at zero and signals the array.',
      'dma_fence_array_signaled',
    ),
  }),
  armed: state(
    'The array counts down the callbacks of its fences.',
    'dma_fence_array_cb_func',
    {
      last: to('working', 'The last callback runs and queues irq_work.', 'dma_fence_array_cb_func'),
      'dma_fence_is_signaled=signals': to(
        'signaled',
        'A caller of dma_fence_is_signaled finds the count at zero and signals the array.',
        'dma_fence_array_signaled',
      ),
    },
    'waiting for',
  ),
  working: state('The irq_work that will signal the array is queued.', 'irq_dma_fence_array_work', {
    dma_fence_signal: to(
      'signaled',
      'The irq_work signals the array, with the first error of its fences.',
      'irq_dma_fence_array_work',
    ),
    'dma_fence_is_signaled=signals': to(
      'signaled',
      'A caller of dma_fence_is_signaled finds the count at zero and signals the array.',
      'dma_fence_array_signaled',
    ),
  }),
  signaled: state('The array is signaled.', 'irq_dma_fence_array_work'),
});
