import { chart, state } from './chart.ts';
import { to } from './to.ts';

const section = 'Recoverable Hardware Page Faults Implications';

/**
 * A copy job of a repair that shares the engine of compute work.
 * Rule: only work on independent hardware has no part in it; a copy job on a shared engine is a
 * workload with a dma_fence like any other.
 * Source: Documentation/driver-api/dma-buf.rst; drivers/gpu/drm/xe/xe_migrate.c (04f4a70a183a: stuck
 * behind a fault), v7.0.
 */
export const engineTurn = chart('engine_turn', 'Documentation/driver-api/dma-buf.rst', {
  idle: state('No copy job waits for the engine.', section, {
    ask: to('waiting', 'The copy job is queued, and its fence is visible.', section),
  }),
  waiting: state('The copy job waits for the engine.', section, {
    take: to('idle', 'The copy job gets the engine.', section),
  }),
});
