import { chart, state } from "./chart.js";
import { to } from "./to.js";
/**
 * A slot in the list of a dma_resv.
 * Rule: reserved, which may fail, before the fence is armed and under the same lock as it is added: adding cannot fail.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_reserve_fences, dma_resv_add_fence, dma_resv_reset_max_fences), v7.0.
 */
export const resvSlot = chart('resv_slot', 'drivers/dma-buf/dma-resv.c', {
    none: state('No slot is free.', 'dma_resv_add_fence', {
        dma_resv_reserve_fences: to('reserved', 'There is memory for one more.', 'dma_resv_reserve_fences'),
        'dma_resv_reserve_fences=-ENOMEM': to('none', 'There is no memory: the submit fails, and nothing has been published.', 'dma_resv_reserve_fences'),
        add: to('overrun', 'BUG_ON: no slot.', 'dma_resv_add_fence'),
        unlock: to('none', 'The lock is given back.', 'dma_resv_reset_max_fences'),
    }),
    reserved: state('One fence may be added.', 'dma_resv_reserve_fences', {
        add: to('none', 'The fence is in the slot.', 'dma_resv_add_fence'),
        unlock: to('none', 'A reservation lasts as long as the lock.', 'dma_resv_reset_max_fences'),
    }),
    overrun: state('BUG.', 'dma_resv_add_fence'),
});
//# sourceMappingURL=resv-slot.js.map