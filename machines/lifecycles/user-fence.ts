import { setup } from 'xstate';

/**
 * A fence that userspace signals by writing memory ("gpu futex").
 * Rule: nothing in the kernel may wait for it where a dma_fence waits: userspace may never signal.
 * Source: Documentation/driver-api/dma-buf.rst, "Indefinite DMA Fences".
 */
export const userFence = setup({ types: { events: {} as { type: 'reset' } | { type: 'user_signal' } } }).createMachine({
  id: 'user_fence',
  initial: 'unsignaled',
  states: {
    unsignaled: {
      description: 'Userspace has promised nothing.',
      meta: { source: 'Documentation/driver-api/dma-buf.rst: Indefinite DMA Fences' },
      on: { user_signal: { target: 'signaled', description: 'A user thread, or a job of the user, writes the value.', meta: { source: 'Documentation/driver-api/dma-buf.rst: Indefinite DMA Fences' } } },
    },
    signaled: {
      description: 'The value is there.',
      meta: { source: 'Documentation/driver-api/dma-buf.rst: Indefinite DMA Fences' },
      on: { reset: { target: 'unsignaled', description: 'The memory is used for the next value.', meta: { source: 'Documentation/driver-api/dma-buf.rst: Indefinite DMA Fences' } } },
    },
  },
});
