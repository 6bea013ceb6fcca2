import { chart, state } from './chart.ts';
import { inFile, to } from './to.ts';

const dmaFence = inFile('include/trace/events/dma_fence.h');

const file = 'drivers/dma-buf/dma-fence.c';
/**
 * The ops pointer of a fence, from v7.1 on.
 * Rule: cleared by the signal where the ops have neither release nor wait; after that nobody follows it.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_signal_timestamp_locked), v7.1-rc4.
 */
export const fenceOps = chart('fence_ops', file, {
  kept: state('fence->ops points to the ops of the driver.', 'dma_fence_init', {
    clear: to(
      'null',
      'The ops are set to NULL, so that the fence can outlive its driver.',
      'dma_fence_signal_timestamp_locked',
    ),
    follow: to(
      'kept',
      'A reader follows the ops to the names of the driver and the timeline.',
      dmaFence('dma_fence_driver_name'),
    ),
  }),
  null: state('fence->ops is NULL.', 'dma_fence_signal_timestamp_locked', {
    follow: to('oops', 'A reader follows a NULL pointer.', dmaFence('dma_fence_driver_name')),
  }),
  oops: state('The kernel oopses.', dmaFence('dma_fence_driver_name')),
});

/**
 * The order of steps in dma_fence_signal_timestamp_locked, from v7.1 on.
 * Rule: what reads the ops comes before what clears them.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_signal_timestamp_locked), v7.1-rc4.
 */
export const signalSteps = chart('signal_steps', file, {
  unsignaled: state('The fence is not signaled.', 'dma_fence_signal_timestamp_locked', {
    set_bit: to('bit_set', 'test_and_set_bit sets the signaled bit.', 'dma_fence_signal_timestamp_locked'),
  }),
  bit_set: state('The signaled bit is set.', 'dma_fence_signal_timestamp_locked', {
    clear_ops: to('cleared', 'The ops are cleared.', 'dma_fence_signal_timestamp_locked'),
    trace: to('traced', 'trace_dma_fence_signaled runs.', 'dma_fence_signal_timestamp_locked'),
  }),
  cleared: state('The ops are cleared, and the tracepoint has not run.', 'dma_fence_signal_timestamp_locked', {
    trace: to('done', 'trace_dma_fence_signaled runs.', 'dma_fence_signal_timestamp_locked'),
  }),
  traced: state('The tracepoint has run, and the ops are not cleared.', 'dma_fence_signal_timestamp_locked', {
    clear_ops: to('done', 'The ops are cleared.', 'dma_fence_signal_timestamp_locked'),
  }),
  done: state('The fence is signaled, traced, and its ops are cleared.', 'dma_fence_signal_timestamp_locked'),
});
