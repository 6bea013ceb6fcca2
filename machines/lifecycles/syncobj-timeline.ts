import { chart, state } from './chart.ts';
import type { Named } from './named.ts';
import { to, type Edge } from './to.ts';

/**
 * What a syncobj with points 1 and 2 can hold: nothing, one fence, or a chain. `p` is a point that is pending, `d` one
 * that is signaled; `signaled` is one fence that is.
 */
export const payloads = [
  'empty',
  'f1',
  'signaled',
  'p1',
  'd1',
  'p2',
  'd2',
  'p1_p2',
  'd1_p2',
  'p1_d2',
  'd1_d2',
] as const;
export type Payload = (typeof payloads)[number];
/** 0 is the fence as a whole. */
export type SyncobjPoint = 0 | 1 | 2;
export const syncobjPoints: readonly SyncobjPoint[] = [0, 1, 2];

const has = (payload: Payload, point: 1 | 2): boolean => /^[pd]/.test(payload) && payload.includes(String(point));

/** Whether dma_fence_chain_find_seqno finds the point: it is there, or a later one is. */
export const isAvailable = (payload: Payload, point: SyncobjPoint): boolean =>
  point === 0 ? payload !== 'empty' : has(payload, 2) || has(payload, point);

/** The fences that are pending in what is found for a point: a node waits for all before it. */
export function pendingIn(payload: Payload, point: SyncobjPoint): readonly ('f1' | 'f2')[] {
  if (payload === 'f1') return ['f1'];
  const first = payload.includes('p1');
  const second = payload.includes('p2');
  // Where point 1 is not there, the next one stands for it.
  const both = point !== 1 || !has(payload, 1);
  return [...(first ? ['f1' as const] : []), ...(second && both ? ['f2' as const] : [])];
}

/** `point 1 (signaled) and point 2 (pending)` */
function inWords(payload: Payload): string {
  if (payload === 'empty') return 'no fence';
  if (payload === 'f1') return 'one fence (pending)';
  if (payload === 'signaled') return 'one fence (signaled)';
  const points = payload.split('_').map((point) => `point ${point[1]} (${point[0] === 'p' ? 'pending' : 'signaled'})`);
  return points.join(' and ');
}

/** `for_f1_f2`, or `woken` where nothing is pending. */
const waitsFor = (pending: readonly string[]): string => (pending.length === 0 ? 'woken' : `for_${pending.join('_')}`);

/**
 * The fence of a syncobj: one fence, or a timeline of two points.
 * Rule: points are added in their order, each behind those before it; what is put in replaces all that was there.
 * Source: drivers/gpu/drm/drm_syncobj.c (drm_syncobj_replace_fence, drm_syncobj_add_point), v6.12.
 */
export const syncobjPayload = chart(
  'syncobj_payload',
  'drivers/gpu/drm/drm_syncobj.c',
  Object.fromEntries(
    payloads.map((payload) => [
      payload,
      state(`The syncobj holds ${inWords(payload)}.`, 'drm_syncobj_replace_fence', edgesOf(payload)),
    ]),
  ) as Readonly<Record<Payload, readonly [string, string, Readonly<Record<string, Edge>>]>>,
);

/** What can be put in where this is, and which of its fences can be signaled. */
function edgesOf(payload: Payload): Readonly<Record<string, Edge>> {
  const adds = (point: 1 | 2, before: string) => ({
    [`add_point_${point}`]: to(
      `${before}p${point}`,
      `Point ${point} is added, and its fence is pending.`,
      'drm_syncobj_add_point',
    ),
    [`add_point_${point}_signaled`]: to(
      `${before}d${point}`,
      `Point ${point} is added, and its fence is signaled.`,
      'drm_syncobj_add_point',
    ),
  });
  const signals = (fence: 'f1' | 'f2', becomes: string) => ({
    [`dma_fence_signal.${fence}`]: to(becomes, `Fence ${fence} is signaled.`, 'drm_syncobj_fence_get'),
  });
  return {
    replace_fence: to('f1', 'One pending fence replaces all that the syncobj held.', 'drm_syncobj_replace_fence'),
    replace_with_signaled: to(
      'signaled',
      'One signaled fence replaces all that the syncobj held.',
      'drm_syncobj_replace_fence',
    ),
    reset: to('empty', 'DRM_IOCTL_SYNCOBJ_RESET empties the syncobj.', 'drm_syncobj_reset_ioctl'),
    ...(payload === 'empty' ? { ...adds(1, ''), ...adds(2, '') } : {}),
    ...(payload === 'p1' || payload === 'd1' ? adds(2, `${payload}_`) : {}),
    ...(payload === 'f1' ? signals('f1', 'signaled') : {}),
    ...(payload.includes('p1') ? signals('f1', payload.replace('p1', 'd1')) : {}),
    ...(payload.includes('p2') ? signals('f2', payload.replace('p2', 'd2')) : {}),
  };
}

const sets = [['f1'], ['f2'], ['f1', 'f2']] as const;
const arrayWait = 'drm_syncobj_array_wait_timeout';
const gives: Readonly<Record<string, Edge>> = {
  times_out: to('timed_out', 'The wait times out: -ETIME.', arrayWait),
  interrupt: to('interrupted', 'A signal interrupts the wait: -ERESTARTSYS.', arrayWait),
};

/** What becomes of a thread that waits for a point to come, when this is put in. */
const comes = (point: SyncobjPoint, then: (payload: Payload) => string): Record<string, Edge> =>
  Object.fromEntries(
    payloads
      .filter((payload) => isAvailable(payload, point))
      .map((payload) => [
        `submitted.${payload}`,
        to(
          then(payload),
          `The syncobj gets a fence for point ${point}: it holds ${inWords(payload)}.`,
          'syncobj_wait_syncobj_func',
        ),
      ]),
  );

/** `for_f1_f2`: each fence that is signaled leaves one less. */
const waitingFor = (set: readonly ('f1' | 'f2')[]) =>
  state(
    `The thread waits for fence ${set.join(' and fence ')}.`,
    arrayWait,
    {
      ...gives,
      ...Object.fromEntries(
        set.map((fence) => [
          `dma_fence_signal.${fence}`,
          to(waitsFor(set.filter((one) => one !== fence)), `Fence ${fence} is signaled.`, 'syncobj_wait_fence_func'),
        ]),
      ),
    },
    'waiting for',
  );

const over = (answer: string) =>
  state(`The call has returned ${answer}.`, arrayWait, {
    again: to('idle', 'The thread returns to userspace.', arrayWait),
  });

/**
 * A thread in DRM_IOCTL_SYNCOBJ_TIMELINE_WAIT on point 0, 1 or 2.
 * Rule: it keeps the fence that it found, whatever is put into the syncobj later; with WAIT_FOR_SUBMIT it waits for one
 * to come first, with WAIT_AVAILABLE for nothing else.
 * Source: drivers/gpu/drm/drm_syncobj.c (drm_syncobj_array_wait_timeout, syncobj_wait_syncobj_func), v6.12.
 */
export const syncobjWaiter = chart('syncobj_waiter', 'drivers/gpu/drm/drm_syncobj.c', {
  idle: state('The thread does not wait.', arrayWait, {
    ...Object.fromEntries(
      sets.map((set) => [
        `wait.${set.join('_')}`,
        to(waitsFor(set), 'The thread begins to wait for the fences of its point.', arrayWait),
      ]),
    ),
    ...Object.fromEntries(
      syncobjPoints.flatMap((point) => [
        [
          `wait_for_submit.${point}`,
          to(
            `for_submit_${point}`,
            'The thread begins to wait until the point is submitted and signaled.',
            'drm_syncobj_fence_add_wait',
          ),
        ],
        [
          `wait_available.${point}`,
          to(
            `for_available_${point}`,
            'The thread begins to wait until the point is submitted.',
            'DRM_SYNCOBJ_WAIT_FLAGS_WAIT_AVAILABLE',
          ),
        ],
      ]),
    ),
  }),
  ...Object.fromEntries(
    syncobjPoints.flatMap((point) => [
      [
        `for_submit_${point}`,
        state(
          `The thread waits until point ${point} is submitted, and then for its fences.`,
          'drm_syncobj_fence_add_wait',
          { ...gives, ...comes(point, (payload) => waitsFor(pendingIn(payload, point))) },
          'waiting for',
        ),
      ],
      [
        `for_available_${point}`,
        state(
          `The thread waits until point ${point} is submitted.`,
          'drm_syncobj_fence_add_wait',
          { ...gives, ...comes(point, () => 'woken') },
          'waiting for',
        ),
      ],
    ]),
  ),
  ...Object.fromEntries(sets.map((set) => [waitsFor(set), waitingFor(set)])),
  woken: state('The thread is woken, and the call is about to return.', arrayWait, {
    returns: to('returned', 'The call returns 0: it has not timed out.', arrayWait),
  }),
  returned: over('0'),
  timed_out: over('-ETIME'),
  interrupted: over('-ERESTARTSYS'),
}) as Named<string & {}, string>;
