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
  outside: state('Nothing is to be signaled.', 'dma_fence_end_signalling', {
    dma_fence_begin_signalling: to(
      'inside',
      'The fence is visible: the section has begun.',
      'dma_fence_begin_signalling',
    ),
  }),
  inside: state(
    'The fence waits for this code.',
    doc,
    {
      dma_fence_signal: to('outside', 'Signaled; the section ends.', 'dma_fence_end_signalling'),
      lock: to('locked', 'It takes a lock.', doc),
      alloc: to('allocating', 'It asks for memory, and may sleep until there is some.', doc),
      alloc_nowait: to(
        'locked',
        'It asks for memory that is there now, and can do without.',
        'drivers/gpu/drm/xe/xe_guc_submit.c: GFP_NOWAIT',
      ),
    },
    'signaled by',
  ),
  locked: state(
    'It has what it needed.',
    doc,
    {
      dma_fence_signal: to('outside', 'Signaled; the section ends.', 'dma_fence_end_signalling'),
    },
    'signaled by',
  ),
  allocating: state(
    'In direct reclaim.',
    pageAlloc('__alloc_pages_slowpath'),
    {
      reclaim_waits: to(
        'reclaiming',
        'A shrinker or a notifier that is called waits for a fence.',
        dmaFence('DOC: fence cross-driver contract'),
      ),
      allocated: to('locked', 'There is memory.', pageAlloc('__alloc_pages_slowpath')),
    },
    'that allocates in',
  ),
  reclaiming: state(
    'Its own reclaim waits for a fence.',
    dmaFence('DOC: fence cross-driver contract'),
    {
      allocated: to('locked', 'There is memory.', pageAlloc('__alloc_pages_slowpath')),
    },
    'whose reclaim waits for',
  ),
});
