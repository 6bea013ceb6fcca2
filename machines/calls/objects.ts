import type { ObjectType } from '../../src/threads/meaning.ts';
import { contract, source } from '../words/cites.ts';

const locktypes = (says: string) => source('Documentation/locking/locktypes.rst', says);

/** Locks: the holder's name is their state. */
const locks: readonly ObjectType[] = [
  {
    name: 'mutex',
    lifecycle: { is: 'lock' },
    about: 'A mutex: one thread holds it, and who waits for it sleeps.',
    cite: locktypes('mutex'),
  },
  {
    name: 'rt_mutex',
    lifecycle: { is: 'lock' },
    about: 'As a mutex; priorities are not modelled.',
    cite: locktypes('rt_mutex'),
  },
  {
    name: 'spinlock_t',
    lifecycle: { is: 'lock' },
    spins: true,
    about: 'A spinlock: one thread holds it, and may not sleep meanwhile.',
    cite: locktypes('spinlock_t'),
  },
  {
    name: 'raw_spinlock_t',
    lifecycle: { is: 'lock' },
    spins: true,
    about: 'As a spinlock_t; it spins with PREEMPT_RT too.',
    cite: locktypes('raw_spinlock_t'),
  },
  {
    name: 'rwlock_t',
    lifecycle: { is: 'shared lock' },
    spins: true,
    about: 'A spinlock for readers or one writer; its holders may not sleep.',
    cite: locktypes('rwlock_t'),
  },
  {
    name: 'rw_semaphore',
    lifecycle: { is: 'shared lock' },
    about: 'A sleeping lock for readers or one writer; a reader waits behind a queued writer.',
    cite: source('kernel/locking/rwsem.c', 'rwsem_down_read_slowpath'),
  },
  {
    name: 'local_lock_t',
    perCpu: true,
    lifecycle: { is: 'nothing' },
    about: 'A lock of which each CPU has its own; it disables preemption.',
    cite: locktypes('local_lock'),
  },
  {
    name: 'dma_resv',
    lifecycle: { is: 'lock' },
    class: 'reservation_ww_class_mutex',
    about: 'The reservation of a buffer with its lock, taken with or without a ticket (wait-die).',
    cite: source('drivers/dma-buf/dma-resv.c', 'DEFINE_WD_CLASS(reservation_ww_class)'),
  },
  {
    name: 'ww_mutex',
    lifecycle: { is: 'lock' },
    class: 'ww_class_mutex',
    about: 'A wound-wait mutex: an older ticket wounds the holder.',
    cite: source('Documentation/locking/ww-mutex-design.rst', 'Wound-Wait'),
  },
  {
    name: 'ww_acquire_ctx',
    lifecycle: { is: 'nothing' },
    about: 'A ticket for taking several ww_mutexes or reservations.',
    cite: source('Documentation/locking/ww-mutex-design.rst', 'Acquire context'),
  },
  {
    name: 'drm_exec',
    lifecycle: { is: 'nothing' },
    words: ['DRM_EXEC_IGNORE_DUPLICATES', 'DRM_EXEC_INTERRUPTIBLE_WAIT'],
    about:
      'Locks several buffers with one ticket; after a conflict it takes the contended one first.',
    cite: source('drivers/gpu/drm/drm_exec.c', 'DOC: Overview'),
  },
  {
    name: 'folio',
    lifecycle: { is: 'lock' },
    unseen: true,
    second: { suffix: 'refs', most: 3 },
    about: 'A folio with its lock, and with extra references that keep it from being migrated.',
    cite: source('mm/filemap.c', '__folio_lock'),
  },
  {
    name: 'mm_struct',
    lifecycle: { is: 'shared lock' },
    class: '&mm->mmap_lock',
    title: 'mmap_lock',
    about: 'An address space with its mmap_lock.',
    cite: source('include/linux/mmap_lock.h', 'mmap_read_lock'),
  },
  {
    name: 'vm_area_struct',
    lifecycle: { is: 'shared lock' },
    class: 'vm_lock',
    about: 'A VMA with its own lock, which readers only try to take.',
    cite: source('include/linux/mm.h', 'vma_start_read'),
  },
  {
    name: 'srcu_struct',
    lifecycle: { is: 'shared lock' },
    about: 'An SRCU domain: readers, and threads that wait for all readers.',
    cite: source('kernel/rcu/srcutree.c', '__synchronize_srcu'),
  },
  {
    name: 'rcu_domain',
    lifecycle: { is: 'shared lock' },
    implicit: 'rcu',
    class: 'rcu_read_lock',
    about: 'RCU itself. There is one, which no file declares.',
    cite: source('Documentation/RCU/whatisRCU.rst', 'synchronize_rcu()'),
  },
];

/** What is waited for. */
const waited: readonly ObjectType[] = [
  {
    name: 'dma_fence',
    lifecycle: {
      is: 'chart',
      edges: [
        ['unpublished', 'publish', 'visible'],
        ['unpublished', 'dma_fence_signal', 'signaled'],
        ['visible', 'dma_fence_signal', 'signaled'],
        ['signaled', 'dma_fence_init', 'unpublished'],
      ],
    },
    initial: ['unpublished', 'visible', 'signaled', 'described'],
    uses: 'spinlock_t',
    beside: {
      word: 'described',
      part: 'fence',
      states: { signaled: '!visible', visible: 'visible' },
    },
    owes: { name: 'signals', in: 'visible' },
    about:
      'A dma_fence. Once it is visible, others can wait for it. A word may name the spinlock that it uses.',
    cite: contract('Fences must complete in a reasonable time.'),
  },
  {
    name: 'completion',
    lifecycle: {
      is: 'chart',
      edges: [
        ['none', 'complete', 'one'],
        ['one', 'complete', 'one'],
        ['one', 'take', 'none'],
        ['none', 'complete_all', 'all'],
        ['one', 'complete_all', 'all'],
        ['all', 'complete', 'all'],
        ['all', 'complete_all', 'all'],
        ['all', 'take', 'all'],
        ['none', 'reinit', 'none'],
        ['one', 'reinit', 'none'],
        ['all', 'reinit', 'none'],
      ],
    },
    initial: ['none', 'one', 'all'],
    about: 'A completion.',
    cite: source('Documentation/scheduler/completion.rst', 'wait_for_completion()'),
  },
  {
    name: 'workqueue_struct',
    lifecycle: { is: 'queue', word: 'ordered' },
    words: ['ordered', 'WQ_MEM_RECLAIM', 'WQ_UNBOUND', 'WQ_HIGHPRI'],
    about: 'A workqueue; an ordered one runs one work item at a time.',
    cite: source('Documentation/core-api/workqueue.rst', 'WQ_MEM_RECLAIM'),
  },
];

/** Counts and values. */
const counts: readonly ObjectType[] = [
  {
    name: 'kref',
    lifecycle: { is: 'count', most: 3 },
    initial: ['1', '0', '2', '3'],
    about: 'A reference count; it starts at 1.',
    cite: source('Documentation/core-api/kref.rst', 'kref_put()'),
  },
  {
    name: 'bool',
    lifecycle: { is: 'count', most: 1 },
    sleepers: 'sleepers',
    initial: ['false', 'true', '0', '1'],
    about: 'A flag that threads share.',
    cite: source('Documentation/memory-barriers.txt', 'READ_ONCE'),
  },
  {
    name: 'atomic_t',
    lifecycle: { is: 'count', most: 3 },
    sleepers: 'sleepers',
    initial: ['0', '1', '2', '3'],
    about: 'A number from 0 to 3 that threads share.',
    cite: source('Documentation/atomic_t.txt', 'RMW ops'),
  },
  {
    name: 'device',
    lifecycle: {
      is: 'chart',
      phrases: { suspending: 'suspended by', resuming: 'resumed by' },
      edges: [
        ['v0', 'get', 'v1'],
        ['v1', 'get', 'v2'],
        ['v2', 'get', 'v3'],
        ['v1', 'put', 'v0'],
        ['v2', 'put', 'v1'],
        ['v3', 'put', 'v2'],
        ['v0', 'suspend', 'suspending'],
        ['suspending', 'suspended', 'suspended'],
        ['suspended', 'resume', 'resuming'],
        ['resuming', 'resumed', 'v1'],
      ],
    },
    initial: ['v0', 'v1', 'suspended'],
    about: 'A device under runtime power management with its usage count.',
    cite: source('Documentation/power/runtime_pm.rst', 'pm_runtime_get_sync'),
  },
];

/** What brings threads with it. */
const brought: readonly ObjectType[] = [
  {
    name: 'drm_sched_job',
    lifecycle: { is: 'nothing' },
    uses: 'workqueue_struct',
    brings: `
      { struct dma_fence $0_finished; bool $0_killed = false; }
      work $0_runs() on $used {
        drm_sched_backend_run_job();
        if (READ_ONCE($0_killed)) dma_fence_signal(&$0_finished);
        else hardware_runs(&$0_on_hardware);
      }
      engine $0_on_hardware() { if (nondet()) raise_irq(&$0_done); else queue_work(&$0_timed_out); }
      irq $0_done() { dma_fence_signal(&$0_finished); }
      work $0_timed_out() on $0_timeouts { drm_sched_backend_timedout_job(); dma_fence_signal(&$0_finished); }
      { struct workqueue_struct $0_timeouts = ordered | WQ_MEM_RECLAIM; }
    `,
    about:
      'A job of the scheduler, whose submit queue is the workqueue that it names. It comes ' +
      'with its finished fence, the worker that runs it, the hardware, the interrupt, and the ' +
      'timeout.',
    cite: source(
      'drivers/gpu/drm/scheduler/sched_main.c',
      'drm_sched_run_job_work, drm_sched_job_timedout',
    ),
  },
];

/** The types of objects, in the kernel's own names. */
export const objectTypes: readonly ObjectType[] = [...locks, ...waited, ...counts, ...brought];
