import { fencedJobs } from '../../rows/fenced-jobs.ts';
import {
  driverMutexes,
  fewCalls,
  lockClauses,
  lockOrder,
  messageHandlers,
  mmputInHandler,
  runJobLocks,
} from '../../rows/lock-order.ts';
import { residency, residencyLaws, semiPermanentlyPinned } from '../../rows/residency.ts';
import { litmuses } from './ask.ts';

const rows = [lockOrder];
const laws = Object.values(residencyLaws);
const without = (law: keyof typeof residencyLaws) => laws.filter((one) => one !== residencyLaws[law]);
const two = { fenced: 2 };

/** The order of locks, and what a VM's jobs find of its memory. */
export const lockOrderLitmuses = litmuses(
  {
    name: 'LOCKS',
    cites: ['L-1'],
    twin: 'LOCKS+notifier-takes-resv',
    about:
      'A CPU fault waits for the reservation lock with mmap_lock held; the ioctl never takes them the other way round.',
    asks: { rows, clauses: [lockClauses['fault-blocks']] },
    expect: { verdict: 'finite', states: 20, edges: 38 },
  },
  {
    name: 'LOCKS+copies-under-resv',
    cites: ['L-1'],
    twin: 'LOCKS+copies-under-resv+retries',
    about: 'The legacy drivers: an ioctl reads from userspace with the reservation lock held.',
    asks: { rows: [lockOrder, fewCalls], clauses: [lockClauses['fault-blocks'], lockClauses['copies-under-resv']] },
    expect: {
      verdict: 'deadlock',
      promises: { 'fault-ends': 'deadlock', 'ioctl-returns': 'deadlock' },
      cycle: 'cpuFault → resv → ioctl → mmap → cpuFault',
      states: 48,
      edges: 82,
      length: 7,
    },
  },
  {
    name: 'LOCKS+copies-under-resv+retries',
    cites: ['L-1'],
    twin: 'LOCKS+copies-under-resv+retries-once',
    about: 'A way out: the fault tries, drops mmap_lock, and comes again, every time.',
    asks: { rows: [lockOrder, fewCalls], clauses: [lockClauses['fault-retries'], lockClauses['copies-under-resv']] },
    expect: { verdict: 'finite', states: 76, edges: 134 },
  },
  {
    name: 'LOCKS+copies-under-resv+retries-once',
    cites: ['L-1'],
    twin: 'LOCKS+copies-under-resv+retries',
    about:
      'TTM drops mmap_lock the first time alone; the second time it waits with it: a way ' +
      'around contention, not out of the wrong order.',
    asks: {
      rows: [lockOrder, fewCalls],
      clauses: [lockClauses['fault-retries-once'], lockClauses['copies-under-resv']],
    },
    expect: {
      verdict: 'deadlock',
      promises: { 'fault-ends': 'deadlock', 'ioctl-returns': 'deadlock' },
      cycle: 'cpuFault → resv → ioctl → mmap → cpuFault',
      states: 76,
      edges: 130,
      length: 14,
    },
  },
  {
    name: 'LOCKS+copies-under-resv+starves',
    cites: ['L-1'],
    twin: 'LOCKS+copies-under-resv+retries',
    about: 'Nobody owes a trylock its turn: where calls come one after the other the fault retries for ever.',
    asks: { rows, clauses: [lockClauses['fault-retries'], lockClauses['copies-under-resv']] },
    expect: { verdict: 'unbounded', promises: { 'fault-ends': 'unbounded' }, states: 42, edges: 78, length: 5 },
  },
  {
    name: 'LOCKS+notifier-takes-resv',
    cites: ['L-1', 'CDC-4'],
    twin: 'LOCKS',
    about: 'A notifier takes the reservation lock: reclaim has called it from under that lock.',
    asks: { rows, clauses: [lockClauses['fault-blocks'], lockClauses['notifier-takes-resv']] },
    expect: {
      verdict: 'deadlock',
      promises: { 'fault-ends': 'deadlock', 'ioctl-returns': 'deadlock', 'notifier-returns': 'deadlock' },
      cycle: 'cpuFault → resv → ioctl → notifier → resv',
      states: 14,
      edges: 25,
      length: 5,
    },
  },
  {
    name: 'RUN-JOB',
    cites: ['CDC-3', 'L-1'],
    twin: 'RUN-JOB+takes-regulator-or-devfreq-mutex',
    about: 'A thread allocates under a mutex of the driver; run_job does without it.',
    asks: { rows: [fencedJobs, driverMutexes] },
    expect: { verdict: 'finite', states: 32, edges: 59 },
  },
  {
    name: 'RUN-JOB+takes-regulator-or-devfreq-mutex',
    cites: ['CDC-3', 'L-1'],
    twin: 'RUN-JOB',
    about:
      'imx-drm and regulator_list_mutex, msm and devfreq->lock: run_job wants the mutex; who ' +
      'has it waits in reclaim for the fence of that job.',
    asks: { rows: [fencedJobs, driverMutexes], clauses: [runJobLocks] },
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock', 'holder-ends': 'deadlock' },
      cycle: 'fence[1] → job[1] → mutex → holder → fence[1]',
      states: 28,
      edges: 49,
      length: 4,
    },
  },
  {
    name: 'MMPUT',
    cites: ['CDC-4', 'L-1'],
    twin: 'MMPUT+in-handler',
    about: 'One thread signals every fence; the last mmput goes to a worker.',
    asks: { rows: [fencedJobs, messageHandlers], sizes: two },
    expect: { verdict: 'finite', states: 220, edges: 439 },
  },
  {
    name: 'MMPUT+in-handler',
    cites: ['CDC-4', 'L-1'],
    twin: 'MMPUT',
    about: 'amdxdna: the handler itself puts it; the notifier waits for a job whose fence the handler should signal.',
    asks: { rows: [fencedJobs, messageHandlers], clauses: [mmputInHandler], sizes: two },
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock', 'address-space-goes': 'deadlock' },
      cycle: 'fence[1] → handler → fence[1]',
      states: 220,
      edges: 423,
      length: 8,
    },
  },
  {
    name: 'RESIDENT',
    cites: ['G-1', 'P-3'],
    twin: 'RESIDENT+looks-once',
    about: 'The working set is validated for each exec; an object is evicted, a userptr invalidated.',
    asks: { rows: [residency], clauses: laws },
    expect: { verdict: 'finite', states: 44, edges: 105 },
  },
  {
    name: 'RESIDENT+looks-once',
    cites: ['G-1'],
    twin: 'RESIDENT',
    about: 'The exec does not look again before it arms the job.',
    asks: { rows: [residency], clauses: without('looks-again') },
    expect: { verdict: 'broken', broken: ['job-finds-its-userptr'], states: 48, edges: 116, length: 4 },
  },
  {
    name: 'RESIDENT+evicted-in-use',
    cites: ['P-3'],
    twin: 'RESIDENT',
    about: 'Eviction does not wait for the jobs of the VM.',
    asks: { rows: [residency], clauses: without('eviction-awaits-jobs') },
    expect: { verdict: 'broken', broken: ['job-finds-its-object'], states: 48, edges: 114, length: 6 },
  },
  {
    name: 'RESIDENT+userptr-in-use',
    cites: ['G-2'],
    twin: 'RESIDENT',
    about: 'The notifier does not wait for the jobs of the VM.',
    asks: { rows: [residency], clauses: without('notifier-awaits-jobs') },
    expect: { verdict: 'broken', broken: ['job-finds-its-userptr'], states: 48, edges: 116, length: 4 },
  },
  {
    name: 'RESIDENT+semi-permanently-pinned',
    cites: ['P-3'],
    twin: 'RESIDENT',
    about: 'The working set is the whole VM, for good: whoever else needs memory waits for userspace.',
    asks: { rows: [residency], clauses: [...laws, semiPermanentlyPinned] },
    expect: {
      verdict: 'indefinite',
      promises: { 'claim-is-met': 'indefinite' },
      cycle: 'claim → boundBo → claim',
      states: 44,
      edges: 111,
      length: 2,
    },
  },
);
