import { compose } from '../../src/system/compose.ts';
import type { Row, Step } from '../../src/system/vocabulary.ts';
import {
  isAvailable,
  pendingIn,
  syncobjPoints,
  type Payload,
} from '../lifecycles/syncobj-timeline.ts';
import { fenceActors } from '../litmus/fences/actors.ts';
import { syncobjTimeline, syncobjTimelineParts } from '../rows/syncobj-timeline.ts';
import { source } from '../words/cites.ts';
import { no, undefinedAs, type Conformance } from './conformance.ts';

const syncobjC = (says: string) => source('drivers/gpu/drm/drm_syncobj.c', says);
const eventfd = 'DRM_IOCTL_SYNCOBJ_EVENTFD';

/** What a thread in a wait does, and an eventfd does not: it has no time, and nobody sends it a signal. */
const ofThreads = new Set(['wait_times_out', 'wait_is_interrupted']);
const renamed: Readonly<Record<string, string>> = {
  wait_ends: 'eventfd_signal',
  wait_again: 'read_eventfd',
};
const nameOf = (name: string): string => renamed[name] ?? name.replace(/^wait_/, 'eventfd_');

/** The same step for an eventfd in the thread's place. */
function heard({ waiter, ...others }: Step['moves'] & { readonly waiter?: string }): Step['moves'] {
  return waiter === undefined ? others : { ...others, eventfd: waiter };
}
const told = ({ name, moves, also, ...rest }: Step): Step => ({
  ...rest,
  name: nameOf(name),
  moves: heard(moves),
  ...(also && { also: heard(also) }),
  ...('waiter' in moves && { cite: syncobjC('syncobj_eventfd_entry_func') }),
});

const { waiter, ...others } = syncobjTimelineParts;
/**
 * A syncobj with a timeline of two points, and an eventfd in the place of the thread that waits: it
 * is told once, when the point has come (WAIT_AVAILABLE) or is signaled, and then forgotten.
 */
const syncobjEventfd: Row = {
  name: 'syncobj-eventfd',
  parts: { ...others, eventfd: { ...waiter, title: 'eventfd that is signaled for a point' } },
  steps: syncobjTimeline.steps.filter(({ name }) => !ofThreads.has(name)).map(told),
};

const own = undefinedAs('the test does this, and it is not a call');
const asked = undefinedAs(
  'there is one eventfd at a time; an immediate answer is asked in every state',
);

/** An eventfd that is given where there is nothing to wait for is told before the call returns. */
function answers(
  places: (part: string) => string,
): readonly (readonly [call: string, answer: string])[] {
  const payload = places('payload') as Payload;
  const ofPoints = syncobjPoints.flatMap((point) => {
    const there = isAvailable(payload, point);
    const signaled = there && pendingIn(payload, point).length === 0;
    // Where it is not told at once it would stay: that is a step.
    return [
      [`eventfd ${point}`, signaled ? 'told' : ''],
      [`eventfd_available ${point}`, there ? 'told' : ''],
    ] as const;
  });
  return [
    ...ofPoints,
    ['eventfd of no handle', '-ENOENT'],
    ['eventfd with another flag', '-EINVAL'],
    ['eventfd with padding', '-EINVAL'],
    ['eventfd of no descriptor', '-EBADF'],
  ];
}

/** An eventfd that is signaled for a point of a syncobj. */
export const eventfdConformance: Conformance = {
  id: 'eventfd',
  title: `${eventfd} on a syncobj with two points`,
  program: () => compose({ rows: [syncobjEventfd], actors: fenceActors, sizes: {} }),
  adapter: 'eventfd-adapter.h',
  since: '6.12',
  inside: { eventfd_signal: 'the call that makes it so tells the eventfd' },
  unreachable: {},
  refused: {
    ...Object.fromEntries(
      syncobjEventfd.steps.map(({ name }) => [name, [name.startsWith('eventfd_') ? asked : own]]),
    ),
    signal_f1: [no({ f1: 'signaled' }), undefinedAs('nobody has seen the fence yet')],
    signal_f2: [no({ f2: 'signaled' }), undefinedAs('nobody has seen the fence yet')],
  },
  answers,
};
