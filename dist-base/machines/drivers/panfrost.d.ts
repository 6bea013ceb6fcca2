/** panfrost, v7.0. */
export declare const panfrost: {
    readonly driver: "panfrost";
    readonly about: "Arm Mali of the older kind: dma_fences only; heap objects are filled page fault by page fault while a job runs.";
    readonly pageFaults: "none";
    readonly compute: "finite";
    readonly hardware: "shared";
    readonly engines: "two";
    readonly submission: "fifo";
    readonly arbitration: "unknown";
    readonly reclaimWaits: "none";
    readonly uses: readonly ["shrinker", "tiler-heap"];
    readonly hazards: readonly ["tiler-heap/reclaims"];
    readonly expect: "deadlock";
    readonly cites: {
        readonly pageFaults: {
            readonly file: "drivers/gpu/drm/panfrost/panfrost_mmu.c";
            readonly says: "panfrost_mmu_irq_handler_thread: a fault outside of a heap object is terminal; those of heaps are the tiler heap of this description";
        };
        readonly compute: {
            readonly file: "drivers/gpu/drm/panfrost/panfrost_job.c";
            readonly says: "panfrost_job_timedout: every job has to end before JOB_TIMEOUT_MS";
        };
        readonly hardware: {
            readonly file: "drivers/gpu/drm/panfrost/panfrost_job.c";
            readonly says: "panfrost_job_hw_submit: fragment, vertex and compute slots of one GPU";
        };
        readonly engines: {
            readonly file: "drivers/gpu/drm/panfrost/panfrost_job.c";
            readonly says: "panfrost_job_get_slot: a slot for fragment jobs, another for the rest";
        };
        readonly submission: {
            readonly file: "drivers/gpu/drm/scheduler/sched_main.c";
            readonly says: "drm_sched_rq_select_entity_fifo: the ready entity whose job was submitted first";
        };
        readonly arbitration: {
            readonly file: "drivers/gpu/drm/panfrost/panfrost_job.c";
            readonly says: "how the slots share the shader cores is not documented there";
        };
        readonly reclaimWaits: {
            readonly file: "drivers/gpu/drm/panfrost/panfrost_gem_shrinker.c";
            readonly says: "panfrost_gem_purge: gpu_usecount and trylocks; no fence is waited for";
        };
        readonly shrinker: {
            readonly file: "drivers/gpu/drm/panfrost/panfrost_gem_shrinker.c";
            readonly says: "panfrost_gem_shrinker_scan: purges what is DONTNEED";
        };
        readonly 'tiler-heap': {
            readonly file: "drivers/gpu/drm/panfrost/panfrost_gem.h";
            readonly says: "is_heap: a heap object has no pages until the GPU touches them";
        };
        readonly 'tiler-heap/reclaims': {
            readonly file: "drivers/gpu/drm/panfrost/panfrost_mmu.c";
            readonly says: "panfrost_mmu_map_fault_addr: GFP_KERNEL and shmem_read_mapping_page in the thread of the interrupt, while the job with its fence waits for the page";
        };
    };
};
