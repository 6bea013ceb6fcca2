import { chart, state } from './chart.ts';
import { inFile, to } from './to.ts';

const dmaFence = inFile('drivers/dma-buf/dma-fence.c');
const memory = inFile('mm/memory.c');

const doc = 'Documentation/driver-api/dma-buf.rst';
/**
 * Work behind a dma_fence, as userspace promises, submits and ends it.
 * Rule: a fence is for work that has been submitted, that waits for nothing but dma_fences, and that ends by itself.
 * Source: Documentation/driver-api/dma-buf.rst, "Indefinite DMA Fences".
 */
export const promisedWork = chart('promised_work', doc, {
  none: state(
    'Nothing is submitted.',
    'Indefinite DMA Fences',
    { submit: to('submitted', 'In the queue.', 'drivers/gpu/drm/drm_syncobj.c: drm_syncobj_find_fence') },
    'that userspace has yet to submit',
  ),
  submitted: state('Waits for what it was told to wait for.', 'Indefinite DMA Fences', {
    run: to('running', 'On the hardware.', 'include/drm/gpu_scheduler.h: run_job'),
  }),
  running: state('On the hardware.', 'Indefinite DMA Fences', {
    end: to('none', 'It has ended.', dmaFence('dma_fence_signal')),
  }),
});

/**
 * A thread of userspace that will signal a userspace fence, and that may take a page fault before it does.
 * Rule: the fault may wait for dma_fences, for those end; so no dma_fence may wait for the thread.
 * Source: Documentation/driver-api/dma-buf.rst ("some other CPU thread in userspace might hit a
 * page fault which holds up a userspace fence").
 */
export const cpuThread = chart('cpu_thread', doc, {
  running: state('Runs.', 'Recoverable Hardware Page Faults Implications', {
    fault: to('faulting', 'It touches a page that is not there.', memory('handle_mm_fault')),
  }),
  faulting: state(
    'The kernel looks for memory.',
    'mm/page_alloc.c: __alloc_pages_slowpath',
    {
      reclaim: to('reclaiming', 'A shrinker waits for a dma_fence.', dmaFence('DOC: fence cross-driver contract')),
      mapped: to('running', 'There was some.', memory('handle_mm_fault')),
    },
    'in a page fault',
  ),
  reclaiming: state(
    'Reclaim waits for a dma_fence.',
    dmaFence('DOC: fence cross-driver contract'),
    { mapped: to('running', 'The page is there.', memory('handle_mm_fault')) },
    'in a page fault whose reclaim waits for',
  ),
});
