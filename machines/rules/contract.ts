import { contract } from '../words/cites.ts';
import { annotated, hungTask, type Rule } from './rule.ts';

const doc = 'drivers/dma-buf/dma-fence.c: DOC: fence cross-driver contract';

/** The contract that all drivers keep with each other since their fences wait for one another. */
export const contractRules = {
  'CDC-1': {
    says: 'A fence completes in reasonable time; drivers have timeouts and hang recovery.',
    source: doc,
    quote: contract('Fences must complete in a reasonable time.'),
    why: 'Memory management, other drivers and compositors wait for a fence without a timeout of their own.',
    seen: 'hung tasks; a compositor that stands still; a GPU reset',
    enforced: [hungTask],
    instead: 'Have a timeout and a recovery that needs nothing from anybody else.',
    review: {
      look: 'a new fence whose signal depends on userspace, on another driver or on hardware, and no timeout that signals it with an error',
      wrong: [
        'dma_fence_init(&job->fence, &ops, &lock, ctx, seqno);',
        'doorbell(job);  /* nothing comes if the hardware hangs */',
      ],
      right: [
        'dma_fence_init(&job->fence, &ops, &lock, ctx, seqno);',
        'mod_delayed_work(wq, &ring->timeout, ring->limit);  /* resets, then signals with an error */',
        'doorbell(job);',
      ],
      fine: 'a job of drm_sched with a finite timeout and a timedout_job that resets the ring',
    },
  },
  'CDC-2': {
    says: 'Code that is needed to signal a fence takes no dma_resv lock: others wait for fences while they hold it.',
    source: doc,
    quote: contract(
      'This means any code required for fence completion cannot acquire a &dma_resv lock.',
    ),
    why: 'A thread may hold the dma_resv lock while it waits for this very fence. Then each waits for the other.',
    seen: 'lockdep: a circle of reservation_ww_class_mutex and dma_fence_map; without it two hung tasks',
    enforced: [annotated, hungTask],
    instead:
      'Take what is needed before the fence is visible, or hand the locked part to a worker that no fence waits for.',
    review: {
      look: 'dma_resv_lock, ttm_bo_reserve, drm_exec, drm_gem_vunmap or a lock under which these are taken, in run_job, in an interrupt, in a completion worker or in recovery',
      wrong: [
        'static struct dma_fence *run_job(struct drm_sched_job *sched_job)',
        '{',
        '\tdma_resv_lock(bo->resv, NULL);',
        '\tmap(bo);',
      ],
      right: [
        'int submit(struct job *job)',
        '{',
        '\tdma_resv_lock(bo->resv, NULL);',
        '\tmap(bo);',
        '\tdma_resv_unlock(bo->resv);',
        '\tdrm_sched_job_arm(&job->base);',
      ],
      fine: 'dma_resv_trylock in these places, if the path also ends where the lock is not to be had',
    },
  },
  'CDC-3': {
    says: 'Shrinkers may wait for fences, so code that is needed to signal one neither allocates with GFP_KERNEL nor takes a lock under which others do.',
    source: doc,
    quote: contract(
      'This means any code required for fence completion cannot allocate memory with GFP_KERNEL.',
    ),
    why: 'The allocation may reclaim, reclaim may run a shrinker, and the shrinker may wait for the fence that this code is to signal.',
    seen: 'lockdep: a circle of fs_reclaim and dma_fence_map; without it a hang under memory pressure',
    enforced: [annotated, hungTask],
    instead:
      'Allocate before the fence is visible, use GFP_NOWAIT or GFP_ATOMIC, or do not allocate while holding a lock that run_job, its runtime PM or its completion takes.',
    review: {
      look: 'GFP_KERNEL, kmalloc, devm_*, drmm_*, xa_alloc, dma_alloc_coherent or a mutex that other code holds over them, between arming a job and its signal, and in timedout_job',
      wrong: [
        'static struct dma_fence *run_job(struct drm_sched_job *sched_job)',
        '{',
        '\tstruct cmd *cmd = kzalloc(sizeof(*cmd), GFP_KERNEL);',
      ],
      right: [
        'int submit(struct job *job)',
        '{',
        '\tjob->cmd = kzalloc(sizeof(*job->cmd), GFP_KERNEL);',
        '\tdrm_sched_job_arm(&job->base);',
      ],
      fine: 'GFP_KERNEL in prepare of the submit ioctl before the job is armed; GFP_NOWAIT with a fallback',
    },
  },
  'CDC-4': {
    says: 'MMU notifiers may wait for fences, so code that is needed to signal one neither allocates with GFP_NOFS or GFP_NOIO nor takes a lock that is held across a notifier.',
    source: doc,
    quote: contract(
      'This means any code required for fence ... cannot allocate memory with GFP_NOFS or GFP_NOIO.',
    ),
    why: 'Reclaim unmaps pages with these masks too; unmapping calls notifiers, and a notifier may wait for the fence.',
    seen: 'lockdep: a circle of mmu_notifier_invalidate_range_start and dma_fence_map',
    enforced: [annotated, hungTask],
    instead: 'Allocate before the fence is visible, or use GFP_ATOMIC.',
    review: {
      look: 'GFP_NOFS, GFP_NOIO or memalloc_nofs_save as the answer to a lockdep report about CDC-3; a notifier lock in a completion path',
      wrong: ['cookie = dma_fence_begin_signalling();', 'buf = kmalloc(len, GFP_NOFS);'],
      right: [
        'cookie = dma_fence_begin_signalling();',
        'buf = kmalloc(len, GFP_NOWAIT);',
        'if (!buf)',
        '\tbuf = reserve->buf;  /* set aside before the fence was visible */',
      ],
      fine: 'memalloc_noreclaim_save(), which does not reclaim at all, where the reserve is known to suffice',
    },
  },
  'CDC-5': {
    says: 'Only drivers of GPUs wait for fences from shrinkers and notifiers.',
    source: doc,
    quote: contract(
      'No driver outside of drivers/gpu should ever call dma_fence_wait() in such contexts.',
    ),
    why: 'Everybody else who signals a fence would have to keep the rules of reclaim for a wait that only graphics needs.',
    seen: null,
    enforced: [],
    instead: 'Stop the device in the notifier, or give the pages back only later.',
    review: {
      look: 'dma_fence_wait, dma_resv_wait_timeout or dma_buf_begin_cpu_access in a shrinker or notifier outside of drivers/gpu',
      wrong: [
        'static bool invalidate(struct mmu_interval_notifier *mni, ...)',
        '{',
        '\tdma_resv_wait_timeout(obj->resv, DMA_RESV_USAGE_BOOKKEEP, false, MAX_SCHEDULE_TIMEOUT);',
      ],
      right: [
        'static bool invalidate(struct mmu_interval_notifier *mni, ...)',
        '{',
        '\tmmu_interval_set_seq(mni, seq);',
        '\tzap_device_page_table(obj);  /* the device faults and asks again */',
      ],
      fine: 'the same wait in an ioctl of that driver',
    },
  },
  'CDC-6': {
    says: 'A thread may wait for a fence while it holds a dma_resv lock.',
    source: doc,
    quote: contract('Drivers are allowed to call dma_fence_wait() while holding dma_resv_lock().'),
    why: 'Eviction moves a buffer only when its fences have signaled, and holds its lock meanwhile. Rule CDC-2 is the price.',
    seen: null,
    enforced: [],
    instead: null,
    review: null,
  },
} as const satisfies Record<string, Rule>;
