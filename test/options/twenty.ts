import type { Description } from '../../machines/description/description.ts';
import type { Verdict } from '../../src/check/finding.ts';

/**
 * Twenty designs that we invented, each with the answer that was expected of it. This file was committed before any
 * of them had been judged; `twenty-found.ts` says where the answer was another, who was wrong, and what was mended.
 */
export type Invented = {
  readonly name: string;
  readonly design: Omit<Description, 'driver'>;
  readonly verdict: Verdict;
  /** The promise that is broken, as written; null where all are kept. */
  readonly broken: string | null;
  readonly because: string;
};

export const invented: readonly Invented[] = [
  {
    name: 'small display GPU with two queues',
    design: { pageFaults: 'none', engines: 'two', reclaimWaits: 'none' },
    verdict: 'finite',
    broken: null,
    because:
      'Jobs end by themselves, nothing is repaired, and nobody allocates on the way to a signal.',
  },
  {
    name: 'embedded GPU that looks userptrs up in run_job',
    design: {
      pageFaults: 'none',
      foreignDevice: false,
      uses: ['userptr'],
      hazards: ['userptr/run-job-mirrors'],
    },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because:
      'run_job waits for the end of an invalidation, whose notifier waits for the fence of that job.',
  },
  {
    name: 'VM_BIND driver with both kinds of memory that waits inside run_job',
    design: {
      pageFaults: 'none',
      foreignDevice: false,
      uses: ['userptr', 'dynamic-import'],
      hardwareWait: 'inside-run_job',
    },
    verdict: 'finite',
    broken: null,
    because:
      'The reservation is held from the last look on; the one job with a fence is through run_job before it can hang.',
  },
  {
    name: 'tiler whose heap grows with GFP_KERNEL, with a polite shrinker of its own',
    design: {
      pageFaults: 'none',
      foreignDevice: false,
      reclaimWaits: 'bounded',
      uses: ['tiler-heap', 'shrinker'],
      hazards: ['tiler-heap/reclaims'],
    },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because:
      "Its own shrinker gives up, but the heap's allocation enters the shrinkers and notifiers of others too.",
  },
  {
    name: 'long-running queues behind a preempt fence, rendering on an engine of its own',
    design: {
      pageFaults: 'none',
      compute: 'long-running',
      engines: 'two',
      foreignDevice: false,
      options: ['preempt'],
      uses: ['preempt-fence'],
    },
    verdict: 'finite',
    broken: null,
    because: 'Whoever needs the compute units, or the memory, takes the queue off the hardware.',
  },
  {
    name: 'the same, with a completion in the preempt work that allocates',
    design: {
      pageFaults: 'none',
      compute: 'long-running',
      engines: 'two',
      foreignDevice: false,
      options: ['preempt'],
      uses: ['preempt-fence'],
      hazards: ['preempt-fence/allocates-late'],
    },
    verdict: 'deadlock',
    broken: 'preempt-fence-signals',
    because: 'Reclaim may choose this very VM, and wait for the fence whose work allocates.',
  },
  {
    name: 'compute card with page faults and no display, rendering on other hardware',
    design: { hardware: 'separate', foreignDevice: false },
    verdict: 'finite',
    broken: null,
    because:
      'A repair may wait for the fences of rendering, but rendering needs nothing that a faulting job has.',
  },
  {
    name: 'the same card, with a dma_fence for its compute jobs',
    design: { hardware: 'separate', foreignDevice: false, hazards: ['faulting-job-has-fence'] },
    verdict: 'deadlock',
    broken: 'compute-fence-signals',
    because: 'The repair of the job waits in reclaim for the fence of the job itself.',
  },
  {
    name: 'preemption that must let pending page faults finish',
    design: { options: ['preempt'], hardwareCan: ['preempt-running'] },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because:
      'A job that waits for a page keeps the engine, and its repair waits for the fence behind it.',
  },
  {
    name: 'jobs that wait for a value that userspace writes',
    design: { pageFaults: 'none', hazards: ['fence-awaits-user-fence'] },
    verdict: 'indefinite',
    broken: 'fence-signals',
    because: 'Only userspace ends that wait.',
  },
  {
    name: 'full dependency graph, long-running kernels on the same engine',
    design: { compute: 'long-running', options: ['track-dependencies'] },
    verdict: 'indefinite',
    broken: 'fence-signals',
    because:
      'No allocation waits any more, but a job with a fence waits for a kernel that userspace ends.',
  },
  {
    name: 'memory of its own for repairs, on a CPU mapping that may fault',
    design: { options: ['separate-memory'], hazards: ['cpu-fault-in-repair'] },
    verdict: 'finite',
    broken: null,
    because: 'The pool serves the page fault of the CPU as well.',
  },
  {
    name: 'reserved engine and units beside long-running kernels',
    design: { compute: 'long-running', options: ['reserve-static'] },
    verdict: 'finite',
    broken: null,
    because: 'A job with a fence never needs what a kernel has.',
  },
  {
    name: 'prefetch hints that may be dropped',
    design: { pageFaults: 'hint' },
    verdict: 'finite',
    broken: null,
    because: 'A hint holds up no work, and the compute job ends.',
  },
  {
    name: 'prefetch hints, long-running kernels',
    design: { pageFaults: 'hint', compute: 'long-running' },
    verdict: 'indefinite',
    broken: 'fence-signals',
    because: 'The job with the fence waits for the engine, which userspace gives back.',
  },
  {
    name: 'two jobs that wait for the engine in prepare_job',
    design: {
      pageFaults: 'none',
      foreignDevice: false,
      jobs: { fenced: 2, faulting: 0 },
      hardwareWait: 'prepare_job',
    },
    verdict: 'finite',
    broken: null,
    because: 'The one that hangs has a timer, and the other gets the engine after the reset.',
  },
  {
    name: 'RDMA region on demand whose requests cannot be restarted',
    design: {
      engines: 'two',
      foreignDevice: false,
      options: ['preempt'],
      uses: ['odp'],
      hazards: ['odp/cannot-restart'],
    },
    verdict: 'deadlock',
    broken: 'request-ends',
    because: 'A request that finds its page gone never goes on.',
  },
  {
    name: 'core dump allocated in the timeout handler, no shrinker of its own',
    design: { pageFaults: 'none', reclaimWaits: 'none', hazards: ['recovery-allocates'] },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because:
      'Another device waits in reclaim for the fence of the hung job, which only the timeout handler can complete.',
  },
  {
    name: 'eviction without a pause between restore and eviction',
    design: {
      pageFaults: 'none',
      engines: 'two',
      foreignDevice: false,
      options: ['preempt'],
      uses: ['eviction-fence'],
      hazards: ['eviction-fence/no-backoff'],
    },
    verdict: 'unbounded',
    broken: 'process-runs',
    because: 'Two processes evict each other for ever.',
  },
  {
    name: 'flush on hardware that cannot preempt at all',
    design: { options: ['flush'], hardwareCan: [] },
    verdict: 'finite',
    broken: null,
    because: 'A finite job is waited for, and its repairs wait for no fence that is visible yet.',
  },
];
