import { defineDriver } from '../description/define-driver.ts';

/** etnaviv, v7.0. */
export const etnaviv = defineDriver({
  driver: 'etnaviv',
  about: 'Vivante GPUs: dma_fences only, no recoverable page faults, no shrinker. Userptrs stay pinned.',
  pageFaults: 'none',
  compute: 'finite',
  hardware: 'shared',
  engines: 'one',
  submission: 'fifo',
  arbitration: 'unknown',
  reclaimWaits: 'none',
  cites: {
    pageFaults: {
      file: 'drivers/gpu/drm/etnaviv/etnaviv_gem_submit.c',
      says: 'etnaviv_ioctl_gem_submit: submit_pin_objects before etnaviv_sched_push_job',
    },
    compute: {
      file: 'drivers/gpu/drm/etnaviv/etnaviv_sched.c',
      says: 'etnaviv_sched_timedout_job: 500 ms, longer while the front end makes progress',
    },
    hardware: { file: 'drivers/gpu/drm/etnaviv/etnaviv_sched.c', says: 'etnaviv_sched_run_job: one scheduler a GPU' },
    engines: {
      file: 'drivers/gpu/drm/etnaviv/etnaviv_sched.c',
      says: 'etnaviv_sched_run_job: one scheduler a GPU, and one front end that it feeds',
    },
    submission: {
      file: 'drivers/gpu/drm/scheduler/sched_main.c',
      says: 'drm_sched_rq_select_entity_fifo: the ready entity whose job was submitted first',
    },
    arbitration: {
      file: 'drivers/gpu/drm/etnaviv/etnaviv_gpu.c',
      says: 'how the front end is shared is not documented there',
    },
    reclaimWaits: {
      file: 'drivers/gpu/drm/etnaviv/etnaviv_gem.c',
      says: 'there is no shrinker; etnaviv_gem_userptr_get_pages pins with FOLL_LONGTERM and no notifier',
    },
  },
});
