import { litmuses } from './litmus.ts';

/** Drivers without page faults: who is served when, and who ends. */
export const fifoLitmuses = litmuses(
  {
    name: 'FIFO',
    cites: ['CDC-1', 'F-6'],
    twin: 'FIFO+any-order',
    about:
      'The GPU takes no page faults, compute jobs end, and the engine runs jobs in the order in which they ' +
      'were submitted.',
    asks: { pageFaults: 'none' },
    expect: { verdict: 'finite', states: 103, edges: 245 },
  },
  {
    name: 'FIFO+any-order',
    cites: ['F-6'],
    twin: 'FIFO',
    about:
      'The engine runs jobs in any order, and compute jobs overtake the fenced job for ever. A driver without ' +
      'page faults needs an order too.',
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
    about: 'The engine runs jobs in any order, but the driver has no compute jobs that could overtake the fenced job.',
    asks: { pageFaults: 'none', submission: 'any-order', jobs: { faulting: 0 } },
    expect: { verdict: 'finite', states: 27, edges: 46 },
  },
  {
    name: 'FIFO+long-running',
    cites: ['I-2', 'I-3'],
    twin: 'FIFO',
    about: 'A compute job that only userspace ends is on the engine, and a fenced job waits behind it.',
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
    about: 'A compute job that only userspace ends is preempted for a fenced job while it runs.',
    asks: { pageFaults: 'none', compute: 'long-running', options: ['preempt'] },
    expect: { verdict: 'finite', states: 129, edges: 316 },
  },
  {
    name: 'FIFO+two-engines',
    cites: ['F-6'],
    twin: 'FIFO+two-engines+no-turns',
    about: 'Fenced jobs and compute jobs have an engine each, and the engines get the compute units in turn.',
    asks: { pageFaults: 'none', engines: 'two' },
    expect: { verdict: 'finite', states: 119, edges: 305 },
  },
  {
    name: 'FIFO+two-engines+no-turns',
    cites: ['F-6'],
    twin: 'FIFO+two-engines',
    about:
      'Fenced jobs and compute jobs have an engine each, but the engines get the compute units in any order. ' +
      'The order of jobs within an engine does not help.',
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
