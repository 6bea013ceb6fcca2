import { litmuses } from './litmus.ts';

/** Options taken together: each still keeps its promise, and neither waits for what only the other gives. */
export const combinedLitmuses = litmuses(
  {
    name: 'COMBINED+reserve-in-flight+flush',
    cites: ['O-3', 'O-4'],
    twin: 'COMBINED+reserve-in-flight+flush+under-repair-lock',
    about:
      'A driver combines the third and the fourth option on hardware that cannot preempt work which waits for ' +
      'a page. A submit that needs both the reservation and the mode goes on once it has both.',
    asks: { options: ['reserve-in-flight', 'flush'], hardwareCan: ['preempt-running'] },
    expect: { verdict: 'finite', states: 349, edges: 805 },
  },
  {
    name: 'COMBINED+reserve-in-flight+flush+under-repair-lock',
    cites: ['O-3', 'O-4'],
    twin: 'COMBINED+reserve-in-flight+flush',
    about:
      'The submit takes the lock of the repair before it waits for compute work to leave, and the repair of ' +
      'that work waits for the lock.',
    asks: {
      options: ['reserve-in-flight', 'flush'],
      hardwareCan: ['preempt-running'],
      hazards: ['reserve-under-repair-lock'],
    },
    expect: {
      verdict: 'deadlock',
      promises: { 'submit-ends': 'deadlock', 'fault-answered': 'deadlock' },
      cycle: 'job[1] → reservation[1] → compute[1] → fault[1] → repairLock → job[1]',
      states: 457,
      edges: 1195,
      length: 8,
    },
  },
  {
    name: 'COMBINED+preempt+track-dependencies',
    cites: ['O-1', 'O-5'],
    twin: 'COMBINED+preempt+track-dependencies+own-untracked',
    about:
      'The hardware cannot preempt work that waits for a page, so the driver also tracks dependencies: reclaim ' +
      'waits for no fence that depends on the repair, and a fault on which every fence depends is refused.',
    asks: { options: ['preempt', 'track-dependencies'], hardwareCan: ['preempt-running'] },
    expect: { verdict: 'finite', states: 416, edges: 1059 },
  },
  {
    name: 'COMBINED+preempt+track-dependencies+own-untracked',
    cites: ['O-1', 'O-5'],
    twin: 'COMBINED+preempt+track-dependencies',
    about:
      'The hardware cannot preempt work that waits for a page, and the fences of the driver itself are not ' +
      'tracked. Neither option is complete, and the default scenario deadlocks as before.',
    asks: {
      options: ['preempt', 'track-dependencies'],
      hardwareCan: ['preempt-running'],
      without: ['track-dependencies/own-fences'],
    },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 420,
      edges: 1070,
      length: 10,
    },
  },
  {
    name: 'COMBINED+track-dependencies+fenced-compute',
    cites: ['O-5', 'P2'],
    twin: 'COMBINED+track-dependencies+fenced-compute+no-nack',
    about:
      'Compute jobs have dma_fences, and the dependency graph contains these fences too. The repair of a ' +
      'compute job never waits for a fence that depends on that repair.',
    asks: { options: ['track-dependencies'], hazards: ['faulting-job-has-fence'] },
    expect: { verdict: 'finite', states: 418, edges: 1063 },
  },
  {
    name: 'COMBINED+track-dependencies+fenced-compute+no-nack',
    cites: ['O-5', 'P2'],
    twin: 'COMBINED+track-dependencies+fenced-compute',
    about:
      'Every fence depends on the repair, and the driver does not refuse the fault. The repair ends only if ' +
      'somebody frees memory.',
    asks: {
      options: ['track-dependencies'],
      hazards: ['faulting-job-has-fence'],
      without: ['track-dependencies/nack-when-all-depend'],
    },
    expect: {
      verdict: 'indefinite',
      promises: {
        'fence-signals': 'indefinite',
        'fault-answered': 'indefinite',
        'allocation-returns': 'indefinite',
        'foreign-fence-signals': 'indefinite',
        'compute-fence-signals': 'indefinite',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 418,
      edges: 1052,
      length: 8,
    },
  },
);
