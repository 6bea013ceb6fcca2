import { vocabulary } from '../../src/system/vocabulary.ts';
import { contract, dmaBuf, source } from '../words/cites.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { fencedJob } from '../lifecycles/fenced-job.ts';
import { ring } from '../lifecycles/ring.ts';
import { computeUnits, engine, otherHardware } from '../lifecycles/slot.ts';

/** Jobs with a dma_fence, and the hardware that they need; it is the compute jobs' too, unless a clause separates it. */
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
    {
      name: 'submit', actor: 'user', moves: { 'job[i]': 'submit' }, also: { 'fence[i]': 'dma_fence_init' },
      cite: source('drivers/gpu/drm/scheduler/sched_main.c', 'drm_sched_job_init: before it is armed a job may still fail'),
    },
    {
      name: 'publish', actor: 'submit[i]', moves: { 'job[i]': 'arm', 'fence[i]': 'publish' }, atomic: 'dma_resv',
      cite: dmaBuf('This must cover the time from when the DMA fence is visible to other threads up to moment when fence is completed through dma_fence_signal().'),
    },
    {
      name: 'schedule', actor: 'scheduler[i]', moves: { 'job[i]': 'schedule', fencedEngine: 'take.f[i]' }, atomic: 'the run queue lock',
      cite: dmaBuf('The 3D workload might need to wait for the compute job to finish and release hardware resources first.'),
    },
    {
      name: 'hw_dispatch', actor: 'arbiter[i]', moves: { 'job[i]': 'hw_dispatch', fencedUnits: 'take.f[i]' }, atomic: 'hardware',
      cite: dmaBuf('The 3D workload might need to wait for the compute job to finish and release hardware resources first.'),
    },
    {
      name: 'hw_run', actor: 'arbiter[i]', moves: { 'job[i]': 'hw_run', fencedOther: 'take.f[i]' }, atomic: 'hardware',
      cite: dmaBuf('Furthermore GPUs usually have shared resources between the 3D rendering and compute side, like compute units or command submission engines.'),
    },
    {
      name: 'hw_done', actor: 'hardware[i]', atomic: 'hardware',
      moves: { 'job[i]': 'hw_done', fencedEngine: 'give.f[i]', fencedUnits: 'give.f[i]', fencedOther: 'give.f[i]' },
      cite: source('include/drm/gpu_scheduler.h', 'struct drm_sched_fence: the hardware fence is signaled before the finished fence'),
    },
    {
      name: 'signal', actor: 'signaler[i]', moves: { 'fence[i]': 'dma_fence_signal', 'job[i]': 'retire' }, atomic: 'the fence lock',
      cite: contract('Fences must complete in a reasonable time.'),
    },
  ),
  promises: [
    { name: 'fence-signals', pending: { 'fence[i]': 'visible' }, cite: contract('Fences must complete in a reasonable time.') },
    { name: 'submit-ends', pending: { 'job[i]': 'preparing' }, cite: source('drivers/gpu/drm/scheduler/sched_main.c', 'drm_sched_job_init to drm_sched_job_arm: a submit that has begun ends') },
  ],
});
