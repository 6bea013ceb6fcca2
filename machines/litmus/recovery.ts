import { litmuses } from './litmus.ts';

/** Hardware that may hang for ever: hang recovery is then part of what completes a fence. */
export const recoveryLitmuses = litmuses(
  {
    name: 'HANG',
    cites: ['CDC-1', 'F-6'],
    twin: 'HANG+recovery-allocates',
    about: 'A job may hang the hardware for ever. The timeout comes, the hardware is reset, and the fence signals.',
    asks: { pageFaults: 'none', hangs: true },
    expect: { verdict: 'finite', states: 323, edges: 947 },
  },
  {
    name: 'HANG+recovery-allocates',
    cites: ['CDC-1', 'CDC-3', 'F-8'],
    twin: 'HANG',
    about:
      'Recovery allocates with GFP_KERNEL before the reset: reclaim waits for the fence that only it can complete.',
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
    about: 'Recovery waits for a lock whose holder waits for the fence that only recovery can complete.',
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
        'fence[1] → job[1] → recovery → recovery_takes_submit_lock_recovers → recovery_takes_submit_lock_submit_lock → recovery_takes_submit_lock_submits → fence[1]',
      states: 4114,
      edges: 15188,
      length: 13,
    },
  },
  {
    name: 'HANG+recovery-flushes-waiter',
    cites: ['CDC-1', 'F-6'],
    twin: 'HANG',
    about: 'Recovery flushes a work item that waits for the fence that only recovery can complete.',
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
    about: 'A job that waits for hardware in prepare_job has no timer; the job that hangs before it has.',
    asks: { pageFaults: 'none', hangs: true, hardwareWait: 'prepare_job' },
    expect: { verdict: 'finite', states: 323, edges: 935 },
  },
  {
    name: 'HANG+story',
    cites: ['CDC-1', 'F-6', 'P1'],
    twin: 'HANG+waits-in-prepare-job+story',
    about: 'The deadlock of the story, where the timer runs and what recovery does counts: the jobs are lost.',
    asks: { hangs: true },
    expect: { verdict: 'finite', states: 3656, edges: 13777 },
  },
  {
    name: 'HANG+waits-in-prepare-job+story',
    cites: ['CDC-1', 'F-6', 'P1'],
    twin: 'HANG+waits-in-prepare-job',
    about: "The deadlock of the story, where no timer runs: the contract's way out of a hang is never taken.",
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
