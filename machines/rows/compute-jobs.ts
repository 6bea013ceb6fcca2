import { vocabulary } from '../../src/system/vocabulary.ts';
import { dmaBuf, from } from '../words/cites.ts';
import { jobsWaitForCompute, sharedResources } from '../words/sentences.ts';
import { computeJob } from '../lifecycles/compute-job.ts';
import { pageFault } from '../lifecycles/page-fault.ts';
import { fencedParts } from './fenced-jobs.ts';

const kfdSvm = from('drivers/gpu/drm/amd/amdkfd/kfd_svm.c');
const xeHwEngineGroup = from('drivers/gpu/drm/xe/xe_hw_engine_group.c');

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
const shared = sharedResources;

/** How compute work gets and leaves the hardware. Preemption is an option's. */
export const computeJobs = v.row({
  name: 'compute-jobs',
  steps: v.steps(
    v.step('compute_submit', 'user', {
      moves: { 'compute[k]': 'submit' },
      atomic: 'the run queue lock',
      cite: dmaBuf('... before a compute job with page fault handling can be inserted into the scheduler queue.'),
    }),
    v.step('compute_schedule', 'compute_scheduler[k]', {
      moves: { 'compute[k]': 'schedule', engine: 'take.c[k]' },
      atomic: 'the run queue lock',
      cite: shared,
    }),
    v.step('compute_dispatch', 'compute_hardware[k]', {
      moves: { 'compute[k]': 'hw_dispatch', units: 'take.c[k]' },
      atomic: 'hardware',
      cite: shared,
    }),
    v.step('compute_run', 'compute_hardware[k]', {
      moves: { 'compute[k]': 'hw_run', other: 'take.c[k]' },
      atomic: 'hardware',
      cite: shared,
    }),
    v.step('compute_refault', 'compute_hardware[k]', {
      moves: { 'compute[k]': 'hw_refault', other: 'take.c[k]' },
      when: { 'fault[k]': '!none' },
      atomic: 'hardware',
      cite: kfdSvm('svm_range_restore_pages: a wave that is restored before its page is there faults again'),
    }),
    v.step('compute_ends', 'compute_progress[k]', {
      atomic: 'hardware',
      moves: { 'compute[k]': 'hw_done', engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]' },
      cite: jobsWaitForCompute,
    }),
    v.step('user_ends_compute', 'user', {
      atomic: 'hardware',
      moves: { 'compute[k]': 'hw_done', engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]' },
      cite: dmaBuf(
        'Long-running compute command buffers, while still using traditional end of batch DMA ' +
          'fences for memory management ...',
      ),
    }),
    v.step('resume', 'resumer[k]', {
      moves: { 'compute[k]': 'resume' },
      atomic: 'the run queue lock',
      cite: xeHwEngineGroup('hw_engine_group_resume_lr_jobs_func: suspended queues are resumed'),
    }),
  ),
});
