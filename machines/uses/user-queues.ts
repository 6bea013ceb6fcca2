import { from } from '../words/cites.ts';
import {
  hangingUserQueues,
  restoreMemory,
  userQueues,
  userqFaults,
  userqGivesUp,
  userqLaws,
} from '../rows/user-queues.ts';
import { lawsOf, mistake, type Use } from './use.ts';

const amdgpuUserq = from('drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c');

/** MES runs each process and each queue for a quantum: a user queue gets its turn on the hardware. */
const inTurn = {
  fair: 'strong',
  because:
    'the scheduler of the firmware gives every process and every queue a quantum ' +
    '(drivers/gpu/drm/amd/amdgpu/mes_userqueue.c: process_quantum, gang_quantum)',
} as const;

/** amdgpu's user queues, with a fence of what was submitted last. */
export const userQueuesUse: Use = {
  name: 'user-queues',
  since: '6.18',
  about:
    'Userspace submits compute jobs to queues that the kernel maps and evicts. An ioctl makes a ' +
    'dma_fence for the latest work, and the hang detection completes that fence if the queue ' +
    'hangs.',
  says: amdgpuUserq('amdgpu_userq_create, amdgpu_userq_evict, amdgpu_userq_restore_worker, amdgpu_userq_destroy'),
  rows: [userQueues, restoreMemory],
  wiring: [],
  clauses: lawsOf('user-queues', userqLaws),
  mistakes: [
    mistake(
      'user-queues/takes-mutex-again',
      userqFaults['takes-mutex-again'],
      'The worker that evicts the queues takes userq_mutex, which it already holds.',
    ),
    mistake(
      'user-queues/waits-under-mutex',
      userqFaults['waits-under-mutex'],
      'An ioctl waits for the eviction fence and holds userq_mutex, which the eviction needs.',
    ),
    mistake(
      'user-queues/cancels-detector-first',
      userqFaults['cancels-detector-first'],
      'Destroying a queue stops the detection of its hangs, and then waits for its last fence.',
    ),
    mistake(
      'user-queues/no-detector',
      userqFaults['no-detector'],
      'Nothing detects that a user queue hangs, so its fence is never completed.',
    ),
    mistake(
      'user-queues/reset-waits-for-restore',
      userqFaults['reset-waits-for-restore'],
      'A reset waits for the worker that restores the queues, which waits for fences of jobs that hang.',
    ),
  ],
  before: { '7.1': [userqGivesUp, { ...userqFaults['no-detector'], name: 'user-queues/no-detector-yet' }] },
  hanging: { rows: [hangingUserQueues], promises: ['last-fence-signals', 'userq-eviction-signals'] },
  ownOrder: true,
  lacking: { 'preempt-faulted': { forbids: ['userq_preempts_faulted'] } },
  actors: { compute_scheduler: inTurn, compute_hardware: inTurn },
  apart: {
    'eviction-fence': 'both say who takes the compute jobs off the hardware',
    'preempt-fence': 'both say who takes the compute jobs off the hardware',
  },
};
