/** amdkfd with XNACK on, v7.0. */
export declare const amdkfd: {
    readonly driver: "amdkfd";
    readonly about: "AMD compute queues of userspace with retry faults (XNACK), preempted by compute wave save and restore (CWSR).";
    readonly pageFaults: "on-demand";
    readonly compute: "long-running";
    readonly hardware: "shared";
    readonly engines: "two";
    readonly hardwareCan: readonly ["preempt-running", "preempt-faulted"];
    readonly submission: "unknown";
    readonly arbitration: "unknown";
    readonly reclaimWaits: "unbounded";
    readonly options: readonly ["preempt"];
    readonly uses: readonly ["eviction-fence"];
    readonly expect: "unbounded";
    readonly cites: {
        readonly pageFaults: {
            readonly file: "drivers/gpu/drm/amd/amdkfd/kfd_svm.c";
            readonly says: "svm_range_restore_pages: a retry fault is answered by mapping the page; the wave tries again";
        };
        readonly compute: {
            readonly file: "drivers/gpu/drm/amd/amdkfd/kfd_chardev.c";
            readonly says: "kfd_ioctl_create_queue: queues of userspace; the kernel sees no jobs and no end of them";
        };
        readonly hardware: {
            readonly file: "Documentation/driver-api/dma-buf.rst";
            readonly says: "Furthermore GPUs usually have shared resources between the 3D rendering and compute side, like compute units or command submission engines.";
        };
        readonly engines: {
            readonly file: "drivers/gpu/drm/amd/amdkfd/kfd_device_queue_manager.c";
            readonly says: "compute queues have pipes of their own; the graphics ring is not among them";
        };
        readonly hardwareCan: {
            readonly file: "drivers/gpu/drm/amd/amdkfd";
            readonly says: "commit 373d7080896a: CWSR \"allows the GPU to preempt shader execution in the middle of a compute wave, save the state and restore it later\"; a wave that is restored before its page is there faults again";
        };
        readonly submission: {
            readonly file: "drivers/gpu/drm/amd/amdkfd/kfd_packet_manager.c";
            readonly says: "the firmware picks from the runlist; no order between queues is documented";
        };
        readonly arbitration: {
            readonly file: "drivers/gpu/drm/amd/amdkfd/kfd_packet_manager.c";
            readonly says: "how graphics and compute share the compute units is not documented there";
        };
        readonly reclaimWaits: {
            readonly file: "drivers/gpu/drm/amd/amdgpu/amdgpu_hmm.c";
            readonly says: "amdgpu_hmm_invalidate_gfx: dma_resv_wait_timeout(BOOKKEEP, MAX_SCHEDULE_TIMEOUT); reclaim calls notifiers";
        };
        readonly 'eviction-fence': {
            readonly file: "drivers/gpu/drm/amd/amdkfd/kfd_process.c";
            readonly says: "evict_process_worker takes the queues off and signals; restore_process_worker validates every buffer and starts them again";
        };
        readonly preempt: {
            readonly file: "drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_fence.c";
            readonly says: "the eviction fence: enable_signaling schedules the work that takes the queues of the process off the hardware";
        };
    };
};
