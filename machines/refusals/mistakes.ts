import type { Refusal } from '../../src/system/vocabulary.ts';
import { everyOne, inside, model, reclaim } from './whose.ts';

const byItself = model('a mistake that a clause adds; no document says where it must be refused');

/** Steps that clauses of uses add, and mistakes that clauses of hazards and litmus tests add. */
export const mistakeRefusals: Readonly<Record<string, Refusal>> = {
  ...everyOne(
    inside,
    'exec_lock_1_waits_with_locks exec_lock_2_waits_with_locks other_lock_1_waits_with_locks ' +
      'other_lock_2_waits_with_locks',
  ),
  ...everyOne(
    inside,
    'exec_locks exec_unmaps exec_maps exec_has_addresses exec_EAGAIN run_job_begins userq_evict_gives_up',
  ),
  ...everyOne(reclaim, 'pfenceAlloc_waits_for_itself pfenceAlloc_woken'),
  ...everyOne(byItself, 'ack_after_reset'),
  ...everyOne(
    byItself,
    'job_allocates_late late_free retry_unlocked_false retry_unlocked_true ' +
      'program_unchecked program_stale job_shrinks_late reclaim_again ' +
      'submit_reclaim_again reclaim_elsewhere submit_reclaim_elsewhere heap_allocates ' +
      'heap_reclaimed toggles toggled flush_waits_for_resv flush_finds_none ' +
      'flush_waits_too flush_woken pfence_allocated pfence_allocates ' +
      'preempt_work_begins preempt_work_locks cpu_draw_from_pool section_locks_resv ' +
      'section_allocates section_gets_memory section_reclaim_waits_in_shrinker ' +
      'section_reclaim_waits_in_notifier section_allocates_nowait section_locks_other ' +
      'other_subsystem_waits hw_done_at_last hw_signals_at_last finish_without_credit ' +
      'publish_future submit_at_last publish_proxy proxy_is_set proxy_times_out ' +
      'submit_long_running_with_fence signal_long_running run_with_fence ' +
      'move_tells_nobody unpin_on_error move_has_nobody_to_tell importer_unlocks ' +
      'address_given_away no_tlb_flush no_zap read_retry_again no_flush_for_idle ' +
      'job_starts_unchecked job_starts_late nothing_revoked evict_untold ' +
      'gup_pins_device cpu_touches enqueue_full error_forgotten ack_squashed ' +
      'migrate_again validate_EAGAIN vm_unbinds ' +
      'heap_enters_shrinker heap_shrunk put_early push_late get_mode_again_at_first ' +
      'get_mode_again_after_idle suspend_idle switch_all_idle worker_wait_fails ' +
      'worker_fails suspend_nothing_here switch_without_it sync_waits_silently ' +
      'sync_finds_none sync_woken_by_signal userq_ioctl_waits userq_ioctl_woken ' +
      'idle_queue_suspended userptr_invalidated_always userspace_starts_compose ' +
      'userspace_flips completion_allocates completion_has_memory ' +
      'add_point_1_quietly wait_2_for_f2_alone wait_1_for_f1_f2_alone exec_seals_and_keeps ' +
      'exec_lock_1_EDEADLK_at_any_age exec_lock_2_EDEADLK_at_any_age exec_locks_1_late ' +
      'exec_locks_2_late exec_keeps_all',
  ),
};
