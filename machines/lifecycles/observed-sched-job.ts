import { setup } from 'xstate';
import { inFile, to } from './to.ts';

const schedFence = inFile('drivers/gpu/drm/scheduler/sched_fence.c');
const amdgpuCs = inFile('drivers/gpu/drm/amd/amdgpu/amdgpu_cs.c');

const entity = 'drivers/gpu/drm/scheduler/sched_entity.c';
const main = 'drivers/gpu/drm/scheduler/sched_main.c';
const fences = schedFence('drm_sched_fence_scheduled');
const finish = to('finished', 'Its finished fence is signaled.', schedFence('drm_sched_fence_finished'));
const dependency = {
  description: 'It waits for another fence before it may run.',
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
      description: 'Not armed yet.',
      meta: { source: `${main}: drm_sched_job_arm` },
      on: {
        submit: to('submitted', 'The submit ioctl of amdgpu is about to push it.', amdgpuCs('amdgpu_cs_submit')),
        queue: to('queued', 'Pushed to its entity.', `${entity}: drm_sched_entity_push_job`),
      },
    },
    submitted: {
      description: 'Armed, not pushed yet.',
      meta: { source: amdgpuCs('amdgpu_cs_submit') },
      on: { queue: to('queued', 'Pushed to its entity.', `${entity}: drm_sched_entity_push_job`) },
    },
    queued: {
      description: 'In the queue of its entity; waits for its dependencies and its turn.',
      meta: { source: `${entity}: drm_sched_entity_push_job` },
      on: {
        add_dep: { target: 'queued', ...dependency },
        unschedulable: { target: 'queued', ...dependency },
        run: to('running', 'The scheduler calls run_job.', `${main}: drm_sched_run_job_work`),
        scheduled: to(
          'queued',
          'The entity was killed: both fences are signaled without a run.',
          `${entity}: drm_sched_entity_kill_jobs_work`,
        ),
        finished: finish,
      },
    },
    running: {
      description: 'Handed to the hardware.',
      meta: { source: `${main}: drm_sched_run_job_work` },
      on: {
        driver_run: to(
          'running',
          'The driver hands it over; once more after a reset.',
          'drivers/gpu/drm/amd/amdgpu/amdgpu_job.c: amdgpu_job_run',
        ),
        scheduled: to(
          'running',
          'Its scheduled fence is signaled, before a callback can be on the hardware fence.',
          fences,
        ),
        done: to('done', 'The hardware fence is signaled.', `${main}: drm_sched_job_done`),
        finished: finish,
      },
    },
    done: {
      description: 'The hardware has finished it; its own fence comes next.',
      meta: { source: `${main}: drm_sched_job_done` },
      on: { finished: finish },
    },
    finished: {
      description: 'Its finished fence is signaled.',
      meta: { source: schedFence('drm_sched_fence_finished') },
    },
  },
});
