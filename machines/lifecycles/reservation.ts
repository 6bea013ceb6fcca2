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
      description: 'No hardware is reserved for the job.',
      meta: { source: dmaBufFile('the third option') },
      on: {
        want: to(
          'wanted',
          'A submit begins: compute jobs that come now wait behind it.',
          dmaBufFile('the third option'),
        ),
      },
    },
    wanted: {
      description: 'The submit waits until compute work has left the hardware.',
      meta: { source: dmaBufFile('the third option') },
      on: {
        obtain: to(
          'held',
          'The hardware is free of compute work, and is reserved for the job.',
          dmaBufFile('the third option'),
        ),
      },
    },
    held: {
      description: 'The hardware is reserved: no compute job may take it.',
      meta: { source: dmaBufFile('the third option') },
      on: {
        release: to(
          'none',
          'The reservation is released, and compute work may use the hardware again.',
          dmaBufFile('the third option'),
        ),
      },
    },
  },
});
