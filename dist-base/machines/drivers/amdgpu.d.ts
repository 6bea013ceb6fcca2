/** amdgpu, jobs of the kernel's own rings, v7.0. */
export declare const amdgpu: {
    readonly driver: "amdgpu";
    readonly about: "AMD graphics and compute rings of the kernel: every job has a dma_fence and takes no recoverable page fault.";
    readonly pageFaults: "none";
    readonly compute: "finite";
    readonly hardware: "shared";
    readonly engines: "unknown";
    readonly submission: "fifo";
    readonly arbitration: "unknown";
    readonly reclaimWaits: "unbounded";
    readonly uses: readonly ["dynamic-import"];
    readonly expect: "unbounded";
    readonly cites: {
        readonly pageFaults: {
            readonly file: "drivers/gpu/drm/amd/amdgpu/amdgpu_cs.c";
            readonly says: "amdgpu_cs_submit: all buffers are validated and mapped before the job is armed";
        };
        readonly compute: {
            readonly file: "drivers/gpu/drm/amd/amdgpu/amdgpu_job.c";
            readonly says: "amdgpu_job_timedout: every job has to end before its timeout";
        };
        readonly hardware: {
            readonly file: "Documentation/driver-api/dma-buf.rst";
            readonly says: "Furthermore GPUs usually have shared resources between the 3D rendering and compute side, like compute units or command submission engines.";
        };
        readonly engines: {
            readonly file: "drivers/gpu/drm/amd/amdgpu/amdgpu_ctx.c";
            readonly says: "amdgpu_ctx_init_entity: graphics and compute jobs go to rings of their own where the chip has both";
        };
        readonly submission: {
            readonly file: "drivers/gpu/drm/scheduler/sched_main.c";
            readonly says: "drm_sched_rq_select_entity_fifo: the ready entity whose job was submitted first";
        };
        readonly arbitration: {
            readonly file: "drivers/gpu/drm/amd/amdgpu/amdgpu_ctx.c";
            readonly says: "how rings share the compute units is not documented there";
        };
        readonly reclaimWaits: {
            readonly file: "drivers/gpu/drm/amd/amdgpu/amdgpu_hmm.c";
            readonly says: "amdgpu_hmm_invalidate_gfx: dma_resv_wait_timeout(BOOKKEEP, MAX_SCHEDULE_TIMEOUT); reclaim calls notifiers";
        };
        readonly 'dynamic-import': {
            readonly file: "drivers/gpu/drm/amd/amdgpu/amdgpu_dma_buf.c";
            readonly says: "amdgpu_dma_buf_attach_ops: amdgpu_dma_buf_move_notify invalidates the mappings; page tables are updated before the next job";
        };
    };
};
