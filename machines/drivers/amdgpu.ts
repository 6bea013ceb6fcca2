import { defineDriver } from '../description/define-driver.ts';

/** amdgpu, jobs of the kernel's own rings, v7.0. */
export const amdgpu = defineDriver({
  driver: 'amdgpu',
  about: 'AMD graphics and compute rings of the kernel: every job has a dma_fence and takes no recoverable page fault.',
  pageFaults: 'none',
  compute: 'finite',
  hardware: 'shared',
  engines: 'unknown',
  submission: 'fifo',
  arbitration: 'unknown',
  reclaimWaits: 'unbounded',
  uses: ['dynamic-import'],
  // Without a promise that the compute units are shared out in turn, a job with a fence may be passed over for ever.
  expect: 'unbounded',
  cites: {
    pageFaults: {
      file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_cs.c',
      says: 'amdgpu_cs_submit: all buffers are validated and mapped before the job is armed',
    },
    compute: {
      file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_job.c',
      says: 'amdgpu_job_timedout: every job has to end before its timeout',
    },
    hardware: {
      file: 'Documentation/driver-api/dma-buf.rst',
      says:
        'Furthermore GPUs usually have shared resources between the 3D rendering and compute ' +
        'side, like compute units or command submission engines.',
    },
    engines: {
      file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_ctx.c',
      says: 'amdgpu_ctx_init_entity: graphics and compute jobs go to rings of their own where the chip has both',
    },
    submission: {
      file: 'drivers/gpu/drm/scheduler/sched_main.c',
      says: 'drm_sched_rq_select_entity_fifo: the ready entity whose job was submitted first',
    },
    arbitration: {
      file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_ctx.c',
      says: 'how rings share the compute units is not documented there',
    },
    reclaimWaits: {
      file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_hmm.c',
      says: 'amdgpu_hmm_invalidate_gfx: dma_resv_wait_timeout(BOOKKEEP, MAX_SCHEDULE_TIMEOUT); reclaim calls notifiers',
    },
    'dynamic-import': {
      file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_dma_buf.c',
      says:
        'amdgpu_dma_buf_attach_ops: amdgpu_dma_buf_move_notify invalidates the mappings; page ' +
        'tables are updated before the next job',
    },
  },
});
