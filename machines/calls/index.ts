import type { Language } from '../../src/threads/meaning.ts';
import { kernelIds } from '../description/ids.ts';
import { rules } from '../rules/index.ts';
import { source } from '../words/cites.ts';
import { elsewhere } from './elsewhere.ts';
import { errors, guards, pure } from './names.ts';
import { fenceCalls } from './fences.ts';
import { kinds } from './kinds.ts';
import { forbidden } from './forbidden.ts';
import { lockCalls } from './locks.ts';
import { memoryCalls } from './memory.ts';
import { objectTypes } from './objects.ts';
import { places } from './places.ts';
import { rcuCalls } from './rcu.ts';
import { fenceMap, notifierMap } from './reclaim.ts';
import { schedulerCalls } from './scheduler.ts';
import { ticketCalls } from './tickets.ts';
import { waitCalls } from './waits.ts';
import { workCalls } from './work.ts';

/** The kernel's calls: what files of threads are made of. */
export const kernelCalls: Language = {
  versions: kernelIds,
  types: objectTypes,
  kinds,
  calls: [
    ...lockCalls,
    ...ticketCalls,
    ...memoryCalls,
    ...fenceCalls,
    ...workCalls,
    ...waitCalls,
    ...rcuCalls,
    ...schedulerCalls,
  ],
  errors,
  pure,
  guards,
  elsewhere,
  constants: { true: 1, false: 0, NULL: 0 },
  flags: [
    'GFP_KERNEL',
    'GFP_USER',
    'GFP_HIGHUSER',
    'GFP_NOFS',
    'GFP_NOIO',
    'GFP_NOWAIT',
    'GFP_ATOMIC',
    '__GFP_NOFAIL',
    '__GFP_NORETRY',
    '__GFP_ZERO',
    '__GFP_NOWARN',
    '__GFP_RETRY_MAYFAIL',
  ],
  atomicFlags: ['interrupts off', 'bottom halves off', 'preemption off', 'rcu'],
  order: {
    name: 'lockdep',
    primed: [
      '&mm->mmap_lock',
      'reservation_ww_class_acquire',
      'reservation_ww_class_mutex',
      'fs_reclaim',
      notifierMap,
      fenceMap,
    ],
    kinds: ['silent', 'circular', 'recursive', 'inconsistent', 'irq-inversion'],
    annotations: [
      {
        says: 'dma_fence_begin_signalling() to dma_fence_end_signalling()',
        before: 'dma_fence_begin_signalling',
        after: 'dma_fence_end_signalling',
        event: 'dma_fence_signal',
      },
    ],
    cite: source('drivers/dma-buf/dma-resv.c', 'dma_resv_lockdep'),
  },
  places,
  laws: forbidden,
  lawIds: Object.keys(rules),
};
