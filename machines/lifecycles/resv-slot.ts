import { chart } from './chart.ts';

/**
 * A slot in the list of a dma_resv.
 * Rule: reserved, which may fail, before the fence is armed and under the same lock as it is added: adding cannot fail.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_reserve_fences, dma_resv_add_fence, dma_resv_reset_max_fences), v7.0.
 */
export const resvSlot = chart('resv_slot', 'drivers/dma-buf/dma-resv.c', {
  none: ['No slot is free.', 'dma_resv_add_fence', {
    dma_resv_reserve_fences: ['reserved', 'There is memory for one more.', 'dma_resv_reserve_fences'],
    'dma_resv_reserve_fences=-ENOMEM': ['none', 'There is no memory: the submit fails, and nothing has been published.', 'dma_resv_reserve_fences'],
    add: ['overrun', 'BUG_ON: no slot.', 'dma_resv_add_fence'],
    unlock: ['none', 'The lock is given back.', 'dma_resv_reset_max_fences'],
  }],
  reserved: ['One fence may be added.', 'dma_resv_reserve_fences', {
    add: ['none', 'The fence is in the slot.', 'dma_resv_add_fence'],
    unlock: ['none', 'A reservation lasts as long as the lock.', 'dma_resv_reset_max_fences'],
  }],
  overrun: ['BUG.', 'dma_resv_add_fence'],
});
