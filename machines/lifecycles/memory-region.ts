import { setup } from 'xstate';
import { inFile, stateNode, to } from './to.ts';

const pageAlloc = inFile('mm/page_alloc.c');
const ttmBo = inFile('drivers/gpu/drm/ttm/ttm_bo.c');

const umem = 'drivers/infiniband/core/umem_dmabuf.c';
const odp = 'drivers/infiniband/hw/mlx5/odp.c';
const glisse = 'lore.kernel.org linux-rdma, Jérôme Glisse, January 2017';

/**
 * How a region gets a way to memory of a GPU.
 * Rule: a BAR window, then the IOMMU; where either fails system memory, which fails only when memory is out.
 * Source: mail of Jérôme Glisse, January 2017 ("a default path that can not fail, except if we are out of memory").
 */
export const peerRoute = setup({
  types: {
    events: {} as
      | { type: 'request' }
      | { type: 'bar' }
      | { type: 'bar_full' }
      | { type: 'iommu' }
      | { type: 'iommu_fails' }
      | { type: 'migrate' }
      | { type: 'out_of_memory' }
      | { type: 'deregister' },
  },
}).createMachine({
  id: 'peer_route',
  initial: 'none',
  states: {
    none: stateNode('No region.', glisse, {
      request: to('requested', 'The RDMA device asks for a page of the GPU.', glisse),
    }),
    requested: stateNode('The GPU looks for room in its BAR.', glisse, {
      bar: to('bar', 'There is room.', glisse),
      bar_full: to('fallback', 'There is none.', glisse),
    }),
    bar: stateNode('The IOMMU must let the device through.', glisse, {
      iommu: to('peer_to_peer', 'It does.', glisse),
      iommu_fails: to('fallback', 'It does not.', glisse),
    }),
    peer_to_peer: stateNode('Reaches the memory of the GPU.', glisse, {
      deregister: to('none', 'Deregistered.', glisse),
    }),
    fallback: stateNode('The page is migrated to system memory.', glisse, {
      migrate: to('system', 'There.', glisse),
      out_of_memory: to('failed', 'Memory is out: -ENOMEM.', glisse),
    }),
    system: stateNode('Reaches system memory.', glisse, { deregister: to('none', 'Deregistered.', glisse) }),
    failed: stateNode('-ENOMEM.', glisse, { deregister: to('none', 'Forgotten.', glisse) }),
  },
});

/**
 * System memory: some, or none.
 * Source: mm/page_alloc.c (__alloc_pages_slowpath), v7.0.
 */
export const systemMemory = setup({ types: { events: {} as { type: 'run_out' } } }).createMachine({
  id: 'system_memory',
  initial: 'some',
  states: {
    some: stateNode('There is some.', pageAlloc('__alloc_pages_slowpath'), {
      run_out: to('none', 'All is used.', pageAlloc('__alloc_pages_slowpath')),
    }),
    none: stateNode('Out of memory.', pageAlloc('out_of_memory')),
  },
});

/**
 * A memory region of an RDMA device.
 * Rule: a classic one pins its memory while it lives; an on-demand one gives it up when told and
 * faults it in again; one that can be
 * revoked gives it up for good.
 * Source: drivers/infiniband/hw/mlx5/odp.c (mlx5_ib_dmabuf_invalidate_cb, pagefault_dmabuf_mr);
 * drivers/infiniband/core/umem_dmabuf.c (ib_umem_dmabuf_revoke), v7.0 and v7.1.
 */
export const memoryRegion = setup({
  types: {
    events: {} as
      | { type: 'register' }
      | { type: 'invalidate' }
      | { type: 'fault_in' }
      | { type: 'revoke' }
      | { type: 'deregister' }
      | { type: 'memory_gone' },
  },
}).createMachine({
  id: 'memory_region',
  initial: 'none',
  states: {
    none: stateNode('Not registered.', `${umem}: ib_umem_dmabuf_get`, {
      register: to('mapped', 'Registered, and its translation table filled.', `${umem}: ib_umem_dmabuf_get`),
    }),
    mapped: stateNode('The device reaches the memory.', `${umem}: ib_umem_dmabuf_map_pages`, {
      invalidate: to(
        'zapped',
        'The exporter tells it: the translation table is emptied.',
        `${odp}: mlx5_ib_dmabuf_invalidate_cb`,
      ),
      revoke: to('revoked', 'Taken away for good.', `${umem}: ib_umem_dmabuf_revoke`),
      deregister: to('none', 'Deregistered by userspace.', `${umem}: ib_umem_dmabuf_release`),
      memory_gone: to('dangling', 'The memory goes under it.', `${umem}: ib_umem_dmabuf_get_pinned`),
    }),
    zapped: stateNode('The device finds nothing.', `${odp}: mlx5_ib_dmabuf_invalidate_cb`, {
      fault_in: to('mapped', 'Mapped again where the memory is now.', `${odp}: pagefault_dmabuf_mr`),
      deregister: to('none', 'Deregistered by userspace.', `${umem}: ib_umem_dmabuf_release`),
    }),
    revoked: stateNode('Every access fails.', `${umem}: ib_umem_dmabuf_revoke`, {
      deregister: to('none', 'Deregistered by userspace.', `${umem}: ib_umem_dmabuf_release`),
    }),
    dangling: stateNode("The device reaches memory that is somebody else's.", `${umem}: ib_umem_dmabuf_get_pinned`),
  },
});

/**
 * A work request that uses a region.
 * Rule: it ends: with data, or with an error.
 * Source: drivers/infiniband/hw/mlx5/odp.c (mlx5_ib_mr_rdma_pfault_handler: resume), v7.0.
 */
export const workRequest = setup({
  types: {
    events: {} as { type: 'post' } | { type: 'fault' } | { type: 'resume' } | { type: 'complete' } | { type: 'error' },
  },
}).createMachine({
  id: 'work_request',
  initial: 'none',
  states: {
    none: stateNode('None.', `${odp}: mlx5_ib_eqe_pf_action`, {
      post: to('running', 'Posted.', `${odp}: mlx5_ib_eqe_pf_action`),
    }),
    running: stateNode('The device works.', `${odp}: mlx5_ib_eqe_pf_action`, {
      fault: to('faulted', 'Nothing in the translation table.', `${odp}: mlx5_ib_eqe_pf_action`),
      complete: to('none', 'Done.', `${odp}: mlx5_ib_eqe_pf_action`),
      error: to('none', 'Completed with an error.', `${odp}: mlx5_ib_eqe_pf_action`),
    }),
    faulted: stateNode('Waits for the page.', `${odp}: mlx5_ib_eqe_pf_action`, {
      resume: to('running', 'Restarted.', `${odp}: mlx5_ib_page_fault_resume`),
      error: to('none', 'Completed with an error.', `${odp}: mlx5_ib_page_fault_resume`),
    }),
  },
});

/**
 * Whoever needs the memory that a region is on.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict); IGT amd_pci_unplug, v7.0.
 */
export const memoryClaim = setup({
  types: { events: {} as { type: 'want' } | { type: 'tell' } | { type: 'have' } | { type: 'back' } },
}).createMachine({
  id: 'memory_claim',
  initial: 'none',
  states: {
    none: stateNode('Nobody else wants it.', ttmBo('ttm_bo_evict'), {
      want: to('wanted', 'Somebody does.', ttmBo('ttm_bo_evict')),
    }),
    wanted: stateNode('Wants it back.', ttmBo('ttm_bo_evict'), {
      tell: to('told', 'The importers are told, those that listen.', 'drivers/dma-buf/dma-buf.c: dma_buf_move_notify'),
    }),
    told: stateNode('Waits until the region is off it.', ttmBo('ttm_bo_evict'), {
      have: to('had', 'The memory is its own.', ttmBo('ttm_bo_evict')),
    }),
    had: stateNode('The buffer is elsewhere.', ttmBo('ttm_bo_evict'), {
      back: to('none', 'All is settled.', ttmBo('ttm_bo_evict')),
    }),
  },
});
