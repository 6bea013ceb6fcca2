import { defineDriver } from '../description/define-driver.ts';

/** amdgpu's user queues, v7.1. */
export const amdgpuUserq = defineDriver({
  driver: 'amdgpu-userq',
  about: 'AMD queues that userspace fills without the kernel (gfx11 and later), beside the rings of the kernel.',
  kernel: '7.1',
  pageFaults: 'none',
  compute: 'finite',
  hardware: 'shared',
  engines: 'two',
  submission: 'fifo',
  arbitration: 'unknown',
  reclaimWaits: 'unbounded',
  uses: ['user-queues'],
  without: ['user-queues/restore-retries'],
  hazards: ['user-queues/cancels-detector-first'],
  // A restore that failed waits for an ioctl; the fence of a destroyed queue that hangs waits for a reset.
  expect: 'indefinite',
  cites: {
    kernel: {
      file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c',
      says: 'amdgpu_userq_hang_detect_work (fc3336be9c62); dma_fence_wait(f, false) since 873f44c32797',
    },
    pageFaults: {
      file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c',
      says: 'amdgpu_userq_vm_validate: every buffer is validated and mapped before the queues are mapped',
    },
    compute: {
      file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c',
      says: 'amdgpu_userq_hang_detect_work: what a queue runs has to end before the timeout of its kind',
    },
    hardware: {
      file: 'Documentation/driver-api/dma-buf.rst',
      says:
        'Furthermore GPUs usually have shared resources between the 3D rendering and compute ' +
        'side, like compute units or command submission engines.',
    },
    engines: {
      file: 'drivers/gpu/drm/amd/amdgpu/mes_userqueue.c',
      says: 'mes_userq_map: MES schedules user queues on hardware queues of their own, beside the rings of the kernel',
    },
    submission: {
      file: 'drivers/gpu/drm/scheduler/sched_main.c',
      says: 'drm_sched_rq_select_entity_fifo: the ready entity whose job was submitted first',
    },
    arbitration: {
      file: 'drivers/gpu/drm/amd/amdgpu/mes_userqueue.c',
      says: 'mes_userq_map: quanta of processes and queues; how the kernel rings share the units is not documented',
    },
    reclaimWaits: {
      file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_hmm.c',
      says: 'amdgpu_hmm_invalidate_gfx: dma_resv_wait_timeout(BOOKKEEP, MAX_SCHEDULE_TIMEOUT); reclaim calls notifiers',
    },
    'user-queues': {
      file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c',
      says: 'amdgpu_userq_create, amdgpu_userq_evict, amdgpu_userq_restore_worker, amdgpu_userq_destroy',
    },
    'user-queues/restore-retries': {
      file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c',
      says: 'amdgpu_userq_restore_worker: after a failure it prints a line; an ioctl queues it again',
    },
    'user-queues/cancels-detector-first': {
      file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c',
      says: 'amdgpu_userq_destroy: cancel_delayed_work_sync of hang_detect_work, then the wait for the last fence',
    },
  },
});
