import { litmuses } from './litmus.ts';

/** The fifth option, second form: every dependency is known. */
export const trackDependenciesLitmuses = litmuses(
  {
    name: 'TRACK',
    cites: ['O-5'],
    twin: 'TRACK+own-untracked',
    about:
      'The driver keeps the whole of the fifth option in its second form: it tracks which fences depend on a ' +
      'page fault.',
    asks: { options: ['track-dependencies'] },
    expect: { verdict: 'finite', states: 364, edges: 917 },
  },
  {
    name: 'TRACK+own-untracked',
    cites: ['O-5'],
    twin: 'TRACK',
    about: 'The driver does not track the fences of its own device.',
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
    about:
      'The driver does not track the fences of other devices, and does not see a dependency that leads through ' +
      'another device.',
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
    about: 'The driver does not track the fences of other devices, and no other device waits for its fences.',
    asks: { options: ['track-dependencies'], without: ['track-dependencies/foreign-fences'], foreignDevice: false },
    expect: { verdict: 'finite', states: 115, edges: 219 },
  },
  {
    name: 'TRACK+never-refuses',
    cites: ['O-5', 'G-3'],
    twin: 'TRACK',
    about:
      'Every fence depends on the page fault, and the driver does not refuse the fault. The repair ends only ' +
      'if somebody frees memory.',
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
    about: 'The repair takes a CPU page fault, whose reclaim does not know the dependencies.',
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
    about: 'The driver knows every dependency, and a fenced job can wait for a compute job.',
    asks: { options: ['track-dependencies'], hazards: ['faulting-job-implicit-sync'] },
    expect: { verdict: 'finite', states: 646, edges: 1716 },
  },
);
