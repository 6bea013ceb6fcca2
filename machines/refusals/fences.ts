import type { Refusal } from '../../src/system/vocabulary.ts';
import {
  byRow,
  caller,
  hardware,
  inside,
  law,
  recovery,
  resvLock,
  signaledOnce,
  waited,
} from './whose.ts';

const fence = 'drivers/dma-buf/dma-fence.c';
const scheduler = 'include/drm/gpu_scheduler.h';
const resv = 'drivers/dma-buf/dma-resv.c';

const callbackOnce = law(
  fence,
  'dma_fence_add_callback: If fence is already signaled, this function will return -ENOENT ' +
    '(and *not* call the callback).',
  ['fence=signaled', 'cb=queued'],
);
const callbackRemoved = law(
  fence,
  'dma_fence_remove_callback: true if the callback is successfully removed, or false if the fence ' +
    'has already been signaled.',
  ['cb=called'],
);
const errorFirst = law(
  'include/linux/dma-fence.h',
  'dma_fence_set_error: This must be set before signaling',
  ['fence=signaled'],
);
const chainAll = law(
  'drivers/dma-buf/dma-fence-chain.c',
  'dma_fence_chain_signaled: false while the fence of any link is not signaled',
  ['f1', 'f2', 'f3', 'c1=idle', 'c2=idle', 'c3=idle', 'c1=armed', 'c2=armed', 'c3=armed'],
);
const arrayCount = law(
  'drivers/dma-buf/dma-fence-array.c',
  'dma_fence_array_signaled: false while num_pending is above zero',
  ['f1', 'f2', 'f3', 'array=idle', 'array=armed'],
);
const credits = law(
  'drivers/gpu/drm/scheduler/sched_main.c',
  'drm_sched_can_queue: returns true if the remaining credits suffice for the job',
  ['credit'],
);
const finished = law(
  scheduler,
  'We signal the &drm_sched_fence.finished fence once parent is signalled.',
  ['job'],
);
const freed = law(
  scheduler,
  "@free_job: Called once the job's finished fence has been signaled and it's time to clean it up.",
  ['job'],
);
const resvReserve = law(
  resv,
  'dma_resv_reserve_fences: Must be called with @obj locked through dma_resv_lock().',
  ['reader=idle', 'writer=idle', 'explicit=idle'],
);
const resvAdd = law(
  resv,
  'dma_resv_add_fence: @obj must be locked with dma_resv_lock(), and dma_resv_reserve_fences() has been called.',
  [
    'reader=idle',
    'reader=locked',
    'writer=idle',
    'writer=locked',
    'explicit=idle',
    'explicit=locked',
  ],
);
const readerWaits = law(
  'include/linux/dma-resv.h',
  'dma_resv_usage_rw: new write operations needs to wait for the existing read and write operations to finish.',
  ['glJob=behind'],
);
/** A job's fence is not signaled before the job has run. */
const jobDone = law(
  scheduler,
  'We signal the &drm_sched_fence.finished fence once parent is signalled.',
  ['reader', 'writer', 'explicit', 'clientJob', 'glJob', 'readJob', 'work', 'gpuWait'],
);
const signaled = signaledOnce;
const implicit = readerWaits;

/** Rows about fences, containers of them, reservation objects and the scheduler. */
export const fenceRefusals: Readonly<Record<string, Refusal>> = byRow({
  'wait-under-lock': [
    [caller, 'publish free'],
    [waited, 'wait_ends'],
    [signaled, 'signal'],
    [inside, 'lock'],
  ],
  'future-fence': [
    [caller, 'publish submit free'],
    [signaled, 'signal'],
  ],
  fence: [
    [
      caller,
      'init publish enable_signaling enable_signaling_finds_done look ' +
        'remove_callback_late opportunistic_signal wait wait_no_time wait_signaled ' +
        'wait_times_out wait_again handler_decides set_deadline release_early',
    ],
    [callbackOnce, 'add_callback'],
    [
      inside,
      'refuse_callback add_looked signal_again pick run_callback signal_ends ' +
        'handler_gives_up test signal_tested handler_sets_error_late',
    ],
    [callbackRemoved, 'remove_callback'],
    [signaled, 'signal'],
    [waited, 'wait_ends'],
    [errorFirst, 'handler_sets_error'],
    [caller, 'release'],
  ],
  'fence-ops': [[inside, 'set_bit clear_ops trace_signaled']],
  'signalling-section': [
    [caller, 'publish free lock_other'],
    [resvLock, 'lock_resv'],
    [inside, 'unlock_resv unlock_other'],
    [inside, 'wait_under_resv signal'],
  ],
  'fence-chain': [
    [
      caller,
      'publish_f1 publish_f2 publish_f3 enable_c1_f1 enable_c1_done enable_c2_f1 ' +
        'enable_c2_f2 enable_c2_done enable_c3_f1 enable_c3_f2 enable_c3_f3 ' +
        'enable_c3_done wait wait_signaled',
    ],
    [signaled, 'signal_f1 signal_f2 signal_f3'],
    [chainAll, 'finish_c1 poll_c1 finish_c2 poll_c2 finish_c3 poll_c3'],
    [hardware, 'rearm_c2_f1 rearm_c3_f1 rearm_c3_f2'],
    [waited, 'wait_ends'],
  ],
  'fence-array': [
    [caller, 'publish_f1 publish_f2 publish_f3 enable enable_finds_done wait wait_signaled'],
    [signaled, 'signal_f1 signal_f2 signal_f3'],
    [inside, 'last_callback_f1 last_callback_f2 last_callback_f3'],
    [arrayCount, 'finish poll'],
    [waited, 'wait_ends'],
  ],
  'fence-merge': [
    [caller, 'publish_f1 publish_f2 publish_f3 take_f1 take_f2 take_f3 wait'],
    [signaled, 'signal_f1 signal_f2 signal_f3'],
    [waited, 'wait_ends_f1 wait_ends_f2 wait_ends_f3 wait_ends_f1_f3 wait_ends_f2_f3'],
  ],
  'drm-sched': [
    [caller, 'push no_hang kill_entity drm_sched_fini'],
    [credits, 'run_job'],
    [hardware, 'hw_signals'],
    [finished, 'finish'],
    [freed, 'free_job'],
    [recovery, 'timedout_job reset'],
    [inside, 'kill_job cancel_job'],
  ],
  'dma-resv': [
    [resvLock, 'reader_locks writer_locks explicit_locks mover_locks'],
    [resvReserve, 'reader_reserves writer_reserves explicit_reserves'],
    [
      inside,
      'reader_has_no_memory reader_runs writer_has_no_memory writer_runs ' +
        'explicit_has_no_memory explicit_runs mover_unlocks reader_forgets_to_reserve ' +
        'writer_forgets_to_reserve explicit_forgets_to_reserve',
    ],
    [
      resvAdd,
      'reader_publishes reader_publishes_behind writer_publishes ' +
        'writer_publishes_behind explicit_publishes',
    ],
    [caller, 'reader_is_replaced writer_is_replaced explicit_is_replaced'],
    [waited, 'mover_moves'],
    [jobDone, 'reader_signals writer_signals explicit_signals'],
  ],
  'implicit-sync': [
    [
      caller,
      'export export_behind export_read gl_submits gl_submits_behind ' +
        'gl_submits_after_reader gl_submits_behind_after_reader prune_client prune_gl ' +
        'prune_read reader_submits',
    ],
    [inside, 'client_submits client_submits_behind import import_signaled forget_import'],
    [hardware, 'client_runs reader_runs'],
    [implicit, 'gl_runs'],
    [jobDone, 'client_signals gl_signals reader_signals'],
  ],
  'indefinite-fences': [
    [
      caller,
      'submit free submit_long_running run_long_running end_long_running fault ' +
        'user_signals user_resets',
    ],
    [inside, 'run fault_waits'],
    [waited, 'fault_ends'],
    [jobDone, 'signal'],
  ],
  'drm-syncobj': [
    [
      caller,
      'submit syncobj_signal syncobj_reset wait_refused wait wait_signaled ' +
        'wait_for_submit wait_times_out gpu_wait free',
    ],
    [inside, 'run wait_sees_submit gpu_runs'],
    [waited, 'wait_ends'],
    [jobDone, 'signal gpu_signals'],
  ],
  'syncobj-timeline': [
    [
      caller,
      'replace_fence replace_with_signaled import_sync_file syncobj_signal syncobj_reset ' +
        'add_point_1 add_point_1_signaled timeline_signal_1 add_point_2 add_point_2_signaled ' +
        'timeline_signal_2 add_point_2_behind_p1 add_point_2_signaled_behind_p1 ' +
        'timeline_signal_2_behind_p1 add_point_2_behind_d1 add_point_2_signaled_behind_d1 ' +
        'timeline_signal_2_behind_d1 wait_0_for_f1 wait_0_for_f2 wait_0_for_f1_f2 wait_1_for_f1 ' +
        'wait_1_for_f2 wait_2_for_f1 wait_2_for_f2 wait_2_for_f1_f2 wait_for_submit_0 ' +
        'wait_for_submit_1 wait_for_submit_2 wait_available_0 wait_available_1 wait_available_2 ' +
        'wait_times_out wait_is_interrupted wait_again',
    ],
    [signaledOnce, 'signal_f1 signal_f2'],
    [inside, 'wait_ends'],
  ],
});
