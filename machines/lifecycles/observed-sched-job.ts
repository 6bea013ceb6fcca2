import { setup } from 'xstate';
import { inFile, to } from './to.ts';

const schedFence = inFile('drivers/gpu/drm/scheduler/sched_fence.c');
const amdgpuCs = inFile('drivers/gpu/drm/amd/amdgpu/amdgpu_cs.c');

const entity = 'drivers/gpu/drm/scheduler/sched_entity.c';
const main = 'drivers/gpu/drm/scheduler/sched_main.c';
const fences = schedFence('drm_sched_fence_scheduled');
const finish = to('finished', 'The finished fence of the job is signaled.', schedFence('drm_sched_fence_finished'));
const dependency = {
  description: 'The job waits for another fence before it may run.',
  meta: { source: `${entity}: drm_sched_entity_push_job` },
} as const;

/**
 * A job of the GPU scheduler as tracepoints show it: those of the scheduler, of amdgpu, and the
 * signals of its two fences.
 * Rule: queued, then run, then done; its finished fence is the end.
 * Source: drivers/gpu/drm/scheduler/gpu_scheduler_trace.h; drivers/gpu/drm/amd/amdgpu/amdgpu_trace.h, v7.0.
 */
export const observedSchedJob = setup({
  types: {
    events: {} as
      | { type: 'submit' }
      | { type: 'queue' }
      | { type: 'add_dep' }
      | { type: 'unschedulable' }
      | { type: 'run' }
      | { type: 'driver_run' }
      | { type: 'scheduled' }
      | { type: 'done' }
      | { type: 'finished' },
  },
}).createMachine({
  id: 'observed_sched_job',
  initial: 'absent',
  states: {
    absent: {
      description: 'The job is not armed yet.',
      meta: { source: `${main}: drm_sched_job_arm` },
      on: {
        submit: to('submitted', 'The submit ioctl of amdgpu is about to push the job.', amdgpuCs('amdgpu_cs_submit')),
        queue: to('queued', 'The job is pushed to its entity.', `${entity}: drm_sched_entity_push_job`),
      },
    },
    submitted: {
      description: 'The job is armed and not pushed yet.',
      meta: { source: amdgpuCs('amdgpu_cs_submit') },
      on: { queue: to('queued', 'The job is pushed to its entity.', `${entity}: drm_sched_entity_push_job`) },
    },
    queued: {
      description: 'The job is in the queue of its entity, and waits for its dependencies and its turn.',
      meta: { source: `${entity}: drm_sched_entity_push_job` },
      on: {
        add_dep: { target: 'queued', ...dependency },
        unschedulable: { target: 'queued', ...dependency },
        run: to('running', 'The scheduler calls run_job.', `${main}: drm_sched_run_job_work`),
        scheduled: to(
          'queued',
          'The entity is killed: both fences of the job are signaled, and it never runs.',
          `${entity}: drm_sched_entity_kill_jobs_work`,
        ),
        finished: finish,
      },
    },
    running: {
      description: 'The job is on the hardware.',
      meta: { source: `${main}: drm_sched_run_job_work` },
      on: {
        driver_run: to(
          'running',
          'The driver hands the job to the hardware, again after a reset.',
          'drivers/gpu/drm/amd/amdgpu/amdgpu_job.c: amdgpu_job_run',
        ),
        scheduled: to(
          'running',
          'The scheduled fence is signaled, before a callback is added to the hardware fence.',
          fences,
        ),
        done: to('done', 'The hardware fence is signaled.', `${main}: drm_sched_job_done`),
        finished: finish,
      },
    },
    done: {
      description: 'The hardware has completed the job, and its finished fence is not signaled yet.',
      meta: { source: `${main}: drm_sched_job_done` },
      on: { finished: finish },
    },
    finished: {
      description: 'The finished fence of the job is signaled.',
      meta: { source: schedFence('drm_sched_fence_finished') },
    },
  },
});
