import { defineDriver } from '../description/define-driver.ts';

/** msm, v7.0. */
export const msm = defineDriver({
  driver: 'msm',
  about:
    'Qualcomm Adreno: dma_fences only, no recoverable page faults; a shrinker that waits for ' +
    'busy buffers, 10 jiffies at most.',
  pageFaults: 'none',
  compute: 'finite',
  hardware: 'shared',
  engines: 'one',
  submission: 'fifo',
  arbitration: 'unknown',
  reclaimWaits: 'bounded',
  uses: ['shrinker'],
  cites: {
    pageFaults: {
      file: 'drivers/gpu/drm/msm/msm_gem_submit.c',
      says: 'msm_ioctl_gem_submit: all buffers are pinned before the job is armed',
    },
    compute: {
      file: 'drivers/gpu/drm/msm/msm_gpu.c',
      says: 'hangcheck_handler: every job has to end before the hang check',
    },
    hardware: {
      file: 'drivers/gpu/drm/msm/msm_ringbuffer.c',
      says: 'msm_job_run: all jobs go to the rings of the one GPU',
    },
    engines: {
      file: 'drivers/gpu/drm/msm/msm_ringbuffer.c',
      says: 'msm_job_run: all jobs go to the rings of the one GPU',
    },
    submission: {
      file: 'drivers/gpu/drm/scheduler/sched_main.c',
      says: 'drm_sched_rq_select_entity_fifo: the ready entity whose job was submitted first',
    },
    arbitration: {
      file: 'drivers/gpu/drm/msm/msm_ringbuffer.c',
      says: 'how the GPU shares itself out between rings is not documented there',
    },
    reclaimWaits: {
      file: 'drivers/gpu/drm/msm/msm_gem_shrinker.c',
      says: 'wait_for_idle: dma_resv_wait_timeout(obj->resv, DMA_RESV_USAGE_BOOKKEEP, false, 10)',
    },
    shrinker: {
      file: 'drivers/gpu/drm/msm/msm_gem_shrinker.c',
      says:
        'msm_gem_shrinker_scan: purge, evict, active_purge, active_evict, by trylock; ' +
        'SHRINK_STOP where nothing was freed',
    },
  },
});
