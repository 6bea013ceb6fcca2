import { chart, state } from './chart.ts';
import { to } from './to.ts';

/**
 * A walk over the fences of a dma_resv without its lock.
 * Rule: it begins with the flag that says restarted; where the list changes it begins again, with the flag set.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_iter_first_unlocked, dma_resv_iter_next_unlocked), v7.0.
 */
export const resvIter = chart('resv_iter', 'drivers/dma-buf/dma-resv.c', {
  idle: state('There is no iteration.', 'dma_resv_iter_begin', {
    begin: to('restarted', 'The iteration begins, which counts as a restart.', 'dma_resv_iter_first_unlocked'),
  }),
  restarted: state('The iterator is before the first fence.', 'dma_resv_iter_restart_unlocked', {
    fence: to(
      'at_first',
      'The iterator finds a fence of its usage, or of a stronger one.',
      'dma_resv_iter_walk_unlocked',
    ),
    end: to('ended', 'The iterator finds no fence.', 'dma_resv_iter_walk_unlocked'),
  }),
  at_first: state('The iterator is at a fence, and its restarted flag is set.', 'dma_resv_iter_is_restarted', {
    change: to('restarted', 'The list has changed, and the iteration restarts.', 'dma_resv_iter_next_unlocked'),
    end: to('ended', 'The fence was the last.', 'dma_resv_iter_walk_unlocked'),
  }),
  ended: state('The iteration has visited every fence.', 'dma_resv_iter_end', {
    begin: to('restarted', 'Another iteration begins.', 'dma_resv_iter_first_unlocked'),
  }),
});
