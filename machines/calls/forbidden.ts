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
    cite: source('drivers/dma-buf/dma-resv.c', 'dma_resv_lockdep'),
  },
  {
    id: 'PM-1',
    types: ['device'],
    cite: source('Documentation/power/runtime_pm.rst', 'The callbacks are mutually exclusive'),
  },
  {
    id: 'RCU-1',
    types: ['srcu_struct'],
    cite: source(
      'Documentation/RCU/whatisRCU.rst',
      'Remember that it is illegal to block while in an RCU read-side critical section.',
    ),
  },
  {
    id: 'WQ-1',
    words: ['flush_', 'cancel_', 'drain_', 'destroy_'],
    cite: source(
      'kernel/workqueue.c',
      'Force a lock recursion deadlock when using flush_work() inside a single-threaded or rescuer equipped workqueue.',
    ),
  },
  {
    id: 'IRQ-1',
    words: [
      'disable_irq(',
      'synchronize_irq(',
      'del_timer_sync(',
      'timer_delete_sync(',
      'tasklet_kill(',
    ],
    verdicts: ['deadlock'],
    cite: source(
      'kernel/irq/manage.c',
      'If you use this function while holding a resource the IRQ handler may need you will deadlock.',
    ),
  },
  {
    id: 'LOCK-2',
    words: ['may sleep, in atomic context'],
    verdicts: ['broken'],
    cite: source(
      'Documentation/locking/locktypes.rst',
      'Sleeping locks can only be acquired in preemptible task context.',
    ),
  },
  {
    id: 'SCHED-1',
    words: ['armed and not pushed'],
    verdicts: ['broken'],
    cite: source(
      'drivers/gpu/drm/scheduler/sched_main.c',
      'After that point of no return @job is committed to be executed by the scheduler',
    ),
  },
  {
    id: 'LOCK-3',
    verdicts: ['broken'],
    cite: source(
      'Documentation/locking/mutex-design.rst',
      'Only the owner can unlock the mutex. ... A task may not exit with a mutex held.',
    ),
  },
  {
    id: 'WAIT-1',
    types: ['completion'],
    cite: source(
      'Documentation/scheduler/completion.rst',
      "so in most cases you probably don't want to call this with held mutexes.",
    ),
  },
  {
    id: 'LOCK-4',
    verdicts: ['unbounded'],
    cite: source(
      'Documentation/locking/ww-mutex-design.rst',
      "To ensure eventual forward progress it is important that a task trying to acquire locks doesn't grab a new reservation id",
    ),
  },
  {
    id: 'LOCK-5',
    words: ['taken by'],
    cite: source(
      'Documentation/locking/lockdep-design.rst',
      'if a lock can be used in irq context (irq-safe) then it cannot be ever acquired with irq enabled',
    ),
  },
  {
    id: 'LOCK-1',
    words: ['held by'],
    cite: source(
      'Documentation/locking/lockdep-design.rst',
      'The same lock-class must not be acquired twice ... Furthermore, two locks can not be taken in inverse order',
    ),
  },
  {
    id: 'WAIT-2',
    words: ['in wait_event'],
    cite: source(
      'include/linux/wait.h',
      'wake_up() has to be called after changing any variable that could change the result of the wait condition.',
    ),
  },
];
