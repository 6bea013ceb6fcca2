import { litmuses } from './litmus.ts';

/** The fifth option, second form: every dependency is known. */
export const trackDependenciesLitmuses = litmuses(
  {
    name: 'TRACK',
    cites: ['O-5'],
    twin: 'TRACK+own-untracked',
    about: 'The fifth option, with tracking, is kept as a whole.',
    asks: { options: ['track-dependencies'] },
    expect: { verdict: 'finite', states: 364, edges: 917 },
  },
  {
    name: 'TRACK+own-untracked',
    cites: ['O-5'],
    twin: 'TRACK',
    about: 'Fences of this device are not tracked.',
    asks: { options: ['track-dependencies'], without: ['track-dependencies/own-fences'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 368,
      edges: 928,
      length: 10,
    },
  },
  {
    name: 'TRACK+foreign-untracked',
    cites: ['O-5'],
    twin: 'TRACK',
    about: 'Fences of other devices are not tracked: nobody sees the whole graph.',
    asks: { options: ['track-dependencies'], without: ['track-dependencies/foreign-fences'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → foreignFence → foreignJob → fence[1]',
      states: 366,
      edges: 920,
      length: 10,
    },
  },
  {
    name: 'TRACK+foreign-untracked+alone',
    cites: ['O-5'],
    twin: 'TRACK+foreign-untracked',
    about: 'Where no other device waits for our fences, there is none to track.',
    asks: { options: ['track-dependencies'], without: ['track-dependencies/foreign-fences'], foreignDevice: false },
    expect: { verdict: 'finite', states: 115, edges: 219 },
  },
  {
    name: 'TRACK+never-refuses',
    cites: ['O-5', 'G-3'],
    twin: 'TRACK',
    about:
      'Where every fence depends on the fault there is nothing to wait for, and it is not ' +
      'refused: somebody must free memory.',
    asks: { options: ['track-dependencies'], without: ['track-dependencies/nack-when-all-depend'] },
    expect: {
      verdict: 'indefinite',
      promises: {
        'fence-signals': 'indefinite',
        'fault-answered': 'indefinite',
        'allocation-returns': 'indefinite',
        'foreign-fence-signals': 'indefinite',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 364,
      edges: 911,
      length: 8,
    },
  },
  {
    name: 'TRACK+cpu-fault',
    cites: ['O-5'],
    twin: 'TRACK',
    about: 'The repair takes a CPU page fault, whose reclaim knows of no dependency.',
    asks: { options: ['track-dependencies'], hazards: ['cpu-fault-in-repair'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'indefinite',
        'foreign-fence-signals': 'deadlock',
        'cpuAlloc-returns': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → cpuAlloc[1] → fence[1]',
      states: 424,
      edges: 1135,
      length: 11,
    },
  },
  {
    name: 'TRACK+implicit-sync',
    cites: ['O-5', 'P2'],
    twin: 'STORY+implicit-sync',
    about: 'With every dependency known a fenced job might wait for a compute job.',
    asks: { options: ['track-dependencies'], hazards: ['faulting-job-implicit-sync'] },
    expect: { verdict: 'finite', states: 646, edges: 1716 },
  },
);
