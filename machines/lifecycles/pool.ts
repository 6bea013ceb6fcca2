import { setup } from 'xstate';
import { inFile, to } from './to.ts';

const dmaBufFile = inFile('Documentation/driver-api/dma-buf.rst');

/**
 * A block of memory that only repairs of page faults draw from; its pages are evicted without
 * waiting for any dma_fence.
 * Source: Documentation/driver-api/dma-buf.rst, the fifth option ("separate memory blocks").
 */
export const pool = setup({ types: { events: {} as { type: 'draw' } | { type: 'evict' } } }).createMachine({
  id: 'pool',
  initial: 'stocked',
  states: {
    stocked: {
      description: 'The pool has a page.',
      meta: { source: dmaBufFile('the fifth option') },
      on: { draw: to('empty', 'A repair takes the page.', dmaBufFile('the fifth option')) },
    },
    empty: {
      description: 'The pool is empty.',
      meta: { source: dmaBufFile('the fifth option') },
      on: {
        evict: to(
          'stocked',
          'Another page of the pool is evicted, which makes it available.',
          dmaBufFile('the fifth option'),
        ),
      },
    },
  },
});
