import type { KnownClass, LockKind, LockMode, ProposalSpec } from '../../src/logs/vocabulary.ts';

/** Functions under which memory is allocated, as call traces name them. */
const allocating = [
  'fs_reclaim_acquire*',
  '__fs_reclaim_acquire',
  'slab_pre_alloc_hook*',
  '__kmem_cache_*',
  'kmem_cache_*',
  '__kmalloc*',
  'kmalloc_*',
  '__alloc_pages*',
  '__alloc_frozen_pages*',
  'try_to_free_pages',
  'do_try_to_free_pages',
  'shrink_*',
  'try_to_unmap*',
  'rmap_walk*',
];
const waitingForFences = [
  'dma_fence_wait*',
  'dma_fence_default_wait',
  'dma_resv_wait_timeout',
  'i915_request_wait*',
  '__dma_fence_might_wait',
];
const faulting = ['do_page_fault', 'do_user_addr_fault', '__do_page_fault', 'handle_mm_fault', '__do_fault'];

const mode = (functions: readonly string[], take: string, drop: string): LockMode => ({
  functions,
  take: [take],
  drop: [drop],
});
const last = (take: string, drop: string): LockMode => ({ take: [take], drop: [drop] });
const allocation = ['kmalloc(64, GFP_KERNEL)'];

/** Tickets, maps and counters: who holds one keeps nobody waiting that a file of threads can show. */
const left = (names: readonly string[], what: string): KnownClass => ({ names, modes: [], left: what });

const classes: readonly KnownClass[] = [
  {
    names: ['fs_reclaim'],
    modes: [{ take: allocation, drop: [] }],
    inside: { kind: 'shrinker', by: ['do_shrink_slab', 'shrink_slab*', 'try_to_free_pages', 'do_try_to_free_pages'] },
    builtIn: ['mmu_notifier_invalidate_range_start', 'dma_fence_map', '&mapping->i_mmap_rwsem'],
  },
  {
    names: ['mmu_notifier_invalidate_range_start'],
    modes: [
      { functions: allocating, take: allocation, drop: [] },
      { take: ['mmu_notifier_invalidate_range_start()'], drop: ['mmu_notifier_invalidate_range_end()'] },
    ],
    inside: {
      kind: 'notifier',
      by: [
        '__mmu_notifier_invalidate_range_start',
        'mn_hlist_invalidate_range_start',
        'mn_hlist_invalidate_start',
        'mn_itree_invalidate',
        'mmu_notifier_invalidate_range_start',
      ],
    },
    builtIn: ['dma_fence_map'],
  },
  {
    names: ['dma_fence_map'],
    object: { type: 'struct dma_fence', name: 'fence', initial: 'visible' },
    modes: [
      { functions: waitingForFences, take: ['dma_fence_wait(&@, false)'], drop: [], awaits: true },
      {
        take: ['dma_fence_begin_signalling()'],
        drop: ['dma_fence_signal(&@)', 'dma_fence_end_signalling()'],
        owes: true,
      },
    ],
  },
  {
    names: ['&mm->mmap_lock', '&mm->mmap_sem'],
    object: { type: 'struct mm_struct', name: 'mm' },
    modes: [
      { functions: ['__might_fault', 'might_fault'], take: ['copy_to_user()'], drop: [], shared: true },
      {
        ...mode([...faulting, 'down_read*', 'mmap_read*'], 'mmap_read_lock(&@)', 'mmap_read_unlock(&@)'),
        shared: true,
      },
      last('mmap_write_lock(&@)', 'mmap_write_unlock(&@)'),
    ],
  },
  {
    names: ['reservation_ww_class_mutex'],
    object: { type: 'struct dma_resv', name: 'resv' },
    modes: [last('dma_resv_lock(&@, NULL)', 'dma_resv_unlock(&@)')],
  },
  left(['*_ww_class_acquire'], 'a ticket'),
  {
    names: ['*_ww_class_mutex'],
    object: { type: 'struct ww_mutex', name: 'ww' },
    modes: [last('ww_mutex_lock(&@, NULL)', 'ww_mutex_unlock(&@)')],
  },
  { names: ['(wq_completion)*'], modes: [], left: 'a workqueue', queue: 'queue' },
  { names: ['(work_completion)*'], modes: [], left: 'a work', queue: 'work' },
  left(['rcu_read_lock*', 'rcu_callback', 'rcu_node*'], 'RCU'),
  left(['srcu', '*_srcu'], 'SRCU'),
  left(['sb_writers*', 'sb_pagefaults*', 'sb_internal*'], 'a file system that is written to'),
  left(['console_owner', 'remote_lock', 'cpu_hotplug_lock*'], 'a map without a lock of its own'),
];

const irqsave = (take: string, unlock: string, functions: readonly string[]): LockMode => ({
  functions,
  // Interrupts take it, or it is taken with interrupts off only.
  usage: '^\\{[-.]',
  take: [take],
  drop: [unlock],
});

const locks: readonly LockKind[] = [
  {
    type: 'struct dma_resv',
    modes: [
      {
        ...last('dma_resv_lock(&@, NULL)', 'dma_resv_unlock(&@)'),
        functions: ['__ww_mutex_lock*', 'ww_mutex_lock*', 'dma_resv_lock*'],
      },
    ],
  },
  {
    type: 'spinlock_t',
    spins: true,
    usage: '\\{[-?].{1,3}\\}|\\{..[-?].\\}|\\}-\\{2:2\\}$',
    modes: [
      irqsave('spin_lock_irqsave(&@)', 'spin_unlock_irqrestore(&@)', ['_raw_spin_lock_irq*', '__raw_spin_lock_irq*']),
      mode(['_raw_spin_lock_bh*', '__raw_spin_lock_bh'], 'spin_lock_bh(&@)', 'spin_unlock_bh(&@)'),
      {
        ...last('spin_lock(&@)', 'spin_unlock(&@)'),
        functions: ['_raw_spin_lock*', '__raw_spin_lock', 'do_raw_spin_lock', 'native_queued_spin_lock_slowpath'],
      },
    ],
  },
  {
    type: 'rwlock_t',
    spins: true,
    modes: [
      { ...mode(['_raw_read_lock*', '__raw_read_lock*'], 'read_lock(&@)', 'read_unlock(&@)'), shared: true },
      mode(['_raw_write_lock_irq*'], 'write_lock_irqsave(&@)', 'write_unlock_irqrestore(&@)'),
      { ...last('write_lock(&@)', 'write_unlock(&@)'), functions: ['_raw_write_lock*'] },
    ],
  },
  {
    type: 'struct rw_semaphore',
    usage: '^\\{.[^.]..\\}|^\\{...[^.]\\}',
    modes: [
      {
        ...mode(
          ['down_read*', '__down_read*', 'rwsem_down_read*', 'percpu_down_read*', '*_read_lock'],
          'down_read(&@)',
          'up_read(&@)',
        ),
        shared: true,
      },
      {
        ...last('down_write(&@)', 'up_write(&@)'),
        functions: ['down_write*', '__down_write*', 'rwsem_down_write*', 'percpu_down_write*', '*_write_lock'],
      },
    ],
  },
  {
    type: 'struct mutex',
    usage: '',
    modes: [
      {
        ...last('mutex_lock(&@)', 'mutex_unlock(&@)'),
        functions: ['__mutex_lock*', 'mutex_lock*', '__mutex_unlock*', 'mutex_unlock', 'rt_mutex_*'],
      },
    ],
  },
];

/** How lock reports are written down as files of threads: the calls are those of machines/calls. */
export const proposals: ProposalSpec = {
  versions: ['6.1', '6.12', '6.18', '7.0', '7.1'],
  words: { locks: 'LOCKDEP', waits: 'DEPT', tasks: 'TASKS', sleeps: 'ATOMIC' },
  classes,
  locks,
  threads: [
    {
      kind: 'irq',
      functions: [
        '__handle_irq_event_percpu',
        'handle_irq_event_percpu',
        'irq_work_single',
        'irq_work_run_list',
        '__sysvec_*',
        'sysvec_*',
      ],
    },
    { kind: 'timer', functions: ['call_timer_fn', 'expire_timers', '__run_timers'] },
    {
      kind: 'softirq',
      functions: ['handle_softirqs', '__do_softirq', 'do_softirq', 'tasklet_action*', '__irq_exit_rcu'],
    },
    { kind: 'work', functions: ['process_one_work', 'process_scheduled_works'] },
    { kind: 'kthread', functions: ['kthread_worker_fn'] },
    { kind: 'kthread', functions: ['kthread'] },
    { kind: 'ioctl', functions: ['drm_ioctl_kernel'] },
    { kind: 'ioctl', functions: ['drm_ioctl', '__x64_sys_ioctl', '__arm64_sys_ioctl', 'sys_ioctl', 'ksys_ioctl'] },
    { kind: 'kthread', functions: ['kernel_init', 'start_kernel'], alone: true },
  ],
  contract: {
    functions: ['dma_resv_lockdep'],
    says: 'the kernel teaches this order at boot: others do it',
  },
  nameless: [
    '__might_fault',
    'might_fault',
    'dma_fence_*',
    '__dma_fence_*',
    'dma_resv_wait_timeout',
    'lock_acquire',
    'shrink_*',
    'do_shrink_slab',
    'try_to_free_pages',
    'do_try_to_free_pages',
    '__folio_alloc',
    '__alloc_*',
    'wait_for_*',
    '__wait_for_common',
    '__flush_work',
    'flush_work',
    'cancel_work_sync',
  ],
  answers: {
    circular: 'lockdep circular;',
    recursive: 'lockdep recursive;',
    inconsistent: 'lockdep inconsistent;',
  },
  signals: ['recovery', 'signal'],
  waits: [
    {
      functions: [
        'wait_for_completion_timeout',
        'wait_for_completion_interruptible_timeout',
        'wait_for_completion_io_timeout',
      ],
      is: 'timed',
      statement: 'wait_for_completion_timeout(&@, 1)',
      object: { type: 'struct completion', name: 'done' },
    },
    {
      functions: [
        '__flush_work',
        'flush_work',
        'cancel_work_sync',
        '__cancel_work_sync',
        'cancel_delayed_work_sync',
        '__cancel_work_timer',
      ],
      is: 'own work',
      statement: 'flush_work(&@)',
    },
    { functions: waitingForFences, is: 'fence', statement: 'dma_fence_wait(&@, false)' },
    {
      functions: ['try_to_free_pages', 'do_try_to_free_pages', '__perform_reclaim', 'shrink_node*', '__alloc_pages*'],
      is: 'memory',
      statement: 'kmalloc(64, GFP_KERNEL)',
    },
  ],
  fence: {
    type: 'struct dma_fence',
    name: 'fence',
    initial: 'visible',
    signal: 'dma_fence_signal(&@)',
    wait: 'dma_fence_wait(&@, false)',
  },
  sleeps: [
    { functions: [...allocating, 'might_alloc'], statement: 'kmalloc(64, GFP_KERNEL)' },
    { functions: ['__might_fault', 'might_fault', ...faulting], statement: 'copy_to_user()' },
    { functions: ['*'], statement: 'might_sleep()' },
  ],
  callback: {
    kind: 'callback',
    lock: { type: 'spinlock_t', name: 'fence_lock' },
    initial: 'visible | %',
    adds: 'dma_fence_add_callback(&@, &%)',
  },
  interrupts: [
    { has: 'SOFTIRQ', kind: 'softirq' },
    { has: 'HARDIRQ', kind: 'irq' },
    { has: 'RECLAIM_FS', kind: 'shrinker' },
    { has: '', kind: 'irq' },
  ],
  // include/linux/workqueue.h: __WQ_ORDERED
  workqueue: {
    type: 'struct workqueue_struct',
    name: 'wq',
    initial: 'WQ_MEM_RECLAIM',
    ordered: 'ordered | WQ_MEM_RECLAIM',
    orderedFlag: 1 << 17,
    queue: 'queue_work(&@, &%)',
    flush: 'flush_work(&@)',
    flushAll: 'flush_workqueue(&@)',
    kind: 'work',
  },
  events: [
    { call: '^dma_fence_signal', part: 'signals a fence', type: 'struct dma_fence', statement: 'dma_fence_signal(&@)' },
    {
      call: '^dma_fence_\\w*wait|^dma_resv_wait',
      part: 'waits for a fence',
      type: 'struct dma_fence',
      statement: 'dma_fence_wait(&@, false)',
    },
    {
      call: '^wait_for_completion\\w*_timeout',
      part: 'waits',
      type: 'struct completion',
      statement: 'wait_for_completion_timeout(&@, 1)',
    },
    {
      call: '^wait_for_\\w*completion|^wait$|^wait\\(|wait_on_bit|^wait_event',
      part: 'waits',
      type: 'struct completion',
      statement: 'wait_for_completion(&@)',
    },
    {
      call: '^complete|^event|clear_bit|^wake_up',
      part: 'signals',
      type: 'struct completion',
      statement: 'complete_all(&@)',
    },
    {
      call: 'mmap_lock|mmap_sem',
      part: 'takes',
      type: 'struct mm_struct',
      statement: 'mmap_write_lock(&@)',
      undo: 'mmap_write_unlock(&@)',
    },
    {
      call: '^(?:_*raw_)?_*spin_lock',
      part: 'takes',
      type: 'spinlock_t',
      statement: 'spin_lock(&@)',
      undo: 'spin_unlock(&@)',
    },
    {
      call: '^folio_lock|^lock_page|PG_locked',
      part: 'takes',
      type: 'struct folio',
      statement: 'folio_lock(&@)',
      undo: 'folio_unlock(&@)',
    },
    { call: '^down_read', part: 'takes', type: 'struct rw_semaphore', statement: 'down_read(&@)', undo: 'up_read(&@)' },
    {
      call: '^down_write',
      part: 'takes',
      type: 'struct rw_semaphore',
      statement: 'down_write(&@)',
      undo: 'up_write(&@)',
    },
    { call: '^\\w*unlock|^up_', part: 'gives back', type: '', statement: '' },
    { call: '^\\w*lock', part: 'takes', type: 'struct mutex', statement: 'mutex_lock(&@)', undo: 'mutex_unlock(&@)' },
  ],
};
