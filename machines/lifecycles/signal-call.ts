import { chart, state } from './chart.ts';
import { to } from './to.ts';

/**
 * One call of dma_fence_signal: an interrupt, a worker, a reset.
 * Rule: the bit is tested and set in one step; whoever finds it set does nothing.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_signal_timestamp_locked), v7.0.
 */
export const signalCall = chart('signal_call', 'drivers/dma-buf/dma-fence.c', {
  idle: state('The call has not begun.', 'dma_fence_signal', {
    begin: to(
      'walking',
      'The call sets the bit, takes the list and writes the timestamp.',
      'dma_fence_signal_timestamp_locked',
    ),
    test: to('tested', 'The call reads the bit clear, without setting it.', 'dma_fence_signal_timestamp_locked'),
    lose: to('done', 'The call finds the bit set already, and does nothing.', 'dma_fence_signal_timestamp_locked'),
  }),
  tested: state('The call has read the bit clear, and has not set it.', 'dma_fence_signal_timestamp_locked', {
    begin: to(
      'walking',
      'The call sets the bit, takes the list and writes the timestamp.',
      'dma_fence_signal_timestamp_locked',
    ),
  }),
  walking: state(
    'The call runs the callbacks one after another, under the fence lock.',
    'dma_fence_signal_timestamp_locked',
    {
      end: to('done', 'The list is empty, and the call releases the fence lock.', 'dma_fence_signal'),
    },
  ),
  done: state('The call has returned.', 'dma_fence_signal'),
});
