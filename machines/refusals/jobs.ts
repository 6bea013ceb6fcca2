import type { Refusal } from '../../src/system/vocabulary.ts';
import { jobsWaitForCompute, sharedResources } from '../words/sentences.ts';
import { law, model, sentence, untriable } from './whose.ts';

const anyTime = model('userspace may submit at any time; the model submits each job once');
const strangers = untriable('another driver does it, and this driver cannot cause it');

/** Jobs with a dma_fence, compute jobs, engines, fences. */
export const jobRefusals: Readonly<Record<string, Refusal>> = {
  submit: anyTime,
  publish: law(
    'drivers/gpu/drm/scheduler/sched_main.c',
    'drm_sched_job_arm: This can only be called if drm_sched_job_init() succeeded. drm_sched_job_cleanup: After that ' +
      'point of no return @job is committed to be executed by the scheduler',
  ),
  schedule: sentence(jobsWaitForCompute),
  hw_dispatch: sentence(jobsWaitForCompute),
  hw_run: sentence(sharedResources),
  hw_done: untriable('the hardware finishes a job by itself'),
  signal: law(
    'include/drm/gpu_scheduler.h',
    'struct drm_sched_fence: We signal the &drm_sched_fence.finished fence once parent is signalled.',
  ),
  compute_submit: anyTime,
  compute_schedule: sentence(jobsWaitForCompute),
  compute_dispatch: sentence(jobsWaitForCompute),
  compute_run: untriable('the hardware continues by itself when the page is mapped'),
  compute_refault: untriable('the hardware raises the fault by itself'),
  compute_ends: untriable('the hardware ends a compute job by itself'),
  user_ends_compute: untriable('only userspace ends it'),
  resume: model(
    'a driver may resume suspended work at any time, unless a clause of an option forbids it',
  ),
  compute_fence_freed: model(
    'the model reuses the fences of compute jobs; a driver allocates new ones',
  ),
  foreign_submit: strangers,
  foreign_signal: strangers,
  foreign_retire: strangers,
  find_writer: model('the model looks for an implicit dependency once'),
  park: model('the model parks a job once'),
  unpark: law(
    'drivers/gpu/drm/scheduler/sched_entity.c',
    'drm_sched_entity_add_dependency_cb: a callback of the fence on which the entity depends wakes the entity',
  ),
  user_signals: untriable('only userspace signals a user fence'),
  user_resets: untriable('only userspace resets a user fence'),
  reset_requeues: untriable('a reset comes from outside the protocol'),
};
