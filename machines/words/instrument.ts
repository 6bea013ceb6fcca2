import type { Description } from '../description/description.ts';

/** What somebody needs who tests a clause on a real driver. */
export type ClauseTest = {
  /** Functions in which the steps around the brink are observed, or delayed to bring them about. */
  readonly at: readonly string[];
  /** What is seen where the clause is not kept. Lockdep sees what is annotated: a wait for hardware is not. */
  readonly shows: string;
  /** The kernel test that comes nearest; null: there is none. */
  readonly nearest: string | null;
  /** The system in which the clause matters, where it loses nothing in the text's own story. */
  readonly in?: Omit<Description, 'driver' | 'options' | 'without' | 'variants'>;
};

const scheduler = 'drivers/gpu/drm/scheduler/sched_main.c';
const engineGroup = 'drivers/gpu/drm/xe/xe_hw_engine_group.c';
const pagefault = 'drivers/gpu/drm/xe/xe_pagefault.c';

/** Functions of the kernel at which a test of a clause observes or delays. */
export const places = {
  armsJob: `${scheduler}: drm_sched_job_arm`,
  pushesJob: `${scheduler}: drm_sched_entity_push_job`,
  runsJob: 'include/drm/gpu_scheduler.h: struct drm_sched_backend_ops, run_job',
  signalsFence: 'drivers/dma-buf/dma-fence.c: dma_fence_signal',
  waitsForFence: 'drivers/dma-buf/dma-fence.c: dma_fence_wait_timeout',
  evictsQueues: 'drivers/gpu/drm/amd/amdkfd/kfd_device_queue_manager.c: evict_process_queues_cpsch',
  takesFault: `${pagefault}: xe_pagefault_queue_work`,
  repairsFault: `${pagefault}: xe_pagefault_service`,
  switchesMode: `${engineGroup}: xe_hw_engine_group_get_mode`,
  resumesQueues: `${engineGroup}: hw_engine_group_resume_lr_jobs_func`,
  allocatesPage: 'mm/page_alloc.c: __alloc_pages_slowpath',
  findsPage: 'mm/hmm.c: hmm_range_fault',
} as const;

/** What is seen where several clauses are not kept; each clause says the rest of the sentence. */
export const shown = {
  timeout:
    'No lockdep splat: waiting for hardware is annotated nowhere. ' +
    'After the timeout of the scheduler drm_sched_job_timedout runs, and the job is lost',
  submitHangs:
    'The submit ioctl never returns: lockdep sees the lock, but not that its holder waits for hardware: ' +
    'only the hung task detector (kernel/hung_task.c) tells.',
  reclaim:
    'dma_fence_wait in direct reclaim below the repair: the annotations of dma_fence_wait and fs_reclaim ' +
    'are in their allowed order, so lockdep is silent; the scheduler times out',
} as const;
