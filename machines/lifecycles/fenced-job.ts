import { setup } from 'xstate';
import { inFile, to } from './to.ts';

const gpuScheduler = inFile('include/drm/gpu_scheduler.h');
const schedMain = inFile('drivers/gpu/drm/scheduler/sched_main.c');
const xeHwEngineGroup = inFile('drivers/gpu/drm/xe/xe_hw_engine_group.c');
const contractFile = inFile('drivers/dma-buf/dma-fence.c');
const dmaBufFile = inFile('Documentation/driver-api/dma-buf.rst');

const schedEntity = inFile('drivers/gpu/drm/scheduler/sched_entity.c');
const dependencyCallback = schedEntity('drm_sched_entity_add_dependency_cb');
const scheduler = gpuScheduler('struct drm_sched_backend_ops');

/**
 * A job with a dma_fence, from the submit ioctl to the signal.
 * Rule: what is needed to complete it is settled before its fence is visible.
 * Source: drivers/gpu/drm/scheduler/sched_main.c (drm_sched_job_arm, drm_sched_entity_push_job), v7.0.
 */
export const fencedJob = setup({
  types: {
    events: {} as
      | { type: 'submit' }
      | { type: 'clear' }
      | { type: 'arm' }
      | { type: 'park' }
      | { type: 'unpark' }
      | { type: 'schedule' }
      | { type: 'hw_dispatch' }
      | { type: 'hw_run' }
      | { type: 'hw_done' }
      | { type: 'hw_hang' }
      | { type: 'retire' }
      | { type: 'requeue' }
      | { type: 'cancel' },
  },
}).createMachine({
  id: 'fenced_job',
  initial: 'idle',
  states: {
    idle: {
      description: 'There is no job.',
      meta: { source: scheduler },
      on: {
        submit: to('preparing', 'The submit ioctl begins.', schedMain('drm_sched_job_init')),
      },
    },
    preparing: {
      description: 'The job is in the submit ioctl, which may still wait, allocate or fail.',
      meta: { source: schedMain('drm_sched_job_init') },
      initial: 'begun',
      on: {
        arm: to(
          'queued',
          'The job is armed and pushed and its fence is published: it cannot be taken back.',
          schedMain('drm_sched_job_arm'),
        ),
      },
      states: {
        begun: {
          description: 'The submit ioctl has not yet seen the hardware free of compute work.',
          meta: { source: schedMain('drm_sched_job_init') },
          on: {
            clear: to(
              'cleared',
              'The submit ioctl sees the hardware free of compute work.',
              xeHwEngineGroup('xe_hw_engine_group_get_mode'),
            ),
          },
        },
        cleared: {
          description: 'The submit ioctl has seen the hardware free of compute work.',
          meta: { source: xeHwEngineGroup('xe_hw_engine_group_get_mode') },
        },
      },
    },
    queued: {
      description: "The job's fence is visible, and the job waits for a slot on the engine.",
      meta: { source: 'drivers/gpu/drm/scheduler/sched_entity.c: drm_sched_entity_push_job' },
      on: {
        schedule: to('scheduled', 'run_job is called: the job gets a slot on the engine.', gpuScheduler('run_job')),
        park: to('parked', 'The job waits for another job, so the scheduler passes over it.', dependencyCallback),
        cancel: to('idle', 'Hang recovery kills the job.', gpuScheduler('timedout_job')),
      },
    },
    parked: {
      description: "The job's fence is visible, and the job waits for another job, not for hardware.",
      meta: { source: dependencyCallback },
      on: {
        unpark: to('queued', 'The job that this one waits for has ended.', schedEntity('drm_sched_entity_wakeup')),
      },
    },
    scheduled: {
      description: 'The job is on the engine and waits for compute units.',
      meta: { source: gpuScheduler('run_job') },
      on: {
        hw_dispatch: to(
          'dispatched',
          'The hardware gives compute units to the job.',
          dmaBufFile('Recoverable Hardware Page Faults Implications'),
        ),
        cancel: to('idle', 'Hang recovery kills the job.', gpuScheduler('timedout_job')),
      },
    },
    dispatched: {
      description: 'The job has compute units and waits for the other hardware that both kinds of work share.',
      meta: { source: dmaBufFile('Recoverable Hardware Page Faults Implications') },
      on: {
        hw_run: to('running', 'The job has all the hardware that it needs and starts to run.', gpuScheduler('run_job')),
        cancel: to('idle', 'Hang recovery kills the job.', gpuScheduler('timedout_job')),
      },
    },
    running: {
      description: 'The job runs on the hardware and needs nothing more.',
      meta: { source: gpuScheduler('run_job') },
      on: {
        hw_done: to(
          'done',
          'The hardware finishes the job and raises an interrupt.',
          gpuScheduler('struct drm_sched_fence'),
        ),
        hw_hang: to('hung', 'The job hangs and will never end.', contractFile('DOC: fence cross-driver contract')),
        cancel: to('idle', 'Hang recovery kills the job.', gpuScheduler('timedout_job')),
      },
    },
    hung: {
      description: 'The job is on the hardware for ever: its shader does not end.',
      meta: { source: contractFile('DOC: fence cross-driver contract') },
      on: {
        cancel: to('idle', 'Hang recovery kills the job.', gpuScheduler('timedout_job')),
      },
    },
    done: {
      description: 'The job is off the hardware, and its fence is not signaled yet.',
      meta: { source: gpuScheduler('struct drm_sched_fence') },
      on: {
        retire: to(
          'idle',
          "The job's fence is signaled.",
          'drivers/gpu/drm/scheduler/sched_fence.c: drm_sched_fence_finished',
        ),
        requeue: to(
          'queued',
          'A reset comes before the signal, so the job is queued and runs again.',
          schedMain('drm_sched_resubmit_jobs'),
        ),
        cancel: to('idle', 'Hang recovery kills the job.', gpuScheduler('timedout_job')),
      },
    },
  },
});
