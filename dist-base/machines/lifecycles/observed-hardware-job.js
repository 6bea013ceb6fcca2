import { setup } from 'xstate';
import { to } from "./to.js";
const msm = 'drivers/gpu/drm/msm/msm_gpu_trace.h';
/**
 * A submission as the tracepoints of one driver show it: msm, v3d, virtio_gpu.
 * Rule: submitted, handed to the hardware, retired once.
 * Source: drivers/gpu/drm/msm/msm_gpu_trace.h; drivers/gpu/drm/v3d/v3d_trace.h; drivers/gpu/drm/virtio/virtgpu_trace.h.
 */
export const observedHardwareJob = setup({
    types: { events: {} },
}).createMachine({
    id: 'observed_hardware_job',
    initial: 'absent',
    states: {
        absent: {
            description: 'Not submitted yet.',
            meta: { source: msm },
            on: { submit: to('submitted', 'In the submit ioctl.', `${msm}: msm_gpu_submit`) },
        },
        submitted: {
            description: 'Submitted, not on the hardware yet.',
            meta: { source: msm },
            on: { flush: to('flushed', 'Written into the ring.', `${msm}: msm_gpu_submit_flush`) },
        },
        flushed: {
            description: 'On the hardware.',
            meta: { source: msm },
            on: {
                flush: to('flushed', 'Written again: recovery replays what a hang left behind.', 'drivers/gpu/drm/msm/msm_gpu.c: recover_worker'),
                retire: to('retired', 'The hardware is done with it.', `${msm}: msm_gpu_submit_retired`),
            },
        },
        retired: { description: 'Over.', meta: { source: `${msm}: msm_gpu_submit_retired` } },
    },
});
//# sourceMappingURL=observed-hardware-job.js.map