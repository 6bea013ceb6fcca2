import { litmuses } from './litmus.ts';

/** Hardware that may hang for ever: hang recovery is then part of what completes a fence. */
export const recoveryLitmuses = litmuses(
  {
    name: 'HANG',
    cites: ['CDC-1', 'F-6'],
    twin: 'HANG+recovery-allocates',
    about:
      'A job may hang the hardware for ever. The timeout expires, the hardware is reset, and the fence is ' +
      'signaled.',
    asks: { pageFaults: 'none', hangs: true },
    expect: { verdict: 'finite', states: 323, edges: 947 },
  },
  {
    name: 'HANG+recovery-allocates',
    cites: ['CDC-1', 'CDC-3', 'F-8'],
    twin: 'HANG',
    about:
      'Recovery allocates with GFP_KERNEL before the reset, and its reclaim waits for a fence that only ' +
      'recovery can complete.',
    asks: { pageFaults: 'none', hangs: true, hazards: ['recovery-allocates'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'foreign-fence-signals': 'deadlock',
        'recovery-ends': 'deadlock',
        'recovery-allocates-recovers-ends': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → recovery → recovery_allocates_recovers → fence[1]',
      states: 853,
      edges: 2632,
      length: 12,
    },
  },
  {
    name: 'HANG+recovery-takes-submit-lock',
    cites: ['CDC-1', 'F-6'],
    twin: 'HANG',
    about: 'Recovery takes a lock whose holder waits for a fence that only recovery can complete.',
    asks: { pageFaults: 'none', hangs: true, hazards: ['recovery-takes-submit-lock'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'foreign-fence-signals': 'deadlock',
        'recovery-ends': 'deadlock',
        'recovery-takes-submit-lock-submits-ends': 'deadlock',
        'recovery-takes-submit-lock-recovers-ends': 'deadlock',
      },
      cycle:
        'fence[1] → job[1] → recovery → recovery_takes_submit_lock_recovers → ' +
        'recovery_takes_submit_lock_submit_lock → recovery_takes_submit_lock_submits → fence[1]',
      states: 4114,
      edges: 15188,
      length: 13,
    },
  },
  {
    name: 'HANG+recovery-flushes-waiter',
    cites: ['CDC-1', 'F-6'],
    twin: 'HANG',
    about: 'Recovery flushes a work item that waits for a fence that only recovery can complete.',
    asks: { pageFaults: 'none', hangs: true, hazards: ['recovery-flushes-waiter'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'foreign-fence-signals': 'deadlock',
        'recovery-ends': 'deadlock',
        'recovery-flushes-waiter-resumes-ends': 'deadlock',
        'recovery-flushes-waiter-recovers-ends': 'deadlock',
      },
      cycle:
        'fence[1] → job[1] → recovery → recovery_flushes_waiter_recovers → recovery_flushes_waiter_resumes → fence[1]',
      states: 6098,
      edges: 24254,
      length: 15,
    },
  },
  {
    name: 'HANG+waits-in-prepare-job',
    cites: ['CDC-1', 'F-6'],
    twin: 'HANG+waits-in-prepare-job+story',
    about:
      'A job that waits for the hardware in prepare_job has no timer yet, but the job that hangs before it has ' +
      'one.',
    asks: { pageFaults: 'none', hangs: true, hardwareWait: 'prepare_job' },
    expect: { verdict: 'finite', states: 323, edges: 935 },
  },
  {
    name: 'HANG+two',
    cites: ['CDC-1', 'F-6'],
    twin: 'HANG+two+waits-inside-run-job',
    about: 'The first of two jobs hangs, and the second waits for the engine after run_job has returned.',
    asks: { pageFaults: 'none', foreignDevice: false, jobs: { fenced: 2, faulting: 0 }, hangs: true },
    expect: { verdict: 'finite', states: 196, edges: 500 },
  },
  {
    name: 'HANG+two+waits-inside-run-job',
    cites: ['CDC-1', 'F-6'],
    twin: 'HANG+two',
    about:
      'The first of two jobs hangs, and the second waits for the engine inside run_job. Recovery first waits ' +
      'for run_job to return, and run_job waits for the reset.',
    asks: {
      pageFaults: 'none',
      foreignDevice: false,
      jobs: { fenced: 2, faulting: 0 },
      hangs: true,
      hardwareWait: 'inside-run_job',
    },
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock', 'recovery-ends': 'deadlock' },
      cycle: 'fence[1] → job[1] → recovery → runJob → engine → job[1]',
      states: 230,
      edges: 566,
      length: 11,
    },
  },
  {
    name: 'HANG+waits-inside-run-job',
    cites: ['CDC-1', 'F-6'],
    twin: 'HANG+waits-inside-run-job+story',
    about:
      'A job waits for the engine inside run_job. With a single job this does no harm, because run_job has ' +
      'returned before the job can hang.',
    asks: { pageFaults: 'none', hangs: true, hardwareWait: 'inside-run_job' },
    expect: { verdict: 'finite', states: 363, edges: 1049 },
  },
  {
    name: 'HANG+waits-inside-run-job+story',
    cites: ['CDC-1', 'F-6', 'P1'],
    twin: 'HANG+waits-inside-run-job',
    about: 'In the default scenario run_job waits for the engine, and recovery waits for run_job.',
    asks: { hangs: true, hardwareWait: 'inside-run_job' },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
        'recovery-ends': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 4056,
      edges: 15095,
      length: 12,
    },
  },
  {
    name: 'HANG+story',
    cites: ['CDC-1', 'F-6', 'P1'],
    twin: 'HANG+waits-in-prepare-job+story',
    about: 'In the default scenario hang recovery counts: the timeout expires, and the jobs are lost.',
    asks: { hangs: true },
    expect: { verdict: 'finite', states: 3656, edges: 13777 },
  },
  {
    name: 'HANG+waits-in-prepare-job+story',
    cites: ['CDC-1', 'F-6', 'P1'],
    twin: 'HANG+waits-in-prepare-job',
    about:
      'In the default scenario the job waits for the hardware in prepare_job, where no timer runs, and ' +
      'recovery never starts.',
    asks: { hangs: true, hardwareWait: 'prepare_job' },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 3656,
      edges: 13631,
      length: 10,
    },
  },
);
