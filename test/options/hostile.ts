import type { Invented } from './twenty.ts';

/**
 * Twenty more, by somebody who wants the tool to be wrong: combinations at the edge of what can be said. Committed
 * before any of them had been judged, as the first twenty were.
 */
export const hostile: readonly Invented[] = [
  {
    name: 'three render jobs and no compute, in any order',
    design: { pageFaults: 'none', jobs: { fenced: 3, faulting: 0 }, submission: 'any-order' },
    verdict: 'finite',
    broken: null,
    because: 'Each job ends by itself, whichever comes first.',
  },
  {
    name: 'two faulting compute jobs and no job with a fence',
    design: { jobs: { fenced: 0, faulting: 2 } },
    verdict: 'finite',
    broken: null,
    because:
      'A repair may wait for the fence of another device, which waits for nothing of this one.',
  },
  {
    name: 'preemption, and jobs that overtake each other',
    design: { options: ['preempt'], submission: 'any-order' },
    verdict: 'unbounded',
    broken: 'fence-signals',
    because: 'What was preempted may be first in the queue again, each time.',
  },
  {
    name: 'a reserved engine, and compute units that both need',
    design: {
      engines: 'two',
      options: ['reserve-static'],
      without: ['reserve-static/compute-units'],
    },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because:
      'The compute job holds its units while its repair waits for the fence that needs them.',
  },
  {
    name: 'one engine in order that flushes only one way',
    design: { options: ['flush'], without: ['flush/fences-before-fault-job'] },
    verdict: 'finite',
    broken: null,
    because: 'In one queue a compute job that comes later waits for the jobs before it.',
  },
  {
    name: 'the same with an engine for each',
    design: { engines: 'two', options: ['flush'], without: ['flush/fences-before-fault-job'] },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because: 'Compute work comes onto the hardware while a fence is visible, and takes the units.',
  },
  {
    name: 'hardware that preempts only while a page is missing',
    design: {
      hardwareCan: ['preempt-faulted'],
      options: ['preempt'],
      without: ['preempt/while-running'],
    },
    verdict: 'finite',
    broken: null,
    because: 'What runs ends by itself, and what waits for a page is taken off.',
  },
  {
    name: 'the same with kernels that never end',
    design: {
      compute: 'long-running',
      hardwareCan: ['preempt-faulted'],
      options: ['preempt'],
      without: ['preempt/while-running'],
    },
    verdict: 'indefinite',
    broken: 'fence-signals',
    because: 'Only userspace takes a running kernel off the hardware.',
  },
  {
    name: 'a pool that falls back, in a driver that knows its own fences',
    design: {
      options: ['separate-memory', 'track-dependencies'],
      without: ['separate-memory/no-fallback'],
    },
    verdict: 'finite',
    broken: null,
    because: 'The fallback is an allocation like any other, and its waits are tracked.',
  },
  {
    name: 'a lock in run_job, of jobs that wait in prepare_job',
    design: { pageFaults: 'none', hardwareWait: 'prepare_job', hazards: ['run-job-takes-lock'] },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because:
      'The holder of the lock allocates, and reclaim waits for the job that run_job would start.',
  },
  {
    name: 'a work that flushes itself, in a driver without page faults and without others',
    design: {
      pageFaults: 'none',
      foreignDevice: false,
      reclaimWaits: 'none',
      hazards: ['work-flushes-itself'],
    },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because: 'Nobody else is needed for that.',
  },
  {
    name: 'two processes whose queues are evicted, rendering on hardware of its own',
    design: {
      pageFaults: 'none',
      hardware: 'separate',
      foreignDevice: false,
      uses: ['eviction-fence'],
    },
    verdict: 'finite',
    broken: null,
    because: 'Eviction takes the queues off, and the restore comes after its pause.',
  },
  {
    name: 'a shrinker that gives up, and a submit that allocates after arm',
    design: {
      pageFaults: 'none',
      foreignDevice: false,
      reclaimWaits: 'bounded',
      uses: ['shrinker'],
      hazards: ['reclaims-between-arm-and-push'],
    },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because:
      'The notifier or shrinker of another driver may wait for the armed job for as long as it takes.',
  },
  {
    name: 'an importer that drops its reservation between the last look and the fence',
    design: {
      pageFaults: 'none',
      foreignDevice: false,
      uses: ['dynamic-import'],
      without: ['dynamic-import/submit-holds-resv'],
    },
    verdict: 'unbounded',
    broken: 'submit-ends',
    because: 'The exporter may move the buffer each time before the fence is in it.',
  },
  {
    name: 'a heap that grows by a work of its own, and no hazard',
    design: { pageFaults: 'none', foreignDevice: false, uses: ['tiler-heap'] },
    verdict: 'finite',
    broken: null,
    because: 'The growth may fail, and then the job renders with what it has.',
  },
  {
    name: 'a group of engines whose readers overtake, with one submission',
    design: {
      foreignDevice: false,
      uses: ['engine-group'],
      without: ['engine-group/readers-queue'],
    },
    verdict: 'finite',
    broken: null,
    because: 'A single submission has nobody who overtakes it.',
  },
  {
    name: 'user queues on a kernel that waits for 100 ms',
    design: {
      kernel: '7.0',
      pageFaults: 'none',
      foreignDevice: false,
      uses: ['user-queues'],
    },
    verdict: 'deadlock',
    broken: 'last-fence-signals',
    because: 'It evicts with the fence pending, and the restore waits for that fence in reclaim.',
  },
  {
    name: 'a job that waits for a compute job by implicit sync, on a reserved engine and units',
    design: { options: ['reserve-static'], hazards: ['faulting-job-implicit-sync'] },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because:
      'Hardware does not help: the job waits for the compute job itself, whose repair waits for the job.',
  },
  {
    name: 'reservations that are not counted, with two jobs of each kind',
    design: {
      jobs: { fenced: 2, faulting: 2 },
      foreignDevice: false,
      options: ['reserve-in-flight'],
      variants: ['reserve-in-flight/not-counted'],
    },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because: 'The first signal releases the hardware that the second job was promised.',
  },
  {
    name: 'a second job that waits inside run_job for the one that hangs, and a timeout that allocates',
    design: {
      pageFaults: 'none',
      foreignDevice: false,
      jobs: { fenced: 2, faulting: 0 },
      hardwareWait: 'inside-run_job',
      hazards: ['recovery-allocates'],
    },
    verdict: 'deadlock',
    broken: 'fence-signals',
    because:
      'Recovery waits for run_job, and run_job for the reset; the allocation only adds a second way.',
  },
];
