/**
 * A request of i915 with a context of its own.
 * Rule: queued, added, on and off the hardware as often as it is preempted, retired once.
 * Source: drivers/gpu/drm/i915/i915_trace.h, v7.0.
 */
export declare const observedRequest: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "queue";
} | {
    type: "add";
} | {
    type: "submit";
} | {
    type: "execute";
} | {
    type: "in";
} | {
    type: "out";
} | {
    type: "wait_begin";
} | {
    type: "wait_end";
} | {
    type: "retire";
}, {}, never, never, never, never, "queued" | "absent" | "retired" | "added", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "observed_request";
    states: {
        readonly absent: {};
        readonly queued: {};
        readonly added: {};
        readonly retired: {};
    };
}, import("xstate").MetaObject>;
/**
 * A request of older i915: its seqno belongs to a ring and may begin anew after a reset.
 * Rule: added, completed, retired.
 * Source: drivers/gpu/drm/i915/i915_trace.h, v3.14 (i915_gem_request_*).
 */
export declare const observedRingRequest: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "dispatch";
} | {
    type: "add";
} | {
    type: "complete";
} | {
    type: "wait_begin";
} | {
    type: "wait_end";
} | {
    type: "retire";
}, {}, never, never, never, never, "none" | "live", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "observed_ring_request";
    states: {
        readonly none: {};
        readonly live: {};
    };
}, import("xstate").MetaObject>;
