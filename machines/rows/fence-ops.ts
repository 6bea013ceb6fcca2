import { vocabulary } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { fenceOps, signalSteps } from '../lifecycles/fence-ops.ts';

const dmaFence = from('drivers/dma-buf/dma-fence.c');
const dmaFenceHeader = from('include/trace/events/dma_fence.h');

const cite = dmaFence(
  'dma_fence_signal_timestamp_locked: when neither a release nor a wait operation is ' +
    'specified set the ops pointer to NULL',
);
const v = vocabulary({
  ops: { of: fenceOps, title: 'ops of the fence' },
  signal: { of: signalSteps, title: 'dma_fence_signal' },
});
const steps = v.steps(
  v.step('set_bit', 'signaler', { moves: { signal: 'set_bit' }, cite }),
  v.step('clear_ops', 'signaler', { moves: { signal: 'clear_ops', ops: 'clear' }, cite }),
  v.step('trace_signaled', 'signaler', {
    moves: { signal: 'trace', ops: 'follow' },
    cite: dmaFenceHeader('dma_fence_signaled: driver and timeline name'),
  }),
);

/** v7.1: a signal clears the ops that its own tracepoint reads. */
export const opsRow = v.row({
  name: 'fence-ops',
  steps,
  promises: [{ name: 'signal-returns', pending: { signal: ['bit_set', 'cleared', 'traced'] }, cite }],
  invariants: [{ name: 'no-oops', never: { ops: 'oops' }, cite }],
});
export const tracedFirst = v.about(steps).clause({
  name: 'fence-ops/traced-before-cleared',
  says: dmaFence('trace_dma_fence_signaled is moved before the ops are cleared (fix of April 2026)'),
  requires: { clear_ops: { signal: 'traced' } },
});
