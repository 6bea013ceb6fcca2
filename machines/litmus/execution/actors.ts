import type { Actors } from '../../../src/system/vocabulary.ts';
import { actors } from '../../actors.ts';

const lock = { fair: 'strong', because: 'a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)' } as const;
const weak = { fair: 'weak' } as const;

/** Who acts in the rows about execution, beside the actors of the core. */
export const executionActors = {
  ...actors,
  /** An exec ioctl of a group of engines, and the same where it waits for mode_sem. */
  group_exec: weak, group_lock: lock,
  /** The firmware that schedules queues. */
  firmware: weak,
  /** An ioctl that adds a queue. */
  creator: weak,
  lr_hardware: weak,
  lr_progress: { fair: 'strong', because: 'a finite job makes finitely many accesses, so it faults finitely often: whenever it runs again it has less to do' },
  resume_worker: weak, resume_worker_lock: lock,
} as const satisfies Actors;
