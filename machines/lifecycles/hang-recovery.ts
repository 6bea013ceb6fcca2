import { setup } from 'xstate';
import { inFile, to } from './to.ts';

const schedMain = inFile('drivers/gpu/drm/scheduler/sched_main.c');
const gpuScheduler = inFile('include/drm/gpu_scheduler.h');

/**
 * The timeout of a GPU scheduler and the reset that it leads to.
 * Rule: drivers must have it; it never counts as keeping a promise, for the jobs are lost.
 * Source: include/drm/gpu_scheduler.h (timedout_job); drivers/dma-buf/dma-fence.c, "DOC: fence
 * cross-driver contract", v7.0.
 */
export const hangRecovery = setup({
  types: { events: {} as { type: 'timeout' } | { type: 'reset' } | { type: 'restart' } },
}).createMachine({
  id: 'hang_recovery',
  initial: 'armed',
  states: {
    armed: {
      description: 'The timeout of the scheduler is running.',
      meta: { source: schedMain('drm_sched_start_timeout') },
      on: {
        timeout: to(
          'stopping',
          'The timeout expires: a fence has taken too long.',
          schedMain('drm_sched_job_timedout'),
        ),
      },
    },
    stopping: {
      description: 'The scheduler is stopped and the reset is prepared.',
      meta: { source: schedMain('drm_sched_stop') },
      on: { reset: to('reset', 'The hardware is reset and loses all its work.', gpuScheduler('timedout_job')) },
    },
    reset: {
      description: 'Every job on the hardware is lost, and its fence is signaled with an error.',
      meta: { source: gpuScheduler('timedout_job') },
      on: {
        restart: to('armed', 'The scheduler is restarted.', schedMain('drm_sched_start')),
      },
    },
  },
});
