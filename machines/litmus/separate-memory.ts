import { litmuses } from './litmus.ts';

/** The fifth option, first form: the memory of repairs is separate. */
export const separateMemoryLitmuses = litmuses(
  {
    name: 'MEMORY', cites: ['O-5'], twin: 'MEMORY+no-pool',
    about: 'The fifth option, with a pool, whole.',
    asks: { options: ['separate-memory'] },
    expect: { verdict: 'finite', states: 594, edges: 1687 },
  },
  {
    name: 'MEMORY+no-pool', cites: ['O-5'], twin: 'MEMORY',
    about: 'There is no pool.',
    asks: { options: ['separate-memory'], without: ['separate-memory/gpu-fault-pool'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 370, edges: 925, length: 10,
    },
  },
  {
    name: 'MEMORY+may-fall-back', cites: ['O-5'], twin: 'MEMORY',
    about: 'An empty pool need not be waited for.',
    asks: { options: ['separate-memory'], without: ['separate-memory/no-fallback'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 622, edges: 1779, length: 21,
    },
  },
  {
    name: 'MEMORY+falls-back', cites: ['O-5'], twin: 'MEMORY',
    about: 'An empty pool falls back to shared memory.',
    asks: { options: ['separate-memory'], hazards: ['pool-falls-back'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 610, edges: 1723, length: 21,
    },
  },
  {
    name: 'MEMORY+cpu-fault', cites: ['O-5'], twin: 'MEMORY+cpu-fault+no-cpu-pool',
    about: 'The repair takes a CPU page fault, which has a pool too.',
    asks: { options: ['separate-memory'], hazards: ['cpu-fault-in-repair'] },
    expect: { verdict: 'finite', states: 654, edges: 1876 },
  },
  {
    name: 'MEMORY+cpu-fault+no-cpu-pool', cites: ['O-5'], twin: 'MEMORY+cpu-fault',
    about: 'The repair takes a CPU page fault, which has none.',
    asks: { options: ['separate-memory'], hazards: ['cpu-fault-in-repair'], without: ['separate-memory/cpu-fault-pool'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'foreign-fence-signals': 'deadlock', 'cpuAlloc-returns': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → cpuAlloc[1] → fence[1]',
      states: 686, edges: 2000, length: 12,
    },
  },
  {
    name: 'MEMORY+any-order', cites: ['O-5', 'F-6'], twin: 'MEMORY',
    about: 'Untangled memory does not make a scheduler fair.',
    asks: { options: ['separate-memory'], submission: 'any-order' },
    expect: {
      verdict: 'unbounded', promises: { 'fence-signals': 'unbounded', 'foreign-fence-signals': 'unbounded' },
      states: 582, edges: 1674, length: 2,
    },
  },
  {
    name: 'MEMORY+long-running', cites: ['O-5', 'I-2'], twin: 'MEMORY',
    about: 'Nor does it end compute work that only userspace ends.',
    asks: { options: ['separate-memory'], compute: 'long-running' },
    expect: {
      verdict: 'indefinite', promises: { 'fence-signals': 'indefinite', 'foreign-fence-signals': 'indefinite' },
      cycle: 'fence[1] → job[1] → engine → user',
      states: 594, edges: 1687, length: 6,
    },
  },
  {
    name: 'MEMORY+implicit-sync', cites: ['O-5', 'P2'], twin: 'STORY+implicit-sync',
    about: 'With untangled memory the compute job that wrote the buffer ends: a fenced job might wait for it.',
    asks: { options: ['separate-memory'], hazards: ['faulting-job-implicit-sync'] },
    expect: { verdict: 'finite', states: 1071, edges: 3189 },
  },
  {
    name: 'MEMORY+compute-has-fence', cites: ['O-5', 'P2'], twin: 'STORY+compute-has-fence',
    about: 'With untangled memory a job that takes page faults ends: it might have a fence.',
    asks: { options: ['separate-memory'], hazards: ['faulting-job-has-fence'] },
    expect: { verdict: 'finite', states: 675, edges: 1933 },
  },
);
