import { setup } from 'xstate';
import { to } from "./to.js";
/**
 * The hardware kept for one fenced job while its fence is in flight.
 * Rule: it covers the time from when the fence is visible to other threads until dma_fence_signal().
 * Source: Documentation/driver-api/dma-buf.rst, "Recoverable Hardware Page Faults Implications", the third option.
 */
export const reservation = setup({
    types: { events: {} },
}).createMachine({
    id: 'reservation',
    initial: 'none',
    states: {
        none: {
            description: 'Nothing is kept for this job.',
            meta: { source: 'Documentation/driver-api/dma-buf.rst: the third option' },
            on: {
                want: to('wanted', 'A submit has begun: compute jobs that come now wait behind it.', 'Documentation/driver-api/dma-buf.rst: the third option'),
            },
        },
        wanted: {
            description: 'Waits until compute work has left the hardware.',
            meta: { source: 'Documentation/driver-api/dma-buf.rst: the third option' },
            on: {
                obtain: to('held', 'The hardware is free of compute work.', 'Documentation/driver-api/dma-buf.rst: the third option'),
            },
        },
        held: {
            description: 'No compute job may take the hardware.',
            meta: { source: 'Documentation/driver-api/dma-buf.rst: the third option' },
            on: {
                release: to('none', 'The hardware may be used by compute work again.', 'Documentation/driver-api/dma-buf.rst: the third option'),
            },
        },
    },
});
//# sourceMappingURL=reservation.js.map