import { setup } from 'xstate';
import { to } from './to.ts';

const msm = 'drivers/gpu/drm/msm/msm_gpu_trace.h';

/**
 * A submission as the tracepoints of one driver show it: msm, v3d, virtio_gpu.
 * Rule: submitted, handed to the hardware, retired once.
 * Source: drivers/gpu/drm/msm/msm_gpu_trace.h; drivers/gpu/drm/v3d/v3d_trace.h; drivers/gpu/drm/virtio/virtgpu_trace.h.
 */
export const observedHardwareJob = setup({
  types: { events: {} as { type: 'submit' } | { type: 'flush' } | { type: 'retire' } },
}).createMachine({
  id: 'observed_hardware_job',
  initial: 'absent',
  states: {
    absent: {
      description: 'The job is not submitted yet.',
      meta: { source: msm },
      on: { submit: to('submitted', 'The submit ioctl submits the job.', `${msm}: msm_gpu_submit`) },
    },
    submitted: {
      description: 'The job is submitted and not on the hardware yet.',
      meta: { source: msm },
      on: { flush: to('flushed', 'The job is written into the ring.', `${msm}: msm_gpu_submit_flush`) },
    },
    flushed: {
      description: 'The job is on the hardware.',
      meta: { source: msm },
      on: {
        flush: to(
          'flushed',
          'The job is written into the ring again, because hang recovery replays it.',
          'drivers/gpu/drm/msm/msm_gpu.c: recover_worker',
        ),
        retire: to('retired', 'The hardware has completed the job.', `${msm}: msm_gpu_submit_retired`),
      },
    },
    retired: { description: 'The job is retired.', meta: { source: `${msm}: msm_gpu_submit_retired` } },
  },
});
