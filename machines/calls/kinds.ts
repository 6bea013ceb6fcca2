import type { Kind, Operation } from '../../src/threads/meaning.ts';
import { source } from '../cites.ts';
import { reclaims } from './reclaim.ts';

const workqueue = (says: string) => source('Documentation/core-api/workqueue.rst', says);

/** A worker of a queue without a rescuer may have to be made first, which allocates. */
const worker: readonly Operation[] = [
  { do: 'where', of: -1, words: ['WQ_MEM_RECLAIM'], body: [], else: [...reclaims('a worker is created, which reclaims', [])] },
  { do: 'enter', class: '(wq)$on' }, { do: 'enter', class: '(work)$name' },
];

const threads: readonly Kind[] = [
  { name: 'ioctl', thread: true, context: 'process', starts: 'none', about: 'Userspace may call it, once.', cite: source('fs/ioctl.c', 'vfs_ioctl') },
  { name: 'kthread', thread: true, context: 'process', starts: 'weak', about: 'A thread of the kernel that begins at some time.', cite: source('kernel/kthread.c', 'kthread_create_on_node') },
  { name: 'work', thread: true, context: 'process', starts: 'weak', queued: true, repeats: true, on: 'workqueue_struct', before: worker, about: 'Runs as often as it is queued, where its queue says so.', cite: workqueue('work item') },
  { name: 'irq', thread: true, context: 'hardirq', starts: 'weak', queued: true, alone: true, repeats: true, interrupts: true, about: 'An interrupt handler; one that nobody raises comes once, at any moment.', cite: source('kernel/irq/handle.c', 'handle_irq_event') },
  { name: 'irq_work', thread: true, context: 'hardirq', starts: 'weak', queued: true, repeats: true, interrupts: true, about: 'An irq_work, as a handler.', cite: source('kernel/irq_work.c', 'irq_work_run_list') },
  { name: 'irq_thread', thread: true, context: 'process', starts: 'weak', queued: true, repeats: true, about: 'The thread of a threaded interrupt.', cite: source('kernel/irq/manage.c', 'irq_thread') },
  { name: 'softirq', thread: true, context: 'softirq', starts: 'weak', queued: true, alone: true, repeats: true, interrupts: true, about: 'A softirq.', cite: source('kernel/softirq.c', 'handle_softirqs') },
  { name: 'tasklet', thread: true, context: 'softirq', starts: 'weak', queued: true, repeats: true, interrupts: true, about: 'A tasklet.', cite: source('kernel/softirq.c', 'tasklet_action_common') },
  { name: 'timer', thread: true, context: 'softirq', starts: 'weak', queued: true, alone: true, repeats: true, interrupts: true, before: [{ do: 'enter', class: '(timer)$name' }], about: 'A timer.', cite: source('kernel/time/timer.c', 'call_timer_fn') },
  { name: 'rcu_callback', thread: true, context: 'softirq', starts: 'weak', queued: true, repeats: true, interrupts: true, when: [[{ the: 'rcu_domain' }, 'free']], about: 'Runs when every reader has left.', cite: source('kernel/rcu/tree.c', 'rcu_do_batch') },
  { name: 'hardware', thread: true, context: 'process', starts: 'weak', endless: true, about: 'What the hardware does, once.', cite: source('Documentation/gpu/drm-mm.rst', 'GPU scheduler: run_job') },
  { name: 'engine', thread: true, context: 'process', starts: 'weak', queued: true, repeats: true, endless: true, about: 'What the hardware does each time that it is asked.', cite: source('Documentation/gpu/drm-mm.rst', 'GPU scheduler: run_job') },
  { name: 'userspace', thread: true, context: 'process', starts: 'none', free: true, about: 'A process: it may stop between two calls for ever.', cite: source('Documentation/driver-api/dma-buf.rst', 'Indefinite DMA Fences') },
  { name: 'runtime_suspend', thread: true, context: 'process', starts: 'none', repeats: true, around: { type: 'device', begin: 'suspend', end: 'suspended', says: 'the device is idle, and suspends' }, about: 'The suspend callback of the device; it comes when nobody uses it.', cite: source('drivers/base/power/runtime.c', 'rpm_suspend') },
  { name: 'fragment', thread: true, context: 'process', starts: 'weak', repeats: true, about: 'Runs before a place of a described driver.', cite: source('Documentation/driver-api/dma-buf.rst', 'DMA Fences') },
];

const inside = (name: string, about: string, file: string, says: string): Kind => ({ name, thread: false, context: 'process', starts: 'none', about, cite: source(file, says) });

/** Kinds of threads, and of what runs inside threads. */
export const kinds: readonly Kind[] = [
  ...threads,
  inside('shrinker', 'Run by whoever reclaims.', 'mm/shrinker.c', 'do_shrink_slab'),
  inside('notifier', 'Run by whoever takes pages away: reclaim, munmap.', 'mm/mmu_notifier.c', '__mmu_notifier_invalidate_range_start'),
  inside('cpu_fault', 'Run by whoever touches a page that is not there.', 'mm/memory.c', '__do_fault'),
  inside('runtime_resume', 'Run by whoever wakes the device.', 'drivers/base/power/runtime.c', 'rpm_resume'),
  inside('release', 'Run by whoever puts the last reference.', 'include/linux/kref.h', 'kref_put'),
  inside('callback', 'Run by whoever signals the fence that it was added to.', 'drivers/dma-buf/dma-fence.c', 'dma_fence_signal_timestamp_locked'),
  inside('prepare_job', 'Run before a job of the scheduler is run.', 'include/drm/gpu_scheduler.h', 'struct drm_sched_backend_ops: prepare_job'),
  inside('run_job', 'Run by the worker of the scheduler.', 'include/drm/gpu_scheduler.h', 'struct drm_sched_backend_ops: run_job'),
  inside('timedout_job', 'Run by the timeout of the scheduler.', 'include/drm/gpu_scheduler.h', 'struct drm_sched_backend_ops: timedout_job'),
  inside('static', 'A function of the file.', 'Documentation/process/coding-style.rst', 'Functions'),
];
