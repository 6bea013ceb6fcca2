import { chart, state } from './chart.ts';
import { to } from './to.ts';

/**
 * A dma_fence_array.
 * Rule: it is signaled when every fence in it is, or, if it was made so, when the first is.
 * Source: drivers/dma-buf/dma-fence-array.c (dma_fence_array_enable_signaling,
 * dma_fence_array_cb_func, irq_dma_fence_array_work), v7.0.
 */
export const dmaFenceArray = chart('dma_fence_array', 'drivers/dma-buf/dma-fence-array.c', {
  idle: state('Nobody waits for it.', 'dma_fence_array_create', {
    dma_fence_enable_sw_signaling: to(
      'armed',
      'One callback on every fence in it.',
      'dma_fence_array_enable_signaling',
    ),
    'enable_signaling=false': to('signaled', 'Nothing in it is left to wait for.', 'dma_fence_array_enable_signaling'),
    'dma_fence_is_signaled=signals': to(
      'signaled',
      'Asked, it finds its count at zero: opportunistic signalling.',
      'dma_fence_array_signaled',
    ),
  }),
  armed: state(
    'Counts its callbacks down.',
    'dma_fence_array_cb_func',
    {
      last: to('working', 'The last callback: irq_work is queued.', 'dma_fence_array_cb_func'),
      'dma_fence_is_signaled=signals': to(
        'signaled',
        'Asked, it finds its count at zero: opportunistic signalling.',
        'dma_fence_array_signaled',
      ),
    },
    'waiting for',
  ),
  working: state('Its irq_work will signal it.', 'irq_dma_fence_array_work', {
    dma_fence_signal: to('signaled', 'Signaled, with the first error of all.', 'irq_dma_fence_array_work'),
    'dma_fence_is_signaled=signals': to(
      'signaled',
      'Asked, it finds its count at zero: opportunistic signalling.',
      'dma_fence_array_signaled',
    ),
  }),
  signaled: state('Done.', 'irq_dma_fence_array_work'),
});
