import type { Call, Operation, Touch } from '../../src/threads/meaning.ts';
import { source } from '../words/cites.ts';
import { allocates, fenceMap } from './reclaim.ts';
import { endless, withTimeout } from './timeouts.ts';

const fence = (says: string) => source('drivers/dma-buf/dma-fence.c', says);
const waits: readonly Touch[] = [{ class: fenceMap, waits: true }];
const publish: readonly Operation[] = [
  { do: 'step', either: [{ also: [['last', 'publish']] }], says: 'others can see it' },
];

/** Its lock if it has one, signaled, each callback under that lock. */
const locked: Operation = { do: 'acquire', of: { usedBy: 0 }, says: 'takes the lock of the fence' };
const unlocked: Operation = {
  do: 'release',
  of: { usedBy: 0 },
  says: 'gives the lock of the fence back',
};
const irqsOff: Operation = { do: 'raise', flag: 'interrupts off' };
const irqsOn: Operation = { do: 'lower', flag: 'interrupts off' };
const underLock = (body: readonly Operation[]): readonly Operation[] => [
  {
    do: 'where',
    of: { usedBy: 0 },
    words: ['there'],
    body: [irqsOff, locked, ...body, unlocked, irqsOn],
    else: body,
  },
];
const signals: readonly Operation[] = [
  { do: 'step', either: [{ also: [[0, 'dma_fence_signal']] }] },
  { do: 'callbacks', of: 0 },
];

const plain: readonly Call[] = [
  {
    name: 'dma_fence_init',
    takes: ['dma_fence', '...?'],
    does: [
      {
        do: 'step',
        either: [
          { when: [[0, 'unpublished']] },
          { moves: [[0, 'dma_fence_init']] },
          { when: [[0, 'visible']], bad: 'the fence is still in use' },
        ],
      },
    ],
    about:
      'Initialises the fence; nobody else can see it yet. Initialising a fence that others can see breaks a rule.',
    order: '-',
    cite: fence('dma_fence_init'),
  },
  {
    name: 'sync_file_create',
    takes: ['dma_fence'],
    alias: ['fd_install', 'dma_fence_publish'],
    does: publish,
    about: 'Makes the fence visible: from here on others can wait for it.',
    order: '-',
    cite: source('drivers/dma-buf/sync_file.c', 'sync_file_create'),
  },
  {
    name: 'drm_syncobj_replace_fence',
    takes: ['any?', 'dma_fence'],
    does: publish,
    about: 'Makes the fence visible, as sync_file_create does.',
    order: '-',
    cite: source('drivers/gpu/drm/drm_syncobj.c', 'drm_syncobj_replace_fence'),
  },
  {
    name: 'dma_fence_signal',
    takes: ['dma_fence'],
    does: underLock(signals),
    about:
      'Signals the fence: takes its lock if it has one, and calls each added callback under that lock.',
    order: 'the lock',
    cite: fence('dma_fence_signal'),
  },
  {
    name: 'dma_fence_signal_locked',
    takes: ['dma_fence'],
    does: [{ do: 'step', either: [{ holds: { usedBy: 0 } }] }, ...signals],
    about: 'Signals the fence; the caller holds the lock of the fence.',
    order: '-',
    cite: fence('dma_fence_signal_locked'),
  },
  {
    name: 'dma_fence_is_signaled',
    takes: ['dma_fence'],
    mustUse: true,
    does: [
      {
        do: 'step',
        either: [
          { when: [[0, 'signaled']], gives: 1 },
          { when: [[0, '!signaled']], gives: 0 },
        ],
      },
    ],
    about: 'Returns 1 if the fence is signaled, 0 if not.',
    order: '-',
    cite: fence('dma_fence_is_signaled'),
  },
  {
    name: 'dma_fence_wait',
    takes: ['dma_fence', 'any?'],
    does: [
      {
        do: 'step',
        either: [{ when: [[0, 'signaled']], strong: true, gives: 0 }],
        sleeps: true,
        touches: waits,
      },
    ],
    about: 'Waits until the fence is signaled.',
    order: 'dma_fence_map',
    cite: fence('dma_fence_wait_timeout'),
  },
  {
    name: 'dma_fence_wait_timeout',
    takes: ['dma_fence', 'any?', 'any?'],
    does: withTimeout({ when: [[0, 'signaled']], gives: 1 }, [[0, '!signaled']], {
      touches: waits,
      strong: true,
    }),
    about:
      'Waits until the fence is signaled and returns 1; the timeout may come at any moment, and ' +
      'then it returns 0. With MAX_SCHEDULE_TIMEOUT it never comes.',
    order: 'dma_fence_map',
    cite: fence('dma_fence_wait_timeout'),
  },
  {
    name: 'dma_fence_add_callback',
    takes: ['dma_fence', 'callback'],
    does: underLock([{ do: 'add callback', of: 0, run: 1, unless: 'signaled', gives: 'ENOENT' }]),
    about: 'Adds the callback and returns 0; returns -ENOENT if the fence is already signaled.',
    order: 'the lock',
    cite: fence('dma_fence_add_callback'),
  },
  {
    name: 'dma_fence_remove_callback',
    takes: ['dma_fence', 'callback'],
    does: underLock([{ do: 'remove callback', of: 0, run: 1 }]),
    about: 'Removes the callback and returns 1; returns 0 if it has already run.',
    order: 'the lock',
    cite: fence('dma_fence_remove_callback'),
  },
  {
    name: 'dma_fence_begin_signalling',
    takes: [],
    does: [
      { do: 'enter', class: fenceMap, read: 1, once: true, notAtomic: true },
      { do: 'gives', value: 0 },
    ],
    about: 'Begins a critical section: lockdep counts this thread as one that signals fences.',
    order: 'dma_fence_map, shared; nothing in atomic context',
    cite: fence('dma_fence_begin_signalling'),
  },
  {
    name: 'dma_fence_end_signalling',
    takes: ['any?'],
    does: [{ do: 'leave', class: fenceMap }],
    about: 'Ends the critical section.',
    order: 'released',
    cite: fence('dma_fence_end_signalling'),
  },
];

const usages = ['KERNEL', 'WRITE', 'READ', 'BOOKKEEP'].map((usage) => `DMA_RESV_USAGE_${usage}`);

/** Waits for all fences of a dma_resv; with fewer arguments than the kernel's it has no timeout. */
const allFences: readonly Operation[] = withTimeout(
  {
    when: [[{ addedTo: 0, by: 'dma_resv_add_fence', type: 'dma_fence' }, '!visible']],
    gives: 1,
  },
  [],
  { words: [...endless, 'there', 'true', 'false', ...usages], touches: waits },
);

const containers: readonly Call[] = [
  {
    name: 'dma_resv_add_fence',
    takes: ['dma_resv', 'dma_fence', 'any?'],
    does: [{ do: 'step', either: [{ holds: 0, also: [[1, 'publish']] }] }],
    about: 'Makes the fence visible in the dma_resv. The caller holds the lock of the dma_resv.',
    order: '-',
    cite: source('drivers/dma-buf/dma-resv.c', 'dma_resv_add_fence'),
  },
  {
    name: 'dma_resv_reserve_fences',
    takes: ['dma_resv', 'any?'],
    does: [
      { do: 'step', either: [{ holds: 0 }] },
      ...allocates('reclaims'),
      { do: 'gives', value: 0 },
    ],
    about: 'Allocates a slot for a fence. The caller holds the lock of the dma_resv.',
    order: 'as kmalloc',
    cite: source('drivers/dma-buf/dma-resv.c', 'dma_resv_reserve_fences'),
  },
  {
    name: 'dma_resv_wait_timeout',
    takes: ['dma_resv', 'any?', 'any?', 'any?'],
    does: allFences,
    about:
      'Waits for every fence in the dma_resv and returns 1. With a timeout other than ' +
      'MAX_SCHEDULE_TIMEOUT it may return 0 at any moment.',
    order: 'dma_fence_map',
    cite: source('drivers/dma-buf/dma-resv.c', 'dma_resv_wait_timeout'),
  },
  {
    name: 'dma_fence_array_create',
    takes: ['dma_fence', 'dma_fence', 'dma_fence?', 'dma_fence?', 'dma_fence?'],
    alias: ['dma_fence_chain_init'],
    does: [
      {
        do: 'step',
        either: [{ also: [[{ pending: { member: 0, name: '$0_follows' } }, 'queue']] }],
      },
    ],
    inherits: 'engine $0_follows() { await_signaled_all(&$0); dma_fence_signal(&$0); }',
    about: 'Makes the first fence a container: it signals when all the others have signaled.',
    order: '-',
    cite: source(
      'drivers/dma-buf/dma-fence-array.c',
      'dma_fence_array_cb_func, irq_dma_fence_array_work',
    ),
  },
  {
    name: 'await_signaled_all',
    takes: ['dma_fence'],
    hidden: true,
    does: [
      {
        do: 'step',
        either: [
          {
            when: [
              [
                {
                  addedTo: 0,
                  by: 'dma_fence_array_create|dma_fence_chain_init',
                  type: 'dma_fence',
                },
                'signaled',
              ],
            ],
            strong: true,
          },
        ],
        says: 'all its fences have signaled',
      },
    ],
    about: 'All fences of the array or the chain have signaled.',
    order: '-',
    cite: source('drivers/dma-buf/dma-fence-array.c', 'dma_fence_array_cb_func'),
  },
];

/** Fences, and what holds fences. */
export const fenceCalls: readonly Call[] = [...plain, ...containers];
