import { dmaBuf, from } from '../words/cites.ts';
import { annotated, hungTask, type Rule } from './rule.ts';

const fence = 'drivers/dma-buf/dma-fence.c';
const dmaFence = from(fence);
const header = from('include/linux/dma-fence.h');

/** What holds of one fence, from its initialisation to its last reference. */
export const fenceRules = {
  'F-1': {
    says: 'A fence is signaled once: only the first call has an effect.',
    source: `${fence}: dma_fence_signal_timestamp_locked`,
    quote: dmaFence(
      'Can be called multiple times, but since a fence can only go from the unsignaled to the signaled state and not back, it will only be effective the first time.',
    ),
    why: 'A waiter that has gone on cannot be told that the work was not done after all.',
    seen: 'up to Linux 6.18 the second call answers -EINVAL; since then dma_fence_check_and_signal() answers true',
    enforced: [{ by: 'errno', how: '-EINVAL up to 6.18' }],
    instead: 'Let one path signal; let the other ask dma_fence_is_signaled().',
    review: {
      look: 'an error set, or memory freed, on a path that assumes that its own signal was the first',
      wrong: [
        'dma_fence_set_error(f, -ETIME);',
        'dma_fence_signal(f);  /* the interrupt may have been first */',
        'free_job(job);',
      ],
      right: [
        'if (!dma_fence_is_signaled(f)) {',
        '\tdma_fence_set_error(f, -ETIME);',
        '\tdma_fence_signal(f);',
        '}',
      ],
      fine: 'two paths that both call dma_fence_signal() and nothing else depends on which was first',
    },
  },
  'F-2': {
    says: 'A callback runs once, or adding it is refused.',
    source: `${fence}: dma_fence_add_callback`,
    quote: dmaFence(
      'If fence is already signaled, this function will return -ENOENT (and *not* call the callback).',
    ),
    why: 'Whoever added it waits to be called; a signal between the test and the addition must not be lost.',
    seen: 'a wakeup is lost: a job whose dependency has signaled is never run',
    enforced: [{ by: 'errno', how: '-ENOENT; the answer must be used' }],
    instead: 'Use the answer: on -ENOENT do at once what the callback would have done.',
    review: {
      look: 'dma_fence_add_callback() whose result is dropped, or whose -ENOENT branch does less than the callback',
      wrong: ['dma_fence_add_callback(f, &job->cb, job_ready);'],
      right: ['if (dma_fence_add_callback(f, &job->cb, job_ready))', '\tjob_ready(f, &job->cb);'],
      fine: 'a result that is dropped because the fence is known to be unsignaled under its own lock',
    },
  },
  'F-3': {
    says: 'A callback that was removed never runs, and its memory may be freed.',
    source: `${fence}: dma_fence_remove_callback`,
    quote: dmaFence(
      'This function returns true if the callback is successfully removed, or false if the fence has already been signaled.',
    ),
    why: 'If the answer is false, the callback has run or is running at this moment.',
    seen: 'use after free',
    enforced: [],
    instead: 'Free it only if the answer is true; otherwise wait until the callback has returned.',
    review: {
      look: 'kfree() of what contains a dma_fence_cb after dma_fence_remove_callback() without a look at its answer',
      wrong: ['dma_fence_remove_callback(f, &w->cb);', 'kfree(w);'],
      right: [
        'if (!dma_fence_remove_callback(f, &w->cb))',
        '\twait_for_completion(&w->called);',
        'kfree(w);',
      ],
      fine: 'a container with a reference of its own that the callback drops',
    },
  },
  'F-4': {
    says: 'An error is set before the fence is signaled, and is a negative errno.',
    source: 'include/linux/dma-fence.h: dma_fence_set_error',
    quote: header(
      'This must be set before signaling (so that the value is visible before any waiters on the signal callback are woken).',
    ),
    why: 'A waiter reads the error when it is woken, and does not look again.',
    seen: 'a WARNING in dma_fence_set_error()',
    enforced: [{ by: 'WARN', how: 'if the fence is signaled, or the number is no errno' }],
    instead: 'Set the error, then signal.',
    review: {
      look: 'dma_fence_set_error() after dma_fence_signal(), with a positive number, or from a path that races with the signal',
      wrong: ['dma_fence_signal(f);', 'dma_fence_set_error(f, EIO);'],
      right: ['dma_fence_set_error(f, -EIO);', 'dma_fence_signal(f);'],
      fine: 'no error at all: a fence without one has ended well',
    },
  },
  'F-5': {
    says: 'A fence is not released while callbacks wait for it.',
    source: `${fence}: dma_fence_release`,
    quote: null,
    why: 'Nobody is left who would signal it, so whoever added the callback would wait for ever.',
    seen: 'WARNING "released with pending signals"; the fence gets -EDEADLK and is signaled',
    enforced: [{ by: 'WARN', how: 'in dma_fence_release()' }],
    instead: 'Signal it, with an error if need be, before the last dma_fence_put.',
    review: {
      look: 'an error path that puts a fence which others have seen, without signaling it',
      wrong: ['err:', '\tdma_fence_put(job->fence);  /* it was published */'],
      right: [
        'err:',
        '\tdma_fence_set_error(job->fence, err);',
        '\tdma_fence_signal(job->fence);',
        '\tdma_fence_put(job->fence);',
      ],
      fine: 'the last put of a fence that nobody else has seen',
    },
  },
  'F-6': {
    says: 'A fence is signaled in bounded time.',
    source: `${fence}: DOC: fence cross-driver contract; include/drm/gpu_scheduler.h: timedout_job`,
    quote: dmaFence('Fences must complete in a reasonable time.'),
    why: 'This is rule CDC-1 for one fence: everything that waits for it inherits the bound. Work of more than some 10 s is long-running and has no dma_fence.',
    seen: 'a hang, or a reset that loses the job',
    enforced: [hungTask],
    instead:
      'Make sure that whoever signals it waits for nothing that is owed by userspace, by the fence itself or by nobody.',
    review: {
      look: 'a published fence on an error path that neither pushes nor signals; a wait without a bound on the way to a signal',
      wrong: [
        'drm_sched_job_arm(&job->base);',
        'if (xa_alloc(&xa, &id, job, limit, GFP_KERNEL))',
        '\treturn -ENOMEM;  /* armed, never pushed */',
        'drm_sched_entity_push_job(&job->base);',
      ],
      right: [
        'if (xa_alloc(&xa, &id, job, limit, GFP_KERNEL))',
        '\treturn -ENOMEM;',
        'drm_sched_job_arm(&job->base);',
        'drm_sched_entity_push_job(&job->base);',
      ],
      fine: 'a wait for another dma_fence: it is bounded for the same reason',
    },
  },
  'F-7': {
    says: 'What signals a fence takes no dma_resv lock.',
    source: `${fence}: DOC: fence cross-driver contract`,
    quote: dmaFence(
      'This means any code required for fence completion cannot acquire a &dma_resv lock.',
    ),
    why: 'This is rule CDC-2 for one fence.',
    seen: 'lockdep: a circle of reservation_ww_class_mutex and dma_fence_map',
    enforced: [annotated, hungTask],
    instead: 'See CDC-2.',
    review: null,
  },
  'F-8': {
    says: 'What signals a fence allocates only what can be had at once.',
    source: `${fence}: DOC: fence cross-driver contract`,
    quote: dmaFence('Only GFP_ATOMIC is permissible, which might fail.'),
    why: 'These are rules CDC-3 and CDC-4 for one fence.',
    seen: 'lockdep: a circle of fs_reclaim and dma_fence_map',
    enforced: [annotated, hungTask],
    instead: 'See CDC-3 and CDC-4.',
    review: null,
  },
  'F-9': {
    says: 'A deadline is a hint.',
    source: `${fence}: dma_fence_set_deadline`,
    quote: dmaFence('Give the fence signaler a hint about an upcoming deadline'),
    why: 'A waiter may wish for an earlier signal; nothing may rely on it.',
    seen: null,
    enforced: [],
    instead: 'Wait for the fence.',
    review: null,
  },
  'F-10': {
    says: 'A fence exists only when its work was submitted: there are no future fences, so dependencies cannot go round in a circle.',
    source:
      'Documentation/driver-api/dma-buf.rst: Indefinite DMA Fences; drivers/gpu/drm/drm_syncobj.c: drm_syncobj_find_fence',
    quote: dmaBuf(
      'No future fences, proxy fences or userspace fences imported as DMA fences, with or without a timeout.',
    ),
    why: 'A fence for work that somebody may submit later is owed by userspace, which owes nothing.',
    seen: 'a lookup of a syncobj without a fence answers -EINVAL; a wait in the kernel for such a fence never ends',
    enforced: [{ by: 'errno', how: '-EINVAL from drm_syncobj_find_fence()' }],
    instead:
      'Let userspace wait until the work is submitted (DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT), or refuse the submission.',
    review: {
      look: 'a fence that is created or published in one ioctl and handed to hardware by a later one',
      wrong: [
        'fd = sync_file_fd(fence_of(buffer));  /* at QBUF */',
        '/* the job starts when userspace calls STREAMON */',
      ],
      right: ['queue(job);', 'fd = sync_file_fd(&job->fence);'],
      fine: 'a syncobj without a fence that only a host-side wait waits for',
    },
  },
  'F-11': {
    says: 'A fence that is alive is not initialised again.',
    source: 'include/drm/gpu_scheduler.h: struct drm_sched_backend_ops, run_job',
    quote: null,
    why: 'Its callbacks would be forgotten, and with them everybody who waits.',
    seen: 'waiters that are never woken; a corrupt list',
    enforced: [],
    instead: 'Make a fence for each run of a job.',
    review: {
      look: 'dma_fence_init() on a fence that stands inside a job or a ring, in code that runs again after a reset',
      wrong: [
        'static struct dma_fence *run_job(...)',
        '{',
        '\tdma_fence_init(&job->hw_fence, ...);  /* the second time after a reset */',
      ],
      right: [
        'static struct dma_fence *run_job(...)',
        '{',
        '\tf = kzalloc_from_reserve(job);',
        '\tdma_fence_init(f, ...);',
      ],
      fine: 'a second initialisation after the last reference is gone and the grace period over',
    },
  },
  'F-12': {
    says: 'Nothing happens to a fence before it is initialised or after its last reference is gone.',
    source: `${fence}: dma_fence_init, dma_fence_release`,
    quote: null,
    why: 'Its lock, its operations and its memory may be gone.',
    seen: 'use after free; KASAN',
    enforced: [],
    instead:
      'Hold a reference for as long as the fence is used; read pointers under RCU with dma_fence_get_rcu_safe().',
    review: {
      look: 'a fence pointer that is kept in a job, a list or an interrupt handler without dma_fence_get()',
      wrong: ['ring->last = f;'],
      right: ['dma_fence_put(ring->last);', 'ring->last = dma_fence_get(f);'],
      fine: 'a pointer that is used only while somebody else is known to hold a reference',
    },
  },
  'F-13': {
    says: 'Signaling is enabled once.',
    source: `${fence}: __dma_fence_enable_signaling`,
    quote: null,
    why: 'The driver counts on one call, for instance for a reference to an interrupt.',
    seen: null,
    enforced: [{ by: 'type', how: 'the core tests and sets the bit' }],
    instead: 'Leave it to the core.',
    review: null,
  },
  'F-14': {
    says: 'Within a context seqnos rise, and fences signal in their order.',
    source: `${fence}: dma_fence_init, seqno; include/linux/dma-fence.h: struct dma_fence, seqno; drivers/gpu/drm/scheduler/sched_main.c: drm_sched_job_arm`,
    quote: dmaFence(
      'Fences are associated with a context, allocated through dma_fence_context_alloc(), and all fences on the same context are fully ordered.',
    ),
    why: 'A dma_resv and a merge keep only the latest fence of each context: an earlier one that is still busy would be forgotten.',
    seen: 'work runs too early',
    enforced: [],
    instead:
      'One context for each queue that completes in order; number the fences where the order is decided.',
    review: {
      look: 'one context that several rings share; a seqno that is taken before a lock that decides the order',
      wrong: [
        'seqno = atomic_inc_return(&dev->seqno);',
        'mutex_lock(&ring->lock);',
        'push(ring, seqno);',
      ],
      right: ['mutex_lock(&ring->lock);', 'push(ring, ++ring->seqno);'],
      fine: 'gaps between seqnos',
    },
  },
} as const satisfies Record<string, Rule>;
