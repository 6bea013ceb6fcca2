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
    none: stateNode('There is no region.', glisse, {
      request: to('requested', 'The RDMA device asks for a page of the GPU.', glisse),
    }),
    requested: stateNode('The GPU looks for room in its BAR.', glisse, {
      bar: to('bar', 'The BAR has room for the page.', glisse),
      bar_full: to('fallback', 'The BAR has no room for the page.', glisse),
    }),
    bar: stateNode('The BAR has room, and the IOMMU has to map it for the device.', glisse, {
      iommu: to('peer_to_peer', 'The IOMMU maps the BAR for the device.', glisse),
      iommu_fails: to('fallback', 'The IOMMU cannot map the BAR for the device.', glisse),
    }),
    peer_to_peer: stateNode("The device reaches the GPU's memory through the BAR.", glisse, {
      deregister: to('none', 'The region is deregistered.', glisse),
    }),
    fallback: stateNode('The page has to be migrated to system memory.', glisse, {
      migrate: to('system', 'The page is migrated to system memory.', glisse),
      out_of_memory: to('failed', 'System memory is exhausted: -ENOMEM.', glisse),
    }),
    system: stateNode('The device reaches the page in system memory.', glisse, {
      deregister: to('none', 'The region is deregistered.', glisse),
    }),
    failed: stateNode('The request has failed with -ENOMEM.', glisse, {
      deregister: to('none', 'The request is discarded.', glisse),
    }),
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
    some: stateNode('System memory is available.', pageAlloc('__alloc_pages_slowpath'), {
      run_out: to('none', 'System memory is used up.', pageAlloc('__alloc_pages_slowpath')),
    }),
    none: stateNode('System memory is exhausted.', pageAlloc('out_of_memory')),
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
    none: stateNode('The region is not registered.', `${umem}: ib_umem_dmabuf_get`, {
      register: to(
        'mapped',
        'The region is registered and its translation table is filled.',
        `${umem}: ib_umem_dmabuf_get`,
      ),
    }),
    mapped: stateNode(
      'The device reaches the memory through the translation table.',
      `${umem}: ib_umem_dmabuf_map_pages`,
      {
        invalidate: to(
          'zapped',
          'The exporter tells the importer, which empties the translation table.',
          `${odp}: mlx5_ib_dmabuf_invalidate_cb`,
        ),
        revoke: to('revoked', 'The exporter revokes the memory for good.', `${umem}: ib_umem_dmabuf_revoke`),
        deregister: to('none', 'Userspace deregisters the region.', `${umem}: ib_umem_dmabuf_release`),
        memory_gone: to(
          'dangling',
          'The memory is taken away while the region maps it.',
          `${umem}: ib_umem_dmabuf_get_pinned`,
        ),
      },
    ),
    zapped: stateNode(
      'The translation table is empty: an access of the device faults.',
      `${odp}: mlx5_ib_dmabuf_invalidate_cb`,
      {
        fault_in: to('mapped', 'The memory is mapped again, where it is now.', `${odp}: pagefault_dmabuf_mr`),
        deregister: to('none', 'Userspace deregisters the region.', `${umem}: ib_umem_dmabuf_release`),
      },
    ),
    revoked: stateNode('The memory is revoked: every access of the device fails.', `${umem}: ib_umem_dmabuf_revoke`, {
      deregister: to('none', 'Userspace deregisters the region.', `${umem}: ib_umem_dmabuf_release`),
    }),
    dangling: stateNode(
      'The device reaches memory that no longer belongs to the region.',
      `${umem}: ib_umem_dmabuf_get_pinned`,
    ),
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
    none: stateNode('There is no work request.', `${odp}: mlx5_ib_eqe_pf_action`, {
      post: to('running', 'A work request is posted.', `${odp}: mlx5_ib_eqe_pf_action`),
    }),
    running: stateNode('The device executes the work request.', `${odp}: mlx5_ib_eqe_pf_action`, {
      fault: to('faulted', 'The device finds no entry in the translation table.', `${odp}: mlx5_ib_eqe_pf_action`),
      complete: to('none', 'The work request completes.', `${odp}: mlx5_ib_eqe_pf_action`),
      error: to('none', 'The work request completes with an error.', `${odp}: mlx5_ib_eqe_pf_action`),
    }),
    faulted: stateNode('The work request waits for its page.', `${odp}: mlx5_ib_eqe_pf_action`, {
      resume: to('running', 'The work request is resumed.', `${odp}: mlx5_ib_page_fault_resume`),
      error: to('none', 'The work request completes with an error.', `${odp}: mlx5_ib_page_fault_resume`),
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
    none: stateNode('Nobody else needs the memory.', ttmBo('ttm_bo_evict'), {
      want: to('wanted', 'Another client needs the memory.', ttmBo('ttm_bo_evict')),
    }),
    wanted: stateNode('Another client needs the memory that the region maps.', ttmBo('ttm_bo_evict'), {
      tell: to(
        'told',
        'The exporter tells the importers that have a callback.',
        'drivers/dma-buf/dma-buf.c: dma_buf_move_notify',
      ),
    }),
    told: stateNode('The exporter waits until the region no longer maps the memory.', ttmBo('ttm_bo_evict'), {
      have: to('had', 'The region no longer maps the memory, and the client gets it.', ttmBo('ttm_bo_evict')),
    }),
    had: stateNode('The client has the memory, and the buffer is elsewhere.', ttmBo('ttm_bo_evict'), {
      back: to('none', 'The client no longer needs the memory.', ttmBo('ttm_bo_evict')),
    }),
  },
});
