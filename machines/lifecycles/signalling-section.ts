import { chart, state } from './chart.ts';
import { inFile, to } from './to.ts';

const dmaFence = inFile('drivers/dma-buf/dma-fence.c');
const pageAlloc = inFile('mm/page_alloc.c');

const doc = dmaFence('DOC: fence signalling annotation');
/**
 * The code that has to run before a fence can be signaled, from when other threads can see the fence.
 * Rule: between dma_fence_begin_signalling and dma_fence_end_signalling nothing is taken or
 * allocated that waits for a fence.
 * Source: drivers/dma-buf/dma-fence.c ("DOC: fence signalling annotation", dma_fence_begin_signalling), v7.0.
 */
export const signallingSection = chart('signalling_section', 'drivers/dma-buf/dma-fence.c', {
  outside: state('The thread is in no signalling section.', 'dma_fence_end_signalling', {
    dma_fence_begin_signalling: to(
      'inside',
      'The fence becomes visible, and the signalling section begins.',
      'dma_fence_begin_signalling',
    ),
  }),
  inside: state(
    'The thread is in the signalling section: the fence waits for it.',
    doc,
    {
      dma_fence_signal: to('outside', 'The fence is signaled and the section ends.', 'dma_fence_end_signalling'),
      lock: to('locked', 'The thread takes a lock.', doc),
      alloc: to('allocating', 'The thread allocates memory, and may sleep until there is some.', doc),
      alloc_nowait: to(
        'locked',
        'The thread allocates with GFP_NOWAIT, and can go on without the memory.',
        'drivers/gpu/drm/xe/xe_guc_submit.c: GFP_NOWAIT',
      ),
    },
    'signaled by',
  ),
  locked: state(
    'The thread is in the signalling section, and has its lock or its memory.',
    doc,
    {
      dma_fence_signal: to('outside', 'The fence is signaled and the section ends.', 'dma_fence_end_signalling'),
    },
    'signaled by',
  ),
  allocating: state(
    'The thread is in direct reclaim, inside the signalling section.',
    pageAlloc('__alloc_pages_slowpath'),
    {
      reclaim_waits: to(
        'reclaiming',
        'Reclaim calls a shrinker or a notifier, which waits for a fence.',
        dmaFence('DOC: fence cross-driver contract'),
      ),
      allocated: to('locked', 'The allocation returns with memory.', pageAlloc('__alloc_pages_slowpath')),
    },
    'that allocates in',
  ),
  reclaiming: state(
    "The thread's own reclaim waits for a fence.",
    dmaFence('DOC: fence cross-driver contract'),
    {
      allocated: to('locked', 'The allocation returns with memory.', pageAlloc('__alloc_pages_slowpath')),
    },
    'whose reclaim waits for',
  ),
});
