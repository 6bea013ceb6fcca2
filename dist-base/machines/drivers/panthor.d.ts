/** panthor, v7.0. */
export declare const panthor: {
    readonly driver: "panthor";
    readonly about: "Arm Mali with a command stream frontend: dma_fences only; the heap of the tiler grows while a job runs.";
    readonly pageFaults: "none";
    readonly compute: "finite";
    readonly hardware: "shared";
    readonly engines: "unknown";
    readonly submission: "any-order";
    readonly arbitration: "unknown";
    readonly reclaimWaits: "unknown";
    readonly uses: readonly ["tiler-heap"];
    readonly hazards: readonly ["tiler-heap/reclaims"];
    readonly expect: "deadlock";
    readonly cites: {
        readonly pageFaults: {
            readonly file: "drivers/gpu/drm/panthor/panthor_mmu.c";
            readonly says: "no fault is repaired: page tables are allocated before a VM_BIND job is armed";
        };
        readonly compute: {
            readonly file: "drivers/gpu/drm/panthor/panthor_sched.c";
            readonly says: "JOB_TIMEOUT_MS: every job has to end within 5 s";
        };
        readonly hardware: {
            readonly file: "drivers/gpu/drm/panthor/panthor_sched.c";
            readonly says: "DOC: Scheduler: groups take turns on the slots of one GPU";
        };
        readonly engines: {
            readonly file: "drivers/gpu/drm/panthor/panthor_sched.c";
            readonly says: "DOC: Scheduler: how many groups are on the hardware at a time depends on the firmware";
        };
        readonly submission: {
            readonly file: "drivers/gpu/drm/panthor/panthor_sched.c";
            readonly says: "DOC: Scheduler: each entity has a scheduler of its own; groups are selected by priority and round-robin";
        };
        readonly arbitration: {
            readonly file: "drivers/gpu/drm/panthor/panthor_sched.c";
            readonly says: "DOC: Scheduler: round-robin within a priority; between priorities nothing is promised";
        };
        readonly reclaimWaits: {
            readonly file: "drivers/gpu/drm/panthor/panthor_gem.c";
            readonly says: "not established: a shrinker was proposed in 2026";
        };
        readonly 'tiler-heap': {
            readonly file: "drivers/gpu/drm/panthor/panthor_sched.c";
            readonly says: "group_process_tiler_oom: the firmware asks for a chunk; without one it renders incrementally";
        };
        readonly 'tiler-heap/reclaims': {
            readonly file: "drivers/gpu/drm/panthor/panthor_heap.c";
            readonly says: "panthor_heap_grow, FIXME: panthor_alloc_heap_chunk() \"goes through the blocking allocation path\" while a job with a visible fence waits for the chunk";
        };
    };
};
