/** The rules about memory that litmus tests cite, in a few words each, and where the kernel says them. */
export const memoryLaws = {
  'D-1': 'pin and unpin are called with the reservation lock held (drivers/dma-buf/dma-buf.c: DOC: locking convention)',
  'D-2': 'map_attachment and unmap_attachment are called with it held (the same)',
  'D-3': 'vmap and vunmap are called with it held (the same)',
  'D-4': 'attach and dynamic_attach are called without it (the same)',
  'D-5': 'detach is called without it (the same)',
  'D-6': 'begin_cpu_access, end_cpu_access, mmap, export, fd, get and put are called without it (the same)',
  'D-7':
    "the exporter's attach, detach, release, begin_cpu_access, end_cpu_access and mmap are " +
    'entered without it (the same)',
  'D-8': "the exporter's pin, unpin, map, unmap, vmap and vunmap are entered with it (the same)",
  'D-9': 'the exporter holds it when it calls move_notify / invalidate_mappings (the same)',
  'D-10': 'no attachment is left when a buffer is released (drivers/dma-buf/dma-buf.c: dma_buf_release)',
  'D-11': 'peer-to-peer only if importer and exporter both agree (include/linux/dma-buf.h: allow_peer2peer)',
  'P-1':
    'pin and unpin are under the reservation lock and balanced ' +
    '(drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_pin, ttm_bo_unpin)',
  'P-2': 'a buffer object is not pinned when it is released (drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_release)',
  'P-3':
    'a pinned buffer object is neither moved nor evicted (drivers/gpu/drm/ttm/ttm_bo.c: ' +
    'ttm_bo_validate, ttm_bo_evict_cb)',
  'P-4': 'device-private pages are never pinned (Documentation/mm/hmm.rst)',
  'P-5': 'peer-to-peer falls back to system memory, and fails only when memory is out (mail of Jérôme Glisse, 2017)',
  'S-1': 'a shrinker takes reservation locks only by trylock (drivers/gpu/drm/drm_gem.c: drm_gem_lru_scan)',
  'S-2': 'where nothing can be reclaimed a shrinker says SHRINK_STOP (drivers/gpu/drm/msm/msm_gem_shrinker.c)',
  'G-1': 'page table entries are written only if !read_retry under the user lock (Documentation/mm/hmm.rst)',
  'G-2': 'pages are returned only after unmap and TLB flush (Documentation/gpu/drm-vm-bind-locking.rst)',
  'G-3':
    'every fault taken from the queue and not squashed is answered ' +
    '(drivers/gpu/drm/xe/xe_pagefault.c: xe_pagefault_queue_work)',
  'G-4': 'after unplug nothing new is populated, then everything is migrated (drivers/gpu/drm/drm_pagemap.c)',
  'L-1':
    'mmap_lock > dma_resv > fs_reclaim > mmu notifier > dma_fence wait (drivers/dma-buf/dma-resv.c: dma_resv_lockdep)',
  'CDC-2':
    'code on the way to a signal does not take dma_resv (drivers/dma-buf/dma-fence.c: DOC: ' +
    'fence cross-driver contract)',
  'CDC-3': 'shrinkers may wait for fences, so that code does not allocate with GFP_KERNEL (the same)',
  'CDC-4': 'notifiers may wait for fences, so that code does not allocate with GFP_NOFS or GFP_NOIO either (the same)',
} as const;
export type MemoryLaw = keyof typeof memoryLaws;
