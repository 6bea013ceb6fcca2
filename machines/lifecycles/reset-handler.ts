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
    decide: to('decided', 'The fence is not signaled: its job has failed.', 'timedout_job'),
  }),
  decided: state('About to set the error.', 'timedout_job', {
    set_error: to('done', 'The error is stored.', dmaFence('dma_fence_set_error')),
    give_up: to('done', 'Looked again: it is signaled; the error is not set.', dmaFence('dma_fence_set_error')),
  }),
  done: state('Has handled it.', 'timedout_job'),
});
