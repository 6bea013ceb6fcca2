/** amdxdna, v7.0. */
export declare const amdxdna: {
    readonly driver: "amdxdna";
    readonly about: "AMD NPU: jobs with dma_fences on addresses of the process; its notifier waits for their fences.";
    readonly pageFaults: "none";
    readonly compute: "finite";
    readonly hardware: "shared";
    readonly engines: "unknown";
    readonly submission: "fifo";
    readonly arbitration: "unknown";
    readonly reclaimWaits: "unbounded";
    readonly uses: readonly ["userptr"];
    readonly expect: "unbounded";
    readonly cites: {
        readonly pageFaults: {
            readonly file: "drivers/accel/amdxdna/aie2_ctx.c";
            readonly says: "aie2_cmd_submit: ranges that were invalidated are populated before the job is armed, and stay while its fence is visible";
        };
        readonly compute: {
            readonly file: "drivers/accel/amdxdna/aie2_ctx.c";
            readonly says: "aie2_sched_job_timedout: every job has to end before HWCTX_MAX_TIMEOUT";
        };
        readonly hardware: {
            readonly file: "drivers/accel/amdxdna/aie2_solver.c";
            readonly says: "xrs_allocate_resource: contexts get columns of one array, and may share them";
        };
        readonly engines: {
            readonly file: "drivers/accel/amdxdna/aie2_solver.c";
            readonly says: "xrs_allocate_resource: a partition for each context where there are columns enough";
        };
        readonly submission: {
            readonly file: "drivers/accel/amdxdna/aie2_ctx.c";
            readonly says: "aie2_hwctx_init: a scheduler with one entity for each context";
        };
        readonly arbitration: {
            readonly file: "drivers/accel/amdxdna/aie2_solver.c";
            readonly says: "how contexts share a partition is for the firmware; not documented there";
        };
        readonly reclaimWaits: {
            readonly file: "drivers/accel/amdxdna/aie2_ctx.c";
            readonly says: "aie2_hmm_invalidate: dma_resv_wait_timeout(BOOKKEEP, MAX_SCHEDULE_TIMEOUT); reclaim calls notifiers";
        };
        readonly userptr: {
            readonly file: "drivers/accel/amdxdna/aie2_ctx.c";
            readonly says: "aie2_hmm_invalidate: dma_resv_wait_timeout(BOOKKEEP, MAX_SCHEDULE_TIMEOUT); aie2_populate_range: mmu_interval_read_retry under notifier_lock";
        };
    };
};
