import type { Refusal } from '../../src/system/vocabulary.ts';
import { noGfpKernel } from '../words/sentences.ts';
import { law, model, sentence, untriable } from './whose.ts';

const pagefault = 'drivers/gpu/drm/xe/xe_pagefault.c';
const fence = 'drivers/dma-buf/dma-fence.c';
const engine = untriable('the copy engine goes on by itself');
const reclaim = model("what reclaim comes upon is not the driver's choice");
const published = sentence(noGfpKernel);

/** Page faults, their repair, and memory for it. */
export const pageFaultRefusals: Readonly<Record<string, Refusal>> = {
  fault_raised: untriable('the hardware raises the fault'),
  service_fault: law(
    `${pagefault} xe_pagefault_queue_work`,
    'a worker takes a fault from the queue, and repairs one at a time',
  ),
  copy_publish: published,
  copy_run: engine,
  copy_signal: law(
    `${fence} dma_fence_signal`,
    'a fence is signaled once, when the work that it stands for is done',
  ),
  bind_publish: law(
    `${pagefault} xe_pagefault_service`,
    'the page is in place before it is mapped',
  ),
  bind_run: engine,
  bind_signal: law(
    `${fence} dma_fence_signal`,
    'a fence is signaled once, when the work that it stands for is done',
  ),
  ack: law(
    `${pagefault} xe_pagefault_queue_work`,
    'a fault is answered after its repair, and once',
  ),
  nack: model('a repair may fail at any time'),
  reclaim_waits: reclaim,
  foreign_reclaim_waits: reclaim,
  reclaim_waits_for_copy: reclaim,
  reclaim_waits_for_bind: reclaim,
  reclaim_waits_for_foreign: reclaim,
  reclaim_waits_for_compute: reclaim,
  reclaim_ends: law(
    `${fence} dma_fence_wait_timeout`,
    'a wait without a limit returns when the fence is signaled, and not before',
  ),
  memory_freed: untriable('memory is freed elsewhere'),
};
