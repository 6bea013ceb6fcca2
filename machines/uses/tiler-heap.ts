import type { Step } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { heapReclaims, tilerHeaps } from '../rows/gem-shrinker.ts';
import { mistake, type Use } from './use.ts';

const panthorHeap = from('drivers/gpu/drm/panthor/panthor_heap.c');

/** The firmware that asks for chunks is not the one that suspends queues. */
const asks = <R extends Step>(steps: readonly R[]): R[] =>
  steps.map((step) => (step.actor === 'firmware' ? { ...step, actor: 'heap_firmware' } : step));

/** A heap that the tiler fills while a job runs. */
export const tilerHeapUse: Use = {
  name: 'tiler-heap',
  since: '6.12',
  about:
    'The hardware fills a heap while a fenced job runs, and asks the driver for more memory. ' +
    'If there is none, it renders what it has.',
  says: panthorHeap('panthor_heap_grow: -ENOMEM, the firmware renders incrementally'),
  rows: [{ ...tilerHeaps, steps: asks(tilerHeaps.steps) }],
  wiring: [],
  clauses: [],
  mistakes: [
    mistake(
      'tiler-heap/reclaims',
      { ...heapReclaims, adds: asks(heapReclaims.adds!) },
      'The heap grows with GFP_KERNEL while the fence of its job is visible.',
    ),
  ],
};
