/** A rule broken on purpose. */
export type Mutant = {
  readonly name: string;
  /** It was a real bug upstream. */
  readonly starred: boolean;
  readonly source: string;
  readonly how: string;
  /** The litmus that finds it. */
  readonly killedBy: string;
};

/** Mutants about shared and pinned memory, page faults and locks. */
export const memoryMutants: readonly Mutant[] = [
  {
    name: 'double-unpin',
    starred: true,
    source: 'CVE-2026-43128; 104016eb671e, drivers/infiniband/core/umem_dmabuf.c',
    how: 'the error path of a pinned region unpins and leaves the flag set; the release unpins again',
    killedBy: 'DMABUF+double-unpin',
  },
  {
    name: 'pinned-at-release',
    starred: true,
    source:
      '57fcd550eb15 as it was backported to 5.11, drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_release',
    how: 'the last reference is put while pin_count is not zero',
    killedBy: 'PIN+pinned-at-release',
  },
  {
    name: 'panthor-heap-grow',
    starred: true,
    source: 'panfrost/linux issue 32, drivers/gpu/drm/panthor/panthor_heap.c',
    how: 'a tiler heap grows with GFP_KERNEL while the job that waits for it has a visible fence',
    killedBy: 'PANTHOR-HEAP-GROW+gfp-kernel',
  },
  {
    name: 'mmput-in-handler',
    starred: true,
    source: 'drivers/accel/amdxdna/aie2_ctx.c: aie2_sched_notify (mmput, then mmput_async)',
    how: 'the thread that signals fences puts the last reference of an mm, whose notifier waits for a fence',
    killedBy: 'MMPUT+in-handler',
  },
  {
    name: 'run-job-takes-regulator-or-devfreq-mutex',
    starred: true,
    source: 'imx-drm revert 14d9a37c9525 (regulator_list_mutex); msm devfreq splat, 2023',
    how: 'run_job takes a mutex under which another thread allocates',
    killedBy: 'RUN-JOB+takes-regulator-or-devfreq-mutex',
  },
  {
    name: 'idle-queue-skipped',
    starred: true,
    source: '8533051ce920, reverted by fa7c84726dc2, drivers/gpu/drm/xe/xe_hw_engine_group.c',
    how: 'an invalidation skips queues that are idle, and with them a TLB flush',
    killedBy: 'HMM+queue+idle-skipped',
  },
  {
    name: 'debugfs-walks-mm-lists',
    starred: true,
    source: '"drm/msm: Fix debugfs deadlock", 2021',
    how: 'a reader of debugfs locks objects under the lock of the lists',
    killedBy: 'SHRINK+debugfs-walks-mm-lists',
  },
  {
    name: 'legacy-lock-order',
    starred: true,
    source: 'mail of Daniel Vetter, 19 July 2019: legacy TTM drivers',
    how: 'an ioctl reads from userspace with the reservation lock held',
    killedBy: 'LOCKS+copies-under-resv',
  },
  {
    name: 'retry-outside-lock',
    starred: false,
    source: 'Documentation/mm/hmm.rst',
    how: 'mmu_interval_read_retry is asked before the lock is taken',
    killedBy: 'HMM+retry-outside-lock',
  },
  {
    name: 'set-seq-missing',
    starred: false,
    source: 'mm/mmu_notifier.c: mmu_interval_set_seq',
    how: 'the callback does not set the sequence',
    killedBy: 'HMM+set-seq-missing',
  },
  {
    name: 'returns-before-flush',
    starred: false,
    source: 'Documentation/gpu/drm-vm-bind-locking.rst',
    how: 'pages are returned while a TLB still has them',
    killedBy: 'HMM+returns-before-flush',
  },
  {
    name: 'move-tells-nobody',
    starred: false,
    source: 'drivers/dma-buf/dma-buf.c: dma_buf_move_notify',
    how: 'the exporter moves without telling the importers',
    killedBy: 'DMABUF+untold',
  },
  {
    name: 'shrinker-blocks',
    starred: false,
    source: 'drivers/gpu/drm/msm/msm_gem_shrinker.c',
    how: 'the shrinker waits for the lock of an object',
    killedBy: 'SHRINK+blocks',
  },
  {
    name: 'shrinker-tries-again',
    starred: false,
    source: 'drivers/gpu/drm/msm/msm_gem_shrinker.c: SHRINK_STOP',
    how: 'where nothing was freed the shrinker asks to be called again',
    killedBy: 'SHRINK+tries-again',
  },
  {
    name: 'eviction-takes-pinned',
    starred: false,
    source: 'drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_evict_cb',
    how: 'eviction does not look at the pin count',
    killedBy: 'PIN+evicted',
  },
  {
    name: 'waits-for-room',
    starred: false,
    source: 'drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_mem_space',
    how: 'validation waits where everything is pinned',
    killedBy: 'PIN+waits-for-room',
  },
  {
    name: 'mutable-owner',
    starred: false,
    source: 'drivers/gpu/drm/drm_pagemap_util.c; mails of January 2025',
    how: 'the owner of a page map changes after hmm_range_fault has returned',
    killedBy: 'DEVPRIV+owner-mutable',
  },
  {
    name: 'populates-after-unplug',
    starred: false,
    source: 'drivers/gpu/drm/drm_pagemap.c: -ENODEV',
    how: 'pages still migrate to a device that is being unbound',
    killedBy: 'DEVPRIV+populates-after-unplug',
  },
  {
    name: 'fault-unanswered',
    starred: false,
    source: 'drivers/gpu/drm/xe/xe_pagefault.c: xe_pagefault_queue_work',
    how: 'a fault that cannot be repaired is not answered',
    killedBy: 'FAULTQ+error-unanswered',
  },
  {
    name: 'squashed-answered',
    starred: false,
    source: 'drivers/gpu/drm/xe/xe_pagefault.c: xe_pagefault_reset',
    how: 'a fault from before a reset is answered after it',
    killedBy: 'FAULTQ+answers-squashed',
  },
  {
    name: 'late-answer-taken',
    starred: false,
    source: 'drivers/gpu/drm/xe/xe_pagefault.c: xe_pagefault_queue_pop',
    how: 'a fault that was being repaired at a reset is answered, and other work takes the answer',
    killedBy: 'FAULTQ+late-answer-is-taken',
  },
  {
    name: 'no-fallback',
    starred: false,
    source: 'mail of Jérôme Glisse, January 2017',
    how: 'a region waits for the BAR window of another',
    killedBy: 'BAR+no-fallback',
  },
];
