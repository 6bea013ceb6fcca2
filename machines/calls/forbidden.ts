import type { Law } from '../../src/threads/meaning.ts';
import { contract, dmaBuf, source } from '../words/cites.ts';

/** The laws that a hang or a broken call goes against: the first that fits the waits-for cycle is told. */
export const forbidden: readonly Law[] = [
  {
    id: 'CDC-4',
    types: ['dma_fence'],
    words: ['in notifier', ': notifier', 'mmu_notifier'],
    cite: contract(
      'Drivers are allowed to call dma_fence_wait() from their mmu_notifier respectively mmu_interval_notifier callbacks. This means any code required for fence ... cannot allocate memory with GFP_NOFS or GFP_NOIO.',
    ),
  },
  {
    id: 'F-8',
    types: ['dma_fence'],
    words: ['kmalloc', 'kzalloc', 'kvmalloc', 'alloc_page', 'reclaim', 'kcalloc', 'reserve_fences'],
    cite: contract(
      'Drivers are allowed to call dma_fence_wait() from their shrinker callbacks. This means any code required for fence completion cannot allocate memory with GFP_KERNEL.',
    ),
  },
  {
    id: 'CDC-2',
    types: ['dma_fence', 'dma_resv'],
    cite: contract(
      'Drivers are allowed to call dma_fence_wait() while holding dma_resv_lock(). This means any code required for fence completion cannot acquire a dma_resv lock.',
    ),
  },
  {
    id: 'I-3',
    types: ['dma_fence'],
    verdicts: ['indefinite'],
    cite: dmaBuf(
      'Infinite fences from compute workloads are allowed to depend on DMA fences, but not the other way around.',
    ),
  },
  { id: 'F-6', types: ['dma_fence'], cite: contract('Fences must complete in a reasonable time.') },
  {
    id: 'L-1',
    types: ['mm_struct'],
    cite: source(
      'drivers/dma-buf/dma-resv.c',
      'dma_resv_lockdep: mmap_lock, then dma_resv, then reclaim, then notifiers, then waiting for a fence',
    ),
  },
  {
    id: 'PM-1',
    types: ['device'],
    cite: source(
      'Documentation/power/runtime_pm.rst',
      'callbacks of runtime PM run while nobody else may wait for them under a lock that they take',
    ),
  },
  {
    id: 'RCU-1',
    types: ['srcu_struct'],
    cite: source('Documentation/RCU/whatisRCU.rst', 'who waits for readers is none of them'),
  },
  {
    id: 'WQ-1',
    words: ['flush_', 'cancel_', 'drain_', 'destroy_'],
    cite: source(
      'kernel/workqueue.c',
      'a work does not wait for itself, nor for what waits for it',
    ),
  },
  {
    id: 'LOCK-2',
    words: ['may sleep, in atomic context'],
    verdicts: ['broken'],
    cite: source(
      'Documentation/locking/locktypes.rst',
      'Sleeping locks may only be acquired in preemptible task context',
    ),
  },
  {
    id: 'LOCK-3',
    verdicts: ['broken'],
    cite: source(
      'Documentation/kernel-hacking/locking.rst',
      'what is held is given back once, by whoever holds it',
    ),
  },
  {
    id: 'WAIT-1',
    types: ['completion'],
    cite: source(
      'Documentation/scheduler/completion.rst',
      'who waits for a completion holds nothing that its completer needs',
    ),
  },
  {
    id: 'LOCK-4',
    verdicts: ['unbounded'],
    cite: source(
      'Documentation/locking/ww-mutex-design.rst',
      'who gives way to another must not be made to do so for ever',
    ),
  },
  {
    id: 'LOCK-1',
    cite: source('Documentation/locking/lockdep-design.rst', 'locks are always taken in one order'),
  },
];
