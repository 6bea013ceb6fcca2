import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { source, from } from '../words/cites.ts';
import { barWindow } from '../lifecycles/memory-locks.ts';
import { memoryClaim, memoryRegion, peerRoute, systemMemory, workRequest } from '../lifecycles/memory-region.ts';

const umemDmabuf = from('drivers/infiniband/core/umem_dmabuf.c');
const odpSource = from('drivers/infiniband/hw/mlx5/odp.c');
const dmaBufCore = from('drivers/dma-buf/dma-buf.c');
const ttmBo = from('drivers/gpu/drm/ttm/ttm_bo.c');

const glisse = (says: string) => source('lore.kernel.org linux-rdma, January 2017', says);
const fallback = glisse(
  'Fallback is always to migrate back to system memory as a default path that can not ' +
    'fail, except if we are out of memory.',
);
const umem = (says: string) => umemDmabuf(says);
const odp = (says: string) => odpSource(says);

/** Regions that want a way to memory of a GPU, and the one BAR window. */
export const routeParts = {
  route: { of: peerRoute, family: 'regions', title: 'route of region' },
  bar: { of: barWindow, title: 'BAR window' },
  memory: { of: systemMemory, title: 'system memory' },
} as const;
const r = vocabulary(routeParts);
const routeSteps = r.steps(
  r.step('request', 'user', { moves: { 'route[i]': 'request' } }),
  r.step('bar_found', 'rdma[i]', {
    moves: { 'route[i]': 'bar', bar: 'take.mr[i]' },
    when: { bar: 'free' },
    cite: glisse('GPU check if it has place inside its PCI bar to map this page for the device, this can fail'),
  }),
  r.step('bar_full', 'rdma[i]', { moves: { 'route[i]': 'bar_full' }, when: { bar: 'held' }, cite: fallback }),
  r.step('iommu_mapped', 'rdma[i]', {
    moves: { 'route[i]': 'iommu' },
    cite: glisse('If it succeed then you need the IOMMU to let the RDMA device access the GPU PCI bar.'),
  }),
  r.step('iommu_fails', 'rdma[i]', { moves: { 'route[i]': 'iommu_fails', bar: 'give.mr[i]' }, cite: fallback }),
  r.step('migrates_to_system', 'rdma[i]', {
    moves: { 'route[i]': 'migrate' },
    when: { memory: 'some' },
    cite: fallback,
  }),
  r.step('ENOMEM', 'rdma[i]', { moves: { 'route[i]': 'out_of_memory' }, when: { memory: 'none' }, cite: fallback }),
  r.step('memory_runs_out', 'user', { moves: { memory: 'run_out' } }),
  r.step('deregister', 'user', { moves: { 'route[i]': 'deregister' }, also: { bar: 'give.mr[i]' } }),
);
export const peerRoutes = r.row({
  name: 'peer-routes',
  steps: routeSteps,
  promises: [{ name: 'request-is-settled', pending: { 'route[i]': ['requested', 'bar', 'fallback'] }, cite: fallback }],
});
const routes = r.about(routeSteps);
export const routeFaults = {
  'no-fallback': routes.clause({ name: 'peer-routes/no-fallback', says: fallback, forbids: ['bar_full'] }),
  'fallback-may-not-fail': routes.clause({
    name: 'peer-routes/fallback-may-not-fail',
    says: fallback,
    forbids: ['ENOMEM'],
  }),
} as const;

/** A region, a work request on it, and somebody else who needs the memory. */
export const regionParts = {
  region: { of: memoryRegion, title: 'memory region' },
  request: { of: workRequest, title: 'work request' },
  claim: { of: memoryClaim, title: 'claim on the memory' },
} as const;
const v = vocabulary(regionParts);
const regionSteps = v.steps(
  v.step('register', 'user', {
    moves: { region: 'register' },
    when: { claim: 'none' },
    cite: umem('ib_umem_dmabuf_get'),
  }),
  v.step('deregister_region', 'user', { moves: { region: 'deregister' }, when: { request: 'none' } }),
  v.step('post', 'user', { moves: { request: 'post' }, when: { region: 'mapped' } }),
  v.step('complete', 'rdma_progress', { moves: { request: 'complete' }, when: { region: ['mapped', 'dangling'] } }),
  v.step('completes_with_error', 'rdma_device', {
    moves: { request: 'error' },
    when: { region: 'revoked' },
    cite: umem('ib_umem_dmabuf_revoke: accesses fail'),
  }),
  v.step('request_faults', 'rdma_device', {
    moves: { request: 'fault' },
    when: { region: 'zapped' },
    atomic: 'hardware',
    cite: odp('mlx5_ib_eqe_pf_action'),
  }),
  v.step('fault_maps', 'rdma_lock', {
    moves: { region: 'fault_in', request: 'resume' },
    when: { claim: ['none', 'had'] },
    cite: odp('pagefault_dmabuf_mr, mlx5_ib_page_fault_resume'),
  }),
  v.step('claim_begins', 'user', { moves: { claim: 'want' } }),
  v.step('claim_tells', 'region_exporter', { moves: { claim: 'tell' }, cite: dmaBufCore('dma_buf_move_notify') }),
  v.step('claim_has', 'region_exporter', {
    moves: { claim: 'have' },
    also: { region: 'memory_gone' },
    cite: ttmBo('ttm_bo_evict'),
  }),
  v.step('claim_ends', 'region_exporter', { moves: { claim: 'back' } }),
);
export const memoryRegions = v.row({
  name: 'memory-region',
  steps: regionSteps,
  promises: [
    { name: 'claim-is-met', pending: { claim: ['wanted', 'told'] }, cite: ttmBo('ttm_bo_evict') },
    { name: 'request-ends', pending: { request: '!none' }, cite: odp('mlx5_ib_mr_rdma_pfault_handler') },
  ],
  invariants: [
    {
      name: 'region-follows-memory',
      never: { region: 'dangling' },
      cite: umem('Invalidate callback should not be called when memory is pinned'),
    },
  ],
});
const about = v.about(regionSteps);
/** What kind of region it is: one of these is in force. */
export const regionKinds: Readonly<Record<'odp' | 'pinned' | 'revocable', Clause>> = {
  odp: about.clause({
    name: 'memory-region/on-demand',
    says: odp('mlx5_ib_dmabuf_invalidate_cb: the translation table is zapped, the next access faults'),
    also: { claim_tells: { region: 'invalidate' } },
  }),
  pinned: about.clause({
    name: 'memory-region/pinned',
    says: umem('ib_umem_dmabuf_get_pinned: pinned as long as the region lives'),
    forbids: ['request_faults', 'fault_maps'],
  }),
  revocable: about.clause({
    name: 'memory-region/revocable',
    says: umem('ib_umem_dmabuf_get_pinned_revocable: pinned, and revoked when the exporter must have it'),
    forbids: ['request_faults', 'fault_maps'],
    also: { claim_tells: { region: 'revoke' } },
  }),
};
export const regionLaw: Clause = about.clause({
  name: 'memory-region/waits-for-region',
  says: umem('the exporter does not move what is pinned'),
  requires: { claim_has: { region: ['none', 'zapped', 'revoked'] } },
});
export const cannotRestart: Clause = about.clause({
  name: 'memory-region/cannot-restart',
  says: source(
    'lore.kernel.org linux-rdma, Jason Gunthorpe, June 2020',
    "The RDMA ODP feature is restartable HW page faulting ... The classical MR feature doesn't have this.",
  ),
  forbids: ['fault_maps'],
});
