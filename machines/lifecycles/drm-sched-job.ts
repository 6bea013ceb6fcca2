import { chart } from './chart.ts';

const api = 'include/drm/gpu_scheduler.h';
/**
 * A drm_sched_job from drm_sched_job_init to free_job.
 * Rule: run_job is called once and gives the hardware fence; whatever happens, the hardware fence and then the finished fence are signaled.
 * Source: include/drm/gpu_scheduler.h (struct drm_sched_backend_ops), drivers/gpu/drm/scheduler/sched_main.c, v7.0.
 */
export const drmSchedJob = chart('drm_sched_job', 'drivers/gpu/drm/scheduler/sched_main.c', {
  none: ['No job.', 'drm_sched_job_init', {
    push: ['queued', 'Initialised, armed and pushed: its fences are visible.', 'drivers/gpu/drm/scheduler/sched_entity.c: drm_sched_entity_push_job'],
  }],
  queued: ['In the queue of its entity.', 'drivers/gpu/drm/scheduler/sched_entity.c: drm_sched_entity_push_job', {
    run_job: ['running', 'On the hardware; scheduled is signaled.', `${api}: run_job`],
    kill: ['finished', 'Its entity is killed: finished is signaled with -ESRCH, it never runs.', 'drivers/gpu/drm/scheduler/sched_entity.c: drm_sched_entity_kill'],
  }, 'queued'],
  running: ['The hardware has it.', `${api}: run_job`, {
    hw_done: ['done', 'The hardware fence is signaled.', 'drm_sched_job_done'],
    timedout_job: ['timed_out', 'The timer ran out: the driver looks.', 'drm_sched_job_timedout'],
    cancel_job: ['done', 'Torn down: the driver signals the hardware fence with -ECANCELED.', `${api}: cancel_job`],
  }, 'on the hardware'],
  timed_out: ['The driver decides what to do.', `${api}: timedout_job`, {
    reset: ['done', 'DRM_GPU_SCHED_STAT_RESET: the hardware forgets it, its fence is signaled with an error.', `${api}: DRM_GPU_SCHED_STAT_RESET`],
    no_hang: ['running', 'DRM_GPU_SCHED_STAT_NO_HANG: it still runs; the timer starts again.', `${api}: DRM_GPU_SCHED_STAT_NO_HANG`],
  }],
  done: ['Its hardware fence is signaled, finished not yet.', 'drm_sched_job_done', {
    finish: ['finished', 'finished is signaled and the credits are given back.', 'drm_sched_job_done'],
  }],
  finished: ['Waits for free_job.', 'drm_sched_get_finished_job', { free_job: ['none', 'Freed.', `${api}: free_job`] }],
});

/**
 * The error of a hardware fence.
 * Rule: none, or one that says why the work was lost.
 * Source: include/drm/gpu_scheduler.h (cancel_job), v7.0.
 */
export const hwError = chart('hw_error', 'include/drm/gpu_scheduler.h', {
  none: ['No error.', 'cancel_job', { ECANCELED: ['ECANCELED', 'Torn down.', 'cancel_job'], ETIME: ['ETIME', 'Reset.', 'timedout_job'] }],
  ECANCELED: ['-ECANCELED.', 'cancel_job', { forget: ['none', 'The next job has its own.', 'free_job'] }],
  ETIME: ['-ETIME.', 'timedout_job', { forget: ['none', 'The next job has its own.', 'free_job'] }],
});

/**
 * A drm_gpu_scheduler.
 * Rule: drm_sched_fini stops it and cancels what is still pending: no fence may be left that nobody signals.
 * Source: drivers/gpu/drm/scheduler/sched_main.c (drm_sched_fini), v7.0.
 */
export const drmSched = chart('drm_gpu_scheduler', 'drivers/gpu/drm/scheduler/sched_main.c', {
  running: ['Takes jobs.', 'drm_sched_init', { drm_sched_fini: ['stopped', 'Its workers are stopped.', 'drm_sched_fini'] }],
  stopped: ['Takes none.', 'drm_sched_wqueue_stop'],
});

/**
 * The entity of a process.
 * Rule: killed, its queued jobs are finished with an error and never run.
 * Source: drivers/gpu/drm/scheduler/sched_entity.c (drm_sched_entity_kill), v7.0.
 */
export const drmSchedEntity = chart('drm_sched_entity', 'drivers/gpu/drm/scheduler/sched_entity.c', {
  alive: ['Jobs may be pushed.', 'drm_sched_entity_init', { drm_sched_entity_kill: ['killed', 'Its process is gone.', 'drm_sched_entity_kill'] }],
  killed: ['No job of it is scheduled any more.', 'drm_sched_entity_kill'],
});
