import { chart, state } from "./chart.js";
import { to } from "./to.js";
/**
 * One call of dma_fence_signal: an interrupt, a worker, a reset.
 * Rule: the bit is tested and set in one step; whoever finds it set does nothing.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_signal_timestamp_locked), v7.0.
 */
export const signalCall = chart('signal_call', 'drivers/dma-buf/dma-fence.c', {
    idle: state('Not called yet.', 'dma_fence_signal', {
        begin: to('walking', 'Sets the bit, stashes the list, writes the time.', 'dma_fence_signal_timestamp_locked'),
        test: to('tested', 'Saw the bit clear, and has not set it.', 'dma_fence_signal_timestamp_locked'),
        lose: to('done', 'The bit is set already.', 'dma_fence_signal_timestamp_locked'),
    }),
    tested: state('The bit was clear a moment ago.', 'dma_fence_signal_timestamp_locked', {
        begin: to('walking', 'Sets the bit, stashes the list, writes the time.', 'dma_fence_signal_timestamp_locked'),
    }),
    walking: state('Calls the callbacks one after another, under the fence lock.', 'dma_fence_signal_timestamp_locked', {
        end: to('done', 'The list is empty; the lock is given back.', 'dma_fence_signal'),
    }),
    done: state('Has returned.', 'dma_fence_signal'),
});
//# sourceMappingURL=signal-call.js.map