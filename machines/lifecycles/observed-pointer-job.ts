import { setup } from 'xstate';
import { to } from './to.ts';

const trace = 'drivers/gpu/drm/scheduler/gpu_scheduler_trace.h';

/**
 * A scheduler job that is only known by the address of its fence (before v6.17). The address is
 * used again by a later job.
 * Rule: queued, then run, then done.
 * Source: drivers/gpu/drm/scheduler/gpu_scheduler_trace.h (drm_sched_job, drm_run_job, drm_sched_process_job), v6.12.
 */
export const observedPointerJob = setup({
  types: { events: {} as { type: 'queue' } | { type: 'wait_dep' } | { type: 'run' } | { type: 'done' } },
}).createMachine({
  id: 'observed_pointer_job',
  initial: 'none',
  states: {
    none: {
      description: 'No job has this address.',
      meta: { source: trace },
      on: { queue: to('queued', 'drm_sched_job: the job is pushed to its entity.', trace) },
    },
    queued: {
      description: 'The job is in the queue of its entity.',
      meta: { source: trace },
      on: {
        wait_dep: to('queued', 'drm_sched_job_wait_dep: the job waits for another fence.', trace),
        run: to('running', 'drm_run_job: the job is handed to the hardware.', trace),
      },
    },
    running: {
      description: 'The job is on the hardware.',
      meta: { source: trace },
      on: {
        done: to(
          'none',
          'drm_sched_process_job: the hardware fence is signaled, and the address may be reused.',
          trace,
        ),
      },
    },
  },
});

/**
 * The same job by the number that its scheduler gave it; the end of a job does not print it.
 * Rule: queued once, then run once.
 * Source: drivers/gpu/drm/scheduler/gpu_scheduler_trace.h, v6.12; the number: sched_entity.c
 * (atomic64_inc_return(&sched->job_id_count)).
 */
export const observedNumberedJob = setup({
  types: { events: {} as { type: 'queue' } | { type: 'wait_dep' } | { type: 'run' } },
}).createMachine({
  id: 'observed_numbered_job',
  initial: 'absent',
  states: {
    absent: {
      description: 'The job is not pushed yet.',
      meta: { source: trace },
      on: { queue: to('queued', 'drm_sched_job: the job is pushed to its entity.', trace) },
    },
    queued: {
      description: 'The job is in the queue of its entity.',
      meta: { source: trace },
      on: {
        wait_dep: to('queued', 'drm_sched_job_wait_dep: the job waits for another fence.', trace),
        run: to('run', 'drm_run_job: the job is handed to the hardware.', trace),
      },
    },
    run: { description: 'The job was handed to the hardware; a numbered job is run once.', meta: { source: trace } },
  },
});
