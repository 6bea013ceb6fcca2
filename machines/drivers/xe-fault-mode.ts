import { defineDriver } from '../description/define-driver.ts';

/** xe, queues of fault-mode VMs beside queues with dma_fences, v7.0. */
export const xeFaultMode = defineDriver({
  driver: 'xe-fault-mode',
  about: 'Intel xe: long-running queues of fault-mode VMs and queues with dma_fences on the engines of one group.',
  pageFaults: 'on-demand',
  compute: 'long-running',
  hardware: 'shared',
  engines: 'two',
  hardwareCan: ['preempt-running', 'preempt-faulted'],
  submission: 'unknown',
  arbitration: 'unknown',
  reclaimWaits: 'unbounded',
  uses: ['engine-group'],
  cites: {
    pageFaults: {
      file: 'drivers/gpu/drm/xe/xe_pagefault.c',
      says: 'xe_pagefault_service: the fault is repaired while the access waits; the worker answers it afterwards',
    },
    compute: {
      file: 'drivers/gpu/drm/xe/xe_vm.c',
      says: 'xe_vm_create_ioctl: DRM_XE_VM_CREATE_FLAG_FAULT_MODE without DRM_XE_VM_CREATE_FLAG_LR_MODE is -EINVAL',
    },
    hardware: {
      file: 'drivers/gpu/drm/xe/xe_hw_engine_group.c',
      says: 'xe_hw_engine_setup_groups: queues of both kinds are in one group',
    },
    engines: {
      file: 'drivers/gpu/drm/xe/xe_hw_engine_group.c',
      says:
        'xe_hw_engine_setup_groups: the render and the compute engines are one group, the copy ' +
        'engines and the video engines are others',
    },
    hardwareCan: {
      file: 'drivers/gpu/drm/xe/xe_hw_engine_group.c',
      says:
        'xe_hw_engine_group_suspend_faulting_lr_jobs: suspend and suspend_wait on every ' +
        'fault-mode queue, whether a fault is pending or not',
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
    'engine-group': {
      file: 'drivers/gpu/drm/xe/xe_hw_engine_group.c',
      says:
        'switch_mode: to EXEC_MODE_DMA_FENCE all fault-mode queues are suspended, to ' +
        'EXEC_MODE_LR all fences are waited for',
    },
    'engine-group/suspended-before-visible': {
      file: 'drivers/gpu/drm/xe/xe_exec.c',
      says:
        'xe_exec_ioctl: mode_sem is held from xe_hw_engine_group_get_mode, which comes before ' +
        'vm->lock and before the job is armed, until the job is pushed',
    },
    'engine-group/fences-before-fault-job': {
      file: 'drivers/gpu/drm/xe/xe_hw_engine_group.c',
      says:
        'xe_hw_engine_group_wait_for_dma_fence_jobs: dma_fence_wait on the last fence of each ' +
        'queue on its list, before any is resumed; a queue that is destroyed leaves the list, and its fence is owed ' +
        'by the clean-up alone (litmus/threads/group)',
    },
    'engine-group/readers-queue': {
      file: 'kernel/locking/rwsem.c',
      says: 'rwsem_down_read_slowpath: a reader does not overtake a writer that waits',
    },
  },
});
