import { setup } from 'xstate';
import { to } from "./to.js";
/**
 * A block of memory that only repairs of page faults draw from; its pages are evicted without waiting for any dma_fence.
 * Source: Documentation/driver-api/dma-buf.rst, the fifth option ("separate memory blocks").
 */
export const pool = setup({ types: { events: {} } }).createMachine({
    id: 'pool',
    initial: 'stocked',
    states: {
        stocked: {
            description: 'A page is there.',
            meta: { source: 'Documentation/driver-api/dma-buf.rst: the fifth option' },
            on: { draw: to('empty', 'A repair takes it.', 'Documentation/driver-api/dma-buf.rst: the fifth option') },
        },
        empty: {
            description: 'Nothing is left.',
            meta: { source: 'Documentation/driver-api/dma-buf.rst: the fifth option' },
            on: {
                evict: to('stocked', 'Another page of the block is evicted.', 'Documentation/driver-api/dma-buf.rst: the fifth option'),
            },
        },
    },
});
//# sourceMappingURL=pool.js.map