import { defineDriver } from '../description/define-driver.ts';

/** panfrost, v7.0. */
export const panfrost = defineDriver({
  driver: 'panfrost',
  about: 'Older Arm Mali: dma_fences only. Page faults of a running job fill heap objects.',
  pageFaults: 'none',
  compute: 'finite',
  hardware: 'shared',
  engines: 'two',
  submission: 'fifo',
  arbitration: 'unknown',
  reclaimWaits: 'none',
  uses: ['shrinker', 'tiler-heap'],
  hazards: ['tiler-heap/reclaims'],
  // The same as panthor: docs/limits.md.
  expect: 'deadlock',
  cites: {
    pageFaults: {
      file: 'drivers/gpu/drm/panfrost/panfrost_mmu.c',
      says:
        'panfrost_mmu_irq_handler_thread: a fault outside of a heap object is terminal; those of ' +
        'heaps are the tiler heap of this description',
    },
    compute: {
      file: 'drivers/gpu/drm/panfrost/panfrost_job.c',
      says: 'panfrost_job_timedout: every job has to end before JOB_TIMEOUT_MS',
    },
    hardware: {
      file: 'drivers/gpu/drm/panfrost/panfrost_job.c',
      says: 'panfrost_job_hw_submit: fragment, vertex and compute slots of one GPU',
    },
    engines: {
      file: 'drivers/gpu/drm/panfrost/panfrost_job.c',
      says: 'panfrost_job_get_slot: a slot for fragment jobs, another for the rest',
    },
    submission: {
      file: 'drivers/gpu/drm/scheduler/sched_main.c',
      says: 'drm_sched_rq_select_entity_fifo: the ready entity whose job was submitted first',
    },
    arbitration: {
      file: 'drivers/gpu/drm/panfrost/panfrost_job.c',
      says: 'how the slots share the shader cores is not documented there',
    },
    reclaimWaits: {
      file: 'drivers/gpu/drm/panfrost/panfrost_gem_shrinker.c',
      says: 'panfrost_gem_purge: gpu_usecount and trylocks; no fence is waited for',
    },
    shrinker: {
      file: 'drivers/gpu/drm/panfrost/panfrost_gem_shrinker.c',
      says: 'panfrost_gem_shrinker_scan: purges what is DONTNEED',
    },
    'tiler-heap': {
      file: 'drivers/gpu/drm/panfrost/panfrost_gem.h',
      says: 'is_heap: a heap object has no pages until the GPU touches them',
    },
    'tiler-heap/reclaims': {
      file: 'drivers/gpu/drm/panfrost/panfrost_mmu.c',
      says:
        'panfrost_mmu_map_fault_addr: GFP_KERNEL and shmem_read_mapping_page in the thread of ' +
        'the interrupt, while the job with its fence waits for the page',
    },
  },
});
