import { defineDriver } from '../description/define-driver.ts';

/** xe, queues with dma_fences, v7.0. */
export const xeDmaFence = defineDriver({
  driver: 'xe-dma-fence',
  about:
    'Intel xe: queues whose jobs have dma_fences, with imported buffers and a shrinker. ' +
    'Userptrs are not described.',
  pageFaults: 'none',
  compute: 'finite',
  hardware: 'shared',
  engines: 'two',
  submission: 'unknown',
  arbitration: 'unknown',
  reclaimWaits: 'unbounded',
  uses: ['dynamic-import', 'shrinker'],
  // Without a promise that the hardware is shared out in turn, a job with a fence may be passed over for ever.
  expect: 'unbounded',
  cites: {
    pageFaults: {
      file: 'drivers/gpu/drm/xe/xe_vm.c',
      says: 'xe_vm_create_ioctl: page faults are for VMs with DRM_XE_VM_CREATE_FLAG_FAULT_MODE',
    },
    compute: {
      file: 'drivers/gpu/drm/xe/xe_guc_submit.c',
      says: 'guc_exec_queue_timedout_job: every job has to end before its timeout',
    },
    hardware: {
      file: 'drivers/gpu/drm/xe/xe_hw_engine_group.c',
      says: 'xe_hw_engine_setup_groups: the render and the compute engines are one group',
    },
    engines: {
      file: 'drivers/gpu/drm/xe/xe_hw_engine_group.c',
      says: 'xe_hw_engine_setup_groups: the render and the compute engines are one group',
    },
    submission: {
      file: 'drivers/gpu/drm/xe/xe_guc_submit.c',
      says: 'the GuC firmware schedules contexts; no order between queues is documented',
    },
    arbitration: {
      file: 'drivers/gpu/drm/xe/xe_guc_submit.c',
      says: 'how render and compute engines share the execution units is not documented there',
    },
    reclaimWaits: {
      file: 'drivers/gpu/drm/xe/xe_userptr.c',
      says:
        'vma_userptr_notifier_ops: dma_resv_wait_timeout(BOOKKEEP, MAX_SCHEDULE_TIMEOUT) on the ' +
        'reservation of the VM; reclaim calls notifiers. xe_shrinker_scan waits in kswapd alone',
    },
    'dynamic-import': {
      file: 'drivers/gpu/drm/xe/xe_dma_buf.c',
      says: 'xe_dma_buf_attach_ops: move_notify evicts the imported object',
    },
    shrinker: {
      file: 'drivers/gpu/drm/xe/xe_shrinker.c',
      says: 'xe_shrinker_scan: purges, then backs up, objects of the system and TT placements',
    },
  },
});
