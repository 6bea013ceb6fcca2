import type { Refusal } from '../../src/system/vocabulary.ts';
import {
  byRow,
  caller,
  freedElsewhere,
  hardware,
  inside,
  law,
  reclaim,
  resvLock,
} from './whose.ts';

const shrinker = 'drivers/gpu/drm/msm/msm_gem_shrinker.c';

const bufferReleased = law(
  'drivers/dma-buf/dma-buf.c',
  'dma_buf_release: WARN_ON(!list_empty(&dmabuf->attachments))',
  ['attachment'],
);
const purged = law(
  shrinker,
  'purge: returns false if is_purgeable is false or msm_gem_active is true',
  ['gem=willneed', 'fence'],
);
const evicted = law(
  shrinker,
  'active_evict: returns false if wait_for_idle did not find the reservation idle',
  ['use', 'fence'],
);

const objectLocked = law(
  'include/linux/dma-resv.h',
  'dma_resv_lock: Locks the reservation object for exclusive access and modification.',
  ['o1', 'o2'],
);

/** Rows about shared buffers: where they are, and who evicts them. */
export const bufferRefusals: Readonly<Record<string, Refusal>> = byRow({
  'dma-buf': [
    [
      caller,
      'dma_buf_export dma_buf_attach map_begin unmap dma_buf_unpin map_fails move_begin ' +
        'dma_buf_detach dma_buf_pin access_starts access_starts_astray',
    ],
    [inside, 'map_end move_notify move_copies move_ends invalidate_mappings'],
    [resvLock, 'unmap_invalidated release_pinned'],
    [hardware, 'access_ends'],
    [bufferReleased, 'dma_buf_put'],
    [inside, 'move_waits'],
  ],
  'job-uses-import': [[inside, 'job_maps']],
  'job-alloc': [
    [reclaim, 'jobAlloc_waits jobAlloc_waits_for_copy jobAlloc_waits_for_bind jobAlloc_ends'],
    [freedElsewhere, 'jobAlloc_memory_freed'],
  ],
  'shrinker-moves': [[inside, 'job_allocates_before']],
  'gem-shrinker': [
    [
      caller,
      'reclaim_enters madvise_dontneed madvise_willneed submit_begins job_starts ' +
        'get_vaddr put_vaddr',
    ],
    [
      inside,
      'reclaim_takes_lists reclaim_finds_nothing reclaim_counts reclaim_stops ' +
        'reclaim_returns reclaim_vunmaps reclaim_skips_locked submit_allocates ' +
        'submit_refused_EBUSY ' +
        'submit_reclaim_takes_lists submit_reclaim_vunmaps submit_reclaim_skips_locked ' +
        'submit_reclaim_finds_nothing submit_reclaim_counts submit_reclaim_stops ' +
        'submit_gets_pages submit_takes_lists submit_ends',
    ],
    [purged, 'reclaim_purges submit_reclaim_purges'],
    [evicted, 'reclaim_evicts submit_reclaim_evicts'],
    [resvLock, 'submit_locks'],
    [hardware, 'job_ends'],
  ],
  'core-shrinks': [[inside, 'job_gets_pages submit_enters_shrinker repair_enters_shrinker']],
  'late-alloc': [
    [reclaim, 'lateAlloc_waits lateAlloc_waits_for_copy lateAlloc_waits_for_bind lateAlloc_ends'],
    [freedElsewhere, 'lateAlloc_memory_freed'],
  ],
  'late-allocation-in-other-shrinkers': [[inside, 'late_shrinks_others']],
  'tiler-heap': [
    [caller, 'heap_full'],
    [hardware, 'heap_grow heap_grow_ENOMEM heap_incremental'],
  ],
  'memory-region': [
    [caller, 'register deregister_region post claim_begins'],
    [hardware, 'complete completes_with_error request_faults'],
    [inside, 'claim_tells claim_has claim_ends'],
    [inside, 'fault_maps'],
  ],
  'repair-takes-from-region': [[inside, 'shrinker_claims']],
  'dma-buf-unplug': [
    [caller, 'unplug_begins'],
    [inside, 'unplug_tells unplug_ends'],
  ],
  'dma-buf-calls': [
    [caller, 'attach_call detach_call begin_cpu_access_call'],
    [inside, 'callback call_returns'],
  ],
  'dma-buf-vmap': [
    [caller, 'vmap_looks vmap_again'],
    [inside, 'vmap_first vunmap'],
  ],
  'pinned-bo': [
    [caller, 'ttm_bo_pin ttm_bo_unpin wants_vram wants_system domain_fills ttm_bo_put'],
    [
      inside,
      'compatible_0 compatible_system_0 pinned_EINVAL pinned_system_EINVAL moved_0 ' +
        'moved_system_0 ttm_bo_evict_cb ttm_bo_evict all_pinned_ENOMEM domain_busy_ENOMEM',
    ],
  ],
  'ttm-move-fence': [
    [caller, 'move_begins'],
    [inside, 'fallback_0'],
    [hardware, 'move_signals'],
  ],
  'ttm-reserve': [
    [
      caller,
      'begin reserve_again_EALREADY reserve_no_wait_EBUSY reserve_ERESTARTSYS ' +
        'reserve_slowpath_ERESTARTSYS unreserve_one unreserve_second',
    ],
    [resvLock, 'reserve_0 reserve_first_0 reserve_second_0 reserve_slowpath_0'],
    [inside, 'reserve_EDEADLK unreserve'],
  ],
  'drm-exec': [
    [
      caller,
      'exec_begins exec_unlock_1 exec_unlock_2 exec_cleanup exec_seals exec_seals_without_1 ' +
        'exec_seals_without_2 exec_ends other_begins other_unlock_1 other_unlock_2 other_ends ' +
        'exec_lock_1_slow_path exec_lock_2_slow_path',
    ],
    [
      inside,
      'exec_lock_1_waits_older exec_lock_1_waits_with_none exec_lock_2_waits_older ' +
        'exec_lock_2_waits_with_none other_lock_1_waits_older other_lock_1_waits_with_none ' +
        'other_lock_2_waits_older other_lock_2_waits_with_none exec_lock_1_EDEADLK ' +
        'exec_lock_2_EDEADLK other_lock_1_EDEADLK other_lock_2_EDEADLK then_has_1 then_has_2 ' +
        'then_locks_1 then_locks_2 then_waits_1 then_waits_2 then_dies_1 then_dies_2 ' +
        'exec_lock_1_has exec_lock_2_has',
    ],
    [
      objectLocked,
      'exec_lock_1 exec_lock_2 other_lock_1 other_lock_2 exec_gets_1 exec_gets_2 other_gets_1 ' +
        'other_gets_2 slow_gets_1 slow_gets_2',
    ],
  ],
  'peer-to-peer': [
    [
      caller,
      'create_vram create_system create_both ops_p2p ops_nop2p ops_static device_same ' +
        'device_near device_far xe_bo_evict xe_bo_validate_vram xe_bo_validate_tt drop',
    ],
    [
      inside,
      'xe_gem_prime_import_reuses xe_gem_prime_import_p2p xe_gem_prime_import_plain ' +
        'xe_gem_prime_import_EOPNOTSUPP map_in_place map_brings_back_vram ' +
        'map_brings_back_tt map_migrates map_tt map_pins',
    ],
  ],
  'gem-debugfs': [
    [caller, 'debugfs_opens'],
    [inside, 'debugfs_walks debugfs_looks debugfs_closes'],
  ],
  'peer-routes': [
    [caller, 'request memory_runs_out deregister'],
    [hardware, 'bar_found bar_full iommu_mapped iommu_fails migrates_to_system ENOMEM'],
  ],
  residency: [
    [caller, 'exec_begins userptr_invalidated claim_begins'],
    [inside, 'repin_userptr exec_validated exec_again claim_tells claim_ends'],
    [hardware, 'exec_arms exec_ends'],
    [inside, 'validate_bo claim_has'],
  ],
});
