/**
 * A submission as the tracepoints of one driver show it: msm, v3d, virtio_gpu.
 * Rule: submitted, handed to the hardware, retired once.
 * Source: drivers/gpu/drm/msm/msm_gpu_trace.h; drivers/gpu/drm/v3d/v3d_trace.h; drivers/gpu/drm/virtio/virtgpu_trace.h.
 */
export declare const observedHardwareJob: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "submit";
} | {
    type: "flush";
} | {
    type: "retire";
}, {}, never, never, never, never, "absent" | "flushed" | "submitted" | "retired", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "observed_hardware_job";
    states: {
        readonly absent: {};
        readonly submitted: {};
        readonly flushed: {};
        readonly retired: {};
    };
}, import("xstate").MetaObject>;
