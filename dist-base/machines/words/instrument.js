const scheduler = 'drivers/gpu/drm/scheduler/sched_main.c';
const timeout = 'No lockdep splat: waiting for hardware is annotated nowhere. After the timeout of the scheduler drm_sched_job_timedout runs, and the job is lost';
const lockdepBlind = 'lockdep sees the lock, but not that its holder waits for hardware: only the hung task detector (kernel/hung_task.c) tells';
const reclaim = 'dma_fence_wait in direct reclaim below the repair: the annotations of dma_fence_wait and fs_reclaim are in their allowed order, so lockdep is silent; the scheduler times out';
const evict = 'drivers/gpu/drm/amd/amdkfd/kfd_device_queue_manager.c: evict_process_queues_cpsch';
const push = `${scheduler}: drm_sched_entity_push_job`;
const armed = `${scheduler}: drm_sched_job_arm`;
const run = 'include/drm/gpu_scheduler.h: struct drm_sched_backend_ops, run_job';
const repair = 'drivers/gpu/drm/xe/xe_pagefault.c: xe_pagefault_service';
const taken = 'drivers/gpu/drm/xe/xe_pagefault.c: xe_pagefault_queue_work';
const mode = 'drivers/gpu/drm/xe/xe_hw_engine_group.c: xe_hw_engine_group_get_mode';
const allocates = 'mm/page_alloc.c: __alloc_pages_slowpath';
const waits = 'drivers/dma-buf/dma-fence.c: dma_fence_wait_timeout';
const signals = 'drivers/dma-buf/dma-fence.c: dma_fence_signal';
const mixed = 'igt: xe_exec_mix_modes@exec-spinner-interrupted-lr';
export const instruments = {
    'preempt/while-running': {
        at: [evict, run],
        shows: `${timeout}, although the compute job it waited for was healthy.`,
        nearest: null,
        in: { compute: 'long-running' },
    },
    'preempt/while-faulted': {
        at: [evict, taken, waits],
        shows: `${timeout}; the compute job in its way waits for a page, and the repair for that job's fence.`,
        nearest: null,
    },
    'preempt/releases-engine': {
        at: [evict, run],
        shows: `${timeout}: preempted work still has its place on the engine.`,
        nearest: null,
    },
    'preempt/releases-compute-units': {
        at: [evict, run],
        shows: `${timeout}: it is on the engine and gets no compute units.`,
        nearest: null,
    },
    'reserve-static/engine': {
        at: [run, taken, waits],
        shows: `${timeout}: its engine holds compute work that waits for a page.`,
        nearest: null,
    },
    'reserve-static/compute-units': {
        at: [run, taken, waits],
        shows: `${timeout}: all compute units hold work that waits for a page.`,
        nearest: null,
    },
    'reserve-static/other-shared': {
        at: [run, taken, waits],
        shows: `${timeout}: something else on the chip is held by work that waits for a page.`,
        nearest: null,
    },
    'reserve-in-flight/from-visible': {
        at: [armed, push],
        shows: `${timeout}: its fence was visible before the hardware was free of compute work.`,
        nearest: null,
    },
    'reserve-in-flight/until-signaled': {
        at: [armed, signals],
        shows: `${timeout}: compute work came back while its fence was in flight.`,
        nearest: null,
    },
    'reserve-in-flight/waits-outside-locks': {
        at: [armed, repair],
        shows: `The submit ioctl never returns: ${lockdepBlind}.`,
        nearest: null,
    },
    'flush/fences-before-fault-job': {
        at: [mode, 'drivers/gpu/drm/xe/xe_hw_engine_group.c: hw_engine_group_resume_lr_jobs_func'],
        shows: `${timeout}: compute work came back before it had signaled.`,
        nearest: 'igt: xe_exec_mix_modes@exec-spinner-interrupted-dma-fence',
        in: { engines: 'two' },
    },
    'flush/preempt-before-visible': {
        at: [mode, armed],
        shows: `${timeout}: compute work was still on the hardware when its fence became visible.`,
        nearest: mixed,
    },
    'flush/held-until-published': {
        at: [mode, armed, push],
        shows: `${timeout}: compute work came back between the switch and the push. lockdep_assert_held on the mode lock where the job is armed finds it at once.`,
        nearest: mixed,
    },
    'flush/waits-outside-locks': {
        at: [mode, repair],
        shows: `The submit ioctl never returns: ${lockdepBlind}.`,
        nearest: null,
        in: { hardwareCan: ['preempt-running'] },
    },
    'separate-memory/gpu-fault-pool': { at: [repair, allocates], shows: `${reclaim}.`, nearest: null },
    'separate-memory/no-fallback': {
        at: [repair, allocates],
        shows: `${reclaim}; only with an empty pool.`,
        nearest: null,
    },
    'separate-memory/cpu-fault-pool': {
        at: [repair, 'mm/hmm.c: hmm_range_fault', allocates],
        shows: `${reclaim}; only where the page of the CPU is missing too.`,
        nearest: null,
        in: { hazards: ['cpu-fault-in-repair'] },
    },
    'track-dependencies/own-fences': { at: [repair, waits], shows: `${reclaim}.`, nearest: null },
    'track-dependencies/foreign-fences': {
        at: [repair, waits],
        shows: `${reclaim}, on the other device too.`,
        nearest: null,
    },
    'track-dependencies/nack-when-all-depend': {
        at: [taken, allocates],
        shows: 'The repair is retried for as long as nobody else frees memory; then the scheduler times out.',
        nearest: null,
    },
};
//# sourceMappingURL=instrument.js.map