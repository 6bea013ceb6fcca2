import { vocabulary } from '../../src/system/vocabulary.ts';
import { contract, dmaBuf } from '../words/cites.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { foreignJob } from '../lifecycles/foreign-job.ts';
import { fencedParts } from './fenced-jobs.ts';
import { repairParts } from './page-fault.ts';

export const foreignParts = {
  fence: fencedParts.fence,
  alloc: repairParts.alloc,
  foreignJob: { of: foreignJob, title: 'job of another device' },
  foreignFence: { of: dmaFence, title: 'fence of another device' },
} as const;

const v = vocabulary(foreignParts);
const unknownGraph = dmaBuf('... runtime tracking of the full dependency graph of all DMA fences.');

/** Another device whose job waits for a fence of ours: its own fence depends on ours, and reclaim may wait for it. */
export const foreignDevice = v.row({
  name: 'foreign-device',
  steps: v.steps(
    { name: 'foreign_submit', actor: 'user', moves: { foreignJob: 'depend.f[i]', foreignFence: 'publish' }, when: { 'fence[i]': 'visible' }, atomic: 'dma_resv', cite: unknownGraph },
    { name: 'foreign_signal', actor: 'foreign', moves: { foreignFence: 'dma_fence_signal', foreignJob: 'hw_done' }, atomic: 'the fence lock', cite: contract('Fences must complete in a reasonable time.') },
    { name: 'foreign_retire', actor: 'foreign', moves: { foreignFence: 'dma_fence_init', foreignJob: 'retire' } },
    { name: 'reclaim_waits_for_foreign', actor: 'reclaim[k]', moves: { 'alloc[k]': 'wait.foreign' }, when: { foreignFence: 'visible' }, cite: contract('Drivers are allowed to call dma_fence_wait() from their shrinker callbacks.') },
  ),
  ties: {
    requires: { reclaim_ends: { foreignFence: '!visible' } },
    also: { signal: { foreignJob: 'signaled.f[i]' }, cancel_job: { foreignJob: 'signaled.f[i]' }, foreign_signal: { 'alloc[*]': 'signaled.foreign' } },
  },
  promises: [{ name: 'foreign-fence-signals', pending: { foreignFence: 'visible' }, cite: contract('Fences must complete in a reasonable time.') }],
});
