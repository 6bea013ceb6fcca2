import { defineDriver } from '../description/define-driver.ts';

/** i915, v7.0. */
export const i915 = defineDriver({
  driver: 'i915',
  about:
    'Intel i915: dma_fences only, no recoverable page faults, and a shrinker that waits for ' +
    'active objects only in kswapd. Userptrs are not described.',
  pageFaults: 'none',
  compute: 'finite',
  hardware: 'shared',
  engines: 'unknown',
  submission: 'unknown',
  arbitration: 'unknown',
  reclaimWaits: 'unbounded',
  uses: ['shrinker'],
  // Without a promise that the hardware is shared out in turn, or of an order on the one engine, a
  // job with a fence may be passed over for ever.
  expect: 'unbounded',
  cites: {
    pageFaults: {
      file: 'drivers/gpu/drm/i915/gt/intel_gt.c',
      says: 'gen8_check_faults: a fault is reported as an error; none is repaired',
    },
    compute: {
      file: 'drivers/gpu/drm/i915/gt/intel_engine_heartbeat.c',
      says: 'heartbeat: an engine that does not come to its heartbeat is reset',
    },
    hardware: {
      file: 'Documentation/driver-api/dma-buf.rst',
      says:
        'Furthermore GPUs usually have shared resources between the 3D rendering and compute ' +
        'side, like compute units or command submission engines.',
    },
    engines: {
      file: 'drivers/gpu/drm/i915/gt/intel_engine_cs.c',
      says: 'intel_engines_init_mmio: which engines there are depends on the chip',
    },
    submission: {
      file: 'drivers/gpu/drm/i915/gt/intel_execlists_submission.c',
      says: 'execlists_dequeue: by priority; on chips with GuC the firmware decides',
    },
    arbitration: {
      file: 'drivers/gpu/drm/i915/gt/intel_execlists_submission.c',
      says: 'how engines share the execution units is not documented there',
    },
    reclaimWaits: {
      file: 'drivers/gpu/drm/i915/gem/i915_gem_userptr.c',
      says:
        'i915_gem_userptr_invalidate: dma_resv_wait_timeout(BOOKKEEP, MAX_SCHEDULE_TIMEOUT); ' +
        'reclaim calls notifiers. i915_gem_shrinker_scan waits in kswapd',
    },
    shrinker: {
      file: 'drivers/gpu/drm/i915/gem/i915_gem_shrinker.c',
      says:
        'i915_gem_shrink: purge_list, then shrink_list; i915_gem_object_trylock; SHRINK_STOP ' +
        'where nothing was scanned',
    },
  },
});
