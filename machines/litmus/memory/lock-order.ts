import { residency, residencyLaws, semiPermanentlyPinned } from '../../rows/residency.ts';
import { litmuses } from './ask.ts';
import { lockTexts } from './lock-texts.ts';
import type { ThreadSide } from '../thread-side.ts';

const laws = Object.values(residencyLaws);
const without = (law: keyof typeof residencyLaws) => laws.filter((one) => one !== residencyLaws[law]);
/** A version of a file of threads: litmus/threads/locks. */
const side = (name: keyof typeof lockTexts, version: ThreadSide['side']) => ({
  threads: { file: `machines/litmus/threads/locks/${name}.litmus`, text: lockTexts[name], side: version },
});

/** The order of locks, and what a VM's jobs find of its memory. */
export const lockOrderLitmuses = litmuses(
  {
    name: 'LOCKS',
    cites: ['L-1', 'CDC-4'],
    twin: 'LOCKS+notifier-takes-resv',
    about:
      'A CPU fault waits for the reservation lock with mmap_lock held; the ioctl never takes them the other way round.',
    asks: side('notifier-takes-resv', 'after'),
    expect: {
      verdict: 'finite',
      states: 33,
      edges: 64,
    },
  },
  {
    name: 'LOCKS+copies-under-resv',
    cites: ['L-1'],
    twin: 'LOCKS+copies-under-resv+retries',
    about: 'The legacy drivers: an ioctl reads from userspace with the reservation lock held.',
    asks: side('copies-under-resv', 'before'),
    expect: {
      verdict: 'deadlock',
      promises: { 'cpu_fault-ends': 'deadlock', 'copies1-ends': 'deadlock', 'copies2-ends': 'deadlock' },
      cycle: 'cpu_fault → bo → copies1 → mm → cpu_fault',
      states: 280,
      edges: 588,
      length: 6,
    },
  },
  {
    name: 'LOCKS+copies-under-resv+retries',
    cites: ['L-1'],
    twin: 'LOCKS+copies-under-resv',
    about: 'A way out: the fault tries, drops mmap_lock, and comes again, every time.',
    asks: side('copies-under-resv', 'after'),
    expect: {
      verdict: 'finite',
      states: 400,
      edges: 852,
    },
  },
  {
    name: 'LOCKS+copies-under-resv+retries-once',
    cites: ['L-1'],
    twin: 'LOCKS+copies-under-resv+retries',
    about:
      'TTM drops mmap_lock the first time alone; the second time it waits with it: a way around ' +
      'contention, not out of the wrong order.',
    asks: side('retries-once', 'before'),
    expect: {
      verdict: 'deadlock',
      promises: { 'cpu_fault-ends': 'deadlock', 'copies1-ends': 'deadlock', 'copies2-ends': 'deadlock' },
      cycle: 'cpu_fault → bo → copies2 → mm → cpu_fault',
      states: 424,
      edges: 894,
      length: 17,
    },
  },
  {
    name: 'LOCKS+copies-under-resv+starves',
    cites: ['L-1'],
    twin: 'LOCKS+copies-under-resv+retries',
    about: 'A trylock is promised no turn: if calls come one after the other, the fault retries for ever.',
    asks: side('retries-starve', 'before'),
    expect: {
      verdict: 'unbounded',
      promises: { 'cpu_fault-ends': 'unbounded' },
      states: 42,
      edges: 77,
      length: 2,
    },
  },
  {
    name: 'LOCKS+notifier-takes-resv',
    cites: ['L-1', 'CDC-4'],
    twin: 'LOCKS',
    about: 'A notifier takes the reservation lock: reclaim has called it from under that lock.',
    asks: side('notifier-takes-resv', 'before'),
    expect: {
      verdict: 'deadlock',
      promises: { 'cpu_fault-ends': 'deadlock', 'allocates-ends': 'deadlock' },
      cycle: 'cpu_fault → bo → allocates → bo',
      states: 39,
      edges: 68,
      length: 5,
    },
  },
  {
    name: 'LOCKS-COUNT',
    cites: ['L-1'],
    twin: 'LOCKS-COUNT+counts-under-lock',
    about: 'A shrinker is asked how much it could free by every thread in reclaim; it reads a number.',
    asks: side('counts-under-lock', 'after'),
    expect: { verdict: 'finite', states: 65, edges: 114 },
  },
  {
    name: 'LOCKS-COUNT+counts-under-lock',
    cites: ['L-1'],
    twin: 'LOCKS-COUNT',
    about: 'The count takes the lock of the lists, which a thread that allocates under it already holds.',
    asks: side('counts-under-lock', 'before'),
    expect: {
      verdict: 'deadlock',
      promises: { 'madvise1-ends': 'deadlock', 'madvise2-ends': 'deadlock' },
      cycle: 'madvise1 → mm_lock → madvise1',
      states: 40,
      edges: 60,
      length: 4,
    },
  },
  {
    name: 'LOCKS-JOB',
    cites: ['L-1', 'CDC-2'],
    twin: 'LOCKS-JOB+signal-takes-resv',
    about:
      'A CPU fault waits for a fence with mmap_lock and the reservation lock held, a notifier ' +
      'waits for it under reclaim, a thread allocates under a mutex.',
    asks: side('fault-waits-for-job', 'after'),
    expect: {
      verdict: 'finite',
      states: 1120,
      edges: 3444,
    },
  },
  {
    name: 'LOCKS-JOB+signal-takes-resv',
    cites: ['L-1', 'CDC-2'],
    twin: 'LOCKS-JOB',
    about: 'The signal takes the reservation lock that the fault has.',
    asks: side('fault-waits-for-job', 'before'),
    expect: {
      verdict: 'deadlock',
      promises: {
        'job-ends': 'deadlock',
        'cpu_fault-ends': 'deadlock',
        'allocates-ends': 'deadlock',
        'f-signals': 'deadlock',
      },
      cycle: 'job → bo → cpu_fault → f → job',
      states: 1148,
      edges: 3406,
      length: 15,
    },
  },
  {
    name: 'RUN-JOB',
    cites: ['CDC-3', 'L-1'],
    twin: 'RUN-JOB+takes-regulator-or-devfreq-mutex',
    about: 'A thread allocates under a mutex of the driver; run_job does without it.',
    asks: side('run-job-mutex', 'after'),
    expect: {
      verdict: 'finite',
      states: 69,
      edges: 150,
    },
  },
  {
    name: 'RUN-JOB+takes-regulator-or-devfreq-mutex',
    cites: ['CDC-3', 'L-1'],
    twin: 'RUN-JOB',
    about:
      'imx-drm and regulator_list_mutex, msm and devfreq->lock: run_job wants the mutex; who has ' +
      'it waits in reclaim for the fence of that job.',
    asks: side('run-job-mutex', 'before'),
    expect: {
      verdict: 'deadlock',
      promises: { 'run_job-ends': 'deadlock', 'allocates-ends': 'deadlock', 'f-signals': 'deadlock' },
      cycle: 'run_job → driver_mutex → allocates → f → run_job',
      states: 87,
      edges: 187,
      length: 9,
    },
  },
  {
    name: 'MMPUT',
    cites: ['CDC-4', 'L-1'],
    twin: 'MMPUT+in-handler',
    about: 'One thread signals every fence; the last mmput goes to a worker.',
    asks: side('mmput-in-handler', 'after'),
    expect: {
      verdict: 'finite',
      states: 68,
      edges: 139,
    },
  },
  {
    name: 'MMPUT+in-handler',
    cites: ['CDC-4', 'L-1'],
    twin: 'MMPUT',
    about: 'amdxdna: the handler itself puts it; the notifier waits for a job whose fence the handler should signal.',
    asks: side('mmput-in-handler', 'before'),
    expect: {
      verdict: 'deadlock',
      promises: { 'handler-ends': 'deadlock', 'second-signals': 'deadlock' },
      cycle: 'handler → second → handler',
      states: 27,
      edges: 40,
      length: 6,
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
