import { setup } from 'xstate';
import { to } from "./to.js";
const trace = 'drivers/gpu/drm/i915/i915_trace.h';
const wait = (target) => ({
    wait_begin: { target, description: 'A task waits for it.', meta: { source: `${trace}: i915_request_wait_begin` } },
    wait_end: { target, description: 'The wait is over.', meta: { source: `${trace}: i915_request_wait_end` } },
});
const retire = to('retired', 'Off the timeline.', `${trace}: i915_request_retire`);
/**
 * A request of i915 with a context of its own.
 * Rule: queued, added, on and off the hardware as often as it is preempted, retired once.
 * Source: drivers/gpu/drm/i915/i915_trace.h, v7.0.
 */
export const observedRequest = setup({
    types: {
        events: {},
    },
}).createMachine({
    id: 'observed_request',
    initial: 'absent',
    states: {
        absent: {
            description: 'Not made yet.',
            meta: { source: trace },
            on: { queue: to('queued', 'i915_request_queue.', trace) },
        },
        queued: {
            description: 'Being built.',
            meta: { source: trace },
            on: { add: to('added', 'i915_request_add: nothing more is written into it.', trace), ...wait('queued'), retire },
        },
        added: {
            description: 'Complete; on its way to the hardware, on it, or taken off it.',
            meta: { source: trace },
            on: {
                submit: to('added', 'i915_request_submit: its dependencies are met.', trace),
                execute: to('added', 'i915_request_execute: handed to the engine.', trace),
                in: to('added', 'i915_request_in: on the hardware.', trace),
                out: to('added', 'i915_request_out: off the hardware, done or preempted.', trace),
                ...wait('added'),
                retire,
            },
        },
        retired: { description: 'Off the timeline.', meta: { source: trace }, on: wait('retired') },
    },
});
/**
 * A request of older i915: its seqno belongs to a ring and may begin anew after a reset.
 * Rule: added, completed, retired.
 * Source: drivers/gpu/drm/i915/i915_trace.h, v3.14 (i915_gem_request_*).
 */
export const observedRingRequest = setup({
    types: {
        events: {},
    },
}).createMachine({
    id: 'observed_ring_request',
    initial: 'none',
    states: {
        none: {
            description: 'No request has this number.',
            meta: { source: trace },
            on: {
                dispatch: to('live', 'i915_gem_ring_dispatch.', trace),
                add: to('live', 'i915_gem_request_add.', trace),
                ...wait('none'),
            },
        },
        live: {
            description: 'On its ring.',
            meta: { source: trace },
            on: {
                dispatch: to('live', 'i915_gem_ring_dispatch.', trace),
                add: to('live', 'i915_gem_request_add.', trace),
                complete: to('live', 'i915_gem_request_complete: the hardware has passed it.', trace),
                ...wait('live'),
                retire: to('none', 'i915_gem_request_retire.', trace),
            },
        },
    },
});
//# sourceMappingURL=observed-request.js.map