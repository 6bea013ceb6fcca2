import { litmuses } from './litmus.ts';

/** The text's own story, and what alone makes it harmless. */
export const storyLitmuses = litmuses(
  {
    name: 'STORY', cites: ['P1', 'P5', 'CDC-1'], twin: 'INDEPENDENT',
    about: 'A fenced job waits for hardware that a faulted compute job holds, whose repair waits in reclaim for the fence: nothing prevents it.',
    asks: {},
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 370, edges: 925, length: 10,
    },
  },
  {
    name: 'STORY+any-order', cites: ['P1', 'P5'], twin: 'INDEPENDENT+any-order',
    about: 'The same where jobs reach the engine in any order.',
    asks: { submission: 'any-order' },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 362, edges: 919, length: 10,
    },
  },
  {
    name: 'STORY+long-running', cites: ['P1', 'P5'], twin: 'INDEPENDENT+long-running',
    about: 'The same where only userspace ends compute work.',
    asks: { compute: 'long-running' },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 370, edges: 925, length: 10,
    },
  },
  {
    name: 'STORY+two-engines', cites: ['P5', 'O-2'], twin: 'PREEMPT+two-engines',
    about: 'An engine each does not help while the compute units are shared.',
    asks: { engines: 'two' },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → units → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 448, edges: 1183, length: 11,
    },
  },
  {
    name: 'STORY+implicit-sync', cites: ['P2'], twin: 'MEMORY+implicit-sync',
    about: 'A fenced job waits for the compute job that wrote its buffer.',
    asks: { hazards: ['faulting-job-implicit-sync'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 667, edges: 1757, length: 10,
    },
  },
  {
    name: 'STORY+compute-has-fence', cites: ['P2'], twin: 'MEMORY+compute-has-fence',
    about: 'A job that takes page faults has a dma_fence.',
    asks: { hazards: ['faulting-job-has-fence'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock', 'compute-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 439, edges: 1102, length: 10,
    },
  },
  {
    name: 'STORY+no-reclaim-waits', cites: ['CDC-3', 'CDC-4'], twin: 'HINT+no-reclaim-waits',
    about: "A shrinker that never waits does not help: another driver's shrinker or notifier may.",
    asks: { reclaimWaits: 'none' },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 370, edges: 917, length: 10,
    },
  },
  {
    name: 'HINT', cites: ['P3'], twin: 'STORY',
    about: 'Page faults that are only migration hints hold up nothing.',
    asks: { pageFaults: 'hint' },
    expect: { verdict: 'finite', states: 1348, edges: 4459 },
  },
  {
    name: 'HINT+any-order', cites: ['P3', 'F-6'], twin: 'HINT',
    about: 'Hints or not, a stream of compute jobs overtakes the fenced one for ever.',
    asks: { pageFaults: 'hint', submission: 'any-order' },
    expect: {
      verdict: 'unbounded', promises: { 'fence-signals': 'unbounded', 'fault-answered': 'unbounded', 'allocation-returns': 'unbounded', 'foreign-fence-signals': 'unbounded' },
      states: 1294, edges: 4369, length: 2,
    },
  },
  {
    name: 'HINT+long-running', cites: ['P3', 'I-2'], twin: 'HINT',
    about: 'Hints or not, a fenced job behind work that only userspace ends waits for userspace.',
    asks: { pageFaults: 'hint', compute: 'long-running' },
    expect: {
      verdict: 'indefinite', promises: { 'fence-signals': 'indefinite', 'fault-answered': 'indefinite', 'allocation-returns': 'indefinite', 'foreign-fence-signals': 'indefinite' },
      cycle: 'fence[1] → job[1] → engine → user',
      states: 1348, edges: 4459, length: 6,
    },
  },
  {
    name: 'HINT+no-reclaim-waits', cites: ['P3', 'CDC-3'], twin: 'STORY+no-reclaim-waits',
    about: 'With hints alone, who waits in reclaim does not matter.',
    asks: { pageFaults: 'hint', reclaimWaits: 'none' },
    expect: { verdict: 'finite', states: 1348, edges: 4391 },
  },
  {
    name: 'INDEPENDENT', cites: ['P7'], twin: 'STORY',
    about: 'Compute work on hardware of its own: nothing is shared.',
    asks: { hardware: 'separate' },
    expect: { verdict: 'finite', states: 572, edges: 1625 },
  },
  {
    name: 'INDEPENDENT+any-order', cites: ['P7'], twin: 'STORY+any-order',
    about: 'Hardware of its own needs no order.',
    asks: { hardware: 'separate', submission: 'any-order' },
    expect: { verdict: 'finite', states: 572, edges: 1625 },
  },
  {
    name: 'INDEPENDENT+long-running', cites: ['P7'], twin: 'STORY+long-running',
    about: 'Work that only userspace ends may hold hardware that nobody else needs.',
    asks: { hardware: 'separate', compute: 'long-running' },
    expect: { verdict: 'finite', states: 572, edges: 1625 },
  },
  {
    name: 'INDEPENDENT+copy-on-compute-engine', cites: ['P7', 'G-3'], twin: 'INDEPENDENT',
    about: 'The copy job of the repair is put on the engine that the faulted job holds.',
    asks: { hardware: 'separate', hazards: ['repair-on-busy-engine'] },
    expect: {
      verdict: 'deadlock', promises: { 'fault-answered': 'deadlock', 'copy-fence-signals': 'deadlock' },
      cycle: 'fault[1] → copyFence[1] → copy[1] → engine → compute[1] → fault[1]',
      states: 275, edges: 768, length: 9,
    },
  },
  {
    name: 'STORY+hardware-cannot', cites: ['O-1'], twin: 'STATIC+hardware-cannot',
    about: 'Hardware that cannot preempt, and no way out.',
    asks: { hardwareCan: [] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 370, edges: 925, length: 10,
    },
  },
);
