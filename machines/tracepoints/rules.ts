import type { LogRule } from '../../src/logs/vocabulary.ts';

const fence = 'drivers/dma-buf/dma-fence.c';
const contract = `${fence}: DOC: fence cross-driver contract`;

/**
 * What a log can show to be broken: the rules of the catalogue, and F-11 to F-14, J-1, D-1 (for
 * D-1 to D-9), D-12, L-2 to L-12 and K-1, which logs need beside them.
 */
export const rules = {
  'CDC-1': {
    says: 'Fences must complete in a reasonable time.',
    source: contract,
    instead: 'Have a timeout and a recovery that needs nothing from anybody else.',
  },
  'CDC-2': {
    says:
      'Code that is needed to signal a fence must not take a dma_resv lock: others wait ' +
      'for fences while they hold it.',
    source: contract,
    instead:
      'Take what is needed before the fence is visible, or hand the locked part to a worker that no fence waits for.',
  },
  'CDC-3': {
    says:
      'Shrinkers may wait for fences, so code that is needed to signal one must not ' +
      'allocate with GFP_KERNEL, nor take a lock under which others do.',
    source: contract,
    instead:
      'Allocate before the fence is visible, use GFP_NOWAIT or GFP_ATOMIC, or do not ' +
      'allocate while holding a lock that run_job, its runtime PM or its completion ' +
      'takes.',
  },
  'CDC-4': {
    says:
      'MMU notifiers may wait for fences, so code that is needed to signal one must not ' +
      'allocate with GFP_NOFS or GFP_NOIO either, nor take a lock that is held across a ' +
      'notifier.',
    source: contract,
    instead: 'Allocate before the fence is visible, or use GFP_ATOMIC.',
  },
  'F-1': {
    says: 'A fence is signaled once: the first call alone has an effect, and only that is printed.',
    source: `${fence}: dma_fence_signal_timestamp_locked`,
  },
  'F-4': {
    says: 'An error is set before the fence is signaled, and is a negative errno.',
    source: 'include/linux/dma-fence.h: dma_fence_set_error',
  },
  'F-5': {
    says: 'A fence is not released while callbacks wait for it.',
    source: `${fence}: dma_fence_release`,
    instead: 'Signal it, with an error if need be, before the last dma_fence_put.',
  },
  'F-6': {
    says: 'A fence completes in bounded time; the border to long-running work is 10 s.',
    source: `${contract}; Documentation/gpu/drm-compute.rst`,
  },
  'F-10': {
    says:
      'A fence exists only when its work was submitted: no future fences, so ' +
      'dependencies cannot go round in a circle.',
    source: 'Documentation/driver-api/dma-buf.rst: Indefinite DMA Fences',
  },
  'F-11': {
    says: 'A fence that is alive is not initialised again.',
    source: 'include/drm/gpu_scheduler.h: struct drm_sched_backend_ops, run_job',
  },
  'F-12': {
    says: 'Nothing happens to a fence before it is initialised and after its last reference is gone.',
    source: `${fence}: dma_fence_init, dma_fence_release`,
  },
  'F-13': { says: 'Signaling is enabled once.', source: `${fence}: __dma_fence_enable_signaling` },
  'F-14': {
    says: 'Within a context, seqnos rise.',
    source:
      `${fence}: dma_fence_init, seqno; include/linux/dma-fence.h: struct dma_fence, ` +
      'seqno; drivers/gpu/drm/scheduler/sched_main.c: drm_sched_job_arm',
  },
  'J-1': {
    says: 'A job is queued, run and done, in this order and each once.',
    source: 'drivers/gpu/drm/scheduler/sched_main.c: drm_sched_run_job_work, drm_sched_job_done',
  },
  'R-3': {
    says: 'Containers of fences are not added to a dma_resv.',
    source: 'drivers/dma-buf/dma-resv.c: dma_resv_add_fence',
  },
  'R-1': {
    says: 'A slot is reserved before a fence is added, so that adding cannot fail.',
    source: 'drivers/dma-buf/dma-resv.c: dma_resv_reserve_fences, dma_resv_add_fence',
  },
  'D-10': {
    says: 'Attached and detached in turn, and no attachment is left when the buffer is released.',
    source: 'drivers/dma-buf/dma-buf.c: dma_buf_release',
  },
  'D-12': { says: 'A buffer is exported before it is used.', source: 'drivers/dma-buf/dma-buf.c: dma_buf_export' },
  'D-1': {
    says:
      'attach, detach, export, get, put, mmap and CPU access are called without the ' +
      'dma_resv lock; pin, map, vmap and their opposites with it.',
    source: 'drivers/dma-buf/dma-buf.c: DOC: locking convention',
    instead:
      'Before attach, detach and put drop the dma_resv lock, or hand the last reference ' +
      'to a worker; before pin, map and vmap take it.',
  },
  'P-1': { says: 'Pins are counted: as many unpins as pins.', source: 'drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_unpin' },
  'P-2': {
    says: 'A buffer is not released while it is pinned.',
    source: 'drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_release',
  },
  'S-1': {
    says: 'A shrinker takes dma_resv by trylock only: it may have been entered with an object locked.',
    source: 'drivers/gpu/drm/msm/msm_gem_shrinker.c; drivers/gpu/drm/xe/xe_shrinker.c',
    instead: 'dma_resv_trylock, and skip what is busy.',
  },
  'L-1': {
    says: 'mmap_lock, then dma_resv, then memory reclaim, then MMU notifiers and i_mmap, then waiting for fences.',
    source: 'drivers/dma-buf/dma-resv.c: dma_resv_lockdep',
    instead:
      'Take the outer lock first, or let go of the inner one: no page fault, ' +
      'copy_to_user or get_user_pages under dma_resv, no allocation that may reclaim ' +
      'under a lock that reclaim or a notifier takes.',
  },
  'L-2': {
    says: 'Two locks are taken in one order everywhere. The documents give none for these.',
    source: 'Documentation/locking/lockdep-design.rst',
    instead: 'Choose one order for the locks of the driver and keep to it.',
  },
  'L-3': {
    says:
      'Fence callbacks and the last dma_fence_put may run in interrupts: a lock that ' +
      'they take is taken with interrupts off everywhere.',
    source: `${fence}: dma_fence_add_callback; Documentation/locking/lockdep-design.rst`,
    instead: 'spin_lock_irqsave; no spin_unlock_irq where the caller may have interrupts off already.',
  },
  'L-4': {
    says: 'A lock that may sleep is not taken where one may not sleep.',
    source: 'Documentation/locking/locktypes.rst: Lock type nesting rules',
    instead: 'Use a lock that fits the context, or move the work to a context that may sleep.',
  },
  'L-5': {
    says: 'A lock that the signaling path or recovery needs is not held by anybody who waits for a fence.',
    source: `${fence}: DOC: fence signalling annotation`,
    instead: 'Let go of the lock before waiting, or take it before the fence is visible.',
  },
  'L-6': {
    says: 'A lock that reclaim or a notifier takes is not held while allocating memory that may reclaim.',
    source: 'Documentation/core-api/gfp_mask-from-fs-io.rst; mm/page_alloc.c: fs_reclaim_acquire',
    instead: 'Allocate before taking the lock, or use GFP_NOWAIT under it, which does not reclaim.',
  },
  'L-7': {
    says:
      'The fences of a dma_resv are reserved, added, replaced and walked with its lock ' +
      'held; so is a buffer pinned.',
    source: 'include/linux/dma-resv.h: dma_resv_assert_held',
    instead: 'Take the dma_resv lock first, or use the functions that say _unlocked.',
  },
  'L-8': {
    says: 'A task does not take a lock that it holds.',
    source: 'Documentation/locking/lockdep-design.rst: Single-lock state rules',
    instead: 'Release it first, or split the function into one that takes the lock and one that expects it.',
  },
  'L-9': {
    says: 'Several dma_resv are locked with one ww_acquire_ctx, which tells a deadlock from a wait.',
    source: 'Documentation/locking/ww-mutex-design.rst; drivers/gpu/drm/drm_exec.c: DOC: Overview',
    instead: 'Lock all of them with one drm_exec or ww_acquire_ctx, and each object once.',
  },
  'L-10': {
    says: 'A callback of a fence does not signal another fence whose lock is of the same class.',
    source: `${fence}: dma_fence_add_callback; include/linux/dma-fence.h: dma_fence_func_t`,
    instead: 'Hand the second signal to an irq_work or a worker.',
  },
  'L-11': {
    says: 'A lock is released by the task that holds it, once, and before the task leaves the kernel.',
    source: 'kernel/locking/lockdep.c: print_unlock_imbalance_bug, lockdep_sys_exit',
  },
  'L-12': {
    says: 'A work does not wait for itself, nor for a work that waits for it.',
    source: 'kernel/workqueue.c: start_flush_work; Documentation/core-api/workqueue.rst',
    instead:
      'Queue another work that does the rest, or cancel without waiting (cancel_work) where ' +
      'the caller may be the work itself.',
  },
  'K-1': {
    says: 'What a function asserts when it is called holds.',
    source: 'machines/tracepoints/assertions.ts, from the kernel sources that it names',
  },
} as const satisfies Record<string, LogRule>;

export type RuleId = keyof typeof rules;
