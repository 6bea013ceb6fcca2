/** i915, v7.0. */
export declare const i915: {
    readonly driver: "i915";
    readonly about: "Intel i915: dma_fences only, no recoverable page faults; a shrinker that waits for active objects in kswapd alone; userptrs are left out here.";
    readonly pageFaults: "none";
    readonly compute: "finite";
    readonly hardware: "shared";
    readonly engines: "unknown";
    readonly submission: "unknown";
    readonly arbitration: "unknown";
    readonly reclaimWaits: "unbounded";
    readonly uses: readonly ["shrinker"];
    readonly expect: "unbounded";
    readonly cites: {
        readonly pageFaults: {
            readonly file: "drivers/gpu/drm/i915/gt/intel_gt.c";
            readonly says: "gen8_check_faults: a fault is reported as an error; none is repaired";
        };
        readonly compute: {
            readonly file: "drivers/gpu/drm/i915/gt/intel_engine_heartbeat.c";
            readonly says: "heartbeat: an engine that does not come to its heartbeat is reset";
        };
        readonly hardware: {
            readonly file: "Documentation/driver-api/dma-buf.rst";
            readonly says: "Furthermore GPUs usually have shared resources between the 3D rendering and compute side, like compute units or command submission engines.";
        };
        readonly engines: {
            readonly file: "drivers/gpu/drm/i915/gt/intel_engine_cs.c";
            readonly says: "intel_engines_init_mmio: which engines there are depends on the chip";
        };
        readonly submission: {
            readonly file: "drivers/gpu/drm/i915/gt/intel_execlists_submission.c";
            readonly says: "execlists_dequeue: by priority; on chips with GuC the firmware decides";
        };
        readonly arbitration: {
            readonly file: "drivers/gpu/drm/i915/gt/intel_execlists_submission.c";
            readonly says: "how engines share the execution units is not documented there";
        };
        readonly reclaimWaits: {
            readonly file: "drivers/gpu/drm/i915/gem/i915_gem_userptr.c";
            readonly says: "i915_gem_userptr_invalidate: dma_resv_wait_timeout(BOOKKEEP, MAX_SCHEDULE_TIMEOUT); reclaim calls notifiers. i915_gem_shrinker_scan waits in kswapd";
        };
        readonly shrinker: {
            readonly file: "drivers/gpu/drm/i915/gem/i915_gem_shrinker.c";
            readonly says: "i915_gem_shrink: purge_list, then shrink_list; i915_gem_object_trylock; SHRINK_STOP where nothing was scanned";
        };
    };
};
