import type { Clause, Row, Step } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import {
  isAvailable,
  payloads,
  pendingIn,
  syncobjPayload,
  syncobjPoints,
  syncobjWaiter,
  type Payload,
  type SyncobjPoint,
} from '../lifecycles/syncobj-timeline.ts';

const syncobjC = from('drivers/gpu/drm/drm_syncobj.c');

type When = NonNullable<Step['when']>;

export const syncobjTimelineParts = {
  payload: { of: syncobjPayload, title: 'fence of the syncobj' },
  f1: { of: dmaFence, title: 'fence 1' },
  f2: { of: dmaFence, title: 'fence 2' },
  waiter: { of: syncobjWaiter, title: 'thread that waits for a point' },
} as const;

/** A step that puts something into the syncobj: whoever waits for it to come is told. */
const puts = (
  name: string,
  event: string,
  makes: Payload,
  when: When,
  says: string,
  publishes?: 'f1' | 'f2',
): Step => ({
  name,
  actor: 'user',
  moves: { payload: event },
  also: {
    waiter: `submitted.${makes}`,
    ...(publishes === undefined ? {} : { [publishes]: 'publish' }),
  },
  when,
  atomic: 'the lock of the syncobj',
  cite: syncobjC(says),
});

/** Point `point` behind `before`, by a fence that is pending or signaled, or by the ioctl that signals it. */
const adds = (point: 1 | 2, before: 'empty' | 'p1' | 'd1'): readonly Step[] => {
  const fence = `f${point}` as const;
  const behind = before === 'empty' ? '' : `${before}_`;
  const suffix = before === 'empty' ? '' : `_behind_${before}`;
  const signaled = `${behind}d${point}` as Payload;
  // Point 1 is added in one state alone: its lifecycle says so.
  const there = point === 1 ? {} : { payload: before };
  return [
    puts(
      `add_point_${point}${suffix}`,
      `add_point_${point}`,
      `${behind}p${point}` as Payload,
      { ...there, [fence]: '!signaled' } as When,
      'drm_syncobj_add_point',
      fence,
    ),
    puts(
      `add_point_${point}_signaled${suffix}`,
      `add_point_${point}_signaled`,
      signaled,
      { ...there, [fence]: 'signaled' } as When,
      'drm_syncobj_add_point',
    ),
    puts(
      `timeline_signal_${point}${suffix}`,
      `add_point_${point}_signaled`,
      signaled,
      there as When,
      'drm_syncobj_timeline_signal_ioctl',
    ),
  ];
};

const signals = (fence: 'f1' | 'f2'): Step => ({
  name: `signal_${fence}`,
  actor: 'signaler',
  moves: { [fence]: 'dma_fence_signal' },
  also: { payload: `dma_fence_signal.${fence}`, waiter: `dma_fence_signal.${fence}` },
});

/** A wait for what is there: a step for each set of fences that a point may mean. */
const waits = (point: SyncobjPoint): readonly Step[] =>
  ['f1', 'f2', 'f1_f2'].flatMap((set) => {
    const means = payloads.filter((one) => isAvailable(one, point) && pendingIn(one, point).join('_') === set);
    return means.length === 0
      ? []
      : [
          {
            name: `wait_${point}_for_${set}`,
            actor: 'user',
            moves: { waiter: `wait.${set}` },
            when: { payload: means } as When,
            cite: syncobjC('drm_syncobj_array_wait_timeout'),
          },
        ];
  });

const missing = (point: SyncobjPoint): readonly Payload[] => payloads.filter((one) => !isAvailable(one, point));

const steps: readonly Step[] = [
  puts('replace_fence', 'replace_fence', 'f1', { f1: '!signaled' } as When, 'drm_syncobj_replace_fence', 'f1'),
  puts(
    'replace_with_signaled',
    'replace_with_signaled',
    'signaled',
    { f1: 'signaled' } as When,
    'drm_syncobj_replace_fence',
  ),
  puts(
    'import_sync_file',
    'replace_fence',
    'f1',
    { f1: '!signaled' } as When,
    'drm_syncobj_import_sync_file_fence',
    'f1',
  ),
  puts('syncobj_signal', 'replace_with_signaled', 'signaled', {}, 'drm_syncobj_signal_ioctl'),
  { name: 'syncobj_reset', actor: 'user', moves: { payload: 'reset' }, cite: syncobjC('drm_syncobj_reset_ioctl') },
  ...adds(1, 'empty'),
  ...adds(2, 'empty'),
  ...adds(2, 'p1'),
  ...adds(2, 'd1'),
  signals('f1'),
  signals('f2'),
  ...syncobjPoints.flatMap((point): readonly Step[] => [
    ...waits(point),
    {
      name: `wait_for_submit_${point}`,
      actor: 'user',
      moves: { waiter: `wait_for_submit.${point}` },
      when: { payload: missing(point) } as When,
      cite: syncobjC('DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT'),
    },
    {
      name: `wait_available_${point}`,
      actor: 'user',
      moves: { waiter: `wait_available.${point}` },
      when: { payload: missing(point) } as When,
      cite: syncobjC('DRM_SYNCOBJ_WAIT_FLAGS_WAIT_AVAILABLE'),
    },
  ]),
  { name: 'wait_ends', actor: 'waker', moves: { waiter: 'returns' }, cite: syncobjC('syncobj_wait_fence_func') },
  { name: 'wait_times_out', actor: 'user', moves: { waiter: 'times_out' }, cite: syncobjC('-ETIME') },
  { name: 'wait_is_interrupted', actor: 'user', moves: { waiter: 'interrupt' }, cite: syncobjC('-ERESTARTSYS') },
  { name: 'wait_again', actor: 'user', moves: { waiter: 'again' } },
];

const pending = ['for_f1', 'for_f2', 'for_f1_f2', 'woken'];
const coming = syncobjPoints.flatMap((point) => [`for_submit_${point}`, `for_available_${point}`]);

/** A syncobj with a timeline of two points, two fences for it, and a thread that waits for a point. */
export const syncobjTimeline: Row = {
  name: 'syncobj-timeline',
  parts: syncobjTimelineParts,
  steps,
  promises: [
    {
      name: 'wait-ends',
      pending: { waiter: [...pending, ...coming] } as When,
      cite: syncobjC('drm_syncobj_array_wait_timeout'),
    },
  ],
};

export const syncobjTimelineClauses: Readonly<Record<'submitted', Clause>> = {
  submitted: {
    name: 'syncobj-timeline/waits-for-what-was-submitted',
    says: syncobjC('drm_syncobj_array_wait_timeout: -EINVAL without DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT'),
    about: 'A thread waits only for fences that exist, not for one to be submitted.',
    forbids: steps.map(({ name }) => name).filter((name) => /^wait_(for_submit|available)_/.test(name)),
  },
};
