import { from } from '../words/cites.ts';
import { resvHeld, type Rule } from './rule.ts';

const resv = 'drivers/dma-buf/dma-resv.c';
const dmaResv = from(resv);
const usages = from('include/linux/dma-resv.h');

/** What holds of the fences of a reservation object. */
export const resvRules = {
  'R-1': {
    says: 'A slot is reserved before a fence is added, so that adding cannot fail.',
    source: `${resv}: dma_resv_reserve_fences, dma_resv_add_fence`,
    quote: dmaResv(
      'Note that the preallocated slots need to be re-reserved if @obj is unlocked at any time before calling dma_resv_add_fence().',
    ),
    why: 'Once a job is armed its fence must be published: nothing may fail any more, and reserving allocates.',
    seen: 'BUG_ON in dma_resv_add_fence()',
    enforced: [
      { by: 'BUG', how: 'if no slot is free' },
      { by: 'WARN', how: 'CONFIG_DEBUG_MUTEXES takes the slots back at every unlock' },
    ],
    instead: 'Reserve under the same lock, before the job is armed.',
    review: {
      look: 'dma_resv_add_fence() without dma_resv_reserve_fences() in the same section of the lock; reserving after drm_sched_job_arm()',
      wrong: [
        'drm_sched_job_arm(&job->base);',
        'ret = dma_resv_reserve_fences(resv, 1);',
        'if (ret)',
        '\treturn ret;',
      ],
      right: [
        'ret = dma_resv_reserve_fences(resv, 1);',
        'if (ret)',
        '\treturn ret;',
        'drm_sched_job_arm(&job->base);',
        'dma_resv_add_fence(resv, fence, DMA_RESV_USAGE_WRITE);',
      ],
      fine: 'drm_exec_prepare_obj() or ttm_eu_reserve_buffers(), which reserve',
    },
  },
  'R-2': {
    says: 'A query for a usage returns every fence of that usage and of the stronger ones.',
    source: 'include/linux/dma-resv.h: enum dma_resv_usage, dma_resv_usage_rw',
    quote: usages(
      'Drivers *always* must wait for those fences before accessing the resource protected by the dma_resv object.',
    ),
    why: 'KERNEL before WRITE before READ before BOOKKEEP: a reader waits for writers, and everybody for moves of the kernel.',
    seen: 'work runs too early; corruption',
    enforced: [],
    instead: 'Ask with dma_resv_usage_rw(write), or with BOOKKEEP for all.',
    review: {
      look: 'a wait or a dependency with READ where the access writes, or with anything weaker than BOOKKEEP before memory is given away',
      wrong: [
        'dma_resv_wait_timeout(resv, DMA_RESV_USAGE_WRITE, false, t);',
        'write_to(bo);  /* readers still read */',
      ],
      right: ['dma_resv_wait_timeout(resv, dma_resv_usage_rw(true), false, t);', 'write_to(bo);'],
      fine: 'KERNEL alone before an access that is synchronised explicitly',
    },
  },
  'R-3': {
    says: 'A container of fences is taken apart before its fences are added to a dma_resv.',
    source: `${resv}: dma_resv_add_fence`,
    quote: null,
    why: 'A dma_resv keeps one fence of each context; a container has a context of its own and would hide those within it.',
    seen: 'a WARNING in dma_resv_add_fence()',
    enforced: [{ by: 'WARN', how: 'if the fence is an array or a chain' }],
    instead: 'Walk it with dma_fence_unwrap_for_each() and add each fence.',
    review: {
      look: 'dma_resv_add_fence() with the fence of a sync_file or of a syncobj',
      wrong: ['dma_resv_add_fence(resv, sync_file_get_fence(fd), usage);'],
      right: [
        'dma_fence_unwrap_for_each(f, &iter, fence)',
        '\tdma_resv_add_fence(resv, f, usage);  /* as many slots reserved */',
      ],
      fine: 'the fence of one job',
    },
  },
  'R-4': {
    says: 'Memory management waits for BOOKKEEP, which means for all fences, before it moves or frees memory.',
    source: 'drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_wait_ctx',
    quote: usages(
      'The most common case are preemption fences, page table updates, TLB flushes as well as explicit synced user submissions.',
    ),
    why: 'Work that takes no part in implicit synchronisation still uses the memory.',
    seen: 'corruption; a fault of the IOMMU',
    enforced: [{ by: 'IOMMU', how: 'only if the pages are unmapped from it' }],
    instead: 'dma_resv_wait_timeout(resv, DMA_RESV_USAGE_BOOKKEEP, ...).',
    review: {
      look: 'a weaker usage in eviction, in free, in move_notify',
      wrong: [
        'dma_resv_wait_timeout(bo->resv, DMA_RESV_USAGE_READ, false, t);',
        'free_pages_of(bo);',
      ],
      right: [
        'dma_resv_wait_timeout(bo->resv, DMA_RESV_USAGE_BOOKKEEP, false, t);',
        'free_pages_of(bo);',
      ],
      fine: 'a move that is itself a job and depends on all these fences',
    },
  },
  'R-5': {
    says: 'A sync_file that was exported from a buffer is a snapshot.',
    source: 'include/uapi/linux/dma-buf.h: DMA_BUF_IOCTL_EXPORT_SYNC_FILE',
    quote: null,
    why: 'A fence that is added later is not in it. This is why the file completes in bounded time whatever userspace does next.',
    seen: null,
    enforced: [{ by: 'type', how: 'the fence of a sync_file never changes' }],
    instead: 'Userspace that exports, submits and imports holds a lock of its own over the three.',
    review: null,
  },
  'L-7': {
    says: 'The fences of a dma_resv are reserved, added, replaced and walked with its lock held; so is a buffer pinned.',
    source: 'include/linux/dma-resv.h: dma_resv_assert_held',
    quote: dmaResv('Must be called with @obj locked through dma_resv_lock().'),
    why: 'The list is replaced while others read it under RCU; only the lock keeps two writers apart.',
    seen: 'a WARNING of lockdep, "debug_locks && !lock_is_held"',
    enforced: [resvHeld],
    instead: 'Take the dma_resv lock first, or use the functions that say _unlocked.',
    review: {
      look: 'these functions moved out of a locked section, or called on an error path behind the unlock',
      wrong: ['dma_resv_unlock(bo->resv);', 'ttm_bo_unpin(bo);'],
      right: ['ttm_bo_unpin(bo);', 'dma_resv_unlock(bo->resv);'],
      fine: 'dma_resv_wait_timeout() and dma_resv_test_signaled(), which need no lock',
    },
  },
} as const satisfies Record<string, Rule>;
