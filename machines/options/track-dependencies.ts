import { vocabulary } from '../../src/system/vocabulary.ts';
import { dmaBuf } from '../words/cites.ts';
import { dependenciesTracked, dependenciesUntangled } from '../words/sentences.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { computeParts } from '../rows/compute-jobs.ts';
import { fencedParts } from '../rows/fenced-jobs.ts';
import { foreignDevice, foreignParts } from '../rows/foreign-device.ts';
import { pageFaults, repairParts } from '../rows/page-fault.ts';
import { places, shown } from '../words/instrument.ts';
import { cpuFaultInRepair } from './columns.ts';
import type { WayOut } from './way-out.ts';

const v = vocabulary({
  ...fencedParts,
  ...computeParts,
  ...repairParts,
  ...foreignParts,
  // What a hazard brings.
  computeFence: { of: dmaFence, family: 'faulting' },
} as const);
const says = dependenciesUntangled;

/** A fence depends on no page fault once its job has all the hardware that it needs. */
const independent = { 'job[i]': ['running', 'hung', 'done'] } as const;
const nack = v.steps(
  v.step('nack', 'fault_worker[k]', {
    moves: { 'alloc[k]': 'fail', 'fault[k]': 'nack' },
    also: { 'compute[k]': 'kill', engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]' },
    when: {
      'job[*]': ['idle', 'preparing', 'queued', 'parked', 'scheduled', 'dispatched'],
      'copyFence[*]': '!visible',
      'bindFence[*]': '!visible',
    },
    any: { 'fence[?]': 'visible', foreignFence: 'visible', 'computeFence[?]': 'visible' },
    atomic: 'hardware',
    cite: dependenciesTracked,
  }),
);
const ofHazards = [{ name: 'pool_falls_back' }, { name: 'reclaim_waits_for_compute' }] as const;
const about = v.about([...ofHazards, ...pageFaults.steps, ...foreignDevice.steps, ...nack]);

/**
 * The fifth option, second form: reclaim for a page fault knows which fences depend on it, and
 * waits for none of those.
 */
export const trackDependencies: WayOut<'track-dependencies'> = {
  name: 'track-dependencies',
  says,
  rows: [],
  clauses: [
    about.clause({
      name: 'track-dependencies/own-fences',
      says: dependenciesTracked,
      about:
        'Reclaim for a page fault waits for a fence of this device only once its job has all the hardware it needs.',
      requires: {
        reclaim_waits: independent,
        reclaim_waits_briefly: independent,
        foreign_reclaim_waits: independent,
        pool_falls_back: independent,
      },
      // A compute job with a fence may take a page fault at any moment: that fence depends on a repair.
      forbids: ['reclaim_waits_for_compute'],
    }),
    about.clause({
      name: 'track-dependencies/foreign-fences',
      says: dmaBuf('... the full dependency graph of all DMA fences.'),
      about: "Reclaim for a page fault waits for another device's fence only if it depends on no fence of this device.",
      requires: { reclaim_waits_for_foreign: { foreignJob: 'runnable' } },
    }),
    about.clause({
      name: 'track-dependencies/nack-when-all-depend',
      says: dmaBuf('This results very wide impact on the kernel ...'),
      about: 'If every fence depends on the fault, waiting reclaims nothing, so the fault is refused.',
      adds: nack,
    }),
  ],
  repairs: true,
  inOrder: { also: { nack: { ring: 'drop.c[k]' } } },
  columns: [cpuFaultInRepair],
  tests: {
    'track-dependencies/own-fences': {
      at: [places.repairsFault, places.waitsForFence],
      shows: `${shown.reclaim}.`,
      nearest: null,
    },
    'track-dependencies/foreign-fences': {
      at: [places.repairsFault, places.waitsForFence],
      shows: `${shown.reclaim}, on the other device too.`,
      nearest: null,
    },
    'track-dependencies/nack-when-all-depend': {
      at: [places.takesFault, places.allocatesPage],
      shows: 'The repair is retried for as long as nobody else frees memory; then the scheduler times out.',
      nearest: null,
    },
  },
};
