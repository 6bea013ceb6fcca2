import { vocabulary } from '../../src/system/vocabulary.ts';
import { source } from '../words/cites.ts';
import { fenceOps, signalSteps } from '../lifecycles/fence-ops.ts';

const cite = source('drivers/dma-buf/dma-fence.c', 'dma_fence_signal_timestamp_locked: when neither a release nor a wait operation is specified set the ops pointer to NULL');
const v = vocabulary({ ops: { of: fenceOps, title: 'ops of the fence' }, signal: { of: signalSteps, title: 'dma_fence_signal' } });
const steps = v.steps(
  { name: 'set_bit', actor: 'signaler', moves: { signal: 'set_bit' }, cite },
  { name: 'clear_ops', actor: 'signaler', moves: { signal: 'clear_ops', ops: 'clear' }, cite },
  { name: 'trace_signaled', actor: 'signaler', moves: { signal: 'trace', ops: 'follow' }, cite: source('include/trace/events/dma_fence.h', 'dma_fence_signaled: driver and timeline name') },
);

/** v7.1: a signal clears the ops that its own tracepoint reads. */
export const opsRow = v.row({
  name: 'fence-ops',
  steps,
  promises: [{ name: 'signal-returns', pending: { signal: ['bit_set', 'cleared', 'traced'] }, cite }],
  invariants: [{ name: 'no-oops', never: { ops: 'oops' }, cite }],
});
export const tracedFirst = v.about(steps).clause({
  name: 'fence-ops/traced-before-cleared', says: source('drivers/dma-buf/dma-fence.c', 'trace_dma_fence_signaled is moved before the ops are cleared (fix of April 2026)'), requires: { clear_ops: { signal: 'traced' } },
});
