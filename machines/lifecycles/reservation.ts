import { setup } from 'xstate';
import { inFile, to } from './to.ts';

const dmaBufFile = inFile('Documentation/driver-api/dma-buf.rst');

/**
 * The hardware kept for one fenced job while its fence is in flight.
 * Rule: it covers the time from when the fence is visible to other threads until dma_fence_signal().
 * Source: Documentation/driver-api/dma-buf.rst, "Recoverable Hardware Page Faults Implications", the third option.
 */
export const reservation = setup({
  types: { events: {} as { type: 'want' } | { type: 'obtain' } | { type: 'release' } },
}).createMachine({
  id: 'reservation',
  initial: 'none',
  states: {
    none: {
      description: 'Nothing is kept for this job.',
      meta: { source: dmaBufFile('the third option') },
      on: {
        want: to(
          'wanted',
          'A submit has begun: compute jobs that come now wait behind it.',
          dmaBufFile('the third option'),
        ),
      },
    },
    wanted: {
      description: 'Waits until compute work has left the hardware.',
      meta: { source: dmaBufFile('the third option') },
      on: {
        obtain: to('held', 'The hardware is free of compute work.', dmaBufFile('the third option')),
      },
    },
    held: {
      description: 'No compute job may take the hardware.',
      meta: { source: dmaBufFile('the third option') },
      on: {
        release: to('none', 'The hardware may be used by compute work again.', dmaBufFile('the third option')),
      },
    },
  },
});
