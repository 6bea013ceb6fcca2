import { setup } from 'xstate';

/**
 * The hardware kept for one fenced job while its fence is in flight.
 * Rule: it covers the time from when the fence is visible to other threads until dma_fence_signal().
 * Source: Documentation/driver-api/dma-buf.rst, "Recoverable Hardware Page Faults Implications", the third option.
 */
export const reservation = setup({ types: { events: {} as { type: 'want' } | { type: 'obtain' } | { type: 'release' } } }).createMachine({
  id: 'reservation',
  initial: 'none',
  states: {
    none: {
      description: 'Nothing is kept for this job.', meta: { source: 'Documentation/driver-api/dma-buf.rst: the third option' },
      on: { want: { target: 'wanted', description: 'A submit has begun: compute jobs that come now wait behind it.', meta: { source: 'Documentation/driver-api/dma-buf.rst: the third option' } } },
    },
    wanted: {
      description: 'Waits until compute work has left the hardware.', meta: { source: 'Documentation/driver-api/dma-buf.rst: the third option' },
      on: { obtain: { target: 'held', description: 'The hardware is free of compute work.', meta: { source: 'Documentation/driver-api/dma-buf.rst: the third option' } } },
    },
    held: {
      description: 'No compute job may take the hardware.', meta: { source: 'Documentation/driver-api/dma-buf.rst: the third option' },
      on: { release: { target: 'none', description: 'The hardware may be used by compute work again.', meta: { source: 'Documentation/driver-api/dma-buf.rst: the third option' } } },
    },
  },
});
