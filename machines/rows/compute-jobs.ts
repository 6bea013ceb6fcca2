import { vocabulary } from '../../src/system/vocabulary.ts';
import { dmaBuf, source } from '../words/cites.ts';
import { computeJob } from '../lifecycles/compute-job.ts';
import { pageFault } from '../lifecycles/page-fault.ts';
import { fencedParts } from './fenced-jobs.ts';

/** Compute jobs, each with the one page fault that it can have pending. */
export const computeParts = {
  engine: fencedParts.engine,
  units: fencedParts.units,
  other: fencedParts.other,
  ring: fencedParts.ring,
  compute: { of: computeJob, family: 'faulting', title: 'compute job' },
  fault: { of: pageFault, family: 'faulting', title: 'page fault' },
} as const;

const v = vocabulary(computeParts);
const shared = dmaBuf('Furthermore GPUs usually have shared resources between the 3D rendering and compute side, like compute units or command submission engines.');

/** How compute work gets and leaves the hardware. Preemption is an option's. */
export const computeJobs = v.row({
  name: 'compute-jobs',
  steps: v.steps(
    { name: 'compute_submit', actor: 'user', moves: { 'compute[k]': 'submit' }, atomic: 'the run queue lock', cite: dmaBuf('... before a compute job with page fault handling can be inserted into the scheduler queue.') },
    { name: 'compute_schedule', actor: 'compute_scheduler[k]', moves: { 'compute[k]': 'schedule', engine: 'take.c[k]' }, atomic: 'the run queue lock', cite: shared },
    { name: 'compute_dispatch', actor: 'compute_hardware[k]', moves: { 'compute[k]': 'hw_dispatch', units: 'take.c[k]' }, atomic: 'hardware', cite: shared },
    { name: 'compute_run', actor: 'compute_hardware[k]', moves: { 'compute[k]': 'hw_run', other: 'take.c[k]' }, atomic: 'hardware', cite: shared },
    {
      name: 'compute_refault', actor: 'compute_hardware[k]', moves: { 'compute[k]': 'hw_refault', other: 'take.c[k]' }, when: { 'fault[k]': '!none' }, atomic: 'hardware',
      cite: source('drivers/gpu/drm/amd/amdkfd/kfd_svm.c', 'svm_range_restore_pages: a wave that is restored before its page is there faults again'),
    },
    {
      name: 'compute_ends', actor: 'compute_progress[k]', atomic: 'hardware',
      moves: { 'compute[k]': 'hw_done', engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]' },
      cite: dmaBuf('The 3D workload might need to wait for the compute job to finish and release hardware resources first.'),
    },
    {
      name: 'user_ends_compute', actor: 'user', atomic: 'hardware',
      moves: { 'compute[k]': 'hw_done', engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]' },
      cite: dmaBuf('Long-running compute command buffers, while still using traditional end of batch DMA fences for memory management ...'),
    },
    { name: 'resume', actor: 'resumer[k]', moves: { 'compute[k]': 'resume' }, atomic: 'the run queue lock', cite: source('drivers/gpu/drm/xe/xe_hw_engine_group.c', 'hw_engine_group_resume_lr_jobs_func: suspended queues are resumed') },
  ),
});
