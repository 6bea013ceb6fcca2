import type { Refusal } from '../../src/system/vocabulary.ts';
import { noGfpKernel } from '../words/sentences.ts';
import { law, model, sentence, untriable } from './whose.ts';

// v6.12; later versions have the same order of calls in xe_pagefault.c.
const pagefault = 'drivers/gpu/drm/xe/xe_gt_pagefault.c';
const fence = 'drivers/dma-buf/dma-fence.c';
const signaledOnce =
  'a fence is completed using dma_fence_signal(); since a fence can only go from the unsignaled to the signaled ' +
  'state and not back, it will only be effective the first time';
const engine = untriable('the copy engine continues by itself');
const reclaim = model('the driver does not choose what reclaim does');
const published = sentence(noGfpKernel);

/** Page faults, their repair, and memory for it. */
export const pageFaultRefusals: Readonly<Record<string, Refusal>> = {
  fault_raised: untriable('the hardware raises the fault'),
  service_fault: law(
    pagefault,
    'pf_queue_work_func: calls handle_pagefault, which takes vm->lock, for each fault that get_pagefault returns',
  ),
  copy_publish: published,
  copy_run: engine,
  copy_signal: law(fence, signaledOnce),
  bind_publish: law(
    pagefault,
    'handle_vma_pagefault: xe_pf_begin puts the buffer in its place, then xe_vma_rebind, then dma_fence_wait',
  ),
  bind_run: engine,
  bind_signal: law(fence, signaledOnce),
  ack: law(
    pagefault,
    'pf_queue_work_func: calls send_pagefault_reply once for each fault, after handle_pagefault',
  ),
  nack: model('a repair may fail at any time'),
  reclaim_waits: reclaim,
  foreign_reclaim_waits: reclaim,
  reclaim_waits_for_copy: reclaim,
  reclaim_waits_for_bind: reclaim,
  reclaim_waits_for_foreign: reclaim,
  reclaim_waits_for_compute: reclaim,
  reclaim_ends: law(
    fence,
    'dma_fence_wait_timeout: sleep until the fence gets signaled or until timeout elapses',
    ['alloc', 'fence', 'foreignFence', 'copyFence', 'bindFence', 'computeFence'],
  ),
  memory_freed: untriable('somebody else frees the memory'),
};
