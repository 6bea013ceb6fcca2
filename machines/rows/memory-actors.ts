import type { Actors } from '../../src/system/vocabulary.ts';
import { coreActors } from './core-actors.ts';

const lock = {
  fair: 'strong',
  because:
    'a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: ' +
    'MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)',
} as const;
const weak = { fair: 'weak' } as const;

/**
 * Who acts in the rows about memory, beside the actors of the core. Those that wait for locks are
 * strongly fair, with the reason.
 */
export const memoryActors = {
  ...coreActors,
  /** A thread of an importer that has begun something. */
  importer: weak,
  importer_lock: lock,
  /** The importer's device. */
  importer_device: weak,
  /** The exporter's thread that moves or takes back a buffer. */
  exporter: weak,
  exporter_lock: lock,
  /** The same for the region of an RDMA driver: another buffer, another thread. */
  region_exporter: weak,
  /** A ttm_bo_validate that has begun. */
  validator: weak,
  evictor: weak,
  /** Threads in direct reclaim, and what they wait for. */
  reclaimer: {
    fair: 'strong',
    because: 'a shrinker waits only for the fences that it finds (dma_resv_wait_timeout), and not for later ones',
  },
  reclaimer_lock: lock,
  gem_submit: weak,
  gem_submit_lock: lock,
  gem_hardware: weak,
  /** An exec that takes its last look. */
  exec_validation: {
    fair: 'strong',
    because: 'only userspace invalidates its own addresses, and a process that does not is served',
  },
  exec_progress: {
    fair: 'strong',
    because: 'only userspace invalidates its own addresses, and a process that does not is served',
  },
  debugfs: weak,
  debugfs_lock: lock,
  /** vmscan, which calls a shrinker again or not. */
  vmscan: weak,
  /** The same, in the thread of the submit. */
  submit_reclaimer: weak,
  submit_reclaimer_lock: lock,
  submit_vmscan: weak,
  /** A thread that mirrors a range of addresses. */
  mirror: weak,
  mirror_lock: lock,
  mirror_progress: {
    fair: 'strong',
    because:
      'mmu_interval_read_begin waits for the end of one invalidation only ' +
      '(mm/mmu_notifier.c: wait_event on invalidate_seq)',
  },
  /** A submit ioctl that waits for reservation objects. */
  exec_lock: {
    fair: 'strong',
    because:
      'reservation objects are handed over in the order of tickets ' +
      '(kernel/locking/ww_mutex.h), and a submit that backs off tries again with its old ' +
      'ticket',
  },
  /** The thread inside mmu_notifier_invalidate_range_start. */
  notifier: weak,
  notifier_lock: lock,
  /** The driver of a device with memory of its own. */
  gup: {
    fair: 'strong',
    because:
      'the thread that has just faulted a page in holds a reference, and migrate_vma does ' +
      'not migrate such a page (mm/migrate_device.c: migrate_vma_check_page)',
  },
  unplugger: weak,
  peer_device: weak,
  /** The interrupt that receives faults, the worker that serves them. */
  fault_irq: weak,
  fault_server: weak,
  gpu_reset: weak,
  /** An RDMA driver, its device, and whoever gives a BAR window back. */
  rdma: weak,
  rdma_device: weak,
  rdma_lock: lock,
  rdma_progress: {
    fair: 'strong',
    because: 'a request has a finite length and is restarted where it stopped',
  },
  /** Threads of the lock-order row. */
  cpu_fault: weak,
  cpu_fault_lock: lock,
  /** A CPU fault that tries the reservation lock. */
  cpu_fault_try: {
    fair: 'strong',
    because:
      'an assumption about userspace: calls that reserve the object leave it free often ' +
      'enough for a fault that tries again',
  },
  /** Someone in reclaim or a notifier who waits for the fences that he has found. */
  fence_waiter: {
    fair: 'strong',
    because: 'a waiting thread waits only for the fences that it finds (dma_resv_wait_timeout), and not for later ones',
  },
  reclaim_jobAlloc: {
    fair: 'strong',
    because: 'reclaim waits only for the fences and moves that it finds, and not for later ones',
  },
  submit: {
    fair: 'strong',
    because:
      'a submit that finds its addresses invalidated tries again (-EAGAIN), and only ' +
      'userspace invalidates its own addresses',
  },
  scheduler: {
    fair: 'strong',
    because:
      'entities of a run queue take turns (drivers/gpu/drm/scheduler/sched_main.c: drm_sched_rq_select_entity_fifo)',
  },
  ioctl: weak,
  ioctl_lock: lock,
  run_job: weak,
  run_job_lock: lock,
  other_thread: weak,
  other_thread_lock: lock,
  mm_exit: weak,
  /** The firmware that asks for tiler memory. */
  firmware: weak,
} as const satisfies Actors;
