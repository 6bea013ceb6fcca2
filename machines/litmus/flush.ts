import { litmuses } from './litmus.ts';

/** The fourth option: flush when switching between the two kinds of work. */
export const flushLitmuses = litmuses(
  {
    name: 'FLUSH',
    cites: ['O-4'],
    twin: 'FLUSH+not-preempted-before-visible',
    about:
      'The driver keeps the whole of the fourth option: it preempts all compute work before it makes a fence ' +
      'visible.',
    asks: { options: ['flush'] },
    expect: { verdict: 'finite', states: 964, edges: 2853 },
  },
  {
    name: 'FLUSH+not-preempted-before-visible',
    cites: ['O-4'],
    twin: 'FLUSH',
    about: 'A fence is made visible while compute work is on the hardware.',
    asks: { options: ['flush'], without: ['flush/preempt-before-visible'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 1376,
      edges: 4266,
      length: 13,
    },
  },
  {
    name: 'FLUSH+check-then-act',
    cites: ['O-4'],
    twin: 'FLUSH',
    about:
      'The submit releases the lock after it has seen that all compute work is preempted and before it ' +
      'publishes its fence.',
    asks: { options: ['flush'], without: ['flush/held-until-published'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 1790,
      edges: 5402,
      length: 14,
    },
  },
  {
    name: 'FLUSH+fences-not-first',
    cites: ['O-4'],
    twin: 'FLUSH+fences-not-first+two-engines',
    about:
      'Compute jobs may start while fences are pending. On one engine that runs jobs in order this does no ' +
      'harm, because the fenced job is before them.',
    asks: { options: ['flush'], without: ['flush/fences-before-fault-job'] },
    expect: { verdict: 'finite', states: 1396, edges: 4493 },
  },
  {
    name: 'FLUSH+fences-not-first+two-engines',
    cites: ['O-4'],
    twin: 'FLUSH+two-engines',
    about:
      'Compute jobs may start while fences are pending. With an engine for each kind of work, a compute job ' +
      'takes the compute units first.',
    asks: { options: ['flush'], engines: 'two', without: ['flush/fences-before-fault-job'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → units → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 1828,
      edges: 6001,
      length: 14,
    },
  },
  {
    name: 'FLUSH+fences-not-first+any-order',
    cites: ['O-4'],
    twin: 'FLUSH+any-order',
    about:
      'Compute jobs may start while fences are pending. Without an order of jobs, a compute job takes the ' +
      'engine first.',
    asks: { options: ['flush'], submission: 'any-order', without: ['flush/fences-before-fault-job'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 1558,
      edges: 4941,
      length: 13,
    },
  },
  {
    name: 'FLUSH+two-engines',
    cites: ['O-4'],
    twin: 'FLUSH+fences-not-first+two-engines',
    about: 'Each kind of work has an engine of its own, in one group.',
    asks: { options: ['flush'], engines: 'two' },
    expect: { verdict: 'finite', states: 964, edges: 2853 },
  },
  {
    name: 'FLUSH+any-order',
    cites: ['O-4'],
    twin: 'FLUSH+fences-not-first+any-order',
    about: 'The fourth option needs no order of jobs.',
    asks: { options: ['flush'], submission: 'any-order' },
    expect: { verdict: 'finite', states: 964, edges: 2853 },
  },
  {
    name: 'FLUSH+hardware-cannot',
    cites: ['O-4'],
    twin: 'FLUSH+hardware-cannot+waits-under-lock',
    about:
      'The hardware cannot preempt faulted work. The fourth option does not need it, because a submit that ' +
      'waits for a repair has no visible fence yet.',
    asks: { options: ['flush'], hardwareCan: ['preempt-running'] },
    expect: { verdict: 'finite', states: 325, edges: 741 },
  },
  {
    name: 'FLUSH+hardware-cannot+waits-under-lock',
    cites: ['O-4', 'L-1'],
    twin: 'FLUSH+hardware-cannot',
    about:
      'The hardware cannot preempt faulted work, and the submit waits for the repair while it holds a lock ' +
      'that the repair takes.',
    asks: { options: ['flush'], hardwareCan: ['preempt-running'], without: ['flush/waits-outside-locks'] },
    expect: {
      verdict: 'deadlock',
      promises: { 'submit-ends': 'deadlock', 'fault-answered': 'deadlock' },
      cycle: 'job[1] → compute[1] → fault[1] → repairLock → job[1]',
      states: 409,
      edges: 1031,
      length: 8,
    },
  },
  {
    name: 'FLUSH+waits-under-lock',
    cites: ['O-4', 'L-1'],
    twin: 'FLUSH+hardware-cannot+waits-under-lock',
    about:
      'The submit waits for compute work while it holds a lock that the repair takes. If faulted work can be ' +
      'preempted, this does no harm, because the submit does not wait for the repair.',
    asks: { options: ['flush'], without: ['flush/waits-outside-locks'] },
    expect: { verdict: 'finite', states: 1096, edges: 3319 },
  },
  {
    name: 'FLUSH+hardware-cannot+locks-early',
    cites: ['O-4', 'L-1'],
    twin: 'FLUSH+hardware-cannot',
    about:
      'The hardware cannot preempt faulted work, and another path takes the lock of the repair before it waits ' +
      'for compute work.',
    asks: { options: ['flush'], hardwareCan: ['preempt-running'], hazards: ['reserve-under-repair-lock'] },
    expect: {
      verdict: 'deadlock',
      promises: { 'submit-ends': 'deadlock', 'fault-answered': 'deadlock' },
      cycle: 'job[1] → compute[1] → fault[1] → repairLock → job[1]',
      states: 409,
      edges: 1043,
      length: 8,
    },
  },
  {
    name: 'FLUSH+long-running',
    cites: ['O-4'],
    twin: 'STORY+long-running',
    about: 'With the fourth option, compute work may run for as long as no fence is pending.',
    asks: { options: ['flush'], compute: 'long-running' },
    expect: { verdict: 'finite', states: 964, edges: 2853 },
  },
  {
    name: 'FLUSH+copy-on-compute-engine',
    cites: ['O-4', 'P7'],
    twin: 'FLUSH+copy-on-compute-engine+hardware-cannot',
    about:
      'The copy job of a repair shares the engine with compute work. It has a dma_fence, and compute work is ' +
      'preempted before it runs, as for any other fenced job.',
    asks: { options: ['flush'], hazards: ['repair-on-busy-engine'] },
    expect: { verdict: 'finite', states: 876, edges: 2555 },
  },
  {
    name: 'FLUSH+copy-on-compute-engine+hardware-cannot',
    cites: ['O-4', 'P7'],
    twin: 'FLUSH+copy-on-compute-engine',
    about:
      'The copy job of a repair shares the engine with compute work, and the hardware cannot preempt work that ' +
      'waits for a page.',
    asks: { options: ['flush'], hazards: ['repair-on-busy-engine'], hardwareCan: ['preempt-running'] },
    expect: {
      verdict: 'deadlock',
      promises: { 'submit-ends': 'deadlock', 'fault-answered': 'deadlock', 'copy-fence-signals': 'deadlock' },
      cycle: 'job[1] → compute[1] → fault[1] → copyFence[1] → copy[1] → engine → compute[1]',
      states: 154,
      edges: 345,
      length: 10,
    },
  },
  {
    name: 'FLUSH+implicit-sync',
    cites: ['O-4', 'P2'],
    twin: 'FLUSH',
    about:
      'A fenced job waits for compute work that was preempted for it, and that runs again only after the ' +
      'fenced job has ended.',
    asks: { options: ['flush'], hazards: ['faulting-job-implicit-sync'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → dependency[1] → compute[1] → fence[1]',
      states: 1491,
      edges: 4829,
      length: 10,
    },
  },
);
