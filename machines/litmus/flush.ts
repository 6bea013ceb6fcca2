import { litmuses } from './litmus.ts';

/** The fourth option: flush when switching between the two kinds of work. */
export const flushLitmuses = litmuses(
  {
    name: 'FLUSH', cites: ['O-4'], twin: 'FLUSH+not-preempted-before-visible',
    about: 'The fourth option, whole.',
    asks: { options: ['flush'] },
    expect: { verdict: 'finite', states: 964, edges: 2853 },
  },
  {
    name: 'FLUSH+not-preempted-before-visible', cites: ['O-4'], twin: 'FLUSH',
    about: 'A fence is made visible while compute work is on the hardware.',
    asks: { options: ['flush'], without: ['flush/preempt-before-visible'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 1376, edges: 4266, length: 13,
    },
  },
  {
    name: 'FLUSH+check-then-act', cites: ['O-4'], twin: 'FLUSH',
    about: 'The lock is given back between seeing that all is preempted and publishing.',
    asks: { options: ['flush'], without: ['flush/held-until-published'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 1790, edges: 5402, length: 14,
    },
  },
  {
    name: 'FLUSH+fences-not-first', cites: ['O-4'], twin: 'FLUSH+fences-not-first+two-engines',
    about: 'Compute jobs come while fences are pending. On one engine in order the fenced job is before them anyway.',
    asks: { options: ['flush'], without: ['flush/fences-before-fault-job'] },
    expect: { verdict: 'finite', states: 1396, edges: 4493 },
  },
  {
    name: 'FLUSH+fences-not-first+two-engines', cites: ['O-4'], twin: 'FLUSH+two-engines',
    about: 'With an engine each it matters: the compute job takes the compute units first.',
    asks: { options: ['flush'], engines: 'two', without: ['flush/fences-before-fault-job'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → units → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 1828, edges: 6001, length: 14,
    },
  },
  {
    name: 'FLUSH+fences-not-first+any-order', cites: ['O-4'], twin: 'FLUSH+any-order',
    about: 'Without an order it matters on one engine too.',
    asks: { options: ['flush'], submission: 'any-order', without: ['flush/fences-before-fault-job'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 1558, edges: 4941, length: 13,
    },
  },
  {
    name: 'FLUSH+two-engines', cites: ['O-4'], twin: 'FLUSH+fences-not-first+two-engines',
    about: 'An engine each, one group.',
    asks: { options: ['flush'], engines: 'two' },
    expect: { verdict: 'finite', states: 964, edges: 2853 },
  },
  {
    name: 'FLUSH+any-order', cites: ['O-4'], twin: 'FLUSH+fences-not-first+any-order',
    about: 'It needs no order.',
    asks: { options: ['flush'], submission: 'any-order' },
    expect: { verdict: 'finite', states: 964, edges: 2853 },
  },
  {
    name: 'FLUSH+hardware-cannot', cites: ['O-4'], twin: 'FLUSH+hardware-cannot+waits-under-lock',
    about: 'It needs no preemption of faulted work: a submit that waits for a repair has nothing visible yet.',
    asks: { options: ['flush'], hardwareCan: ['preempt-running'] },
    expect: { verdict: 'finite', states: 325, edges: 741 },
  },
  {
    name: 'FLUSH+hardware-cannot+waits-under-lock', cites: ['O-4', 'L-1'], twin: 'FLUSH+hardware-cannot',
    about: 'Unless it waits while it holds a lock that the repair takes.',
    asks: { options: ['flush'], hardwareCan: ['preempt-running'], without: ['flush/waits-outside-locks'] },
    expect: {
      verdict: 'deadlock', promises: { 'submit-ends': 'deadlock', 'fault-answered': 'deadlock' },
      cycle: 'job[1] → compute[1] → fault[1] → repairLock → job[1]',
      states: 409, edges: 1031, length: 8,
    },
  },
  {
    name: 'FLUSH+waits-under-lock', cites: ['O-4', 'L-1'], twin: 'FLUSH+hardware-cannot+waits-under-lock',
    about: 'Where faulted work can be preempted, it need not wait for the repair: then the lock does no harm.',
    asks: { options: ['flush'], without: ['flush/waits-outside-locks'] },
    expect: { verdict: 'finite', states: 1096, edges: 3319 },
  },
  {
    name: 'FLUSH+hardware-cannot+locks-early', cites: ['O-4', 'L-1'], twin: 'FLUSH+hardware-cannot',
    about: 'A path that takes the lock of the repair first.',
    asks: { options: ['flush'], hardwareCan: ['preempt-running'], hazards: ['reserve-under-repair-lock'] },
    expect: {
      verdict: 'deadlock', promises: { 'submit-ends': 'deadlock', 'fault-answered': 'deadlock' },
      cycle: 'job[1] → compute[1] → fault[1] → repairLock → job[1]',
      states: 409, edges: 1043, length: 8,
    },
  },
  {
    name: 'FLUSH+long-running', cites: ['O-4'], twin: 'STORY+long-running',
    about: 'It lets compute work run for ever, in between.',
    asks: { options: ['flush'], compute: 'long-running' },
    expect: { verdict: 'finite', states: 964, edges: 2853 },
  },
  {
    name: 'FLUSH+copy-on-compute-engine', cites: ['O-4', 'P7'], twin: 'FLUSH',
    about: 'The copy job of the repair shares the engine: the faulted job leaves it only when somebody submits a fenced job.',
    asks: { options: ['flush'], hazards: ['repair-on-busy-engine'] },
    expect: {
      verdict: 'indefinite', promises: { 'fault-answered': 'indefinite', 'copy-fence-signals': 'indefinite' },
      cycle: 'fault[1] → copyFence[1] → copy[1] → engine → compute[1] → fault[1]',
      states: 855, edges: 2482, length: 8,
    },
  },
  {
    name: 'FLUSH+implicit-sync', cites: ['O-4', 'P2'], twin: 'FLUSH',
    about: 'The fenced job waits for compute work that was preempted for it and comes back only after it.',
    asks: { options: ['flush'], hazards: ['faulting-job-implicit-sync'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → ring → dependency[1] → compute[1] → fence[1]',
      states: 1491, edges: 4829, length: 10,
    },
  },
);
