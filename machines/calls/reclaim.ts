import type { Operation, Touch } from '../../src/threads/meaning.ts';

/** The map of a notifier, as mm/mmu_notifier.c names it. */
export const notifierMap = 'mmu_notifier_invalidate_range_start';
export const fenceMap = 'dma_fence_map';

/** The wait of another driver in reclaim. */
export const anotherWaits = [
  {
    type: 'dma_fence',
    in: 'visible',
    until: 'signaled',
    says: "somebody else's shrinker or notifier waits for",
  },
] as const;

/**
 * Direct reclaim does one thing: a shrinker of the file, a notifier of it, or somebody else's wait
 * for one visible fence. Two that both return add nothing to what may be blocked, and one that
 * blocks is chosen directly. Inside it nothing reclaims again (PF_MEMALLOC).
 */
export const reclaims = (says: string, touches: readonly Touch[]): readonly Operation[] => [
  { do: 'step', either: [{}], sleeps: true },
  {
    do: 'unless',
    flag: 'no reclaim',
    body: [
      {
        do: 'one of',
        says,
        touches,
        each: [
          {
            kind: 'shrinker',
            flag: 'no reclaim',
            before: [{ do: 'enter', class: 'fs_reclaim', fresh: true }],
            after: [{ do: 'leave', class: 'fs_reclaim' }],
          },
          {
            kind: 'notifier',
            flag: 'no reclaim',
            before: [{ do: 'enter', class: notifierMap, fresh: true }],
            after: [{ do: 'leave', class: notifierMap }],
          },
        ],
        waits: anotherWaits,
      },
    ],
  },
];

/** What an allocation with these flags means. */
export const allocates = (says: string): readonly Operation[] => [
  {
    do: 'unless',
    flag: 'no reclaim',
    body: [
      {
        do: 'unless',
        flag: 'no fs',
        body: [{ do: 'step', either: [{}], touches: [{ class: 'fs_reclaim' }] }],
      },
    ],
  },
  ...reclaims(says, [{ class: notifierMap }]),
];

/** Every notifier of the file, one after another. */
export const notifies: readonly Operation[] = [
  { do: 'step', either: [{}], sleeps: true },
  {
    do: 'each',
    kind: 'notifier',
    before: [{ do: 'enter', class: notifierMap }],
    after: [{ do: 'leave', class: notifierMap }],
  },
];

/** A page fault of the CPU: mmap_lock, the handlers of the file, an allocation. */
export const faults = (held: boolean): readonly Operation[] => [
  {
    do: 'step',
    either: [{}],
    sleeps: true,
    touches: held ? [] : [{ class: { the: 'mm_struct' }, read: 1 }],
  },
  {
    do: 'unless',
    flag: 'page faults off',
    body: [
      {
        do: 'step',
        either: [
          {},
          {
            note: 'faults',
            does: [
              ...(held
                ? []
                : [
                    {
                      do: 'acquire',
                      of: { the: 'mm_struct' },
                      shared: true,
                      read: 1,
                      fresh: true,
                      says: 'the page fault takes mmap_lock',
                    } as const,
                  ]),
              { do: 'each', kind: 'cpu_fault' },
              ...allocates('the page fault allocates and reclaims'),
              ...(held
                ? []
                : [
                    {
                      do: 'release',
                      of: { the: 'mm_struct' },
                      shared: true,
                      says: 'the page fault gives mmap_lock back',
                    } as const,
                  ]),
            ],
          },
        ],
      },
    ],
  },
];
