import { defineDriver } from '../description/define-driver.ts';

/** panthor, v7.0, with the shrinker that drm-misc-next has had since spring 2026. */
export const panthor = defineDriver({
  driver: 'panthor',
  about: 'Arm Mali with a command stream frontend: dma_fences only; the heap of the tiler grows while a job runs.',
  pageFaults: 'none',
  compute: 'finite',
  hardware: 'shared',
  engines: 'unknown',
  submission: 'any-order',
  arbitration: 'unknown',
  reclaimWaits: 'bounded',
  uses: ['shrinker', 'tiler-heap'],
  hazards: ['tiler-heap/reclaims'],
  // A known problem of this driver: its source and its issue 32 say so.
  expect: 'deadlock',
  cites: {
    pageFaults: {
      file: 'drivers/gpu/drm/panthor/panthor_mmu.c',
      says: 'no fault is repaired: page tables are allocated before a VM_BIND job is armed',
    },
    compute: {
      file: 'drivers/gpu/drm/panthor/panthor_sched.c',
      says: 'JOB_TIMEOUT_MS: every job has to end within 5 s',
    },
    hardware: {
      file: 'drivers/gpu/drm/panthor/panthor_sched.c',
      says: 'DOC: Scheduler: groups take turns on the slots of one GPU',
    },
    engines: {
      file: 'drivers/gpu/drm/panthor/panthor_sched.c',
      says: 'DOC: Scheduler: how many groups are on the hardware at a time depends on the firmware',
    },
    submission: {
      file: 'drivers/gpu/drm/panthor/panthor_sched.c',
      says: 'DOC: Scheduler: each entity has a scheduler of its own; groups are selected by priority and round-robin',
    },
    arbitration: {
      file: 'drivers/gpu/drm/panthor/panthor_sched.c',
      says: 'DOC: Scheduler: round-robin within a priority; between priorities nothing is promised',
    },
    reclaimWaits: {
      file: 'drivers/gpu/drm/panthor/panthor_gem.c',
      says:
        'panthor_gem_try_evict (drm-misc-next, May 2026): dma_resv_wait_timeout(BOOKKEEP, 10) before any lock ' +
        'is tried, and only where can_block() says so; up to 7.1 there is no shrinker',
    },
    shrinker: {
      file: 'drivers/gpu/drm/panthor/panthor_gem.c',
      says: 'panthor_gem_shrinker_scan (drm-misc-next): buffers that the GPU may use are evicted behind their fences',
    },
    'tiler-heap': {
      file: 'drivers/gpu/drm/panthor/panthor_sched.c',
      says: 'group_process_tiler_oom: the firmware asks for a chunk; without one it renders incrementally',
    },
    'tiler-heap/reclaims': {
      file: 'drivers/gpu/drm/panthor/panthor_heap.c',
      says:
        'panthor_heap_grow, FIXME: panthor_alloc_heap_chunk() "goes through the blocking ' +
        'allocation path" while a job with a visible fence waits for the chunk',
    },
  },
});
