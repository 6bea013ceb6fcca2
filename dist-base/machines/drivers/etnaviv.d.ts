/** etnaviv, v7.0. */
export declare const etnaviv: {
    readonly driver: "etnaviv";
    readonly about: "Vivante GPUs: dma_fences only, no recoverable page faults, no shrinker; userptrs are pinned for as long as they live.";
    readonly pageFaults: "none";
    readonly compute: "finite";
    readonly hardware: "shared";
    readonly engines: "one";
    readonly submission: "fifo";
    readonly arbitration: "unknown";
    readonly reclaimWaits: "none";
    readonly cites: {
        readonly pageFaults: {
            readonly file: "drivers/gpu/drm/etnaviv/etnaviv_gem_submit.c";
            readonly says: "etnaviv_ioctl_gem_submit: submit_pin_objects before etnaviv_sched_push_job";
        };
        readonly compute: {
            readonly file: "drivers/gpu/drm/etnaviv/etnaviv_sched.c";
            readonly says: "etnaviv_sched_timedout_job: 500 ms, longer while the front end makes progress";
        };
        readonly hardware: {
            readonly file: "drivers/gpu/drm/etnaviv/etnaviv_sched.c";
            readonly says: "etnaviv_sched_run_job: one scheduler a GPU";
        };
        readonly engines: {
            readonly file: "drivers/gpu/drm/etnaviv/etnaviv_sched.c";
            readonly says: "etnaviv_sched_run_job: one scheduler a GPU, and one front end that it feeds";
        };
        readonly submission: {
            readonly file: "drivers/gpu/drm/scheduler/sched_main.c";
            readonly says: "drm_sched_rq_select_entity_fifo: the ready entity whose job was submitted first";
        };
        readonly arbitration: {
            readonly file: "drivers/gpu/drm/etnaviv/etnaviv_gpu.c";
            readonly says: "how the front end is shared is not documented there";
        };
        readonly reclaimWaits: {
            readonly file: "drivers/gpu/drm/etnaviv/etnaviv_gem.c";
            readonly says: "there is no shrinker; etnaviv_gem_userptr_get_pages pins with FOLL_LONGTERM and no notifier";
        };
    };
};
