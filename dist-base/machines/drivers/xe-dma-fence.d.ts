/** xe, queues with dma_fences, v7.0. */
export declare const xeDmaFence: {
    readonly driver: "xe-dma-fence";
    readonly about: "Intel xe: queues whose jobs have dma_fences, with imported buffers and a shrinker; userptrs are left out here.";
    readonly pageFaults: "none";
    readonly compute: "finite";
    readonly hardware: "shared";
    readonly engines: "two";
    readonly submission: "unknown";
    readonly arbitration: "unknown";
    readonly reclaimWaits: "unbounded";
    readonly uses: readonly ["dynamic-import", "shrinker"];
    readonly expect: "unbounded";
    readonly cites: {
        readonly pageFaults: {
            readonly file: "drivers/gpu/drm/xe/xe_vm.c";
            readonly says: "xe_vm_create_ioctl: page faults are for VMs with DRM_XE_VM_CREATE_FLAG_FAULT_MODE";
        };
        readonly compute: {
            readonly file: "drivers/gpu/drm/xe/xe_guc_submit.c";
            readonly says: "guc_exec_queue_timedout_job: every job has to end before its timeout";
        };
        readonly hardware: {
            readonly file: "drivers/gpu/drm/xe/xe_hw_engine_group.c";
            readonly says: "xe_hw_engine_setup_groups: the render and the compute engines are one group";
        };
        readonly engines: {
            readonly file: "drivers/gpu/drm/xe/xe_hw_engine_group.c";
            readonly says: "xe_hw_engine_setup_groups: the render and the compute engines are one group";
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
        readonly 'dynamic-import': {
            readonly file: "drivers/gpu/drm/xe/xe_dma_buf.c";
            readonly says: "xe_dma_buf_attach_ops: move_notify evicts the imported object";
        };
        readonly shrinker: {
            readonly file: "drivers/gpu/drm/xe/xe_shrinker.c";
            readonly says: "xe_shrinker_scan: purges, then backs up, objects of the system and TT placements";
        };
    };
};
