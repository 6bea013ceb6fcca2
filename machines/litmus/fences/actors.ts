import type { Actors } from '../../../src/system/vocabulary.ts';

const handed = 'a mutex hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF)';

/** Who acts on fences, and how fairly. */
export const fenceActors = {
  /** Userspace, and whoever may do a thing or not. */
  user: { fair: 'none' },
  /** What the hardware does when it happens to; nobody owes that it does. */
  hardware_event: { fair: 'none' },
  /** A driver that may leave off before anybody can see its fence. */
  driver: { fair: 'none' },
  /** A thread in dma_fence_add_callback. */
  adder: { fair: 'weak' },
  /** The interrupt or worker that signals. */
  signaler: { fair: 'weak' },
  /** The same call, at the callbacks. */
  walker: { fair: 'weak' },
  /** The scheduler of the CPU, for a thread that was woken. */
  waker: { fair: 'weak' },
  /** A handler of hang recovery that has begun. */
  handler: { fair: 'weak' },
  /** A thread that waits for a lock. */
  lock: { fair: 'strong', because: handed },
  /** The GPU scheduler's worker. */
  scheduler: { fair: 'weak' },
  reader_ioctl: { fair: 'weak' },
  writer_ioctl: { fair: 'weak' },
  explicit_ioctl: { fair: 'weak' },
  reader_signaler: { fair: 'weak' },
  writer_signaler: { fair: 'weak' },
  explicit_signaler: { fair: 'weak' },
  mover: { fair: 'weak' },
  client_engine: { fair: 'weak' },
  gl_engine: { fair: 'weak' },
  read_engine: { fair: 'weak' },
  /** The worker that finishes the queue of a killed entity. */
  entity_kill: { fair: 'weak' },
  /** A thread in drm_sched_fini. */
  fini: { fair: 'weak' },
  /** The hardware. */
  hardware: { fair: 'weak' },
  /** An irq_work that was queued. */
  irq_work: { fair: 'weak' },
  /** A system call that has begun. */
  ioctl: { fair: 'weak' },
  /** A process that has begun a frame and goes on with it. */
  process: { fair: 'weak' },
  /** A thread of another subsystem that has taken its lock. */
  other_thread: { fair: 'weak' },
  /** A thread that waits for fences. */
  waiter: { fair: 'weak' },
  /** The kernel's memory management, once it wants memory. */
  reclaim: { fair: 'weak' },
  /** The timeout and the reset. */
  recovery: { fair: 'weak', recovers: true },
} as const satisfies Actors;
