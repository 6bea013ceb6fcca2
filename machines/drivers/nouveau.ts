import { defineDriver } from '../description/define-driver.ts';

/** nouveau, channels with shared addresses beside channels with dma_fences, v7.0. */
export const nouveau = defineDriver({
  driver: 'nouveau',
  about:
    'NVIDIA Pascal by nouveau: page faults of SVM channels are replayed after ' +
    'hmm_range_fault. Its source states none of the documented options, so the description ' +
    'has none.',
  pageFaults: 'on-demand',
  compute: 'unknown',
  hardware: 'shared',
  engines: 'unknown',
  hardwareCan: 'unknown',
  submission: 'unknown',
  reclaimWaits: 'bounded',
  uses: ['svm'],
  hazards: ['faulting-job-has-fence'],
  // No option, no verdict but this one: that nobody states a way out is not that there is none.
  expect: 'deadlock',
  cites: {
    pageFaults: {
      file: 'drivers/gpu/drm/nouveau/nouveau_svm.c',
      says: 'nouveau_svm_fault: hmm_range_fault, then nouveau_svm_fault_replay, or nouveau_svm_fault_cancel_fault',
    },
    compute: {
      file: 'drivers/gpu/drm/nouveau/nouveau_sched.c',
      says:
        'nouveau_sched_timedout_job is for jobs of the scheduler; whether work of SVM channels ' +
        'ends is not established',
    },
    hardware: {
      file: 'Documentation/driver-api/dma-buf.rst',
      says:
        'Furthermore GPUs usually have shared resources between the 3D rendering and compute ' +
        'side, like compute units or command submission engines.',
    },
    engines: {
      file: 'drivers/gpu/drm/nouveau/nouveau_chan.c',
      says: 'which engines a channel runs on depends on the chip; not established',
    },
    hardwareCan: {
      file: 'drivers/gpu/drm/nouveau/nouveau_svm.c',
      says: 'not established: nothing there takes a faulted channel off the hardware',
    },
    submission: {
      file: 'drivers/gpu/drm/nouveau/nouveau_sched.c',
      says: 'the order in which the hardware takes channels is not documented there',
    },
    reclaimWaits: {
      file: 'drivers/gpu/drm/ttm/ttm_bo.c',
      says: 'ttm_bo_wait_ctx, in ttm_bo_swapout: dma_resv_wait_timeout(BOOKKEEP, interruptible, 15 * HZ)',
    },
    'faulting-job-has-fence': {
      file: 'drivers/gpu/drm/nouveau/nouveau_svm.c',
      says:
        'nouveau_svmm_init: "All future channel/memory allocations will make use of this VMM instead of the standard ' +
        'one.", with fault_replay; nouveau_gem_ioctl_pushbuf gives the work of every channel a fence',
    },
    svm: {
      file: 'drivers/gpu/drm/nouveau/nouveau_svm.c',
      says:
        'nouveau_range_fault: mmu_interval_read_begin, hmm_range_fault, and ' +
        'mmu_interval_read_retry under svmm->mutex',
    },
  },
});
