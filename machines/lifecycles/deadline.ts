import { chart, state } from './chart.ts';
import { to } from './to.ts';

/**
 * The deadline of a fence.
 * Rule: a hint. Nobody has to set one, and a fence completes with and without.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_set_deadline), v7.0.
 */
export const deadline = chart('deadline', 'drivers/dma-buf/dma-fence.c', {
  none: state('No deadline is set.', 'dma_fence_set_deadline', {
    dma_fence_set_deadline: to('set', 'A waiter sets a deadline as a hint.', 'dma_fence_set_deadline'),
  }),
  set: state('A deadline is set: the earliest of all hints.', 'dma_fence_set_deadline', {
    dma_fence_set_deadline: to('set', 'A waiter sets an earlier deadline.', 'dma_fence_set_deadline'),
  }),
});
