/** nouveau, channels with shared addresses beside channels with dma_fences, v7.0. */
export declare const nouveau: {
    readonly driver: "nouveau";
    readonly about: "NVIDIA Pascal by nouveau: page faults of SVM channels are replayed after hmm_range_fault; no way out is stated in its source, so none is described.";
    readonly pageFaults: "on-demand";
    readonly compute: "unknown";
    readonly hardware: "shared";
    readonly engines: "unknown";
    readonly hardwareCan: "unknown";
    readonly submission: "unknown";
    readonly reclaimWaits: "bounded";
    readonly uses: readonly ["svm"];
    readonly expect: "deadlock";
    readonly cites: {
        readonly pageFaults: {
            readonly file: "drivers/gpu/drm/nouveau/nouveau_svm.c";
            readonly says: "nouveau_svm_fault: hmm_range_fault, then nouveau_svm_fault_replay, or nouveau_svm_fault_cancel_fault";
        };
        readonly compute: {
            readonly file: "drivers/gpu/drm/nouveau/nouveau_sched.c";
            readonly says: "nouveau_sched_timedout_job is for jobs of the scheduler; whether work of SVM channels ends is not established";
        };
        readonly hardware: {
            readonly file: "Documentation/driver-api/dma-buf.rst";
            readonly says: "Furthermore GPUs usually have shared resources between the 3D rendering and compute side, like compute units or command submission engines.";
        };
        readonly engines: {
            readonly file: "drivers/gpu/drm/nouveau/nouveau_chan.c";
            readonly says: "which engines a channel runs on depends on the chip; not established";
        };
        readonly hardwareCan: {
            readonly file: "drivers/gpu/drm/nouveau/nouveau_svm.c";
            readonly says: "not established: nothing there takes a faulted channel off the hardware";
        };
        readonly submission: {
            readonly file: "drivers/gpu/drm/nouveau/nouveau_sched.c";
            readonly says: "the order in which the hardware takes channels is not documented there";
        };
        readonly reclaimWaits: {
            readonly file: "drivers/gpu/drm/ttm/ttm_bo.c";
            readonly says: "ttm_bo_wait_ctx, in ttm_bo_swapout: dma_resv_wait_timeout(BOOKKEEP, interruptible, 15 * HZ)";
        };
        readonly svm: {
            readonly file: "drivers/gpu/drm/nouveau/nouveau_svm.c";
            readonly says: "nouveau_range_fault: mmu_interval_read_begin, hmm_range_fault, and mmu_interval_read_retry under svmm->mutex";
        };
    };
};
