import { from } from '../words/cites.ts';
import { annotated, hungTask, lockOrder, resvHeld, type Rule } from './rule.ts';

const fence = 'drivers/dma-buf/dma-fence.c';
const lockdep = from('Documentation/locking/lockdep-design.rst');
const locktypes = from('Documentation/locking/locktypes.rst');

/** The order of locks, and what may be waited for under which. */
export const lockRules = {
  'L-1': {
    says: 'mmap_lock, then dma_resv, then memory reclaim, then MMU notifiers and i_mmap, then waiting for a fence.',
    source: 'drivers/dma-buf/dma-resv.c: dma_resv_lockdep',
    quote: null,
    why: 'Every driver takes these in this order; one that does not closes a circle with all others.',
    seen: 'lockdep: possible circular locking dependency',
    enforced: [
      {
        by: 'lockdep',
        how: 'dma_resv_lockdep() has taught it the order at boot, so one thread is enough',
      },
    ],
    instead:
      'Take the outer lock first, or let go of the inner one: no page fault, copy_to_user or get_user_pages under dma_resv, no allocation that may reclaim under a lock that reclaim or a notifier takes.',
    review: {
      look: 'copy_from_user, get_user_pages, mmap_read_lock under dma_resv; dma_resv in a notifier; dma_fence_wait under a lock that a notifier takes',
      wrong: [
        'dma_resv_lock(bo->resv, NULL);',
        'if (copy_from_user(buf, ptr, len))  /* may fault */',
      ],
      right: [
        'if (copy_from_user(buf, ptr, len))',
        '\treturn -EFAULT;',
        'dma_resv_lock(bo->resv, NULL);',
      ],
      fine: 'copy_from_user_inatomic() with page faults disabled, and a fallback',
    },
  },
  'L-2': {
    says: 'Two locks are taken in one order everywhere. The documents give none for these.',
    source: 'Documentation/locking/lockdep-design.rst',
    quote: lockdep('Furthermore, two locks can not be taken in inverse order'),
    why: 'Two threads with opposite orders wait for each other.',
    seen: 'lockdep: possible circular locking dependency',
    enforced: [lockOrder],
    instead: 'Choose one order for the locks of the driver and keep to it.',
    review: {
      look: 'a lock taken in a callback whose caller holds another',
      wrong: [
        'mutex_lock(&a);',
        'mutex_lock(&b);',
        '/* elsewhere */',
        'mutex_lock(&b);',
        'mutex_lock(&a);',
      ],
      right: ['mutex_lock(&a);', 'mutex_lock(&b);', '/* everywhere */'],
      fine: 'a trylock against the order, with a way back',
    },
  },
  'L-3': {
    says: 'Fence callbacks and the last dma_fence_put may run in interrupts: a lock that they take is taken with interrupts off everywhere.',
    source: `${fence}: dma_fence_add_callback; Documentation/locking/lockdep-design.rst`,
    quote: from(fence)(
      'Note that the callback can be called from an atomic context or irq context.',
    ),
    why: 'The interrupt would spin on a lock that the code under it holds.',
    seen: 'lockdep: inconsistent lock state',
    enforced: [{ by: 'lockdep', how: 'inconsistent lock state, or an irq inversion' }],
    instead:
      'spin_lock_irqsave; no spin_unlock_irq where the caller may have interrupts off already.',
    review: {
      look: 'spin_lock() or spin_lock_irq() on a lock that a fence callback, release or signaled() also takes',
      wrong: [
        'spin_lock(&q->lock);',
        'list_add(&job->node, &q->done);',
        '/* and in the callback */',
        'spin_lock(&q->lock);',
      ],
      right: ['spin_lock_irqsave(&q->lock, flags);', 'list_add(&job->node, &q->done);'],
      fine: 'spin_lock() in the callback itself, where interrupts are off',
    },
  },
  'L-4': {
    says: 'A lock that may sleep is not taken where one may not sleep.',
    source: 'Documentation/locking/locktypes.rst: Lock type nesting rules',
    quote: locktypes('Sleeping locks can only be acquired in preemptible task context.'),
    why: 'Nobody runs who could wake the sleeper.',
    seen: 'BUG: sleeping function called from invalid context',
    enforced: [{ by: 'might_sleep', how: 'CONFIG_DEBUG_ATOMIC_SLEEP' }],
    instead: 'Use a lock that fits the context, or move the work to a context that may sleep.',
    review: {
      look: 'mutex_lock, dma_resv_lock, dma_fence_wait, GFP_KERNEL in a fence callback, a timer, an interrupt, or under a spinlock',
      wrong: [
        'static void cb(struct dma_fence *f, struct dma_fence_cb *cb)',
        '{',
        '\tmutex_lock(&q->mutex);',
      ],
      right: [
        'static void cb(struct dma_fence *f, struct dma_fence_cb *cb)',
        '{',
        '\tqueue_work(q->wq, &q->done_work);',
      ],
      fine: 'a threaded interrupt handler',
    },
  },
  'L-5': {
    says: 'A lock that the signaling path or recovery needs is not held by anybody who waits for a fence.',
    source: `${fence}: DOC: fence signalling annotation`,
    quote: from(fence)('All code necessary to complete a &dma_fence must be annotated'),
    why: 'The waiter waits for the fence, the fence for the lock, the lock for the waiter.',
    seen: 'lockdep: a circle with dma_fence_map, if the signaling path is annotated; otherwise hung tasks',
    enforced: [annotated, hungTask],
    instead: 'Let go of the lock before waiting, or take it before the fence is visible.',
    review: {
      look: 'dma_fence_wait, drm_syncobj_wait, dma_resv_wait_timeout or wait_for_completion under a lock that run_job, an interrupt worker or timedout_job takes',
      wrong: [
        'mutex_lock(&gpu->lock);',
        'dma_fence_wait(f, false);  /* recovery takes gpu->lock */',
      ],
      right: ['dma_fence_wait(f, false);', 'mutex_lock(&gpu->lock);'],
      fine: 'a wait under a lock of submit that nothing behind the arming takes',
    },
  },
  'L-8': {
    says: 'A task does not take a lock that it holds.',
    source: 'Documentation/locking/lockdep-design.rst: Single-lock state rules',
    quote: lockdep(
      'The same lock-class must not be acquired twice, because this could lead to lock recursion deadlocks.',
    ),
    why: 'It would wait for itself.',
    seen: 'lockdep: possible recursive locking',
    enforced: [{ by: 'lockdep', how: 'on the first run of that path' }],
    instead:
      'Release it first, or split the function into one that takes the lock and one that expects it.',
    review: {
      look: 'a kref_put, dma_fence_put or callback under a lock that release takes',
      wrong: ['mutex_lock(&mgr->lock);', 'kref_put(&q->ref, release);  /* takes mgr->lock */'],
      right: [
        'mutex_lock(&mgr->lock);',
        'list_del(&q->node);',
        'mutex_unlock(&mgr->lock);',
        'kref_put(&q->ref, release);',
      ],
      fine: 'a put that is known not to be the last',
    },
  },
  'L-9': {
    says: 'Several dma_resv are locked with one ww_acquire_ctx, which tells a deadlock from a wait.',
    source: 'Documentation/locking/ww-mutex-design.rst; drivers/gpu/drm/drm_exec.c: DOC: Overview',
    quote: null,
    why: 'Userspace chooses the order of buffers, so there is no order to keep.',
    seen: 'lockdep: possible recursive locking of reservation_ww_class_mutex',
    enforced: [
      { by: 'lockdep', how: 'CONFIG_DEBUG_WW_MUTEX_SLOWPATH shows the paths behind -EDEADLK' },
    ],
    instead: 'Lock all of them with one drm_exec or ww_acquire_ctx, and each object once.',
    review: {
      look: 'dma_resv_lock(x, NULL) while another dma_resv is held; a missing drm_exec_retry_on_contention()',
      wrong: ['dma_resv_lock(vm->resv, NULL);', 'dma_resv_lock(bo->resv, NULL);'],
      right: [
        'drm_exec_until_all_locked(&exec) {',
        '\tret = drm_exec_lock_obj(&exec, vm);',
        '\tdrm_exec_retry_on_contention(&exec);',
        '\tret = drm_exec_lock_obj(&exec, bo);',
        '\tdrm_exec_retry_on_contention(&exec);',
        '}',
      ],
      fine: 'a second object that shares the reservation of the first',
    },
  },
  'L-10': {
    says: 'A callback of a fence does not signal another fence whose lock is of the same class.',
    source: `${fence}: dma_fence_add_callback; include/linux/dma-fence.h: dma_fence_func_t`,
    quote: null,
    why: 'Callbacks run under the lock of their fence; two chains of callbacks in opposite directions close a circle.',
    seen: 'lockdep: possible recursive locking',
    enforced: [{ by: 'lockdep', how: 'recursive locking of the class' }],
    instead: 'Hand the second signal to an irq_work or a worker.',
    review: {
      look: 'dma_fence_signal(), dma_fence_put() or dma_fence_add_callback() in a dma_fence_func_t',
      wrong: [
        'static void cb(struct dma_fence *f, struct dma_fence_cb *cb)',
        '{',
        '\tdma_fence_signal(mine);',
      ],
      right: [
        'static void cb(struct dma_fence *f, struct dma_fence_cb *cb)',
        '{',
        '\tirq_work_queue(&job->signal_work);',
      ],
      fine: 'containers of the core, whose locks have a class of their own',
    },
  },
  'L-11': {
    says: 'A lock is released by the task that holds it, once, and before the task leaves the kernel.',
    source: 'kernel/locking/lockdep.c: print_unlock_imbalance_bug, lockdep_sys_exit',
    quote: null,
    why: 'Whoever comes next would wait for ever, or would not be kept out.',
    seen: 'WARNING: bad unlock balance, or lock held when returning to user space',
    enforced: [{ by: 'lockdep', how: 'at the unlock, at the exit of the system call' }],
    instead: 'Unlock on every path, and only where the lock was taken.',
    review: {
      look: 'a return between lock and unlock; an unlock behind a label that is also reached without the lock',
      wrong: ['mutex_lock(&l);', 'if (err)', '\treturn err;'],
      right: ['guard(mutex)(&l);', 'if (err)', '\treturn err;'],
      fine: 'a lock that is handed over on purpose and annotated',
    },
  },
  'LOCK-1': {
    says: 'Locks are taken in one order everywhere.',
    source: 'Documentation/locking/lockdep-design.rst',
    quote: lockdep(
      'The same lock-class must not be acquired twice ... Furthermore, two locks can not be taken in inverse order',
    ),
    why: 'This is rule L-2, for the threads of a file.',
    seen: 'lockdep: possible circular locking dependency',
    enforced: [lockOrder],
    instead: 'Choose one order and keep to it.',
    review: null,
  },
  'LOCK-2': {
    says: 'Nothing that may sleep is called in atomic context.',
    source: 'Documentation/locking/locktypes.rst',
    quote: locktypes('Sleeping locks can only be acquired in preemptible task context.'),
    why: 'This is rule L-4, for every call that may sleep.',
    seen: 'BUG: sleeping function called from invalid context',
    enforced: [{ by: 'might_sleep', how: 'CONFIG_DEBUG_ATOMIC_SLEEP' }],
    instead: 'Move the call in front of the spinlock, or to a worker.',
    review: null,
  },
  'LOCK-3': {
    says: 'What is held is given back once, by whoever holds it.',
    source: 'kernel/locking/lockdep.c: print_unlock_imbalance_bug; lib/refcount.c',
    quote: from('Documentation/locking/mutex-design.rst')(
      'Only the owner can unlock the mutex. ... A task may not exit with a mutex held.',
    ),
    why: 'This is rule L-11, for locks, references and tickets.',
    seen: 'WARNING: bad unlock balance; refcount underflow',
    enforced: [
      { by: 'lockdep', how: 'at the unlock' },
      { by: 'WARN', how: 'refcount_t saturates' },
    ],
    instead: 'One owner for each release.',
    review: {
      look: 'a second put or unlock on an error path',
      wrong: ['err_put:', '\tdma_fence_put(f);  /* the job owns it by now */'],
      right: ['job->fence = f;', 'f = NULL;  /* handed over */'],
      fine: 'a put for each get',
    },
  },
  'LOCK-4': {
    says: 'Whoever gives way to another is not made to do so for ever.',
    source: 'Documentation/locking/ww-mutex-design.rst',
    quote: from('Documentation/locking/ww-mutex-design.rst')(
      "To ensure eventual forward progress it is important that a task trying to acquire locks doesn't grab a new reservation id",
    ),
    why: "Two threads that undo each other's work never get on, though neither is blocked.",
    seen: 'a livelock: busy threads and no progress',
    enforced: [],
    instead:
      'Let the second try hold a lock that keeps the other out, or keep the age of the ticket.',
    review: {
      look: 'goto retry without a bound, after an undo that another thread can cause again',
      wrong: [
        'again:',
        'ret = migrate(range);',
        'if (ret == -EBUSY) {',
        '\tevict_other(range);',
        '\tgoto again;',
        '}',
      ],
      right: [
        'down_read(&lock);',
        'ret = migrate(range);',
        'up_read(&lock);',
        'if (ret == -EBUSY) {',
        '\tdown_write(&lock);',
        '\tret = migrate(range);',
        '\tup_write(&lock);',
        '}',
      ],
      fine: 'a retry whose cause is a counter that only rises a bounded number of times',
    },
  },
  'LOCK-5': {
    says: 'A lock that is taken in an interrupt is taken with that interrupt off everywhere.',
    source: 'Documentation/locking/lockdep-design.rst',
    quote: lockdep(
      'if a lock can be used in irq context (irq-safe) then it cannot be ever acquired with irq enabled',
    ),
    why: 'This is rule L-3, for every lock: the handler spins on the CPU of whoever holds it.',
    seen: 'lockdep: inconsistent lock state, or possible irq lock inversion dependency',
    enforced: [lockOrder],
    instead: 'spin_lock_irqsave() in every place that is not the handler.',
    review: null,
  },
  'WAIT-1': {
    says: 'Whoever waits for a completion or another event holds nothing that its completer needs.',
    source: 'Documentation/scheduler/completion.rst',
    quote: from('Documentation/scheduler/completion.rst')(
      "so in most cases you probably don't want to call this with held mutexes.",
    ),
    why: 'lockdep does not see completions, so nothing warns.',
    seen: 'hung tasks',
    enforced: [hungTask],
    instead: 'Wait without the lock.',
    review: {
      look: 'wait_for_completion or wait_event under a mutex that the waking side takes, also indirectly',
      wrong: [
        'mutex_lock(&gpu->lock);',
        'wait_for_completion(&event_free);  /* recovery frees it, under gpu->lock */',
      ],
      right: ['wait_for_completion(&event_free);', 'mutex_lock(&gpu->lock);'],
      fine: 'a wait with a timeout whose failure is handled',
    },
  },
  'WAIT-2': {
    says: 'Whoever waits for an event is woken on every way out: on success, on an error, and when everything is taken down.',
    source: 'include/linux/wait.h: wait_event',
    quote: from('include/linux/wait.h')(
      'wake_up() has to be called after changing any variable that could change the result of the wait condition.',
    ),
    why: 'Nobody looks at the condition again for the sleeper, and lockdep does not see events.',
    seen: 'hung tasks',
    enforced: [hungTask],
    instead:
      'Make the stop, the error and the end part of the condition, and wake the waiter there too.',
    review: {
      look: 'a return on an error, or a stop, after which nobody makes the condition of a wait_event true or gives back the reference for which it waits',
      wrong: [
        'atomic_inc(&parent->users);',
        'if (!take_off_list(child))',
        '\treturn;  /* destroy waits until users is 0 */',
      ],
      right: [
        'atomic_inc(&parent->users);',
        'if (!take_off_list(child)) {',
        '\tif (atomic_dec_and_test(&parent->users))',
        '\t\twake_up(&parent->idle);',
        '\treturn;',
        '}',
      ],
      fine: 'a wait with a timeout whose failure is handled',
    },
  },
  'IRQ-1': {
    says: 'Whoever waits until a handler does not run is not that handler, and holds nothing that it takes.',
    source: 'kernel/irq/manage.c: disable_irq; kernel/time/timer.c: timer_delete_sync',
    quote: from('kernel/irq/manage.c')(
      'If you use this function while holding a resource the IRQ handler may need you will deadlock.',
    ),
    why: 'The handler would have to end first, and it waits, or it is the one that waits for its own end.',
    seen: 'hung tasks, or a CPU that spins in del_timer_sync()',
    enforced: [
      { by: 'lockdep', how: 'of timers, which have a class; not of interrupts' },
      hungTask,
    ],
    instead: 'disable_irq_nosync() in the handler; elsewhere wait without the lock.',
    review: {
      look: 'disable_irq, synchronize_irq, timer_delete_sync or tasklet_kill in the handler itself or its thread, or under a lock that the handler takes',
      wrong: ['irqreturn_t irq_thread(int irq, void *data)', '{', '\tdisable_irq(irq);'],
      right: ['irqreturn_t irq_thread(int irq, void *data)', '{', '\tdisable_irq_nosync(irq);'],
      fine: 'synchronize_irq() in probe or remove, with nothing held',
    },
  },
  'WQ-1': {
    says: 'A work does not wait for itself, nor for what waits for it; what reclaim needs runs on a queue with WQ_MEM_RECLAIM.',
    source:
      'kernel/workqueue.c: start_flush_work, check_flush_dependency; Documentation/core-api/workqueue.rst',
    quote: from('kernel/workqueue.c')(
      'Force a lock recursion deadlock when using flush_work() inside a single-threaded or rescuer equipped workqueue.',
    ),
    why: 'A flush waits for the work; the work waits for the lock that the flusher holds, or is the flusher.',
    seen: 'lockdep: a circle with (wq_completion) or (work_completion); hung tasks',
    enforced: [
      { by: 'lockdep', how: 'if the work has run once' },
      { by: 'WARN', how: 'check_flush_dependency()' },
      hungTask,
    ],
    instead: 'cancel_work() without _sync, or the flush outside of the lock.',
    review: {
      look: 'flush_work, cancel_work_sync, cancel_delayed_work_sync, drain_workqueue under a lock that the work takes, or from the work itself; a signaling worker on a queue without WQ_MEM_RECLAIM',
      wrong: [
        'mutex_lock(&q->lock);',
        'cancel_delayed_work_sync(&q->hang_work);  /* takes q->lock */',
      ],
      right: ['cancel_delayed_work_sync(&q->hang_work);', 'mutex_lock(&q->lock);'],
      fine: 'a flush of a work that takes no lock at all',
    },
  },
  'RCU-1': {
    says: 'Whoever waits for readers is not one of them.',
    source: 'Documentation/RCU/whatisRCU.rst: synchronize_rcu',
    quote: from('Documentation/RCU/whatisRCU.rst')(
      'Remember that it is illegal to block while in an RCU read-side critical section.',
    ),
    why: 'The grace period would wait for the section that waits for it.',
    seen: 'an RCU stall, or a hung task in synchronize_srcu()',
    enforced: [{ by: 'lockdep', how: 'CONFIG_PROVE_RCU; for SRCU since 6.4' }],
    instead: 'Leave the section first, or use call_rcu().',
    review: {
      look: 'synchronize_rcu or synchronize_srcu in a section, or under a lock that a reader waits for',
      wrong: ['idx = srcu_read_lock(&s);', 'synchronize_srcu(&s);'],
      right: ['srcu_read_unlock(&s, idx);', 'synchronize_srcu(&s);'],
      fine: 'kfree_rcu() in a section',
    },
  },
  'PM-1': {
    says: 'Nobody waits for runtime PM under a lock that its callbacks take, nor on the way to a signal.',
    source: 'Documentation/power/runtime_pm.rst',
    quote: from('Documentation/power/runtime_pm.rst')('The callbacks are mutually exclusive'),
    why: 'A resume waits for a suspend that is under way, and its callbacks take locks and allocate.',
    seen: 'hung tasks; lockdep sees nothing of the wait itself',
    enforced: [hungTask],
    instead:
      'Resume the device in the ioctl, before the job is armed, and hold the reference until it is done.',
    review: {
      look: 'pm_runtime_get_sync or pm_runtime_resume_and_get in run_job, in an interrupt worker, in a shrinker, or under a lock of the suspend callback',
      wrong: ['static struct dma_fence *run_job(...)', '{', '\tpm_runtime_get_sync(dev);'],
      right: [
        'int submit(...)',
        '{',
        '\tret = pm_runtime_resume_and_get(dev);',
        '\t...',
        '\tdrm_sched_job_arm(&job->base);',
      ],
      fine: 'pm_runtime_get_if_in_use() in these places',
    },
  },
  'K-1': {
    says: 'What a function asserts when it is called holds.',
    source: 'machines/tracepoints/assertions.ts, from the kernel sources that it names',
    quote: null,
    why: 'The assertion is the rule that its author wrote down.',
    seen: 'a WARNING or BUG in that function',
    enforced: [{ by: 'WARN', how: 'or BUG, at the line' }, resvHeld],
    instead: 'See the function.',
    review: null,
  },
} as const satisfies Record<string, Rule>;
