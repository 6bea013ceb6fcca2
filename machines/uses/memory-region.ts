import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { shrinkersMayWait } from '../words/sentences.ts';
import { oneShot } from '../lifecycles/one-shot.ts';
import { cannotRestart, memoryRegions, regionKinds, regionLaw, regionParts } from '../rows/memory-region.ts';
import { repairParts } from '../rows/page-fault.ts';
import { lawsOf, mistake, type Use } from './use.ts';

const odpSource = from('drivers/infiniband/hw/mlx5/odp.c');
const umemDmabuf = from('drivers/infiniband/core/umem_dmabuf.c');

const waits = shrinkersMayWait;

/** The core's page fault, on hardware that its fenced job needs, for a page that an RDMA region reaches. */
const region = vocabulary({
  ...regionParts,
  ...repairParts,
  shrunk: { of: oneShot, title: 'round of the shrinker' },
} as const);
export const faultTakesFromRegion = region.row({
  name: 'repair-takes-from-region',
  steps: region.steps(
    region.step('shrinker_claims', 'fault_worker[k]', {
      moves: { claim: 'want', shrunk: 'spend' },
      when: { 'alloc[k]': 'allocating' },
      cite: waits,
    }),
  ),
  ties: { requires: { reclaim_ends: { claim: ['none', 'had'] } } },
});
/** Nobody but that shrinker claims the memory. */
export const shrinkerAlone: Clause = region
  .about([{ name: 'claim_begins' }] as const)
  .clause({ name: 'composed/shrinker-alone', says: waits, forbids: ['claim_begins'] });
export const regionFaultsHere: Clause = region.about([{ name: 'fault_maps' }] as const).clause({
  name: 'composed/region-fault-needs-repair',
  says: odpSource('pagefault_dmabuf_mr runs without waiting for page faults of the exporter'),
  requires: { claim_has: { request: '!faulted' } } as never,
  about: 'The exporter waits for all requests in flight, including those that have taken a page fault.',
});

const umem = (says: string) => umemDmabuf(says);

/**
 * A region that faults: told that its memory goes, it empties its table, and finds the memory again
 * at the next access.
 */
export const odpUse: Use = {
  name: 'odp',
  about:
    'An RDMA device reaches the memory through an on-demand region. When the memory is taken ' +
    'away, the region drops it and faults it in again later.',
  says: odpSource('mlx5_ib_dmabuf_invalidate_cb: the translation table is zapped, the next access faults'),
  rows: [memoryRegions, faultTakesFromRegion],
  wiring: [regionLaw, shrinkerAlone],
  clauses: lawsOf('odp', { 'zaps-when-told': regionKinds.odp }),
  repairs: true,
  mistakes: [
    mistake('odp/cannot-restart', cannotRestart, 'A request that has faulted is not restarted.'),
    mistake(
      'odp/awaits-faulted-request',
      regionFaultsHere,
      'The exporter waits for requests in flight, also for those that wait for it.',
    ),
  ],
  apart: { 'memory-region': 'a region is either on demand or pinned' },
};

/** The classic region: it pins what it reaches for as long as it lives. */
export const memoryRegionUse: Use = {
  name: 'memory-region',
  about:
    'An RDMA device reaches the memory through a pinned region, which holds it until userspace ' +
    'deregisters the region.',
  says: umem('ib_umem_dmabuf_get_pinned: pinned as long as the region lives'),
  rows: [memoryRegions],
  wiring: [regionKinds.pinned],
  clauses: lawsOf('memory-region', { 'waits-for-region': regionLaw }),
  mistakes: [],
  apart: { odp: 'a region is either on demand or pinned' },
};
