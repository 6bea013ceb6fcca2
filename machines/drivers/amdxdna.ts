import { defineDriver } from '../description/define-driver.ts';

/** amdxdna, v7.0. */
export const amdxdna = defineDriver({
  driver: 'amdxdna',
  about: 'AMD NPU: jobs with dma_fences use memory of the process, and a notifier waits for their fences.',
  pageFaults: 'none',
  compute: 'finite',
  hardware: 'shared',
  engines: 'unknown',
  submission: 'fifo',
  arbitration: 'unknown',
  reclaimWaits: 'unbounded',
  uses: ['userptr'],
  // Without a promise that the hardware is shared out in turn, a job with a fence may be passed over for ever.
  expect: 'unbounded',
  cites: {
    pageFaults: {
      file: 'drivers/accel/amdxdna/aie2_ctx.c',
      says:
        'aie2_cmd_submit: ranges that were invalidated are populated before the job is armed, ' +
        'and stay while its fence is visible',
    },
    compute: {
      file: 'drivers/accel/amdxdna/aie2_ctx.c',
      says: 'aie2_sched_job_timedout: every job has to end before HWCTX_MAX_TIMEOUT',
    },
    hardware: {
      file: 'drivers/accel/amdxdna/aie2_solver.c',
      says: 'xrs_allocate_resource: contexts get columns of one array, and may share them',
    },
    engines: {
      file: 'drivers/accel/amdxdna/aie2_solver.c',
      says: 'xrs_allocate_resource: a partition for each context where there are columns enough',
    },
    submission: {
      file: 'drivers/accel/amdxdna/aie2_ctx.c',
      says: 'aie2_hwctx_init: a scheduler with one entity for each context',
    },
    arbitration: {
      file: 'drivers/accel/amdxdna/aie2_solver.c',
      says: 'how contexts share a partition is for the firmware; not documented there',
    },
    reclaimWaits: {
      file: 'drivers/accel/amdxdna/aie2_ctx.c',
      says: 'aie2_hmm_invalidate: dma_resv_wait_timeout(BOOKKEEP, MAX_SCHEDULE_TIMEOUT); reclaim calls notifiers',
    },
    userptr: {
      file: 'drivers/accel/amdxdna/aie2_ctx.c',
      says:
        'aie2_hmm_invalidate: dma_resv_wait_timeout(BOOKKEEP, MAX_SCHEDULE_TIMEOUT); ' +
        'aie2_populate_range: mmu_interval_read_retry under notifier_lock',
    },
  },
});
