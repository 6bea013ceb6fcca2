import type { Actors } from '../../src/system/vocabulary.ts';

/** Who acts in the rows of the core, and how fairly. An actor of a family acts for one member: `submit[1]`. */
export const coreActors = {
  /** Userspace, and what its jobs happen to do: it owes the kernel nothing. */
  user: { fair: 'none' },
  /** What the hardware does when it happens to: a missing page, a hang. It acts, and nobody owes that it does. */
  hardware_event: { fair: 'none' },
  /** Whoever holds memory and may free it. */
  memory: { fair: 'none' },
  /** A submit ioctl that has begun. */
  submit: { fair: 'weak' },
  /** A submit ioctl that waits for a lock. */
  submit_lock: {
    fair: 'strong',
    because: 'a rwsem or mutex hands itself to its first waiter (kernel/locking/rwsem.c: RWSEM_FLAG_HANDOFF)',
  },
  /** The worker that pushes queued jobs to an engine. */
  scheduler: { fair: 'weak' },
  /** The same, for a compute job. */
  compute_scheduler: { fair: 'weak' },
  /** The hardware, for one fenced job. */
  hardware: { fair: 'weak' },
  /** What gives compute units and the like to a fenced job that is on its engine. */
  arbiter: { fair: 'strong', because: 'the hardware gives its compute units to its queues in turn' },
  /** The hardware, for one compute job: it need not be given compute units fairly. */
  compute_hardware: { fair: 'weak' },
  /** A compute job that runs to its end. */
  compute_progress: {
    fair: 'strong',
    because: 'a finite job makes finitely many accesses, so it takes finitely many page faults',
  },
  /** The interrupt or worker that signals a fence. */
  signaler: { fair: 'weak' },
  /** The same, for a compute job that has a fence. */
  compute_signaler: { fair: 'weak' },
  /** The worker that repairs page faults, in the direct reclaim of its allocations too. */
  fault_worker: { fair: 'weak' },
  /** The same worker, where it waits for a lock. */
  repair_lock: {
    fair: 'strong',
    because: 'a rwsem or mutex hands itself to its first waiter (kernel/locking/rwsem.c: RWSEM_FLAG_HANDOFF)',
  },
  /** The engine that runs the kernel's own copy and bind jobs. */
  copy_engine: { fair: 'weak' },
  /** The driver's code that preempts compute work. */
  preempter: { fair: 'weak' },
  /** The worker that puts preempted compute work back into the queue. */
  resumer: { fair: 'weak' },
  /** Whoever waits for the mode lock. */
  mode_lock: {
    fair: 'strong',
    because: 'a rwsem hands itself to its first waiter (kernel/locking/rwsem.c: RWSEM_FLAG_HANDOFF)',
  },
  /** Whoever evicts pages of the pool. */
  pool_keeper: { fair: 'weak' },
  /** Another device. */
  foreign: { fair: 'weak' },
  /** The timeout and the reset. */
  recovery: { fair: 'weak', recovers: true },
} as const satisfies Actors;
