/** One test of the kernel's own, or of IGT, and how it is asked here. */
export type KernelTest = {
  readonly name: string;
  /** `replay`: step by step; `search`: every interleaving; `not`: cannot be expressed, and why. */
  readonly how: 'replay' | 'search' | 'not';
  /** What is smaller or other than there; for `not`, why. */
  readonly note?: string;
};
export type Suite = { readonly source: string; readonly tests: readonly KernelTest[] };

const replays = (...names: readonly string[]): KernelTest[] =>
  names.map((name) => ({ name, how: 'replay' }));
const replay = (name: string, note: string): KernelTest => ({ name, how: 'replay', note });
const searched = (name: string, note: string): KernelTest => ({ name, how: 'search', note });
const not = (name: string, note: string): KernelTest => ({ name, how: 'not', note });

/** Every test of these suites; none is left out. */
export const suites = {
  'dma-buf-fence': {
    source: 'drivers/dma-buf/st-dma-fence.c (v6.18, v7.0, v7.1-rc: the answers differ)',
    tests: [
      ...replays(
        'test_sanitycheck',
        'test_signaling',
        'test_add_callback',
        'test_late_add_callback',
        'test_rm_callback',
        'test_late_rm_callback',
        'test_status',
        'test_error',
        'test_wait',
      ),
      replay(
        'test_wait_timeout',
        'No time: that the timer fires within the second wait is one order of events, that it ' +
          'does not is the other; both are played.',
      ),
      replay('test_stub', 'One stub in place of 64: they are one fence.'),
      searched(
        'test_race_signal_callback',
        'Both passes, every interleaving, and the mutant that does not look again under the lock.',
      ),
    ],
  },
  'dma-fence-chain': {
    source: 'drivers/dma-buf/st-dma-fence-chain.c',
    tests: [
      ...replays('sanitycheck', 'find_signaled', 'find_out_of_order'),
      replay('find_seqno', '5 links in place of 64.'),
      replay('find_gap', '5 links in place of 64.'),
      replay('signal_forward', '5 links in place of 64.'),
      replay('signal_backward', '5 links in place of 64.'),
      searched(
        'find_race',
        '3 links in place of 4096; every interleaving of a search with signals.',
      ),
      searched('wait_forward', '3 links in place of 4096; every order of signals.'),
      searched('wait_backward', '3 links in place of 4096; every order of signals.'),
      searched('wait_random', '3 links in place of 4096; every order of signals.'),
    ],
  },
  'dma-fence-unwrap': {
    source: 'drivers/dma-buf/st-dma-fence-unwrap.c',
    tests: replays(
      'sanitycheck',
      'unwrap_array',
      'unwrap_chain',
      'unwrap_chain_array',
      'unwrap_merge',
      'unwrap_merge_duplicate',
      'unwrap_merge_seqno',
      'unwrap_merge_order',
      'unwrap_merge_complex',
      'unwrap_merge_complex_seqno',
    ),
  },
  'dma-resv': {
    source: 'drivers/dma-buf/st-dma-resv.c (each for KERNEL, WRITE, READ and BOOKKEEP)',
    tests: [
      ...replays('sanitycheck', 'test_signaling', 'test_for_each'),
      replay('test_for_each_unlocked', 'The forced restart is a step of its own.'),
      ...replays('test_get_fences'),
    ],
  },
  dmabuf_sync_file: {
    source: 'igt-gpu-tools: tests/dmabuf_sync_file.c',
    tests: [
      ...replays(
        'export-basic',
        'export-before-signal',
        'export-multiwait',
        'export-wait-after-attach',
        'import-basic',
      ),
      replay('import-multiple-read-only', '4 timelines in place of 32.'),
      replay('import-multiple-read-write', '4 timelines in place of 32, and the writer.'),
    ],
  },
  sw_sync: {
    source:
      'igt-gpu-tools: tests/sw_sync.c; drivers/dma-buf/sw_sync.c, drivers/dma-buf/sync_file.c',
    tests: [
      ...replays(
        'alloc_timeline',
        'alloc_fence',
        'timeline_closed',
        'timeline_closed_signaled',
        'alloc_merge_fence',
      ),
      replay(
        'sync_busy',
        'One fence at 3 in place of 5; the prime increments are increments by one.',
      ),
      replay('sync_busy_fork', 'Which process increments is no part of the state.'),
      replay('sync_busy_fork_unixsocket', 'Which process increments is no part of the state.'),
      ...replays('sync_merge', 'sync_merge_same', 'sync_multi_timeline_wait', 'sync_expired_merge'),
      searched(
        'sync_multi_consumer',
        '2 consumers and 2 points in place of 8 and 4096; every interleaving.',
      ),
      searched(
        'sync_multi_consumer_producer',
        '2 threads and 2 points in place of 8 and 4096; every interleaving.',
      ),
      searched(
        'sync_multi_producer_single_consumer',
        '2 producers in place of 5; every interleaving.',
      ),
      replay(
        'sync_random_merge',
        '3 timelines, every order of merging in place of 1024 random merges on 32.',
      ),
      not(
        'alloc_fence_invalid_timeline',
        'A file descriptor that is none: the model has no descriptors, and a name that is not ' +
          'there is refused when the system is composed.',
      ),
      not('sync_merge_invalid', 'File descriptors of other kinds: the model has no descriptors.'),
    ],
  },
  syncobj_wait: {
    source:
      'igt-gpu-tools: tests/syncobj_wait.c (the unsubmitted, submitted and signaled variants)',
    tests: [
      ...replays(
        'wait-unsubmitted',
        'wait-for-submit-unsubmitted',
        'wait-submitted',
        'wait-for-submit-submitted',
        'wait-signaled',
        'wait-for-submit-signaled',
      ),
      searched(
        'wait-for-submit-complex',
        'The fence comes while the thread waits: every interleaving of submit, signal and wait.',
      ),
      not(
        'invalid flags, handles and pads',
        'Arguments of the ioctl that are checked before any object is looked at.',
      ),
    ],
  },
  syncobj_timeline: {
    source:
      'igt-gpu-tools: tests/syncobj_timeline.c (the unsubmitted, submitted and signaled variants)',
    tests: [
      not(
        'wait-unsubmitted, wait-submitted, wait-signaled, wait-for-submit-*',
        'A timeline of points: a syncobj here has one fence. The search for a point is replayed ' +
          'in dma-fence-chain, the waits in syncobj_wait.',
      ),
      not(
        'wait-available-*',
        'As above: that a point is there, signaled or not, is what wait-for-submit waits for.',
      ),
      not('transfer-timeline-point, signal-array, query', 'As above.'),
    ],
  },
  drm_sched: {
    source: 'drivers/gpu/drm/scheduler/tests/tests_basic.c',
    tests: [
      ...replays('drm_sched_basic_submit'),
      searched(
        'drm_sched_basic_test',
        '3 jobs of one entity, whose queue is their chain, in place of 100 on 4; every ' +
          'interleaving. Several entities are not modelled.',
      ),
      searched('drm_sched_basic_entity_cleanup', '2 jobs, the entity is killed at every moment.'),
      ...replays('drm_sched_basic_cancel', 'drm_sched_basic_timeout', 'drm_sched_skip_reset'),
      replay('drm_sched_test_credits', 'A limit of one credit and two jobs, as there.'),
      not(
        'drm_sched_priorities',
        'Priorities are a matter of time: the test itself only waits for the last job. That ' +
          'every job finishes is asked by drm_sched_basic_test.',
      ),
      not('drm_sched_change_priority', 'As drm_sched_priorities: the model has one run queue.'),
      not(
        'drm_sched_test_modify_sched',
        'The model has one scheduler: which of several runs an entity is no part of its state.',
      ),
      not(
        'drm_sched_parallel_submit_test',
        'New in 2026: submission is one step under the entity lock, so that parallel submission ' +
          'is the order of steps that drm_sched_basic_test asks for all of.',
      ),
      not(
        'drm_sched_interleaved_submit_test',
        'New in 2026: as drm_sched_parallel_submit_test, with durations, which the model does not have.',
      ),
    ],
  },
} as const satisfies Record<string, Suite>;
