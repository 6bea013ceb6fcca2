import { vocabulary } from '../../src/system/vocabulary.ts';
import { dependenciesTracked, fencesComplete, shrinkersMayWait } from '../words/sentences.ts';
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
const unknownGraph = dependenciesTracked;

/** Another device whose job waits for a fence of ours: its own fence depends on ours, and reclaim may wait for it. */
export const foreignDevice = v.row({
  name: 'foreign-device',
  steps: v.steps(
    v.step('foreign_submit', 'user', {
      moves: { foreignJob: 'depend.f[i]', foreignFence: 'publish' },
      when: { 'fence[i]': 'visible' },
      atomic: 'dma_resv',
      cite: unknownGraph,
    }),
    v.step('foreign_signal', 'foreign', {
      moves: { foreignFence: 'dma_fence_signal', foreignJob: 'hw_done' },
      atomic: 'the fence lock',
      cite: fencesComplete,
    }),
    v.step('foreign_retire', 'foreign', { moves: { foreignFence: 'dma_fence_init', foreignJob: 'retire' } }),
    v.step('reclaim_waits_for_foreign', 'fault_worker[k]', {
      moves: { 'alloc[k]': 'wait.foreign' },
      when: { foreignFence: 'visible' },
      cite: shrinkersMayWait,
    }),
  ),
  ties: {
    requires: { reclaim_ends: { foreignFence: '!visible' } },
    also: {
      signal: { foreignJob: 'signaled.f[i]' },
      cancel_job: { foreignJob: 'signaled.f[i]' },
      foreign_signal: { 'alloc[*]': 'signaled.foreign' },
    },
  },
  promises: [{ name: 'foreign-fence-signals', pending: { foreignFence: 'visible' }, cite: fencesComplete }],
});
