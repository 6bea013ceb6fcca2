import { isAvailable, payloads, pendingIn, syncobjPoints, type Payload } from '../../lifecycles/syncobj-timeline.ts';
import { syncobjTimeline, syncobjTimelineParts } from '../../rows/syncobj-timeline.ts';
import type { Clause, Row, Step } from '../../../src/system/vocabulary.ts';
import { from } from '../../words/cites.ts';
import { fenceLitmuses } from './litmus.ts';

const syncobjC = from('drivers/gpu/drm/drm_syncobj.c');
const chainC = from('drivers/dma-buf/dma-fence-chain.c');
const fenceC = from('drivers/dma-buf/dma-fence.c');

type When = NonNullable<Step['when']>;
const named = (pattern: RegExp): string[] =>
  syncobjTimeline.steps.map(({ name }) => name).filter((name) => pattern.test(name));
const comes = [
  ['submit', 'DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT'],
  ['available', 'DRM_SYNCOBJ_WAIT_FLAGS_WAIT_AVAILABLE'],
] as const;

/** The steps alone: what is promised depends on what is asked. */
const timelineAlone: Row = { ...syncobjTimeline, promises: [] };

/** A wait for what is there ends; one promise for each set of fences that a timeline can hold. */
const setsEnd = (['f1', 'p1', 'p2', 'p1_p2', 'd1_p2', 'p1_d2'] as const).map((payload) => ({
  name: `wait-ends-on-${payload}`,
  pending: { payload, waiter: `for_${pendingIn(payload, 0).join('_')}` } as When,
  cite: fenceC('Fences must complete in a reasonable time.'),
}));

/** Whoever waits for a point to come is told when it is put in, and nothing is signaled before its fence. */
const timelineBooks: Row = {
  name: 'syncobj-timeline-books',
  parts: syncobjTimelineParts,
  steps: [],
  promises: setsEnd,
  invariants: [
    ...syncobjPoints.flatMap((point) =>
      payloads
        .filter((payload) => isAvailable(payload, point))
        .map((payload) => ({
          name: `told-of-point-${point}-in-${payload}`,
          never: { payload, waiter: [`for_submit_${point}`, `for_available_${point}`] } as When,
          cite: syncobjC('drm_syncobj_add_point: syncobj_wait_syncobj_func for each waiter of cb_list'),
        })),
    ),
    ...payloads.flatMap((payload) =>
      (['1', '2'] as const)
        .filter((point) => payload.includes(`d${point}`))
        .map((point) => ({
          name: `point-${point}-of-${payload}-is-signaled-by-its-fence`,
          never: { payload, [`f${point}`]: '!signaled' } as When,
          cite: chainC('dma_fence_chain_signaled'),
        })),
    ),
    {
      name: 'binary-is-signaled-by-its-fence',
      never: { payload: 'signaled', f1: '!signaled' } as When,
      cite: syncobjC('drm_syncobj_replace_fence'),
    },
    ...(['f1', 'f2'] as const).map((fence) => ({
      name: `nobody-waits-for-${fence}-when-it-is-signaled`,
      never: { waiter: [`for_${fence}`, 'for_f1_f2'], [fence]: 'signaled' } as When,
      cite: syncobjC('syncobj_wait_fence_func'),
    })),
  ],
};

const notByHand: Clause = {
  name: 'syncobj-timeline/not-by-hand',
  says: syncobjC('drm_syncobj_timeline_signal_ioctl: a point that is signaled by userspace has a stub'),
  about: 'Userspace puts in fences of work, and signals nothing itself.',
  forbids: [...named(/^timeline_signal_/), 'syncobj_signal'],
};

/** A point is put in, and whoever waits for it is not told. */
const quietly: Clause = {
  name: 'syncobj-timeline/tells-nobody',
  says: syncobjC('drm_syncobj_add_point: syncobj_wait_syncobj_func for each waiter of cb_list'),
  about: 'The list of those who wait is not walked when a point is added.',
  forbids: ['add_point_1'],
  adds: [
    {
      name: 'add_point_1_quietly',
      actor: 'user',
      moves: { payload: 'add_point_1', f1: 'publish' } as never,
      cite: syncobjC('drm_syncobj_add_point'),
    },
  ],
};

/** One thread waits for `point` as it is, while points are added and nothing is taken away. */
const waitsFor = (point: 1 | 2): Clause => ({
  name: `syncobj-timeline/waits-for-${point}`,
  says: syncobjC('drm_syncobj_array_wait_timeout'),
  about: 'A timeline grows, and one thread waits for one of its points.',
  forbids: [
    ...named(/^wait_(for_submit|available)_/),
    ...named(new RegExp(`^wait_(?!${point})\\d_for_`)),
    ...named(/^(replace_|import_|syncobj_)/),
    'wait_again',
    'wait_times_out',
    'wait_is_interrupted',
  ],
});

const before = chainC('dma_fence_chain_enable_signaling: every fence of the chain up to the node has to signal');

/** Where the point is there, and where a thread that waits for it stands: `returned` if nothing is pending. */
const waitsOf = (point: 1 | 2): readonly (readonly [Payload, string])[] =>
  payloads
    .filter((payload) => /^[pd]/.test(payload) && isAvailable(payload, point))
    .map((payload) => {
      const found = pendingIn(payload, point);
      return [payload, found.length === 0 ? 'returned' : `for_${found.join('_')}`];
    });
const places = ['for_f1', 'for_f2', 'for_f1_f2', 'returned'];

/** A wait for a point ends with all that lies before it, and with nothing behind it. */
const pointBooks = (point: 1 | 2): Row => ({
  name: `syncobj-point-${point}-books`,
  parts: syncobjTimelineParts,
  steps: [],
  promises: waitsOf(point)
    .filter(([payload]) => payload.includes('p'))
    .map(([payload, right]) => ({
      name: `wait-ends-on-${payload}`,
      pending: { payload, waiter: right === 'returned' ? 'woken' : right } as When,
      cite: fenceC('Fences must complete in a reasonable time.'),
    })),
  invariants: waitsOf(point).flatMap(([payload, right]) =>
    places
      .filter((place) => place !== right)
      .map((place) => ({
        name: `${payload}-is-not-${place.replaceAll('_', '-')}`,
        never: { payload, waiter: place } as When,
        cite: before,
      })),
  ),
});

/** The set of a wait is another one than that of its point. */
const waitsWrongly = (point: 0 | 1 | 2, payload: Payload, set: string, about: string): Clause => ({
  name: `syncobj-timeline/point-${point}-waits-for-${set}`,
  says: before,
  about,
  adds: [
    {
      name: `wait_${point}_for_${set}_alone`,
      actor: 'user',
      moves: { waiter: `wait.${set}` } as never,
      when: { payload } as When,
      cite: syncobjC('drm_syncobj_array_wait_timeout'),
    },
  ],
});

/** What nobody has promised to add: one promise for each way to wait for it. */
const comesBooks: Row = {
  name: 'syncobj-comes-books',
  parts: syncobjTimelineParts,
  steps: [],
  promises: syncobjPoints.flatMap((point) =>
    comes.map(([word, flag]) => ({
      name: `point-${point}-comes-${word}`,
      pending: { waiter: `for_${word}_${point}` } as When,
      cite: syncobjC(flag),
    })),
  ),
};

const books = [timelineAlone, timelineBooks];

/** A timeline of points: what a wait for one of them waits for, and who is told. */
export const timelines = fenceLitmuses(
  {
    name: 'SYNCOBJ-TIMELINE+books',
    cites: ['F-10'],
    twin: 'SYNCOBJ-TIMELINE+books+tells-nobody',
    about:
      'A thread that waits for a point to be added is told when it is added, by any call and in any order. A ' +
      'point is signaled by its own fence only.',
    asks: { rows: books, clauses: [notByHand] },
    expect: { verdict: 'finite', states: 273, edges: 1683 },
  },
  {
    name: 'SYNCOBJ-TIMELINE+books+tells-nobody',
    cites: ['F-10'],
    twin: 'SYNCOBJ-TIMELINE+books',
    about: 'A point is added to the timeline and no waiter is told, which is a lost wakeup.',
    asks: { rows: books, clauses: [notByHand, quietly] },
    expect: {
      verdict: 'broken',
      broken: ['told-of-point-0-in-p1', 'told-of-point-0-in-d1', 'told-of-point-1-in-p1', 'told-of-point-1-in-d1'],
      states: 294,
      edges: 1777,
      length: 2,
    },
  },
  {
    name: 'SYNCOBJ-TIMELINE+books+by-hand',
    cites: ['F-10', 'I-1'],
    twin: 'SYNCOBJ-TIMELINE+books',
    about: 'Userspace signals points of the timeline itself, and these points then say nothing about submitted work.',
    asks: { rows: books, clauses: [] },
    expect: {
      verdict: 'broken',
      broken: [
        'point-1-of-d1-is-signaled-by-its-fence',
        'point-2-of-d2-is-signaled-by-its-fence',
        'point-1-of-d1_p2-is-signaled-by-its-fence',
        'point-2-of-p1_d2-is-signaled-by-its-fence',
        'point-1-of-d1_d2-is-signaled-by-its-fence',
        'point-2-of-d1_d2-is-signaled-by-its-fence',
        'binary-is-signaled-by-its-fence',
      ],
      states: 494,
      edges: 3700,
      length: 1,
    },
  },
  {
    name: 'SYNCOBJ-TIMELINE+point-2',
    cites: ['F-10'],
    twin: 'SYNCOBJ-TIMELINE+point-2+last-alone',
    about:
      'A wait for the second point also waits for the fence of the first point, even after the fence of the ' +
      'second is signaled.',
    asks: { rows: [timelineAlone, pointBooks(2)], clauses: [waitsFor(2)] },
    expect: { verdict: 'finite', states: 30, edges: 35 },
  },
  {
    name: 'SYNCOBJ-TIMELINE+point-2+last-alone',
    cites: ['F-10'],
    twin: 'SYNCOBJ-TIMELINE+point-2',
    about:
      'A thread that waits for the second point waits only for its fence, and returns before the fence of the ' +
      'first point is signaled.',
    asks: {
      rows: [timelineAlone, pointBooks(2)],
      clauses: [waitsFor(2), waitsWrongly(2, 'p1_p2', 'f2', 'The node is taken for its own fence.')],
    },
    expect: {
      verdict: 'broken',
      broken: ['p1_p2-is-not-for-f2', 'p1_d2-is-not-returned'],
      states: 33,
      edges: 41,
      length: 3,
    },
  },
  {
    name: 'SYNCOBJ-TIMELINE+point-1',
    cites: ['F-10'],
    twin: 'SYNCOBJ-TIMELINE+point-1+whole',
    about:
      'A wait for the first point does not wait for points that were added later. If the first point was never ' +
      'added, the second one stands for it.',
    asks: { rows: [timelineAlone, pointBooks(1)], clauses: [waitsFor(1)] },
    expect: { verdict: 'finite', states: 31, edges: 42 },
  },
  {
    name: 'SYNCOBJ-TIMELINE+point-1+whole',
    cites: ['F-10'],
    twin: 'SYNCOBJ-TIMELINE+point-1',
    about:
      'The point is not looked up, and a thread that waits for the first point also waits for points that were ' +
      'added later.',
    asks: {
      rows: [timelineAlone, pointBooks(1)],
      clauses: [waitsFor(1), waitsWrongly(1, 'p1_p2', 'f1_f2', 'dma_fence_chain_find_seqno is left out.')],
    },
    expect: {
      verdict: 'broken',
      broken: ['p1_p2-is-not-for-f1-f2', 'd1_p2-is-not-for-f2'],
      states: 33,
      edges: 46,
      length: 3,
    },
  },
  {
    name: 'SYNCOBJ-TIMELINE+whoever-waits-for-it-to-come',
    cites: ['F-10', 'I-1'],
    twin: 'SYNCOBJ-TIMELINE+books',
    about:
      'A thread waits for a point that is not there yet. That is allowed, because only userspace waits, and ' +
      'nobody has promised to add the point.',
    asks: { rows: [timelineAlone, timelineBooks, comesBooks], clauses: [notByHand] },
    expect: {
      verdict: 'indefinite',
      promises: {
        [`point-0-comes-submit`]: 'indefinite',
        [`point-0-comes-available`]: 'indefinite',
        [`point-1-comes-submit`]: 'indefinite',
        [`point-1-comes-available`]: 'indefinite',
        [`point-2-comes-submit`]: 'indefinite',
        [`point-2-comes-available`]: 'indefinite',
      },
      cycle: 'waiter → user',
      states: 273,
      edges: 1683,
      length: 1,
    },
  },
);
