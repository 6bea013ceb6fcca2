import { chart, state } from "./chart.js";
import { to } from "./to.js";
/**
 * The deadline of a fence.
 * Rule: a hint. Nobody has to set one, and a fence completes with and without.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_set_deadline), v7.0.
 */
export const deadline = chart('deadline', 'drivers/dma-buf/dma-fence.c', {
    none: state('Nobody said when it is wanted.', 'dma_fence_set_deadline', {
        dma_fence_set_deadline: to('set', 'A waiter would like it by then.', 'dma_fence_set_deadline'),
    }),
    set: state('The earliest of all hints.', 'dma_fence_set_deadline', {
        dma_fence_set_deadline: to('set', 'An earlier one.', 'dma_fence_set_deadline'),
    }),
});
//# sourceMappingURL=deadline.js.map