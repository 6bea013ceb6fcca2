import { defineDriver } from '../description/define-driver.ts';

/** xe, long-running VMs without page faults, v7.0. */
export const xeLongRunning = defineDriver({
  driver: 'xe-long-running',
  about: 'Intel xe: long-running queues without page faults, preempted through preempt fences.',
  pageFaults: 'none',
  compute: 'long-running',
  hardware: 'shared',
  engines: 'two',
  hardwareCan: ['preempt-running'],
  submission: 'unknown',
  arbitration: 'unknown',
  reclaimWaits: 'unbounded',
  options: ['preempt'],
  uses: ['preempt-fence'],
  // Without a promise that the execution units are shared out in turn, a job with a fence may be passed over for ever.
  expect: 'unbounded',
  cites: {
    pageFaults: {
      file: 'drivers/gpu/drm/xe/xe_hw_engine_group.c',
      says: 'xe_hw_engine_group_add_exec_queue: queues of VMs in preempt-fence mode are in no group',
    },
    compute: {
      file: 'drivers/gpu/drm/xe/xe_preempt_fence.c',
      says: 'a preempt fence is for a VM in long-running mode',
    },
    hardware: {
      file: 'drivers/gpu/drm/xe/xe_hw_engine_group.c',
      says: 'xe_hw_engine_setup_groups: the render and the compute engines are one group',
    },
    engines: {
      file: 'drivers/gpu/drm/xe/xe_hw_engine_group.c',
      says: 'xe_hw_engine_setup_groups: the render and the compute engines are one group',
    },
    hardwareCan: {
      file: 'drivers/gpu/drm/xe/xe_preempt_fence.c',
      says: 'preempt_fence_enable_signaling: the queue is suspended while it runs',
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
    'preempt-fence': {
      file: 'drivers/gpu/drm/xe/xe_vm.c',
      says: 'preempt_rebind_work_func: waits for the preempt fences, rebinds, arms new ones and resumes the queues',
    },
    preempt: {
      file: 'drivers/gpu/drm/xe/xe_preempt_fence.c',
      says: 'preempt_fence_work_func: the fence is signaled once the queue is off the hardware',
    },
  },
});
