import type { Actors } from '../../src/system/vocabulary.ts';
import { coreActors } from './core-actors.ts';

const lock = {
  fair: 'strong',
  because:
    'a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: ' +
    'MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)',
} as const;
const weak = { fair: 'weak' } as const;

/** Who acts in the rows about execution, beside the actors of the core. */
export const executionActors = {
  ...coreActors,
  /** An exec ioctl of a group of engines, and the same where it waits for mode_sem. */
  group_exec: weak,
  group_lock: lock,
  /** The firmware that schedules queues. */
  firmware: weak,
  /** An ioctl that adds a queue. */
  creator: weak,
  lr_hardware: weak,
  lr_progress: {
    fair: 'strong',
    because: 'a finite job makes finitely many accesses, so it takes finitely many page faults',
  },
  resume_worker: weak,
  /** The timeout of a scheduler that was killed: a work of the ordered queue of its GT. */
  timeout_worker: weak,
  resume_worker_lock: lock,
  /** Somebody else who needs video memory. */
  memory_client: weak,
  memory_client_lock: lock,
  /** amdkfd's workers. */
  evict_worker: weak,
  restore_timer: weak,
  restore_evictor: weak,
  restore_fault: weak,
  restore_worker: {
    fair: 'strong',
    because: 'a restore that failed is tried again every PROCESS_BACK_OFF_TIME_MS, and infinitely often it finds room',
  },
  queue_hardware: weak,
  /** Who waits for the fences of a buffer and needs no memory. */
  resv_waiter: weak,
  syncer: weak,
  closer: weak,
  userptr_notifier: weak,
  /** The ordered workqueue of preempt fences. */
  preempt_wq: weak,
  preempt_lock: lock,
  lr_firmware: weak,
  rebind_worker: weak,
  rebind_lock: lock,
  rebind_memory: {
    fair: 'strong',
    because: 'reservations are handed over in the order of their tickets (kernel/locking/ww_mutex.h)',
  },
  rebind_progress: {
    fair: 'strong',
    because: 'only userspace invalidates its own addresses, and a process that does not is served',
  },
  userq_worker: weak,
  userq_lock: lock,
  userq_restore: weak,
  userq_restore_lock: lock,
  userq_ioctl: weak,
  userq_ioctl_lock: lock,
  userq_free: weak,
  userq_free_lock: lock,
  /** The delayed work that looks whether the last fence of a user queue is pending too long. */
  hang_detector: { fair: 'weak', recovers: true },
  /** Devices in a row. */
  render_gpu: weak,
  render_gpu_notifier: weak,
  compose_gpu: weak,
  compose_reclaim: {
    fair: 'strong',
    because: 'reclaim waits only for the notifiers that it called, and not for later ones (mm/mmu_notifier.c)',
  },
  display_irq: weak,
  futex_gpu: weak,
  residency: weak,
  /** Reclaim in the work of a preempt fence. */
  reclaim_pfenceAlloc: weak,
  command_parser: weak,
  command_hardware: weak,
} as const satisfies Actors;
