import { vocabulary } from '../../src/system/vocabulary.ts';
import { contract, dmaBuf, source } from '../words/cites.ts';
import { allocation } from '../lifecycles/allocation.ts';
import { copyJob } from '../lifecycles/copy-job.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { computeParts } from './compute-jobs.ts';
import { fencedParts } from './fenced-jobs.ts';

/** What a repair needs: memory, a copy job that fills the page, a bind job that maps it. */
export const repairParts = {
  compute: computeParts.compute,
  fault: computeParts.fault,
  fence: fencedParts.fence,
  alloc: { of: allocation, family: 'faulting', title: 'allocation' },
  copy: { of: copyJob, family: 'faulting', title: 'copy job' },
  copyFence: { of: dmaFence, family: 'faulting', title: 'copy fence' },
  bind: { of: copyJob, family: 'faulting', title: 'bind job' },
  bindFence: { of: dmaFence, family: 'faulting', title: 'bind fence' },
} as const;

const v = vocabulary(repairParts);
const waits = contract('Drivers are allowed to call dma_fence_wait() from their shrinker callbacks.');
const internal = dmaBuf('This allows us to keep using DMA fences internally in the kernel even for resolving hardware page faults, e.g. by using copy engines to clear or copy memory needed to resolve the page fault.');

/** A fault from the hardware's message to the answer. */
export const pageFaults = v.row({
  name: 'page-fault',
  steps: v.steps(
    {
      name: 'fault_raised', actor: 'user', moves: { 'compute[k]': 'hw_fault', 'fault[k]': 'raise' }, atomic: 'hardware',
      cite: dmaBuf("First, a pending page fault obviously holds up the work that's running on the accelerator and a memory allocation is usually required to resolve the fault."),
    },
    {
      name: 'hint_raised', actor: 'user', moves: { 'fault[k]': 'raise' }, when: { 'compute[k]': 'running' }, atomic: 'hardware',
      cite: dmaBuf('The exception is when page faults are only used as migration hints and never to on-demand fill a memory request.'),
    },
    {
      name: 'service_fault', actor: 'repair_lock[k]', moves: { 'fault[k]': 'service', 'alloc[k]': 'alloc' }, also: { 'copyFence[k]': 'dma_fence_init', 'bindFence[k]': 'dma_fence_init' }, atomic: 'the worker goes on only after it',
      cite: source('drivers/gpu/drm/xe/xe_pagefault.c', 'xe_pagefault_queue_work: the worker takes a fault from the queue and repairs it'),
    },
    {
      name: 'copy_publish', actor: 'fault_worker[k]', moves: { 'alloc[k]': 'free', 'fault[k]': 'fill', 'copy[k]': 'publish', 'copyFence[k]': 'publish' }, atomic: 'dma_resv', cite: internal,
    },
    { name: 'copy_run', actor: 'copy_engine[k]', moves: { 'copy[k]': 'hw_run' }, atomic: 'hardware', cite: internal },
    { name: 'copy_signal', actor: 'copy_engine[k]', moves: { 'copyFence[k]': 'dma_fence_signal', 'copy[k]': 'hw_done' }, atomic: 'the fence lock', cite: internal },
    {
      name: 'bind_publish', actor: 'fault_worker[k]', moves: { 'fault[k]': 'map', 'bind[k]': 'publish', 'bindFence[k]': 'publish' }, when: { 'copyFence[k]': 'signaled' }, atomic: 'dma_resv', cite: internal,
    },
    { name: 'bind_run', actor: 'copy_engine[k]', moves: { 'bind[k]': 'hw_run' }, atomic: 'hardware', cite: internal },
    { name: 'bind_signal', actor: 'copy_engine[k]', moves: { 'bindFence[k]': 'dma_fence_signal', 'bind[k]': 'hw_done' }, atomic: 'the fence lock', cite: internal },
    {
      name: 'ack', actor: 'fault_worker[k]', moves: { 'fault[k]': 'ack' }, also: { 'compute[k]': 'hw_replay' }, when: { 'bindFence[k]': 'signaled' }, atomic: 'hardware',
      cite: source('drivers/gpu/drm/xe/xe_pagefault.c', 'xe_pagefault_queue_work: every fault that was taken up is answered'),
    },
    {
      name: 'reclaim_waits', actor: 'reclaim[k]', moves: { 'alloc[k]': 'wait.f[i]' }, when: { 'fence[i]': 'visible' },
      cite: waits,
    },
    {
      name: 'reclaim_waits_briefly', actor: 'reclaim[k]', moves: { 'alloc[k]': 'wait_briefly.f[i]' }, when: { 'fence[i]': 'visible' },
      cite: source('drivers/gpu/drm/msm/msm_gem_shrinker.c', 'active_evict: dma_resv_wait_timeout(BOOKKEEP, ..., 10 jiffies)'),
    },
    {
      name: 'reclaim_gives_up', actor: 'reclaim[k]', moves: { 'alloc[k]': 'timeout' },
      cite: source('drivers/gpu/drm/msm/msm_gem_shrinker.c', 'active_evict: dma_resv_wait_timeout(BOOKKEEP, ..., 10 jiffies)'),
    },
    {
      name: 'foreign_reclaim_waits', actor: 'reclaim[k]', moves: { 'alloc[k]': 'wait.f[i]' }, when: { 'fence[i]': 'visible' },
      cite: contract('Drivers are allowed to call dma_fence_wait() from their mmu_notifier respectively mmu_interval_notifier callbacks.'),
    },
    { name: 'reclaim_waits_for_copy', actor: 'reclaim[k]', moves: { 'alloc[k]': 'wait.copy[j]' }, when: { 'copyFence[j]': 'visible' }, cite: waits },
    { name: 'reclaim_waits_for_bind', actor: 'reclaim[k]', moves: { 'alloc[k]': 'wait.bind[j]' }, when: { 'bindFence[j]': 'visible' }, cite: waits },
    {
      name: 'reclaim_ends', actor: 'reclaim[k]', moves: { 'alloc[k]': 'reclaimed' }, when: { 'fence[*]': '!visible', 'copyFence[*]': '!visible', 'bindFence[*]': '!visible' },
      cite: source('mm/page_alloc.c', '__alloc_pages_slowpath: direct reclaim that waits for nothing ends'),
    },
    {
      name: 'memory_freed', actor: 'memory', moves: { 'alloc[k]': 'reclaimed' },
      cite: source('mm/page_alloc.c', '__alloc_pages_slowpath: somebody else freed pages'),
    },
  ),
  ties: {
    also: {
      signal: { 'alloc[*]': 'signaled.f[i]' },
      cancel_job: { 'alloc[*]': 'signaled.f[i]' },
      copy_signal: { 'alloc[*]': 'signaled.copy[k]' },
      bind_signal: { 'alloc[*]': 'signaled.bind[k]' },
    },
  },
  promises: [
    { name: 'fault-answered', pending: { 'fault[k]': '!none' }, cite: source('drivers/gpu/drm/xe/xe_pagefault.c', 'xe_pagefault_queue_work: every fault that was taken up is answered') },
    { name: 'allocation-returns', pending: { 'alloc[k]': ['allocating', 'waiting', 'waiting_briefly'] }, cite: source('mm/page_alloc.c', '__alloc_pages_slowpath') },
    { name: 'copy-fence-signals', pending: { 'copyFence[k]': 'visible' }, cite: contract('Fences must complete in a reasonable time.') },
    { name: 'bind-fence-signals', pending: { 'bindFence[k]': 'visible' }, cite: contract('Fences must complete in a reasonable time.') },
  ],
});
