import type { ReportSpec } from '../../src/logs/vocabulary.ts';
import type { RuleId } from './rules.ts';

type Checked = Omit<ReportSpec, 'unlocked' | 'stuck' | 'crossed' | 'edges' | 'stacks' | 'warnings' | 'sentences' | 'kinds'> & {
  readonly edges: readonly (ReportSpec['edges'][number] & { readonly rule: RuleId })[];
  readonly unlocked: readonly (ReportSpec['unlocked'][number] & { readonly rule: RuleId })[];
  readonly stuck: readonly (ReportSpec['stuck'][number] & { readonly rule: RuleId })[];
  readonly crossed: readonly (ReportSpec['crossed'][number] & { readonly rule: RuleId })[];
  readonly stacks: readonly (ReportSpec['stacks'][number] & { readonly rule: RuleId })[];
  readonly warnings: readonly (ReportSpec['warnings'][number] & { readonly rule: RuleId })[];
  readonly sentences: readonly (ReportSpec['sentences'][number] & { readonly rule: RuleId })[];
  readonly kinds: Readonly<Record<string, RuleId>>;
};

/** Lock order, functions and sentences of kernel reports: dma_resv_lockdep() in drivers/dma-buf/dma-resv.c, and the cross-driver contract. */
export const reports: Checked = {
  order: [
    { name: 'mmap_lock', classes: ['&mm->mmap_lock', '&mm->mmap_sem'] },
    { name: 'dma_resv ticket', classes: ['reservation_ww_class_acquire'] },
    { name: 'dma_resv', classes: ['reservation_ww_class_mutex'] },
    { name: 'memory reclaim', classes: ['fs_reclaim'] },
    { name: 'notifiers and i_mmap', classes: ['mmu_notifier_invalidate_range_start', '&mapping->i_mmap_rwsem'] },
    { name: 'fence wait', classes: ['dma_fence_map'] },
  ],
  edges: [
    { held: 'dma_fence_map', taken: 'reservation_ww_class_mutex', rule: 'CDC-2', litmus: 'SECTION+takes-dma-resv' },
    { held: 'dma_fence_map', taken: 'reservation_ww_class_acquire', rule: 'CDC-2', litmus: 'SECTION+takes-dma-resv' },
    { held: 'dma_fence_map', taken: 'fs_reclaim', rule: 'CDC-3', litmus: 'SECTION+gfp-kernel', through: 'SECTION+takes-other-lock+other-subsystem-waits' },
    { held: 'dma_fence_map', taken: 'mmu_notifier_invalidate_range_start', rule: 'CDC-4', litmus: 'SECTION+gfp-noio' },
    { held: 'dma_fence_map', taken: '&mapping->i_mmap_rwsem', rule: 'CDC-3' },
    { held: 'fs_reclaim', taken: 'reservation_ww_class_mutex', rule: 'S-1', litmus: 'SHRINK+blocks' },
    { held: 'fs_reclaim', taken: 'reservation_ww_class_acquire', rule: 'S-1', litmus: 'SHRINK+blocks' },
    { held: 'dma_fence_map', taken: 'dma_fence_map', rule: 'L-5', litmus: 'SECTION+takes-other-lock+other-subsystem-waits' },
    { held: 'fs_reclaim', taken: 'fs_reclaim', rule: 'L-6' },
    { held: 'mmu_notifier_invalidate_range_start', taken: 'mmu_notifier_invalidate_range_start', rule: 'L-6' },
  ],
  unlocked: [{ functions: ['dma_buf_detach', 'dma_buf_attach', 'dma_buf_dynamic_attach', 'dma_buf_begin_cpu_access', 'dma_buf_map_attachment_unlocked', 'dma_buf_unmap_attachment_unlocked', 'dma_buf_vmap_unlocked', 'dma_buf_vunmap_unlocked'], taken: 'reservation_ww_class_mutex', rule: 'D-1', litmus: 'DMABUF-CALL+detach-under-resv' }],
  places: [
    { place: 'fence wait', functions: ['dma_fence_wait_timeout', 'dma_fence_default_wait', 'dma_fence_wait', 'dma_fence_wait_any_timeout', 'dma_resv_wait_timeout', 'dma_resv_wait_timeout_rcu', 'reservation_object_wait_timeout_rcu', 'i915_request_wait', 'i915_request_wait_timeout', 'drm_syncobj_array_wait_timeout', 'fence_wait_timeout', 'fence_default_wait'] },
    { place: 'shrinker', functions: ['do_shrink_slab', 'shrink_slab', 'shrink_slab_memcg', 'drm_gem_lru_scan', 'msm_gem_shrinker_scan', 'xe_shrinker_scan', 'i915_gem_shrink', 'drm_gem_shmem_shrinker_scan_objects', 'panfrost_gem_shrinker_scan', 'ttm_pool_shrink'] },
    { place: 'reclaim', functions: ['try_to_free_pages', 'do_try_to_free_pages', '__alloc_pages_direct_reclaim', '__perform_reclaim', 'shrink_node', 'shrink_lruvec', 'balance_pgdat'] },
    { place: 'notifier', functions: ['__mmu_notifier_invalidate_range_start', 'mn_itree_invalidate', 'mn_hlist_invalidate_range_start', 'mmu_notifier_invalidate_range_start'] },
    { place: 'recovery', functions: ['recover_worker', 'drm_sched_job_timedout', 'amdgpu_device_gpu_recover', 'xe_guc_exec_queue_timedout_job', 'guc_exec_queue_timedout_job', 'etnaviv_sched_timedout_job', 'panfrost_reset', 'panfrost_job_timedout', 'v3d_gpu_reset_for_timeout', 'intel_gt_handle_error', 'intel_gt_reset', 'lima_sched_timedout_job', 'msm_gpu_recover', 'adreno_recover', 'a6xx_recover', 'a5xx_recover', 'panthor_device_reset_work'] },
    { place: 'signal', functions: ['drm_sched_run_job_work', 'drm_sched_main', 'drm_sched_free_job_work', 'msm_job_run', 'amdgpu_job_run', 'drm_sched_job_done', 'drm_sched_process_job', 'drm_sched_fence_finished', 'dma_fence_signal', 'dma_fence_signal_locked', 'dma_fence_signal_timestamp_locked', 'retire_worker', 'retire_submits', 'amdgpu_fence_process', 'hw_fence_irq_run_cb', 'amdgpu_eviction_fence_suspend_worker', 'preempt_fence_work_func', 'panthor_tiler_heap_grow', 'tiler_oom_work'] },
    { place: 'object lock', functions: ['ww_mutex_lock', 'ww_mutex_lock_interruptible', '__ww_mutex_lock', 'dma_resv_lock', 'dma_resv_lock_interruptible', 'ttm_bo_reserve', 'drm_exec_lock_obj'] },
    { place: 'memory lock', functions: ['mmap_read_lock', 'mmap_write_lock', 'do_user_addr_fault', 'get_user_pages', 'pin_user_pages', 'exit_mmap', 'mmput'] },
    { place: 'allocation', functions: ['__alloc_pages', '__alloc_pages_noprof', '__alloc_pages_slowpath', '__alloc_frozen_pages_noprof', 'kmem_cache_alloc', 'kmem_cache_alloc_noprof', '__kmalloc', '__kmalloc_noprof', 'kmalloc_trace', 'vmalloc', '__vmalloc_node_range'] },
    { place: 'lock', functions: ['__mutex_lock', 'mutex_lock', 'mutex_lock_nested', '__mutex_lock_slowpath', 'rwsem_down_read_slowpath', 'rwsem_down_write_slowpath', 'down_read', 'down_write', '__down', 'rt_mutex_slowlock'] },
  ],
  stacks: [
    { name: 'recovery reclaims memory and waits for a fence that only it can signal', within: 'recovery', via: 'reclaim', at: 'fence wait', rule: 'CDC-3', litmus: 'RECOVERY+allocates' },
    { name: 'recovery shrinks memory and waits for a fence that only it can signal', within: 'recovery', via: 'shrinker', at: 'fence wait', rule: 'CDC-3', litmus: 'RECOVERY+allocates' },
    { name: 'the signaling path reclaims memory and waits for a fence', within: 'signal', via: 'reclaim', at: 'fence wait', rule: 'CDC-3', litmus: 'SIGNAL+reclaims' },
    { name: 'the signaling path enters a notifier and waits for a fence', within: 'signal', via: 'notifier', at: 'fence wait', rule: 'CDC-4', litmus: 'SIGNAL+reclaims' },
    { name: 'recovery takes a dma_resv lock', within: 'recovery', at: 'object lock', rule: 'CDC-2', litmus: 'RESV+signal-takes-lock' },
    { name: 'the signaling path takes a dma_resv lock', within: 'signal', at: 'object lock', rule: 'CDC-2', litmus: 'RESV+signal-takes-lock' },
    { name: 'a shrinker waits for a dma_resv lock', within: 'shrinker', at: 'object lock', rule: 'S-1', litmus: 'SHRINK+blocks' },
    { name: 'a notifier takes a dma_resv lock', within: 'notifier', at: 'object lock', rule: 'L-1' },
    { name: 'recovery waits for a fence', within: 'recovery', at: 'fence wait', rule: 'CDC-1' },
  ],
  warnings: [
    { in: 'ttm_bo_release', rule: 'P-2' }, { in: 'ttm_bo_unpin', rule: 'P-1' }, { in: 'dma_fence_release', rule: 'F-5' }, { in: 'dma_fence_set_error', rule: 'F-4' },
    { in: 'dma_resv_add_fence', rule: 'R-3' }, { in: 'dma_resv_reserve_fences', rule: 'R-1' }, { in: 'dma_buf_release', rule: 'D-10' }, { in: 'dma_buf_detach', rule: 'D-10' },
  ],
  sentences: [{ has: 'released with pending signals!', rule: 'F-5' }],
  plumbing: [
    'lock_*', '__lock_*', '__mutex_*', 'mutex_*', 'down_*', '__down_*', '_raw_*', '__raw_*', 'raw_spin_*', 'spin_*', 'rwsem_*', '__rwsem_*', 'rt_mutex_*', 'check_*', 'print_*', 'dump_*', 'show_stack', 'mark_*', 'trace_hardirqs_*', '__trace_*', 'lockdep_*',
    'kthread', 'ret_from_*', 'worker_thread', 'process_one_work', 'process_scheduled_works', 'unwind_backtrace', '__ww_mutex_*', 'ww_mutex_*', '__fs_reclaim_acquire', 'fs_reclaim_acquire', 'fs_reclaim_acquire.part.0', 'valid_state', 'do_syscall_*', 'entry_SYSCALL_*', 'syscall_*',
    '__schedule', 'schedule', 'schedule_*', 'el0_*', 'el0t_*', 'invoke_syscall', 'ksys_*', '__x64_sys_*', '__arm64_sys_*', 'slab_pre_alloc_hook*', '__kmem_cache_*', 'kmem_cache_*', '__kmalloc*', 'kmalloc_*', '__alloc_pages*', 'kref_put',
  ],
  stuck: [{ at: 'fence wait', rule: 'F-6' }],
  crossed: [
    { waiter: 'recovery', holder: 'fence wait', rule: 'L-5', name: 'recovery waits for a lock whose holder waits for a fence' },
    { waiter: 'signal', holder: 'fence wait', rule: 'L-5', name: 'the signaling path waits for a lock whose holder waits for a fence' },
  ],
  kinds: { circular: 'L-2', recursive: 'L-2', inconsistent: 'L-3', 'irq order': 'L-3', 'irq inversion': 'L-3', 'wait context': 'L-4', 'unlock balance': 'L-2', 'held at exit': 'L-2' },
};
