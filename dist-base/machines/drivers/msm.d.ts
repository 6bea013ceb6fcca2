/** msm, v7.0. */
export declare const msm: {
    readonly driver: "msm";
    readonly about: "Qualcomm Adreno: dma_fences only, no recoverable page faults; a shrinker that waits for busy buffers, 10 jiffies at most.";
    readonly pageFaults: "none";
    readonly compute: "finite";
    readonly hardware: "shared";
    readonly engines: "one";
    readonly submission: "fifo";
    readonly arbitration: "unknown";
    readonly reclaimWaits: "bounded";
    readonly uses: readonly ["shrinker"];
    readonly cites: {
        readonly pageFaults: {
            readonly file: "drivers/gpu/drm/msm/msm_gem_submit.c";
            readonly says: "msm_ioctl_gem_submit: all buffers are pinned before the job is armed";
        };
        readonly compute: {
            readonly file: "drivers/gpu/drm/msm/msm_gpu.c";
            readonly says: "hangcheck_handler: every job has to end before the hang check";
        };
        readonly hardware: {
            readonly file: "drivers/gpu/drm/msm/msm_ringbuffer.c";
            readonly says: "msm_job_run: all jobs go to the rings of the one GPU";
        };
        readonly engines: {
            readonly file: "drivers/gpu/drm/msm/msm_ringbuffer.c";
            readonly says: "msm_job_run: all jobs go to the rings of the one GPU";
        };
        readonly submission: {
            readonly file: "drivers/gpu/drm/scheduler/sched_main.c";
            readonly says: "drm_sched_rq_select_entity_fifo: the ready entity whose job was submitted first";
        };
        readonly arbitration: {
            readonly file: "drivers/gpu/drm/msm/msm_ringbuffer.c";
            readonly says: "how the GPU shares itself out between rings is not documented there";
        };
        readonly reclaimWaits: {
            readonly file: "drivers/gpu/drm/msm/msm_gem_shrinker.c";
            readonly says: "wait_for_idle: dma_resv_wait_timeout(obj->resv, DMA_RESV_USAGE_BOOKKEEP, false, 10)";
        };
        readonly shrinker: {
            readonly file: "drivers/gpu/drm/msm/msm_gem_shrinker.c";
            readonly says: "msm_gem_shrinker_scan: purge, evict, active_purge, active_evict, by trylock; SHRINK_STOP where nothing was freed";
        };
    };
};
