import type { FragmentPlace } from '../../src/threads/meaning.ts';

/**
 * Where a fragment may stand in a described driver: before the first of these steps that the
 * description has. The names of the places stay when steps are renamed.
 */
export const places: Readonly<Record<string, FragmentPlace>> = {
  submit: { steps: ['submit'], about: 'in the ioctl, before the job is taken in' },
  arm: { steps: ['publish'], about: 'before the fence of the job is visible' },
  push: { steps: ['schedule'], about: 'after that, before the scheduler has the job' },
  prepare_job: { steps: ['schedule'], about: 'in the scheduler, before run_job' },
  run_job: { steps: ['schedule'], about: 'in run_job, before the hardware has the job' },
  hw: { steps: ['hw_dispatch'], about: 'before the hardware begins' },
  signal: { steps: ['signal'], about: 'after the hardware is done, before the fence is signaled' },
  fault: {
    steps: ['service_fault'],
    about: 'when a page fault is taken up, before its repair allocates',
  },
  repair: {
    steps: ['bind_publish', 'ack'],
    about: 'in the repair of a page fault, before it maps the page',
  },
  timedout: { steps: ['gpu_reset'], about: 'in the timeout of the scheduler, before the reset' },
  shrinker: {
    steps: ['reclaim_takes_lists', 'reclaim_waits'],
    about: 'in the shrinker, before it waits',
  },
  notifier: {
    steps: ['invalidate', 'invalidate_range_start'],
    about: 'in the notifier, before it takes its lock',
  },
};
