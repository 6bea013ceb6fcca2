import { setup } from 'xstate';
import { inFile, to } from './to.ts';

const dmaBufFile = inFile('Documentation/driver-api/dma-buf.rst');

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
      description: 'The value is not written, and userspace has not promised to write it.',
      meta: { source: dmaBufFile('Indefinite DMA Fences') },
      on: {
        user_signal: to(
          'signaled',
          'A user thread, or a job of userspace, writes the value.',
          dmaBufFile('Indefinite DMA Fences'),
        ),
      },
    },
    signaled: {
      description: 'The value is written: the fence is signaled.',
      meta: { source: dmaBufFile('Indefinite DMA Fences') },
      on: {
        reset: to('unsignaled', 'The memory is used for the next value.', dmaBufFile('Indefinite DMA Fences')),
      },
    },
  },
});
