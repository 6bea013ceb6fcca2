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
      description: 'No job.',
      meta: { source: scheduler },
      on: {
        submit: to('preparing', 'The submit ioctl begins.', schedMain('drm_sched_job_init')),
      },
    },
    preparing: {
      description: 'In the submit ioctl, before the fence is visible: may wait, allocate, fail.',
      meta: { source: schedMain('drm_sched_job_init') },
      initial: 'begun',
      on: {
        arm: to(
          'queued',
          'Armed, its fence published and the job pushed: there is no way back.',
          schedMain('drm_sched_job_arm'),
        ),
      },
      states: {
        begun: {
          description: 'Nothing is settled yet.',
          meta: { source: schedMain('drm_sched_job_init') },
          on: {
            clear: to(
              'cleared',
              'All compute work has been seen off the hardware.',
              xeHwEngineGroup('xe_hw_engine_group_get_mode'),
            ),
          },
        },
        cleared: {
          description: 'The way was seen to be clear.',
          meta: { source: xeHwEngineGroup('xe_hw_engine_group_get_mode') },
        },
      },
    },
    queued: {
      description: 'Its fence is visible; it waits for a submission slot.',
      meta: { source: 'drivers/gpu/drm/scheduler/sched_entity.c: drm_sched_entity_push_job' },
      on: {
        schedule: to('scheduled', 'run_job: it has a slot on the engine.', gpuScheduler('run_job')),
        park: to('parked', 'It waits for another job: the scheduler passes over it.', dependencyCallback),
        cancel: to('idle', 'Given up by hang recovery.', gpuScheduler('timedout_job')),
      },
    },
    parked: {
      description: 'Its fence is visible; it waits for another job, and not for hardware.',
      meta: { source: dependencyCallback },
      on: {
        unpark: to('queued', 'What it waited for has ended.', schedEntity('drm_sched_entity_wakeup')),
      },
    },
    scheduled: {
      description: 'On the engine; it waits for compute units.',
      meta: { source: gpuScheduler('run_job') },
      on: {
        hw_dispatch: to(
          'dispatched',
          'The hardware gives it compute units.',
          dmaBufFile('Recoverable Hardware Page Faults Implications'),
        ),
        cancel: to('idle', 'Given up by hang recovery.', gpuScheduler('timedout_job')),
      },
    },
    dispatched: {
      description: 'Has compute units; it waits for the other hardware that both kinds of work share.',
      meta: { source: dmaBufFile('Recoverable Hardware Page Faults Implications') },
      on: {
        hw_run: to('running', 'It has all that it needs.', gpuScheduler('run_job')),
        cancel: to('idle', 'Given up by hang recovery.', gpuScheduler('timedout_job')),
      },
    },
    running: {
      description: 'Runs on the hardware and needs nothing more.',
      meta: { source: gpuScheduler('run_job') },
      on: {
        hw_done: to(
          'done',
          'The hardware has finished; the interrupt is on its way.',
          gpuScheduler('struct drm_sched_fence'),
        ),
        hw_hang: to('hung', 'It will never end.', contractFile('DOC: fence cross-driver contract')),
        cancel: to('idle', 'Given up by hang recovery.', gpuScheduler('timedout_job')),
      },
    },
    hung: {
      description: 'On the hardware for ever: userspace gave it a shader that does not end.',
      meta: { source: contractFile('DOC: fence cross-driver contract') },
      on: {
        cancel: to('idle', 'Given up by hang recovery.', gpuScheduler('timedout_job')),
      },
    },
    done: {
      description: 'Off the hardware; its fence is not signaled yet.',
      meta: { source: gpuScheduler('struct drm_sched_fence') },
      on: {
        retire: to(
          'idle',
          'Its fence is signaled.',
          'drivers/gpu/drm/scheduler/sched_fence.c: drm_sched_fence_finished',
        ),
        requeue: to(
          'queued',
          'A reset came before the signal and the job runs again.',
          schedMain('drm_sched_resubmit_jobs'),
        ),
        cancel: to('idle', 'Given up by hang recovery.', gpuScheduler('timedout_job')),
      },
    },
  },
});
