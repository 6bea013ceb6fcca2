import type { Refusal } from '../../src/system/vocabulary.ts';
import {
  byRow,
  caller,
  freedElsewhere,
  hardware,
  inside,
  law,
  reclaim,
  recovery,
  waited,
} from './whose.ts';

const group = 'drivers/gpu/drm/xe/xe_hw_engine_group.c';

const modeSem = law(
  group,
  'xe_hw_engine_group_get_mode: down_read_interruptible and down_write_killable wait for mode_sem',
  ['modeSem'],
);
const suspended = law(
  group,
  'xe_hw_engine_group_suspend_faulting_lr_jobs: calls suspend_wait for every queue in fault mode ' +
    'before the mode is switched',
  ['queue=suspending'],
);
const fencesFirst = law(
  group,
  'xe_hw_engine_group_wait_for_dma_fence_jobs: waits for the last fence of every queue before the ' +
    'mode is switched',
  ['groupFence'],
);
const inMode = law(
  'drivers/gpu/drm/xe/xe_exec.c',
  'xe_exec_ioctl: the job is armed and pushed after xe_hw_engine_group_get_mode',
  ['exec'],
);
const queuesEvicted = law(
  'drivers/gpu/drm/amd/amdkfd/kfd_process.c',
  'evict_process_worker: signal_eviction_fence after kfd_process_evict_queues has returned 0',
  ['process=running', 'evictionFence'],
);
const suspendWait = law(
  'drivers/gpu/drm/xe/xe_preempt_fence.c',
  'preempt_fence_work_func: suspend_wait of the queue, then dma_fence_signal',
  ['lrQueue', 'pfence=signaled'],
);
const userqFile = 'drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c';
const userqMutex = law(
  userqFile,
  'amdgpu_userq_ensure_ev_fence, amdgpu_userq_restore_all, amdgpu_userq_destroy: userq_mutex',
  ['userqMutex'],
);
const userqLast = law(
  userqFile,
  'amdgpu_userq_wait_for_last_fence: dma_fence_wait(f, false) before the queue is unmapped',
  ['lastFence'],
);
const userqEvicted = law(
  'drivers/gpu/drm/amd/amdgpu/amdgpu_eviction_fence.c',
  'amdgpu_eviction_fence_suspend_worker: dma_fence_signal after amdgpu_userq_evict',
  ['userqSuspend', 'userqEviction'],
);
const userqWaited = law(
  'drivers/gpu/drm/ttm/ttm_bo.c',
  'ttm_bo_wait_ctx: the thread that moves a buffer waits until its fences are signaled',
  ['userqEviction'],
);
const userqArmed = law(
  'drivers/gpu/drm/amd/amdgpu/amdgpu_eviction_fence.c',
  'amdgpu_evf_mgr_rearm comes before amdgpu_userq_restore_all',
  ['userqEviction'],
);
const vmLock = law(
  'drivers/gpu/drm/xe/xe_vm.c',
  'preempt_rebind_work_func: down_write(&vm->lock)',
  ['vmLock'],
);

/** Rows about engine groups, preempt fences, eviction fences, user queues, and other users of fences. */
export const executionRefusals: Readonly<Record<string, Refusal>> = byRow({
  'hang-recovery': [[recovery, 'timeout gpu_reset cancel_job kill_compute restart']],
  'engine-group': [
    [
      caller,
      'exec exec_with_deps begin failed get_mode_interrupted exec_fails suspend_wait_fails destroy_in_flight',
    ],
    [modeSem, 'get_mode_down_read get_mode_down_write worker_down_read worker_down_write'],
    [
      inside,
      'get_mode_same get_mode_differs get_mode_recheck get_mode_again syncs_signaled ' +
        'suspend_queues suspend_none switch_alone get_mode_fails put resume_work_runs ' +
        'worker_same worker_differs worker_recheck resume_queues worker_put switched ' +
        'resume',
    ],
    [hardware, 'suspend_answered'],
    [suspended, 'switch_to_dma_fence'],
    [inMode, 'push'],
    [fencesFirst, 'switch_to_lr'],
  ],
  'eviction-fence': [
    [
      caller,
      'client_wants process_allocates sync_begins process_exits child_closes ' +
        'own_buffer_chosen',
    ],
    [
      inside,
      'client_finds_room client_waits_too client_evicts client_has client_frees ' +
        'evict_process_worker evict_ended restore_succeeds restore_evicts restore_fails ' +
        'sync_passes sync_woken flush_waits_for_entities sync_waits sync_waits_too',
    ],
    [queuesEvicted, 'eviction_signals'],
    [hardware, 'restore_delay_over queues_run'],
  ],
  'repair-evicts': [
    [inside, 'reclaim_evicts_process cwsr_preempts cwsr_preempts_faulted reclaim_evicts'],
    [reclaim, 'reclaim_waits_for_eviction'],
  ],
  'close-of-child': [[caller, 'child_closes']],
  'preempt-fence': [
    [
      caller,
      'client_wants userptr_invalidated userptr_invalidated_again other_queue_preempted ' +
        'suspend_times_out',
    ],
    [
      inside,
      'client_preempts client_has client_frees notifier_returns preempt_work ' +
        'preempt_signals_to_rebind rebind_runs rebind_repins rebind_preempts ' +
        'rebind_sees_error vm_killed rebinds rebind_again rebind_unlocks',
    ],
    [hardware, 'queue_suspended rebind_arms queue_runs'],
    [suspendWait, 'preempt_signals'],
    [vmLock, 'rebind_locks'],
    [waited, 'rebind_waited'],
  ],
  'pfence-memory': [
    [
      reclaim,
      'pfenceAlloc_waits pfenceAlloc_waits_for_copy pfenceAlloc_waits_for_bind ' +
        'pfenceAlloc_ends',
    ],
    [freedElsewhere, 'pfenceAlloc_memory_freed'],
  ],
  'queue-of-core': [[inside, 'queue_preempts queue_preempts_faulted']],
  'other-queue': [[caller, 'other_queue_preempted']],
  'reserve-in-flight': [[caller, 'release_early']],
  flush: [[inside, 'give_mode']],
  'group-jobs': [
    [caller, 'lr_exec lr_faults del_exec_queue add_exec_queue'],
    [hardware, 'lr_runs lr_ends'],
    [inside, 'lr_repaired job_signals killed_job_ends add_in_lr add_in_dma_fence'],
  ],
  'group-of-core': [[inside, 'killed_job_ends']],
  'second-mechanism': [[inside, 'invalidate_mappings']],
  'user-queues': [
    [
      caller,
      'userq_signal_called userq_move_begins userq_free_called userq_created userq_restore_fails',
    ],
    [
      inside,
      'userq_asks_for_restore userq_fence_visible userq_signal_unlocks userq_move_waits userq_move_passes ' +
        'userq_preempts userq_preempts_faulted userq_unmapped userq_evict_unlocks userq_restore_runs ' +
        'userq_restore_rearms userq_restore_unlocks userq_restore_again userq_restore_ends ' +
        'userq_free_unlocks',
    ],
    [userqMutex, 'userq_signal_locks userq_evict_locks userq_restore_locks userq_free_locks'],
    [userqLast, 'userq_evict_waited userq_freed'],
    [userqEvicted, 'userq_eviction_signals'],
    [userqArmed, 'userq_restore_maps'],
    [userqWaited, 'userq_move_woken'],
    [recovery, 'userq_hang_detected'],
    [reclaim, 'userqAlloc_waits_for_queue reclaim_waits_for_userq reclaim_evicts_userq'],
  ],
  'userq-restore-memory': [
    [
      reclaim,
      'userqAlloc_waits userqAlloc_waits_for_copy userqAlloc_waits_for_bind userqAlloc_ends',
    ],
    [freedElsewhere, 'userqAlloc_memory_freed'],
  ],
  'hanging-user-queues': [
    [caller, 'userq_hangs'],
    [recovery, 'userq_unmap_fails'],
  ],
  pipeline: [
    [caller, 'render_submits notifier_called pages_mapped compose_submits flip_submits next_frame'],
    [
      hardware,
      'render_starts render_done notifier_released compose_starts compose_done ' +
        'flip_starts flip_done',
    ],
  ],
  'gpu-futex': [
    [caller, 'futex_submits futex_wakes futex_resets pages_wanted pages_mapped'],
    [hardware, 'futex_work_ends'],
    [inside, 'work_preempted pages_returned work_resumed'],
  ],
  'command-validation': [
    [caller, 'client_writes_foreign client_writes_own submit_commands'],
    [
      inside,
      'copy_commands validate_commands refuse_commands client_is_told validate_nothing ' +
        'parse_in_place',
    ],
    [hardware, 'run_commands commands_done commands_reach mmu_faults'],
  ],
  'foreign-sync': [[inside, 'foreign_syncs']],
});
