import { setup } from 'xstate';
import { to } from './to.ts';

const trace = 'drivers/gpu/drm/i915/i915_trace.h';
const wait = (target: string) =>
  ({
    wait_begin: {
      target,
      description: 'A task begins to wait for the request.',
      meta: { source: `${trace}: i915_request_wait_begin` },
    },
    wait_end: { target, description: 'The wait ends.', meta: { source: `${trace}: i915_request_wait_end` } },
  }) as const;
const retire = to('retired', 'The request is taken off its timeline.', `${trace}: i915_request_retire`);

/**
 * A request of i915 with a context of its own.
 * Rule: queued, added, on and off the hardware as often as it is preempted, retired once.
 * Source: drivers/gpu/drm/i915/i915_trace.h, v7.0.
 */
export const observedRequest = setup({
  types: {
    events: {} as
      | { type: 'queue' }
      | { type: 'add' }
      | { type: 'submit' }
      | { type: 'execute' }
      | { type: 'in' }
      | { type: 'out' }
      | { type: 'wait_begin' }
      | { type: 'wait_end' }
      | { type: 'retire' },
  },
}).createMachine({
  id: 'observed_request',
  initial: 'absent',
  states: {
    absent: {
      description: 'The request is not created yet.',
      meta: { source: trace },
      on: { queue: to('queued', 'i915_request_queue: the request is created.', trace) },
    },
    queued: {
      description: 'The request is being built.',
      meta: { source: trace },
      on: {
        add: to('added', 'i915_request_add: the request is complete, and nothing more is written into it.', trace),
        ...wait('queued'),
        retire,
      },
    },
    added: {
      description: 'The request is complete, and may be on the hardware or off it.',
      meta: { source: trace },
      on: {
        submit: to('added', 'i915_request_submit: the dependencies of the request are signaled.', trace),
        execute: to('added', 'i915_request_execute: the request is handed to the engine.', trace),
        in: to('added', 'i915_request_in: the request goes on the hardware.', trace),
        out: to('added', 'i915_request_out: the request leaves the hardware, completed or preempted.', trace),
        ...wait('added'),
        retire,
      },
    },
    retired: { description: 'The request is off its timeline.', meta: { source: trace }, on: wait('retired') },
  },
});

/**
 * A request of older i915: its seqno belongs to a ring and may begin anew after a reset.
 * Rule: added, completed, retired.
 * Source: drivers/gpu/drm/i915/i915_trace.h, v3.14 (i915_gem_request_*).
 */
export const observedRingRequest = setup({
  types: {
    events: {} as
      | { type: 'dispatch' }
      | { type: 'add' }
      | { type: 'complete' }
      | { type: 'wait_begin' }
      | { type: 'wait_end' }
      | { type: 'retire' },
  },
}).createMachine({
  id: 'observed_ring_request',
  initial: 'none',
  states: {
    none: {
      description: 'No request has this seqno.',
      meta: { source: trace },
      on: {
        dispatch: to('live', 'i915_gem_ring_dispatch: the request is written into its ring.', trace),
        add: to('live', 'i915_gem_request_add: the request is added.', trace),
        ...wait('none'),
      },
    },
    live: {
      description: 'The request is on its ring.',
      meta: { source: trace },
      on: {
        dispatch: to('live', 'i915_gem_ring_dispatch: the request is written into its ring.', trace),
        add: to('live', 'i915_gem_request_add: the request is added.', trace),
        complete: to('live', 'i915_gem_request_complete: the hardware has completed the request.', trace),
        ...wait('live'),
        retire: to('none', 'i915_gem_request_retire: the request is retired.', trace),
      },
    },
  },
});
