import { litmuses } from './litmus.ts';

/** The third option: hardware reserved while fences are in flight. */
export const reserveInFlightLitmuses = litmuses(
  {
    name: 'IN-FLIGHT', cites: ['O-3'], twin: 'IN-FLIGHT+reserved-late',
    about: 'The third option, whole.',
    asks: { options: ['reserve-in-flight'] },
    expect: { verdict: 'finite', states: 270, edges: 556 },
  },
  {
    name: 'IN-FLIGHT+reserved-late', cites: ['O-3'], twin: 'IN-FLIGHT',
    about: 'The fence is visible before the hardware is reserved.',
    asks: { options: ['reserve-in-flight'], without: ['reserve-in-flight/from-visible'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 561, edges: 1337, length: 12,
    },
  },
  {
    name: 'IN-FLIGHT+released-early', cites: ['O-3'], twin: 'IN-FLIGHT',
    about: 'The reservation may end at any time before the signal.',
    asks: { options: ['reserve-in-flight'], without: ['reserve-in-flight/until-signaled'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'submit-ends': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 714, edges: 1716, length: 14,
    },
  },
  {
    name: 'IN-FLIGHT+waits-under-lock', cites: ['O-3', 'L-1'], twin: 'IN-FLIGHT',
    about: 'The submit path may hold the lock of the repair while it waits for compute work to leave.',
    asks: { options: ['reserve-in-flight'], without: ['reserve-in-flight/waits-outside-locks'] },
    expect: {
      verdict: 'deadlock', promises: { 'submit-ends': 'deadlock', 'fault-answered': 'deadlock' },
      cycle: 'job[1] → reservation[1] → compute[1] → fault[1] → repairLock → job[1]',
      states: 324, edges: 706, length: 7,
    },
  },
  {
    name: 'IN-FLIGHT+locks-early', cites: ['O-3', 'L-1'], twin: 'IN-FLIGHT',
    about: 'The same by another way: a path that takes the lock of the repair first.',
    asks: { options: ['reserve-in-flight'], hazards: ['reserve-under-repair-lock'] },
    expect: {
      verdict: 'deadlock', promises: { 'submit-ends': 'deadlock', 'fault-answered': 'deadlock' },
      cycle: 'job[1] → reservation[1] → compute[1] → fault[1] → repairLock → job[1]',
      states: 324, edges: 718, length: 7,
    },
  },
  {
    name: 'IN-FLIGHT+released-at-hw-done', cites: ['O-3'], twin: 'IN-FLIGHT+released-at-hw-done+reset',
    about: 'Released when the hardware has finished, before the signal: harmless, as long as no reset brings the job back.',
    asks: { options: ['reserve-in-flight'], variants: ['reserve-in-flight/released-at-hw-done'] },
    expect: { verdict: 'finite', states: 348, edges: 798 },
  },
  {
    name: 'IN-FLIGHT+released-at-hw-done+reset', cites: ['O-3', 'CDC-1'], twin: 'IN-FLIGHT+released-at-hw-done',
    about: 'Released when the hardware has finished, and a reset puts the job back into the queue.',
    asks: { options: ['reserve-in-flight'], variants: ['reserve-in-flight/released-at-hw-done-then-reset'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 850, edges: 2027, length: 18,
    },
  },
  {
    name: 'IN-FLIGHT+not-counted', cites: ['O-3'], twin: 'IN-FLIGHT+not-counted+two-jobs',
    about: 'The first signal ends every reservation: harmless with one job.',
    asks: { options: ['reserve-in-flight'], variants: ['reserve-in-flight/not-counted'] },
    expect: { verdict: 'finite', states: 270, edges: 556 },
  },
  {
    name: 'IN-FLIGHT+not-counted+two-jobs', cites: ['O-3'], twin: 'IN-FLIGHT+not-counted',
    about: 'With two, the first signal takes the hardware from the second.',
    asks: { options: ['reserve-in-flight'], variants: ['reserve-in-flight/not-counted'], jobs: { fenced: 2, faulting: 1 } },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'submit-ends': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 5776, edges: 15627, length: 24,
    },
  },
  {
    name: 'IN-FLIGHT+two-jobs', cites: ['O-3'], twin: 'IN-FLIGHT+not-counted+two-jobs',
    about: 'Two fenced jobs, each with its reservation.',
    asks: { options: ['reserve-in-flight'], jobs: { fenced: 2, faulting: 1 } },
    expect: { verdict: 'finite', states: 2168, edges: 5975 },
  },
  {
    name: 'IN-FLIGHT+long-running', cites: ['O-3', 'I-2'], twin: 'IN-FLIGHT',
    about: 'Nothing is visible while the submit waits for compute work to leave; but that leaves only when userspace ends it.',
    asks: { options: ['reserve-in-flight'], compute: 'long-running' },
    expect: {
      verdict: 'indefinite', promises: { 'submit-ends': 'indefinite' },
      cycle: 'job[1] → reservation[1] → compute[1] → user',
      states: 270, edges: 556, length: 5,
    },
  },
  {
    name: 'IN-FLIGHT+hardware-cannot', cites: ['O-3'], twin: 'STORY+hardware-cannot',
    about: 'It needs no preemption at all.',
    asks: { options: ['reserve-in-flight'], hardwareCan: [] },
    expect: { verdict: 'finite', states: 270, edges: 556 },
  },
  {
    name: 'IN-FLIGHT+any-order', cites: ['O-3'], twin: 'STORY+any-order',
    about: 'It needs no order: compute work waits behind the reservation.',
    asks: { options: ['reserve-in-flight'], submission: 'any-order' },
    expect: { verdict: 'finite', states: 270, edges: 556 },
  },
  {
    name: 'IN-FLIGHT+implicit-sync', cites: ['O-3', 'P2'], twin: 'IN-FLIGHT',
    about: 'The job waits for compute work that its own reservation holds back.',
    asks: { options: ['reserve-in-flight'], hazards: ['faulting-job-implicit-sync'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → ring → dependency[1] → compute[1] → reservation[1] → fence[1]',
      states: 365, edges: 801, length: 10,
    },
  },
);
