import type { Kind, Operation } from '../../src/threads/meaning.ts';
import { source } from '../words/cites.ts';
import { anotherWaits, reclaims } from './reclaim.ts';

const workqueue = (says: string) => source('Documentation/core-api/workqueue.rst', says);

/**
 * A worker of a queue without a rescuer may have to be made first, which allocates. A rescuer runs
 * one work at a time: while it is busy with another of its queue, a further worker is needed.
 * Documentation/core-api/workqueue.rst: "If there is dependency among multiple work items used
 * during memory reclaim, they should be queued to separate wq each with WQ_MEM_RECLAIM."
 */
const worker: readonly Operation[] = [
  {
    do: 'where',
    of: -1,
    words: ['WQ_MEM_RECLAIM'],
    body: [
      {
        do: 'where',
        of: -1,
        words: ['ordered'],
        body: [],
        else: [
          {
            do: 'where',
            of: -1,
            words: ['with others'],
            body: [
              {
                do: 'one of',
                says: 'the rescuer is busy; another worker is created, which reclaims',
                each: [],
                waits: anotherWaits,
                orOutside: [{ besides: -1 }],
              },
            ],
          },
        ],
      },
    ],
    else: [...reclaims('a worker is created, which reclaims', [])],
  },
  { do: 'enter', class: '(wq)$on' },
  { do: 'enter', class: '(work)$name' },
];

const threads: readonly Kind[] = [
  {
    name: 'ioctl',
    thread: true,
    context: 'process',
    starts: 'none',
    about: 'Userspace may call it once.',
    cite: source('fs/ioctl.c', 'vfs_ioctl'),
  },
  {
    name: 'kthread',
    thread: true,
    context: 'process',
    starts: 'weak',
    about: 'A kernel thread, which starts at some time.',
    cite: source('kernel/kthread.c', 'kthread_create_on_node'),
  },
  {
    name: 'work',
    thread: true,
    context: 'process',
    starts: 'weak',
    queued: true,
    repeats: true,
    on: 'workqueue_struct',
    before: worker,
    about: 'A work item: it runs once each time it is queued, as its workqueue allows.',
    cite: workqueue('work item'),
  },
  {
    name: 'irq',
    thread: true,
    context: 'hardirq',
    starts: 'weak',
    queued: true,
    alone: true,
    repeats: true,
    interrupts: true,
    about:
      'An interrupt handler. If no thread raises the interrupt, it may come once; nobody owes it.',
    cite: source('kernel/irq/handle.c', 'handle_irq_event'),
  },
  {
    name: 'irq_work',
    thread: true,
    context: 'hardirq',
    starts: 'weak',
    queued: true,
    repeats: true,
    interrupts: true,
    about: 'The function of an irq_work; it runs in hard interrupt context.',
    cite: source('kernel/irq_work.c', 'irq_work_run_list'),
  },
  {
    name: 'irq_thread',
    thread: true,
    context: 'process',
    starts: 'weak',
    queued: true,
    repeats: true,
    about: 'The thread of a threaded interrupt.',
    cite: source('kernel/irq/manage.c', 'irq_thread'),
  },
  {
    name: 'softirq',
    thread: true,
    context: 'softirq',
    starts: 'weak',
    queued: true,
    alone: true,
    repeats: true,
    interrupts: true,
    about: 'The handler of a softirq.',
    cite: source('kernel/softirq.c', 'handle_softirqs'),
  },
  {
    name: 'tasklet',
    thread: true,
    context: 'softirq',
    starts: 'weak',
    queued: true,
    repeats: true,
    interrupts: true,
    about: 'The function of a tasklet.',
    cite: source('kernel/softirq.c', 'tasklet_action_common'),
  },
  {
    name: 'timer',
    thread: true,
    context: 'softirq',
    starts: 'weak',
    queued: true,
    alone: true,
    repeats: true,
    interrupts: true,
    before: [{ do: 'enter', class: '(timer)$name' }],
    about: 'The function of a timer.',
    cite: source('kernel/time/timer.c', 'call_timer_fn'),
  },
  {
    name: 'timer_irqsafe',
    thread: true,
    context: 'softirq',
    starts: 'weak',
    queued: true,
    alone: true,
    repeats: true,
    interrupts: true,
    before: [
      { do: 'raise', flag: 'interrupts off' },
      { do: 'enter', class: '(timer)$name' },
    ],
    about: 'The function of a timer with TIMER_IRQSAFE; it runs with interrupts off.',
    cite: source('include/linux/timer.h', 'TIMER_IRQSAFE'),
  },
  {
    name: 'rcu_callback',
    thread: true,
    context: 'softirq',
    starts: 'weak',
    queued: true,
    repeats: true,
    interrupts: true,
    when: [[{ the: 'rcu_domain' }, 'free']],
    about: 'An RCU callback: it runs after a grace period, when every reader has left.',
    cite: source('kernel/rcu/tree.c', 'rcu_do_batch'),
  },
  {
    name: 'hardware',
    thread: true,
    context: 'process',
    starts: 'weak',
    endless: true,
    about: 'Something that the hardware does once.',
    cite: source('include/drm/gpu_scheduler.h', 'run_job'),
  },
  {
    name: 'engine',
    thread: true,
    context: 'process',
    starts: 'weak',
    queued: true,
    repeats: true,
    endless: true,
    about: 'Something that the hardware does each time hardware_runs() asks for it.',
    cite: source('include/drm/gpu_scheduler.h', 'run_job'),
  },
  {
    name: 'userspace',
    thread: true,
    context: 'process',
    starts: 'none',
    free: true,
    about: 'A userspace process. Nothing makes it go on: it may stop for ever between two calls.',
    cite: source('Documentation/driver-api/dma-buf.rst', 'Indefinite DMA Fences'),
  },
  {
    name: 'runtime_suspend',
    thread: true,
    context: 'process',
    starts: 'none',
    repeats: true,
    around: {
      type: 'device',
      begin: 'suspend',
      end: 'suspended',
      says: 'the device is idle, and suspends',
    },
    about: 'The runtime suspend callback; it runs when nobody uses the device.',
    cite: source('drivers/base/power/runtime.c', 'rpm_suspend'),
  },
  {
    name: 'fragment',
    placed: true,
    thread: true,
    context: 'process',
    starts: 'weak',

    about: 'Runs at a stated place of a described driver.',
    cite: source('Documentation/driver-api/dma-buf.rst', 'DMA Fences'),
  },
];

const inside = (name: string, about: string, file: string, says: string): Kind => ({
  name,
  thread: false,
  context: 'process',
  starts: 'none',
  about,
  cite: source(file, says),
});

/** Kinds of threads, and of what runs inside threads. */
export const kinds: readonly Kind[] = [
  ...threads,
  ...[
    inside(
      'shrinker',
      'Called by the thread that reclaims memory.',
      'mm/shrinker.c',
      'do_shrink_slab',
    ),
    inside(
      'notifier',
      'Called by the thread that unmaps pages: in reclaim or munmap.',
      'mm/mmu_notifier.c',
      '__mmu_notifier_invalidate_range_start',
    ),
    inside(
      'cpu_fault',
      'Called by the thread that touches a page which is not mapped.',
      'mm/memory.c',
      '__do_fault',
    ),
  ].map((kind) => ({ ...kind, causedByAll: true as const })),
  inside(
    'runtime_resume',
    'Called by the thread that resumes the device.',
    'drivers/base/power/runtime.c',
    'rpm_resume',
  ),
  inside(
    'release',
    'Called by the thread that puts the last reference.',
    'include/linux/kref.h',
    'kref_put',
  ),
  inside(
    'callback',
    'Called by the thread that signals the fence to which it was added.',
    'drivers/dma-buf/dma-fence.c',
    'dma_fence_signal_timestamp_locked',
  ),
  inside(
    'prepare_job',
    'Called by the scheduler before it runs a job.',
    'include/drm/gpu_scheduler.h',
    'struct drm_sched_backend_ops: prepare_job',
  ),
  inside(
    'run_job',
    'Called by the worker of the scheduler.',
    'include/drm/gpu_scheduler.h',
    'struct drm_sched_backend_ops: run_job',
  ),
  inside(
    'timedout_job',
    'Called by the timeout handler of the scheduler.',
    'include/drm/gpu_scheduler.h',
    'struct drm_sched_backend_ops: timedout_job',
  ),
  inside(
    'static',
    'A function that other functions of the file call.',
    'Documentation/process/coding-style.rst',
    'Functions',
  ),
];
