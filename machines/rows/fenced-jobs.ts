import { vocabulary } from '../../src/system/vocabulary.ts';
import { dmaBuf, from } from '../words/cites.ts';
import { fencesComplete, jobsWaitForCompute, sharedResources } from '../words/sentences.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { fencedJob } from '../lifecycles/fenced-job.ts';
import { ring } from '../lifecycles/ring.ts';
import { computeUnits, engine, otherHardware } from '../lifecycles/slot.ts';

const schedMain = from('drivers/gpu/drm/scheduler/sched_main.c');
const gpuScheduler = from('include/drm/gpu_scheduler.h');

/**
 * Jobs with a dma_fence, and the hardware that they need; it is the compute jobs' too, unless a
 * clause separates it.
 */
export const fencedParts = {
  fence: { of: dmaFence, family: 'fenced' },
  job: { of: fencedJob, family: 'fenced', title: 'fenced job' },
  engine: { of: engine, title: 'engine' },
  units: { of: computeUnits, title: 'compute units' },
  other: { of: otherHardware, title: 'other shared hardware' },
  ring: { of: ring, title: 'queue of the engine' },
  fencedEngine: { of: engine, title: 'engine for fenced jobs', shares: 'engine' },
  fencedUnits: { of: computeUnits, title: 'compute units for fenced jobs', shares: 'units' },
  fencedOther: { of: otherHardware, title: 'other hardware for fenced jobs', shares: 'other' },
  fencedRing: { of: ring, title: 'queue of the engine for fenced jobs', shares: 'ring' },
} as const;

const v = vocabulary(fencedParts);

/** From the submit ioctl to the signal. */
export const fencedJobs = v.row({
  name: 'fenced-jobs',
  steps: v.steps(
    v.step('submit', 'user', {
      moves: { 'job[i]': 'submit' },
      also: { 'fence[i]': 'dma_fence_init' },
      cite: schedMain('drm_sched_job_init: before it is armed a job may still fail'),
    }),
    v.step('publish', 'submit[i]', {
      moves: { 'job[i]': 'arm', 'fence[i]': 'publish' },
      atomic: 'dma_resv',
      cite: dmaBuf(
        'This must cover the time from when the DMA fence is visible to other threads up to ' +
          'moment when fence is completed through dma_fence_signal().',
      ),
    }),
    v.step('schedule', 'scheduler[i]', {
      moves: { 'job[i]': 'schedule', fencedEngine: 'take.f[i]' },
      atomic: 'the run queue lock',
      cite: jobsWaitForCompute,
    }),
    v.step('hw_dispatch', 'arbiter[i]', {
      moves: { 'job[i]': 'hw_dispatch', fencedUnits: 'take.f[i]' },
      atomic: 'hardware',
      cite: jobsWaitForCompute,
    }),
    v.step('hw_run', 'arbiter[i]', {
      moves: { 'job[i]': 'hw_run', fencedOther: 'take.f[i]' },
      atomic: 'hardware',
      cite: sharedResources,
    }),
    v.step('hw_done', 'hardware[i]', {
      atomic: 'hardware',
      moves: { 'job[i]': 'hw_done', fencedEngine: 'give.f[i]', fencedUnits: 'give.f[i]', fencedOther: 'give.f[i]' },
      cite: gpuScheduler('struct drm_sched_fence: the hardware fence is signaled before the finished fence'),
    }),
    v.step('signal', 'signaler[i]', {
      moves: { 'fence[i]': 'dma_fence_signal', 'job[i]': 'retire' },
      atomic: 'the fence lock',
      cite: fencesComplete,
    }),
  ),
  promises: [
    { name: 'fence-signals', pending: { 'fence[i]': 'visible' }, cite: fencesComplete },
    {
      name: 'submit-ends',
      pending: { 'job[i]': 'preparing' },
      cite: schedMain('drm_sched_job_init to drm_sched_job_arm: a submit that has begun ends'),
    },
  ],
});
