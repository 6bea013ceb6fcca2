import type { Invented } from './twenty.ts';

/**
 * Twenty-five more by another hostile reader, at what the first forty left out. Committed before any of them had been
 * judged, as those were.
 */
export const hostileAgain: readonly Invented[] = [
  {
    name: 'three jobs in order, and a hang whose recovery allocates, in a world where nobody waits in reclaim',
    design: {
      pageFaults: 'none',
      jobs: { fenced: 3, faulting: 0 },
      foreignDevice: false,
      reclaimWaits: 'none',
      hazards: ['recovery-allocates'],
    },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because: 'The contract holds for every driver: any other may wait for the fence in reclaim.',
  },
  {
    name: 'preemption that does not give the compute units back, on one engine',
    design: { options: ['preempt'], without: ['preempt/releases-compute-units'] },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because: 'The job with the fence gets the engine and not the units, which wait for the repair.',
  },
  {
    name: 'preemption promised by a driver whose hardware cannot preempt at all',
    design: { options: ['preempt'], hardwareCan: [] },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because: 'What the hardware cannot do the clause cannot promise.',
  },
  {
    name: 'flush whose submit drops the reservation of the hardware before the fence is visible',
    design: { engines: 'two', options: ['flush'], without: ['flush/held-until-published'] },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because: 'Compute work comes back onto the hardware before the fence is published.',
  },
  {
    name: 'hardware obtained before the fence is visible, released too early, with two jobs',
    design: {
      jobs: { fenced: 2, faulting: 1 },
      options: ['reserve-in-flight'],
      without: ['reserve-in-flight/until-signaled'],
    },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because: 'A compute job takes what the fence in flight still needs, and faults.',
  },
  {
    name: 'reservation in flight, under a lock of the repair',
    design: { options: ['reserve-in-flight'], hazards: ['reserve-under-repair-lock'] },
    verdict: 'deadlock',
    broken: 'submit-ends',
    because:
      'The submit waits for hardware that a faulted job holds, whose repair waits for its lock.',
  },
  {
    name: 'a pool for GPU faults that CPU faults bypass, and a repair that takes one',
    design: {
      options: ['separate-memory'],
      without: ['separate-memory/cpu-fault-pool'],
      hazards: ['cpu-fault-in-repair'],
    },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because:
      'The CPU page fault allocates from the memory for whose reclaim a fence is waited for.',
  },
  {
    name: 'reclaim that knows its own fences, and a stranger who depends on them',
    design: { options: ['track-dependencies'], without: ['track-dependencies/foreign-fences'] },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because: 'It waits for the foreign fence, whose job waits for the fence of this device.',
  },
  {
    name: 'the same without a foreign device',
    design: {
      foreignDevice: false,
      options: ['track-dependencies'],
      without: ['track-dependencies/foreign-fences'],
    },
    verdict: 'finite',
    broken: null,
    because: 'There is no foreign fence to wait for.',
  },
  {
    name: 'a render driver without faults whose completion takes a reservation',
    design: { pageFaults: 'none', foreignDevice: false, hazards: ['signal-path-takes-resv'] },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because: 'Somebody holds the reservation and waits for the fence.',
  },
  {
    name: 'a notifier that takes the reservation, with a mirror and no page faults',
    design: {
      pageFaults: 'none',
      foreignDevice: false,
      uses: ['userptr'],
      hazards: ['notifier-takes-resv'],
    },
    verdict: 'deadlock',
    broken: null,
    because: 'A submit allocates under the reservation, and reclaim calls the notifier.',
  },
  {
    name: 'the last reference of an address space put by who completes the job',
    design: {
      pageFaults: 'none',
      foreignDevice: false,
      uses: ['userptr'],
      hazards: ['completion-puts-last-mm'],
    },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because: 'The notifier of the exit waits for the fence that this very thread would signal.',
  },
  {
    name: 'a run_job that allocates, on hardware of its own without page faults',
    design: {
      pageFaults: 'none',
      hardware: 'separate',
      foreignDevice: false,
      reclaimWaits: 'bounded',
      hazards: ['run-job-reclaims'],
    },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because: 'Its fence is visible, and any other driver may wait for it in reclaim.',
  },
  {
    name: 'a completion on a queue without a rescuer, in a driver that does nothing else',
    design: {
      pageFaults: 'none',
      jobs: { fenced: 1, faulting: 0 },
      foreignDevice: true,
      hazards: ['workqueue-without-mem-reclaim'],
    },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because: 'A worker must be made first, which allocates while the fence is visible.',
  },
  {
    name: 'a job with a fence that reads what compute jobs write, on separate hardware, hints only',
    design: {
      pageFaults: 'hint',
      hardware: 'separate',
      foreignDevice: false,
      hazards: ['faulting-job-implicit-sync'],
    },
    verdict: 'finite',
    broken: null,
    because: 'Work with hints does not stop, so the compute job ends, and with it the wait.',
  },
  {
    name: 'the same where compute runs until userspace ends it',
    design: {
      pageFaults: 'hint',
      hardware: 'separate',
      compute: 'long-running',
      foreignDevice: false,
      hazards: ['faulting-job-implicit-sync'],
    },
    verdict: 'indefinite',
    broken: 'fence-signals',
    because: 'The fence waits for work that only userspace ends.',
  },
  {
    name: 'preemption and a static reservation at once',
    design: {
      options: ['preempt', 'reserve-static'],
      foreignDevice: false,
    },
    verdict: 'finite',
    broken: null,
    because: 'Either alone is enough, and neither takes from the other.',
  },
  {
    name: 'preemption whose own work allocates',
    design: { options: ['preempt'], hazards: ['preempt-fence-allocates'] },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because: 'The preemption waits in reclaim for the fence that needs the preemption.',
  },
  {
    name: 'long-running queues behind preempt fences whose suspend is never answered',
    design: {
      pageFaults: 'none',
      hardware: 'separate',
      compute: 'long-running',
      foreignDevice: false,
      uses: ['preempt-fence'],
      without: ['preempt-fence/suspend-answers'],
    },
    verdict: 'deadlock',
    broken: null,
    because: 'Nobody signals the preempt fence when the firmware does not answer.',
  },
  {
    name: 'user queues whose detection of hangs is missing',
    design: {
      pageFaults: 'none',
      foreignDevice: false,
      uses: ['user-queues'],
      hazards: ['user-queues/no-detector'],
    },
    verdict: 'indefinite',
    broken: 'last-fence-signals',
    because: 'A hung queue keeps its last fence pending until somebody destroys the queue.',
  },
  {
    name: 'a mapping on demand that a request cannot restart from, with a second region that pins',
    design: {
      pageFaults: 'none',
      foreignDevice: false,
      uses: ['odp', 'memory-region'],
      hazards: ['odp/cannot-restart'],
    },
    verdict: 'deadlock',
    broken: null,
    because:
      'The notifier waits for a request that waits for the page that the notifier takes away.',
  },
  {
    name: 'two jobs that wait in run_job for hardware, with compute that faults and static reservation',
    design: {
      jobs: { fenced: 2, faulting: 1 },
      hardwareWait: 'inside-run_job',
      foreignDevice: false,
      options: ['reserve-static'],
    },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because:
      'If the first hangs, recovery waits for the run_job of the second, which waits for it.',
  },
  {
    name: 'a faulting job with a fence, on an engine of its own, whose repairs have memory of their own',
    design: {
      hardware: 'separate',
      foreignDevice: false,
      options: ['separate-memory'],
      hazards: ['faulting-job-has-fence'],
    },
    verdict: 'finite',
    broken: null,
    because: 'No repair waits for a fence, so the job gets its page and ends.',
  },
  {
    name: 'a copy of a repair behind compute work that holds the engine, with the units free',
    design: { engines: 'two', foreignDevice: false, hazards: ['repair-on-busy-engine'] },
    verdict: 'deadlock',
    broken: 'fault-answered',
    because: 'The copy job waits for the engine of the very job whose page it brings.',
  },
];
