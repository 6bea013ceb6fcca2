import type { Refusal } from '../../src/system/vocabulary.ts';
import { byRow, caller, hardware, inside, law, reclaim, resvLock } from './whose.ts';

const notifierOps = 'include/linux/mmu_notifier.h';

const readBegins = law(
  'mm/mmu_notifier.c',
  'mmu_interval_read_begin: wait_event(subscriptions->wq, READ_ONCE(subscriptions->invalidate_seq) != seq)',
  ['sequence'],
);
const retryLock = law(
  notifierOps,
  'mmu_interval_read_retry: This MUST be called under a user provided lock that is also held unconditionally by op->invalidate()',
  ['userLock'],
);
const deviceTable = law(
  'Documentation/mm/hmm.rst',
  'Use pfns array content to update device page table, under the update lock',
  ['mirror'],
);
const notifierReturns = law(
  notifierOps,
  '@invalidate: Upon return the caller must stop using any SPTEs within this range.',
  ['access', 'fence', 'invalidation=started', 'invalidation=locked', 'invalidation=zapped'],
);

/** Rows about page tables, device memory, faults and the locks around them. */
export const memoryRefusals: Readonly<Record<string, Refusal>> = byRow({
  'interval-notifier': [
    [caller, 'mirror_begins invalidate_range_start'],
    [readBegins, 'mmu_interval_read_begin'],
    [
      inside,
      'hmm_range_fault mmu_interval_read_retry mmu_interval_read_retry_EBUSY zap ' +
        'tlb_flush invalidate_unlocks invalidate_range_end',
    ],
    [retryLock, 'mirror_locks invalidate'],
    [deviceTable, 'program'],
    [notifierReturns, 'invalidate_returns pages_returned'],
  ],
  'job-uses-userptr': [[inside, 'submit_mirrors']],
  'repair-mirrors': [
    [inside, 'repair_mirrors'],
    [caller, 'reclaim_invalidates'],
  ],
  'page-fault': [
    [caller, 'hint_raised'],
    [reclaim, 'reclaim_waits_briefly reclaim_gives_up'],
  ],
  'hanging-hardware': [[caller, 'hw_hangs']],
  'notifier-queue': [[caller, 'queue_idles queue_resumes']],
  'notifier-job': [
    [caller, 'job_starts'],
    [hardware, 'job_ends'],
  ],
  'device-private': [
    [
      caller,
      'populate cpu_fault range_fault peer_access_starts unplug_begins gup gup_put ' +
        'owner_changes owner_changes_back',
    ],
    [
      inside,
      'range_fault_device range_fault_migrates range_fault_ram peer_programs ' +
        'pagemap_revoked evict_to_ram unplug_ends gup_pins gup_migrates',
    ],
    [hardware, 'peer_access_ends peer_reset'],
  ],
  'partly-visible': [[caller, 'placed_hidden placed_visible']],
  'atomic-page': [
    [caller, 'atomic_begins placed_on_device'],
    [hardware, 'atomic_refused atomic_runs'],
    [inside, 'misplaced_migrates'],
  ],
  'contested-page': [
    [caller, 'operation_begins cpu_takes_back'],
    [inside, 'operation_migrates'],
    [hardware, 'operation_runs'],
  ],
  'fault-queue': [
    [caller, 'hw_fault gt_reset'],
    [hardware, 'enqueue enqueue_ENOSPC bind_signaled'],
    [
      inside,
      'service skip_squashed vma_is_cpu_mirror vma_is_bo vma_is_userptr migrate ' +
        'migrate_fails get_pages repin validate ack nack',
    ],
  ],
  'lock-order': [
    [caller, 'cpu_faults ioctl_called ioctl_allocates'],
    [
      inside,
      'fault_takes_mmap_lock fault_ends notifier_returns ioctl_reclaimed ioctl_returns ' +
        'fault_retries fault_retries_again fault_has_waited',
    ],
    [resvLock, 'fault_takes_resv ioctl_takes_resv'],
  ],
  'driver-mutex': [
    [caller, 'holder_wants'],
    [inside, 'holder_locks holder_reclaims holder_unlocks'],
  ],
  'message-handler': [
    [caller, 'process_exits'],
    [hardware, 'mmput_async'],
    [inside, 'exit_mmap'],
  ],
});
