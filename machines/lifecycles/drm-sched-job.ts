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
  none: state('There is no job.', 'drm_sched_job_init', {
    push: to(
      'queued',
      'The job is initialised, armed and pushed: its fences are visible.',
      schedEntity('drm_sched_entity_push_job'),
    ),
  }),
  queued: state(
    'The job is in the queue of its entity.',
    schedEntity('drm_sched_entity_push_job'),
    {
      run_job: to(
        'running',
        'run_job hands the job to the hardware, and its scheduled fence is signaled.',
        `${api}: run_job`,
      ),
      kill: to(
        'finished',
        'The entity is killed: the job never runs, and finished is signaled with -ESRCH.',
        schedEntity('drm_sched_entity_kill'),
      ),
    },
    'queued',
  ),
  running: state(
    'The hardware runs the job.',
    `${api}: run_job`,
    {
      hw_done: to('done', 'The hardware fence is signaled.', 'drm_sched_job_done'),
      timedout_job: to('timed_out', 'The timer runs out, and timedout_job is called.', 'drm_sched_job_timedout'),
      cancel_job: to(
        'done',
        'The scheduler is torn down: cancel_job signals the hardware fence with -ECANCELED.',
        `${api}: cancel_job`,
      ),
    },
    'on the hardware',
  ),
  timed_out: state('The driver decides in timedout_job how to recover.', `${api}: timedout_job`, {
    reset: to(
      'done',
      'DRM_GPU_SCHED_STAT_RESET: the hardware is reset and its fence signaled with an error.',
      `${api}: DRM_GPU_SCHED_STAT_RESET`,
    ),
    no_hang: to(
      'running',
      'DRM_GPU_SCHED_STAT_NO_HANG: the job still runs, and the timer starts again.',
      `${api}: DRM_GPU_SCHED_STAT_NO_HANG`,
    ),
  }),
  done: state('The hardware fence is signaled, and the finished fence is not yet.', 'drm_sched_job_done', {
    finish: to('finished', 'The finished fence is signaled and the credits are returned.', 'drm_sched_job_done'),
  }),
  finished: state('The job is finished and waits for free_job.', 'drm_sched_get_finished_job', {
    free_job: to('none', 'free_job frees the job.', `${api}: free_job`),
  }),
});

/**
 * The error of a hardware fence.
 * Rule: none, or one that says why the work was lost.
 * Source: include/drm/gpu_scheduler.h (cancel_job), v7.0.
 */
export const hwError = chart('hw_error', 'include/drm/gpu_scheduler.h', {
  none: state('The hardware fence has no error.', 'cancel_job', {
    ECANCELED: to('ECANCELED', 'The job is torn down: -ECANCELED is set.', 'cancel_job'),
    ETIME: to('ETIME', 'The hardware is reset: -ETIME is set.', 'timedout_job'),
  }),
  ECANCELED: state('The hardware fence has the error -ECANCELED.', 'cancel_job', {
    forget: to('none', 'The next job has a new hardware fence without an error.', 'free_job'),
  }),
  ETIME: state('The hardware fence has the error -ETIME.', 'timedout_job', {
    forget: to('none', 'The next job has a new hardware fence without an error.', 'free_job'),
  }),
});

/**
 * A drm_gpu_scheduler.
 * Rule: drm_sched_fini stops it and cancels what is still pending: no fence may be left that nobody signals.
 * Source: drivers/gpu/drm/scheduler/sched_main.c (drm_sched_fini), v7.0.
 */
export const drmSched = chart('drm_gpu_scheduler', 'drivers/gpu/drm/scheduler/sched_main.c', {
  running: state('The scheduler accepts jobs.', 'drm_sched_init', {
    drm_sched_fini: to('stopped', 'drm_sched_fini stops the workers of the scheduler.', 'drm_sched_fini'),
  }),
  stopped: state('The scheduler is stopped and accepts no jobs.', 'drm_sched_wqueue_stop'),
});

/**
 * The entity of a process.
 * Rule: killed, its queued jobs are finished with an error and never run.
 * Source: drivers/gpu/drm/scheduler/sched_entity.c (drm_sched_entity_kill), v7.0.
 */
export const drmSchedEntity = chart('drm_sched_entity', 'drivers/gpu/drm/scheduler/sched_entity.c', {
  alive: state('Jobs may be pushed to the entity.', 'drm_sched_entity_init', {
    drm_sched_entity_kill: to(
      'killed',
      'The process of the entity exits, and the entity is killed.',
      'drm_sched_entity_kill',
    ),
  }),
  killed: state('The entity is killed, and none of its jobs is scheduled any more.', 'drm_sched_entity_kill'),
});
