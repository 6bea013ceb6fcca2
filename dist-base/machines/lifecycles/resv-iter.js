import { chart, state } from "./chart.js";
import { to } from "./to.js";
/**
 * A walk over the fences of a dma_resv without its lock.
 * Rule: it begins with the flag that says restarted; where the list changes it begins again, with the flag set.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_iter_first_unlocked, dma_resv_iter_next_unlocked), v7.0.
 */
export const resvIter = chart('resv_iter', 'drivers/dma-buf/dma-resv.c', {
    idle: state('No walk.', 'dma_resv_iter_begin', {
        begin: to('restarted', 'Begins, which counts as a restart.', 'dma_resv_iter_first_unlocked'),
    }),
    restarted: state('Before the first fence.', 'dma_resv_iter_restart_unlocked', {
        fence: to('at_first', 'A fence of that usage, or of a stronger one.', 'dma_resv_iter_walk_unlocked'),
        end: to('ended', 'There is none.', 'dma_resv_iter_walk_unlocked'),
    }),
    at_first: state('At a fence, with the flag set.', 'dma_resv_iter_is_restarted', {
        change: to('restarted', 'The list has changed: all over again.', 'dma_resv_iter_next_unlocked'),
        end: to('ended', 'It was the last.', 'dma_resv_iter_walk_unlocked'),
    }),
    ended: state('All were met.', 'dma_resv_iter_end', {
        begin: to('restarted', 'Another walk.', 'dma_resv_iter_first_unlocked'),
    }),
});
//# sourceMappingURL=resv-iter.js.map