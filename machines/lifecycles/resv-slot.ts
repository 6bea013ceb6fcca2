import { chart, state } from './chart.ts';
import { to } from './to.ts';

/**
 * A slot in the list of a dma_resv.
 * Rule: reserved, which may fail, before the fence is armed and under the same lock as it is added: adding cannot fail.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_reserve_fences, dma_resv_add_fence, dma_resv_reset_max_fences), v7.0.
 */
export const resvSlot = chart('resv_slot', 'drivers/dma-buf/dma-resv.c', {
  none: state('No slot is reserved.', 'dma_resv_add_fence', {
    dma_resv_reserve_fences: to('reserved', 'A slot is reserved for one more fence.', 'dma_resv_reserve_fences'),
    'dma_resv_reserve_fences=-ENOMEM': to(
      'none',
      'There is no memory: the submit fails before anything is published.',
      'dma_resv_reserve_fences',
    ),
    add: to('overrun', 'A fence is added without a slot: BUG_ON.', 'dma_resv_add_fence'),
    unlock: to('none', 'The reservation lock is released.', 'dma_resv_reset_max_fences'),
  }),
  reserved: state('A slot is reserved, and one fence may be added.', 'dma_resv_reserve_fences', {
    add: to('none', 'A fence is added in the slot.', 'dma_resv_add_fence'),
    unlock: to(
      'none',
      'The reservation lock is released, and the reservation of the slot ends with it.',
      'dma_resv_reset_max_fences',
    ),
  }),
  overrun: state('The kernel has stopped at a BUG.', 'dma_resv_add_fence'),
});
