import { compose } from '../../src/system/compose.ts';
import {
  isAvailable,
  pendingIn,
  syncobjPoints,
  type Payload,
} from '../lifecycles/syncobj-timeline.ts';
import { fenceActors } from '../litmus/fences/actors.ts';
import { syncobjTimeline } from '../rows/syncobj-timeline.ts';
import { source } from '../words/cites.ts';
import { no, undefinedAs, type Conformance, type Refused } from './conformance.ts';

const syncobjC = (says: string) => source('drivers/gpu/drm/drm_syncobj.c', says);
const own = undefinedAs('the test does this, and it is not a call');
const asked = undefinedAs('the answer to a wait with a timeout of 0 is asked in every state');
const unordered = undefinedAs(
  'a timeline grows upwards; the interface does not say what is found if it does not',
  syncobjC('drm_syncobj_add_point: You are adding an unorder point to timeline!'),
);

/** What a query answers: the last point behind which, and in which, nothing is pending. */
function queried(payload: Payload): string {
  if (payload.startsWith('d1')) return payload.endsWith('d2') ? '2' : '1';
  return payload === 'd2' ? '2' : '0';
}
const last = (payload: Payload): string => /[12]$/.exec(payload.replace('f1', ''))?.[0] ?? '0';

/** What each call answers that changes nothing. A wait without time does not sleep. */
function answers(places: (part: string) => string): readonly (readonly [string, string])[] {
  const payload = places('payload') as Payload;
  const ofPoints = syncobjPoints.flatMap((point) => {
    const there = isAvailable(payload, point);
    const pending = pendingIn(payload, point);
    const late = pending.length === 0 ? '0' : '-ETIME';
    const fence = pending.length === 0 ? 'signaled' : pending.join(' ');
    return [
      [`wait ${point}`, there ? late : '-EINVAL'],
      [`wait_for_submit ${point}`, there ? late : '-ETIME'],
      [`wait_available ${point}`, there ? '0' : '-ETIME'],
      [`drm_syncobj_find_fence ${point}`, there ? fence : '-EINVAL'],
      [`transfer_to_binary ${point}`, there ? fence : '-EINVAL'],
      // Point 3 of another syncobj, and what is pending there.
      [`transfer_to_timeline ${point}`, there ? `3 ${fence}` : '-EINVAL'],
    ] as const;
  });
  return [
    ...ofPoints,
    ['query', queried(payload)],
    ['query_last_submitted', last(payload)],
    [
      'export_sync_file',
      payload === 'empty' ? '-EINVAL' : pendingIn(payload, 0).join(' ') || 'signaled',
    ],
    ['drm_syncobj_find_fence of no handle', '-ENOENT'],
  ];
}

const refused = (name: string): Refused => {
  if (/^(add_point|timeline_signal)_/.test(name)) return unordered;
  return /^wait_\d_for|^wait_(for_submit|available)_/.test(name) ? asked : own;
};

/** A syncobj with its timeline through the ioctls, and a thread that waits for a point. */
export const syncobjConformance: Conformance = {
  id: 'syncobj',
  title: 'drm_syncobj with two points: replace, add, wait, signal, reset, transfer, query',
  program: () => compose({ rows: [syncobjTimeline], actors: fenceActors, sizes: {} }),
  adapter: 'syncobj-adapter.h',
  inside: { wait_ends: 'a thread that was woken runs before the test does' },
  unreachable: {},
  ends: ['wait_times_out'],
  refused: {
    ...Object.fromEntries(syncobjTimeline.steps.map(({ name }) => [name, [refused(name)]])),
    signal_f1: [no({ f1: 'signaled' }), undefinedAs('nobody has seen the fence yet')],
    signal_f2: [no({ f2: 'signaled' }), undefinedAs('nobody has seen the fence yet')],
  },
  answers,
};
