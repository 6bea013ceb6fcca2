import { chart, state } from './chart.ts';
import { inFile, to } from './to.ts';

const dmaFence = inFile('drivers/dma-buf/dma-fence.c');

/**
 * A handler of hang recovery that marks a fence as failed.
 * Rule: it decides and sets the error in one step under the fence lock, or with the hardware
 * stopped; the fence may be signaled meanwhile.
 * Source: drivers/dma-buf/dma-fence.c (dma_fence_set_error); include/drm/gpu_scheduler.h (timedout_job), v7.0.
 */
export const resetHandler = chart('reset_handler', 'include/drm/gpu_scheduler.h', {
  idle: state('Nothing hangs.', 'timedout_job', {
    decide: to(
      'decided',
      'The handler finds the fence unsignaled and decides that its job has failed.',
      'timedout_job',
    ),
  }),
  decided: state('The handler has decided, and has not set the error yet.', 'timedout_job', {
    set_error: to('done', 'The error is stored in the fence.', dmaFence('dma_fence_set_error')),
    give_up: to(
      'done',
      'The handler checks again, finds the fence signaled and does not set the error.',
      dmaFence('dma_fence_set_error'),
    ),
  }),
  done: state('The handler is done.', 'timedout_job'),
});
