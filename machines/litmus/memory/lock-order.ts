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
      'A CPU fault waits for the reservation lock while it holds mmap_lock, and no ioctl takes the two in the ' +
      'opposite order.',
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
    about:
      'As in legacy drivers, an ioctl reads user memory while it holds the reservation lock, and a CPU fault ' +
      'takes the same lock under mmap_lock.',
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
    about:
      'The CPU fault only tries the reservation lock. If it fails, it drops mmap_lock, waits, and starts ' +
      'again, as often as needed.',
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
      'As in TTM, the CPU fault drops mmap_lock only the first time. The second time it waits for the ' +
      'reservation lock while it holds mmap_lock, which avoids contention but not the wrong order.',
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
    about:
      'A trylock has no turn. If ioctls take the reservation lock one after another, the CPU fault retries for ' +
      'ever.',
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
    about: 'A notifier takes the reservation lock, and reclaim calls it from a thread that holds that lock.',
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
    about: 'Every thread in reclaim asks a shrinker how much it could free, and the shrinker reads a counter.',
    asks: side('counts-under-lock', 'after'),
    expect: { verdict: 'finite', states: 65, edges: 114 },
  },
  {
    name: 'LOCKS-COUNT+counts-under-lock',
    cites: ['L-1'],
    twin: 'LOCKS-COUNT',
    about:
      'The count callback of a shrinker takes the lock of the lists, which a thread that allocates under it ' +
      'already holds.',
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
      'A CPU fault waits for a fence while it holds mmap_lock and the reservation lock, a notifier waits for ' +
      'the fence in reclaim, and a thread allocates under a mutex.',
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
    about: 'The work that signals a fence takes the reservation lock, under which a CPU fault waits for that fence.',
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
    about: 'A thread allocates under a mutex of the driver, and run_job does not take that mutex.',
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
      'The run_job callback takes a mutex, and the thread that holds it waits in reclaim for the fence of that ' +
      'job. In imx-drm it is regulator_list_mutex, in msm devfreq->lock.',
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
    about: 'One thread signals every fence, and leaves the last mmput to a worker.',
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
    about:
      'In amdxdna the handler that signals fences puts the last reference of an mm. The notifier then waits ' +
      'for a job whose fence the handler should signal.',
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
    about: 'Each exec validates the working set, while objects are evicted and userptrs are invalidated.',
    asks: { rows: [residency], clauses: laws },
    expect: { verdict: 'finite', states: 44, edges: 105 },
  },
  {
    name: 'RESIDENT+looks-once',
    cites: ['G-1'],
    twin: 'RESIDENT',
    about: 'The exec does not check the working set again before it arms the job.',
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
    about: 'The working set is the whole VM and stays pinned, and anybody else who needs memory waits for userspace.',
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
