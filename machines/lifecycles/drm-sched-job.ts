import { chart, state } from './chart.ts';
import { inFile, to } from './to.ts';

const schedEntity = inFile('drivers/gpu/drm/scheduler/sched_entity.c');

const api = 'include/drm/gpu_scheduler.h';
/**
 * A drm_sched_job from drm_sched_job_init to free_job.
 * Rule: run_job is called once and gives the hardware fence; whatever happens, the hardware fence
 * and then the finished fence are signaled.
 * Source: include/drm/gpu_scheduler.h (struct drm_sched_backend_ops), drivers/gpu/drm/scheduler/sched_main.c, v7.0.
 */
export const drmSchedJob = chart('drm_sched_job', 'drivers/gpu/drm/scheduler/sched_main.c', {
  none: state('No job.', 'drm_sched_job_init', {
    push: to(
      'queued',
      'Initialised, armed and pushed: its fences are visible.',
      schedEntity('drm_sched_entity_push_job'),
    ),
  }),
  queued: state(
    'In the queue of its entity.',
    schedEntity('drm_sched_entity_push_job'),
    {
      run_job: to('running', 'On the hardware; scheduled is signaled.', `${api}: run_job`),
      kill: to(
        'finished',
        'Its entity is killed: finished is signaled with -ESRCH, it never runs.',
        schedEntity('drm_sched_entity_kill'),
      ),
    },
    'queued',
  ),
  running: state(
    'The hardware has it.',
    `${api}: run_job`,
    {
      hw_done: to('done', 'The hardware fence is signaled.', 'drm_sched_job_done'),
      timedout_job: to('timed_out', 'The timer ran out: the driver looks.', 'drm_sched_job_timedout'),
      cancel_job: to('done', 'Torn down: the driver signals the hardware fence with -ECANCELED.', `${api}: cancel_job`),
    },
    'on the hardware',
  ),
  timed_out: state('The driver decides what to do.', `${api}: timedout_job`, {
    reset: to(
      'done',
      'DRM_GPU_SCHED_STAT_RESET: the hardware forgets it, its fence is signaled with an error.',
      `${api}: DRM_GPU_SCHED_STAT_RESET`,
    ),
    no_hang: to(
      'running',
      'DRM_GPU_SCHED_STAT_NO_HANG: it still runs; the timer starts again.',
      `${api}: DRM_GPU_SCHED_STAT_NO_HANG`,
    ),
  }),
  done: state('Its hardware fence is signaled, finished not yet.', 'drm_sched_job_done', {
    finish: to('finished', 'finished is signaled and the credits are given back.', 'drm_sched_job_done'),
  }),
  finished: state('Waits for free_job.', 'drm_sched_get_finished_job', {
    free_job: to('none', 'Freed.', `${api}: free_job`),
  }),
});

/**
 * The error of a hardware fence.
 * Rule: none, or one that says why the work was lost.
 * Source: include/drm/gpu_scheduler.h (cancel_job), v7.0.
 */
export const hwError = chart('hw_error', 'include/drm/gpu_scheduler.h', {
  none: state('No error.', 'cancel_job', {
    ECANCELED: to('ECANCELED', 'Torn down.', 'cancel_job'),
    ETIME: to('ETIME', 'Reset.', 'timedout_job'),
  }),
  ECANCELED: state('-ECANCELED.', 'cancel_job', { forget: to('none', 'The next job has its own.', 'free_job') }),
  ETIME: state('-ETIME.', 'timedout_job', { forget: to('none', 'The next job has its own.', 'free_job') }),
});

/**
 * A drm_gpu_scheduler.
 * Rule: drm_sched_fini stops it and cancels what is still pending: no fence may be left that nobody signals.
 * Source: drivers/gpu/drm/scheduler/sched_main.c (drm_sched_fini), v7.0.
 */
export const drmSched = chart('drm_gpu_scheduler', 'drivers/gpu/drm/scheduler/sched_main.c', {
  running: state('Takes jobs.', 'drm_sched_init', {
    drm_sched_fini: to('stopped', 'Its workers are stopped.', 'drm_sched_fini'),
  }),
  stopped: state('Takes none.', 'drm_sched_wqueue_stop'),
});

/**
 * The entity of a process.
 * Rule: killed, its queued jobs are finished with an error and never run.
 * Source: drivers/gpu/drm/scheduler/sched_entity.c (drm_sched_entity_kill), v7.0.
 */
export const drmSchedEntity = chart('drm_sched_entity', 'drivers/gpu/drm/scheduler/sched_entity.c', {
  alive: state('Jobs may be pushed.', 'drm_sched_entity_init', {
    drm_sched_entity_kill: to('killed', 'Its process is gone.', 'drm_sched_entity_kill'),
  }),
  killed: state('No job of it is scheduled any more.', 'drm_sched_entity_kill'),
});
