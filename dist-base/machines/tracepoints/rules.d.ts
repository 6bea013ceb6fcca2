/** What a log can show to be broken: the rules of the catalogue, and F-11 to F-14, J-1, D-1 (for D-1 to D-9), D-12 and L-2 to L-6, which logs need beside them. */
export declare const rules: {
    readonly 'CDC-1': {
        readonly says: "Fences must complete in a reasonable time.";
        readonly source: "drivers/dma-buf/dma-fence.c: DOC: fence cross-driver contract";
        readonly instead: "Have a timeout and a recovery that needs nothing from anybody else.";
    };
    readonly 'CDC-2': {
        readonly says: "Code that is needed to signal a fence must not take a dma_resv lock: others wait for fences while they hold it.";
        readonly source: "drivers/dma-buf/dma-fence.c: DOC: fence cross-driver contract";
        readonly instead: "Take what is needed before the fence is visible, or hand the locked part to a worker that no fence waits for.";
    };
    readonly 'CDC-3': {
        readonly says: "Shrinkers may wait for fences, so code that is needed to signal one must not allocate with GFP_KERNEL, nor take a lock under which others do.";
        readonly source: "drivers/dma-buf/dma-fence.c: DOC: fence cross-driver contract";
        readonly instead: "Allocate before the fence is visible, use GFP_NOWAIT or GFP_ATOMIC, or do not allocate while holding a lock that run_job, its runtime PM or its completion takes.";
    };
    readonly 'CDC-4': {
        readonly says: "MMU notifiers may wait for fences, so code that is needed to signal one must not allocate with GFP_NOFS or GFP_NOIO either, nor take a lock that is held across a notifier.";
        readonly source: "drivers/dma-buf/dma-fence.c: DOC: fence cross-driver contract";
        readonly instead: "Allocate before the fence is visible, or use GFP_ATOMIC.";
    };
    readonly 'F-1': {
        readonly says: "A fence is signaled once: the first call alone has an effect, and only that is printed.";
        readonly source: "drivers/dma-buf/dma-fence.c: dma_fence_signal_timestamp_locked";
    };
    readonly 'F-4': {
        readonly says: "An error is set before the fence is signaled, and is a negative errno.";
        readonly source: "include/linux/dma-fence.h: dma_fence_set_error";
    };
    readonly 'F-5': {
        readonly says: "A fence is not released while callbacks wait for it.";
        readonly source: "drivers/dma-buf/dma-fence.c: dma_fence_release";
        readonly instead: "Signal it, with an error if need be, before the last dma_fence_put.";
    };
    readonly 'F-6': {
        readonly says: "A fence completes in bounded time; the border to long-running work is 10 s.";
        readonly source: "drivers/dma-buf/dma-fence.c: DOC: fence cross-driver contract; Documentation/gpu/drm-compute.rst";
    };
    readonly 'F-10': {
        readonly says: "A fence exists only when its work was submitted: no future fences, so dependencies cannot go round in a circle.";
        readonly source: "Documentation/driver-api/dma-buf.rst: Indefinite DMA Fences";
    };
    readonly 'F-11': {
        readonly says: "A fence that is alive is not initialised again.";
        readonly source: "include/drm/gpu_scheduler.h: struct drm_sched_backend_ops, run_job";
    };
    readonly 'F-12': {
        readonly says: "Nothing happens to a fence before it is initialised and after its last reference is gone.";
        readonly source: "drivers/dma-buf/dma-fence.c: dma_fence_init, dma_fence_release";
    };
    readonly 'F-13': {
        readonly says: "Signaling is enabled once.";
        readonly source: "drivers/dma-buf/dma-fence.c: __dma_fence_enable_signaling";
    };
    readonly 'F-14': {
        readonly says: "Within a context, seqnos rise.";
        readonly source: "drivers/dma-buf/dma-fence.c: dma_fence_init, seqno; include/linux/dma-fence.h: struct dma_fence, seqno; drivers/gpu/drm/scheduler/sched_main.c: drm_sched_job_arm";
    };
    readonly 'J-1': {
        readonly says: "A job is queued, run and done, in this order and each once.";
        readonly source: "drivers/gpu/drm/scheduler/sched_main.c: drm_sched_run_job_work, drm_sched_job_done";
    };
    readonly 'R-3': {
        readonly says: "Containers of fences are not added to a dma_resv.";
        readonly source: "drivers/dma-buf/dma-resv.c: dma_resv_add_fence";
    };
    readonly 'R-1': {
        readonly says: "A slot is reserved before a fence is added, so that adding cannot fail.";
        readonly source: "drivers/dma-buf/dma-resv.c: dma_resv_reserve_fences, dma_resv_add_fence";
    };
    readonly 'D-10': {
        readonly says: "Attached and detached in turn, and no attachment is left when the buffer is released.";
        readonly source: "drivers/dma-buf/dma-buf.c: dma_buf_release";
    };
    readonly 'D-12': {
        readonly says: "A buffer is exported before it is used.";
        readonly source: "drivers/dma-buf/dma-buf.c: dma_buf_export";
    };
    readonly 'D-1': {
        readonly says: "attach, detach, export, get, put, mmap and CPU access are called without the dma_resv lock; pin, map, vmap and their opposites with it.";
        readonly source: "drivers/dma-buf/dma-buf.c: DOC: locking convention";
        readonly instead: "Drop the dma_resv lock first, or hand the last reference to a worker.";
    };
    readonly 'P-1': {
        readonly says: "Pins are counted: as many unpins as pins.";
        readonly source: "drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_unpin";
    };
    readonly 'P-2': {
        readonly says: "A buffer is not released while it is pinned.";
        readonly source: "drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_release";
    };
    readonly 'S-1': {
        readonly says: "A shrinker takes dma_resv by trylock only: it may have been entered with an object locked.";
        readonly source: "drivers/gpu/drm/msm/msm_gem_shrinker.c; drivers/gpu/drm/xe/xe_shrinker.c";
        readonly instead: "dma_resv_trylock, and skip what is busy.";
    };
    readonly 'L-1': {
        readonly says: "mmap_lock, then dma_resv, then memory reclaim, then MMU notifiers and i_mmap, then waiting for fences.";
        readonly source: "drivers/dma-buf/dma-resv.c: dma_resv_lockdep";
        readonly instead: "Take the outer lock first, or let go of the inner one: no page fault, copy_to_user or get_user_pages under dma_resv, no allocation that may reclaim under a lock that reclaim or a notifier takes.";
    };
    readonly 'L-2': {
        readonly says: "Two locks are taken in one order everywhere. The documents give none for these.";
        readonly source: "Documentation/locking/lockdep-design.rst";
        readonly instead: "Choose one order for the locks of the driver and keep to it.";
    };
    readonly 'L-3': {
        readonly says: "Fence callbacks and the last dma_fence_put may run in interrupts: a lock that they take is taken with interrupts off everywhere.";
        readonly source: "drivers/dma-buf/dma-fence.c: dma_fence_add_callback; Documentation/locking/lockdep-design.rst";
        readonly instead: "spin_lock_irqsave; no spin_unlock_irq where the caller may have interrupts off already.";
    };
    readonly 'L-4': {
        readonly says: "A lock that may sleep is not taken where one may not sleep.";
        readonly source: "Documentation/locking/locktypes.rst: Lock type nesting rules";
        readonly instead: "Use a lock that fits the context, or move the work to a context that may sleep.";
    };
    readonly 'L-5': {
        readonly says: "A lock that the signaling path or recovery needs is not held by anybody who waits for a fence.";
        readonly source: "drivers/dma-buf/dma-fence.c: DOC: fence signalling annotation";
        readonly instead: "Let go of the lock before waiting, or take it before the fence is visible.";
    };
    readonly 'L-6': {
        readonly says: "A lock that reclaim or a notifier takes is not held while allocating memory that may reclaim.";
        readonly source: "Documentation/core-api/gfp_mask-from-fs-io.rst; mm/page_alloc.c: fs_reclaim_acquire";
        readonly instead: "Allocate before taking the lock, or use GFP_NOWAIT under it, which does not reclaim.";
    };
};
export type RuleId = keyof typeof rules;
