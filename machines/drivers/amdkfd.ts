import { defineDriver } from '../description/define-driver.ts';

/** amdkfd with XNACK on, v7.0. */
export const amdkfd = defineDriver({
  driver: 'amdkfd',
  about:
    'AMD compute queues of userspace with retry faults (XNACK), preempted by compute wave save and restore (CWSR).',
  pageFaults: 'on-demand',
  compute: 'long-running',
  hardware: 'shared',
  engines: 'two',
  hardwareCan: ['preempt-running', 'preempt-faulted'],
  submission: 'unknown',
  arbitration: 'unknown',
  reclaimWaits: 'unbounded',
  options: ['preempt'],
  uses: ['eviction-fence'],
  // Without a promise that the compute units are shared out in turn, a job with a fence may be passed over for ever.
  expect: 'unbounded',
  cites: {
    pageFaults: {
      file: 'drivers/gpu/drm/amd/amdkfd/kfd_svm.c',
      says: 'svm_range_restore_pages: a retry fault is answered by mapping the page; the wave tries again',
    },
    compute: {
      file: 'drivers/gpu/drm/amd/amdkfd/kfd_chardev.c',
      says: 'kfd_ioctl_create_queue: queues of userspace; the kernel sees no jobs and no end of them',
    },
    hardware: {
      file: 'Documentation/driver-api/dma-buf.rst',
      says:
        'Furthermore GPUs usually have shared resources between the 3D rendering and compute ' +
        'side, like compute units or command submission engines.',
    },
    engines: {
      file: 'drivers/gpu/drm/amd/amdkfd/kfd_device_queue_manager.c',
      says: 'compute queues have pipes of their own; the graphics ring is not among them',
    },
    hardwareCan: {
      file: 'drivers/gpu/drm/amd/amdkfd',
      says:
        'commit 373d7080896a: CWSR "allows the GPU to preempt shader execution in the middle of ' +
        'a compute wave, save the state and restore it later"; a wave that is restored before ' +
        'its page is there faults again',
    },
    submission: {
      file: 'drivers/gpu/drm/amd/amdkfd/kfd_packet_manager.c',
      says: 'the firmware picks from the runlist; no order between queues is documented',
    },
    arbitration: {
      file: 'drivers/gpu/drm/amd/amdkfd/kfd_packet_manager.c',
      says: 'how graphics and compute share the compute units is not documented there',
    },
    reclaimWaits: {
      file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_hmm.c',
      says: 'amdgpu_hmm_invalidate_gfx: dma_resv_wait_timeout(BOOKKEEP, MAX_SCHEDULE_TIMEOUT); reclaim calls notifiers',
    },
    'eviction-fence': {
      file: 'drivers/gpu/drm/amd/amdkfd/kfd_process.c',
      says:
        'evict_process_worker takes the queues off and signals; restore_process_worker validates ' +
        'every buffer and starts them again',
    },
    preempt: {
      file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_fence.c',
      says:
        'the eviction fence: enable_signaling schedules the work that takes the queues of the ' +
        'process off the hardware',
    },
  },
});
