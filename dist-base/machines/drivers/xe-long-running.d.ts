/** xe, long-running VMs without page faults, v7.0. */
export declare const xeLongRunning: {
    readonly driver: "xe-long-running";
    readonly about: "Intel xe: long-running queues without page faults, preempted through preempt fences.";
    readonly pageFaults: "none";
    readonly compute: "long-running";
    readonly hardware: "shared";
    readonly engines: "two";
    readonly hardwareCan: readonly ["preempt-running"];
    readonly submission: "unknown";
    readonly arbitration: "unknown";
    readonly reclaimWaits: "unbounded";
    readonly options: readonly ["preempt"];
    readonly uses: readonly ["preempt-fence"];
    readonly expect: "unbounded";
    readonly cites: {
        readonly pageFaults: {
            readonly file: "drivers/gpu/drm/xe/xe_hw_engine_group.c";
            readonly says: "xe_hw_engine_group_add_exec_queue: queues of VMs in preempt-fence mode are in no group";
        };
        readonly compute: {
            readonly file: "drivers/gpu/drm/xe/xe_preempt_fence.c";
            readonly says: "a preempt fence is for a VM in long-running mode";
        };
        readonly hardware: {
            readonly file: "drivers/gpu/drm/xe/xe_hw_engine_group.c";
            readonly says: "xe_hw_engine_setup_groups: the render and the compute engines are one group";
        };
        readonly engines: {
            readonly file: "drivers/gpu/drm/xe/xe_hw_engine_group.c";
            readonly says: "xe_hw_engine_setup_groups: the render and the compute engines are one group";
        };
        readonly hardwareCan: {
            readonly file: "drivers/gpu/drm/xe/xe_preempt_fence.c";
            readonly says: "preempt_fence_enable_signaling: the queue is suspended while it runs";
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
        readonly 'preempt-fence': {
            readonly file: "drivers/gpu/drm/xe/xe_vm.c";
            readonly says: "preempt_rebind_work_func: waits for the preempt fences, rebinds, arms new ones and resumes the queues";
        };
        readonly preempt: {
            readonly file: "drivers/gpu/drm/xe/xe_preempt_fence.c";
            readonly says: "preempt_fence_work_func: the fence is signaled once the queue is off the hardware";
        };
    };
};
