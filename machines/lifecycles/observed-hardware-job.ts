import { setup } from 'xstate';

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
      description: 'Not submitted yet.', meta: { source: msm },
      on: { submit: { target: 'submitted', description: 'In the submit ioctl.', meta: { source: `${msm}: msm_gpu_submit` } } },
    },
    submitted: {
      description: 'Submitted, not on the hardware yet.', meta: { source: msm },
      on: { flush: { target: 'flushed', description: 'Written into the ring.', meta: { source: `${msm}: msm_gpu_submit_flush` } } },
    },
    flushed: {
      description: 'On the hardware.', meta: { source: msm },
      on: {
        flush: { target: 'flushed', description: 'Written again: recovery replays what a hang left behind.', meta: { source: 'drivers/gpu/drm/msm/msm_gpu.c: recover_worker' } },
        retire: { target: 'retired', description: 'The hardware is done with it.', meta: { source: `${msm}: msm_gpu_submit_retired` } },
      },
    },
    retired: { description: 'Over.', meta: { source: `${msm}: msm_gpu_submit_retired` } },
  },
});
