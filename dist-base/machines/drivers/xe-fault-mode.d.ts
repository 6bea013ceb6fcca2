/** xe, queues of fault-mode VMs beside queues with dma_fences, v7.0. */
export declare const xeFaultMode: {
    readonly driver: "xe-fault-mode";
    readonly about: "Intel xe: long-running queues of fault-mode VMs and queues with dma_fences on the engines of one group.";
    readonly pageFaults: "on-demand";
    readonly compute: "long-running";
    readonly hardware: "shared";
    readonly engines: "two";
    readonly hardwareCan: readonly ["preempt-running", "preempt-faulted"];
    readonly submission: "unknown";
    readonly arbitration: "unknown";
    readonly reclaimWaits: "unbounded";
    readonly uses: readonly ["engine-group"];
    readonly cites: {
        readonly pageFaults: {
            readonly file: "drivers/gpu/drm/xe/xe_pagefault.c";
            readonly says: "xe_pagefault_service: the fault is repaired while the access waits; the worker answers it afterwards";
        };
        readonly compute: {
            readonly file: "drivers/gpu/drm/xe/xe_vm.c";
            readonly says: "xe_vm_create_ioctl: DRM_XE_VM_CREATE_FLAG_FAULT_MODE without DRM_XE_VM_CREATE_FLAG_LR_MODE is -EINVAL";
        };
        readonly hardware: {
            readonly file: "drivers/gpu/drm/xe/xe_hw_engine_group.c";
            readonly says: "xe_hw_engine_setup_groups: queues of both kinds are in one group";
        };
        readonly engines: {
            readonly file: "drivers/gpu/drm/xe/xe_hw_engine_group.c";
            readonly says: "xe_hw_engine_setup_groups: the render and the compute engines are one group, the copy engines and the video engines are others";
        };
        readonly hardwareCan: {
            readonly file: "drivers/gpu/drm/xe/xe_hw_engine_group.c";
            readonly says: "xe_hw_engine_group_suspend_faulting_lr_jobs: suspend and suspend_wait on every fault-mode queue, whether a fault is pending or not";
        };
        readonly submission: {
            readonly file: "drivers/gpu/drm/xe/xe_guc_submit.c";
            readonly says: "the GuC firmware schedules contexts; no order between queues is documented";
        };
        readonly arbitration: {
            readonly file: "drivers/gpu/drm/xe/xe_guc_submit.c";
            readonly says: "how render and compute engines share the execution units is not documented there";
        };
        readonly reclaimWaits: {
            readonly file: "drivers/gpu/drm/xe/xe_userptr.c";
            readonly says: "vma_userptr_notifier_ops: dma_resv_wait_timeout(BOOKKEEP, MAX_SCHEDULE_TIMEOUT) on the reservation of the VM; reclaim calls notifiers. xe_shrinker_scan waits in kswapd alone";
        };
        readonly 'engine-group': {
            readonly file: "drivers/gpu/drm/xe/xe_hw_engine_group.c";
            readonly says: "switch_mode: to EXEC_MODE_DMA_FENCE all fault-mode queues are suspended, to EXEC_MODE_LR all fences are waited for";
        };
        readonly 'engine-group/suspended-before-visible': {
            readonly file: "drivers/gpu/drm/xe/xe_exec.c";
            readonly says: "xe_exec_ioctl: mode_sem is held from xe_hw_engine_group_get_mode, which comes before vm->lock and before the job is armed, until the job is pushed";
        };
        readonly 'engine-group/fences-before-fault-job': {
            readonly file: "drivers/gpu/drm/xe/xe_hw_engine_group.c";
            readonly says: "xe_hw_engine_group_wait_for_dma_fence_jobs: dma_fence_wait on the last fence of each queue, before any is resumed";
        };
        readonly 'engine-group/readers-queue': {
            readonly file: "kernel/locking/rwsem.c";
            readonly says: "rwsem_down_read_slowpath: a reader does not overtake a writer that waits";
        };
    };
};
