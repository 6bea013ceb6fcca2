import type { FragmentPlace } from '../../src/threads/meaning.ts';

const aJob = 'a job with a fence ("jobs.fenced" above 0)';
const aFault = 'page faults ("pageFaults" other than "none", "jobs.faulting" above 0)';

/**
 * Where a fragment may stand in a described driver: before these of its steps. The names of the
 * places stay when steps are renamed.
 */
export const places: Readonly<Record<string, FragmentPlace>> = {
  submit: {
    steps: ['submit', 'exec', 'exec_with_deps'],
    about: 'in the ioctl, before the job is taken in',
    needs: aJob,
  },
  arm: {
    steps: ['publish', 'push'],
    about: 'in the ioctl, before the fence of the job is visible',
    alsoActs: ['submit', 'submit_lock'],
    needs: aJob,
  },
  push: {
    steps: ['schedule'],
    about: 'in the ioctl, when the fence is visible, before the scheduler has the job',
    needs: aJob,
  },
  prepare_job: {
    steps: ['schedule'],
    about: 'in the scheduler, before run_job',
    oneThread: true,
    needs: aJob,
  },
  run_job: {
    steps: ['schedule'],
    about: 'in run_job, before the hardware has the job',
    oneThread: true,
    needs: aJob,
  },
  hw: { steps: ['hw_dispatch'], about: 'before the hardware begins', needs: aJob },
  signal: {
    steps: ['signal'],
    about: 'after the hardware is done, before the fence is signaled',
    needs: aJob,
  },
  fault: {
    steps: ['service_fault'],
    about: 'when a page fault is taken up, before its repair allocates',
    alsoActs: ['fault_worker'],
    needs: aFault,
  },
  repair: {
    steps: ['bind_publish'],
    about: 'in the repair of a page fault, before it maps the page',
    alsoActs: ['repair_lock'],
    needs: aFault,
  },
  timedout: {
    steps: ['gpu_reset'],
    about: 'in the timeout of the scheduler, before the reset',
    whereItHangs: true,
    needs: aJob,
  },
  shrinker: {
    steps: ['reclaim_takes_lists', 'reclaim_waits', 'reclaim_waits_briefly'],
    about: "in the driver's shrinker, before it waits",
    needs: 'the use "shrinker", or page faults and "reclaimWaits"',
  },
  notifier: {
    steps: ['invalidate'],
    about: 'in the interval notifier, before it takes its lock',
    needs: 'a use that has one: userptr, svm',
  },
};
