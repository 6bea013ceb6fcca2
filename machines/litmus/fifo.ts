import { litmuses } from './litmus.ts';

/** Drivers without page faults: who is served when, and who ends. */
export const fifoLitmuses = litmuses(
  {
    name: 'FIFO',
    cites: ['CDC-1', 'F-6'],
    twin: 'FIFO+any-order',
    about: 'No page faults, finite compute jobs, an engine that takes jobs in order.',
    asks: { pageFaults: 'none' },
    expect: { verdict: 'finite', states: 103, edges: 245 },
  },
  {
    name: 'FIFO+any-order',
    cites: ['F-6'],
    twin: 'FIFO',
    about:
      'Without an order there is no bound: compute jobs overtake the fenced one for ever. A ' +
      'driver without page faults needs it too.',
    asks: { pageFaults: 'none', submission: 'any-order' },
    expect: {
      verdict: 'unbounded',
      promises: { 'fence-signals': 'unbounded', 'foreign-fence-signals': 'unbounded' },
      states: 99,
      edges: 242,
      length: 2,
    },
  },
  {
    name: 'FIFO+any-order+no-compute-jobs',
    cites: ['F-6'],
    twin: 'FIFO+any-order',
    about: 'A driver without compute jobs has nobody who overtakes.',
    asks: { pageFaults: 'none', submission: 'any-order', jobs: { faulting: 0 } },
    expect: { verdict: 'finite', states: 27, edges: 46 },
  },
  {
    name: 'FIFO+long-running',
    cites: ['I-2', 'I-3'],
    twin: 'FIFO',
    about: 'A compute job that only userspace ends, before a job with a dma_fence.',
    asks: { pageFaults: 'none', compute: 'long-running' },
    expect: {
      verdict: 'indefinite',
      promises: { 'fence-signals': 'indefinite', 'foreign-fence-signals': 'indefinite' },
      cycle: 'fence[1] → job[1] → engine → user',
      states: 103,
      edges: 245,
      length: 6,
    },
  },
  {
    name: 'FIFO+long-running+preempt',
    cites: ['O-1', 'I-2'],
    twin: 'FIFO+long-running',
    about: 'Preempting running work makes it harmless.',
    asks: { pageFaults: 'none', compute: 'long-running', options: ['preempt'] },
    expect: { verdict: 'finite', states: 129, edges: 316 },
  },
  {
    name: 'FIFO+two-engines',
    cites: ['F-6'],
    twin: 'FIFO+two-engines+no-turns',
    about: 'An engine each and compute units that are given in turn.',
    asks: { pageFaults: 'none', engines: 'two' },
    expect: { verdict: 'finite', states: 119, edges: 305 },
  },
  {
    name: 'FIFO+two-engines+no-turns',
    cites: ['F-6'],
    twin: 'FIFO+two-engines',
    about: 'An engine each and compute units that are given in any order: the order of a queue does not help here.',
    asks: { pageFaults: 'none', engines: 'two', arbitration: 'none' },
    expect: {
      verdict: 'unbounded',
      promises: { 'fence-signals': 'unbounded', 'foreign-fence-signals': 'unbounded' },
      states: 119,
      edges: 305,
      length: 3,
    },
  },
);
