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
    'No work is submitted.',
    'Indefinite DMA Fences',
    {
      submit: to(
        'submitted',
        'Userspace submits the work, and it is queued.',
        'drivers/gpu/drm/drm_syncobj.c: drm_syncobj_find_fence',
      ),
    },
    'that userspace has yet to submit',
  ),
  submitted: state('The work is queued and waits for its dependencies.', 'Indefinite DMA Fences', {
    run: to('running', 'The work starts on the hardware.', 'include/drm/gpu_scheduler.h: run_job'),
  }),
  running: state('The work runs on the hardware.', 'Indefinite DMA Fences', {
    end: to('none', 'The work ends.', dmaFence('dma_fence_signal')),
  }),
});

/**
 * A thread of userspace that will signal a userspace fence, and that may take a page fault before it does.
 * Rule: the fault may wait for dma_fences, for those end; so no dma_fence may wait for the thread.
 * Source: Documentation/driver-api/dma-buf.rst ("some other CPU thread in userspace might hit a
 * page fault which holds up a userspace fence").
 */
export const cpuThread = chart('cpu_thread', doc, {
  running: state('The thread runs.', 'Recoverable Hardware Page Faults Implications', {
    fault: to('faulting', 'The thread touches a page that is not there.', memory('handle_mm_fault')),
  }),
  faulting: state(
    'The thread is in a page fault, and the kernel allocates memory.',
    'mm/page_alloc.c: __alloc_pages_slowpath',
    {
      reclaim: to(
        'reclaiming',
        'Reclaim calls a shrinker, which waits for a dma_fence.',
        dmaFence('DOC: fence cross-driver contract'),
      ),
      mapped: to('running', 'The kernel finds memory without waiting, and maps the page.', memory('handle_mm_fault')),
    },
    'in a page fault',
  ),
  reclaiming: state(
    'The thread is in a page fault, and reclaim waits for a dma_fence.',
    dmaFence('DOC: fence cross-driver contract'),
    { mapped: to('running', 'The wait ends, and the page is mapped.', memory('handle_mm_fault')) },
    'in a page fault whose reclaim waits for',
  ),
});
