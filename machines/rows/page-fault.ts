import { vocabulary } from '../../src/system/vocabulary.ts';
import { dmaBuf, from } from '../words/cites.ts';
import { fencesComplete, hintsAreExempt, notifiersMayWait, shrinkersMayWait } from '../words/sentences.ts';
import { allocation } from '../lifecycles/allocation.ts';
import { copyJob } from '../lifecycles/copy-job.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { computeParts } from './compute-jobs.ts';
import { fencedParts } from './fenced-jobs.ts';

const xePagefault = from('drivers/gpu/drm/xe/xe_pagefault.c');
const msmGemShrinker = from('drivers/gpu/drm/msm/msm_gem_shrinker.c');
const pageAlloc = from('mm/page_alloc.c');

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
const waits = shrinkersMayWait;
const internal = dmaBuf(
  'This allows us to keep using DMA fences internally in the kernel even for resolving ' +
    'hardware page faults, e.g. by using copy engines to clear or copy memory needed to ' +
    'resolve the page fault.',
);

/** A fault from the hardware's message to the answer. */
export const pageFaults = v.row({
  name: 'page-fault',
  steps: v.steps(
    v.step('fault_raised', 'hardware_event', {
      moves: { 'compute[k]': 'hw_fault', 'fault[k]': 'raise' },
      atomic: 'hardware',
      cite: dmaBuf(
        "First, a pending page fault obviously holds up the work that's running on the " +
          'accelerator and a memory allocation is usually required to resolve the fault.',
      ),
    }),
    v.step('hint_raised', 'hardware_event', {
      moves: { 'fault[k]': 'raise' },
      when: { 'compute[k]': 'running' },
      atomic: 'hardware',
      cite: hintsAreExempt,
    }),
    v.step('service_fault', 'repair_lock[k]', {
      moves: { 'fault[k]': 'service', 'alloc[k]': 'alloc' },
      also: { 'copyFence[k]': 'dma_fence_init', 'bindFence[k]': 'dma_fence_init' },
      atomic: 'the worker goes on only after it',
      cite: xePagefault('xe_pagefault_queue_work: the worker takes a fault from the queue and repairs it'),
    }),
    v.step('copy_publish', 'fault_worker[k]', {
      moves: { 'alloc[k]': 'free', 'fault[k]': 'fill', 'copy[k]': 'publish', 'copyFence[k]': 'publish' },
      atomic: 'dma_resv',
      cite: internal,
    }),
    v.step('copy_run', 'copy_engine[k]', { moves: { 'copy[k]': 'hw_run' }, atomic: 'hardware', cite: internal }),
    v.step('copy_signal', 'copy_engine[k]', {
      moves: { 'copyFence[k]': 'dma_fence_signal', 'copy[k]': 'hw_done' },
      atomic: 'the fence lock',
      cite: internal,
    }),
    v.step('bind_publish', 'fault_worker[k]', {
      moves: { 'fault[k]': 'map', 'bind[k]': 'publish', 'bindFence[k]': 'publish' },
      when: { 'copyFence[k]': 'signaled' },
      atomic: 'dma_resv',
      cite: internal,
    }),
    v.step('bind_run', 'copy_engine[k]', { moves: { 'bind[k]': 'hw_run' }, atomic: 'hardware', cite: internal }),
    v.step('bind_signal', 'copy_engine[k]', {
      moves: { 'bindFence[k]': 'dma_fence_signal', 'bind[k]': 'hw_done' },
      atomic: 'the fence lock',
      cite: internal,
    }),
    v.step('ack', 'fault_worker[k]', {
      moves: { 'fault[k]': 'ack' },
      also: { 'compute[k]': 'hw_replay' },
      when: { 'bindFence[k]': 'signaled' },
      atomic: 'hardware',
      cite: xePagefault('xe_pagefault_queue_work: every fault that was taken up is answered'),
    }),
    v.step('reclaim_waits', 'fault_worker[k]', {
      moves: { 'alloc[k]': 'wait.f[i]' },
      when: { 'fence[i]': 'visible' },
      cite: waits,
    }),
    v.step('reclaim_waits_briefly', 'fault_worker[k]', {
      moves: { 'alloc[k]': 'wait_briefly.f[i]' },
      when: { 'fence[i]': 'visible' },
      cite: msmGemShrinker('active_evict: dma_resv_wait_timeout(BOOKKEEP, ..., 10 jiffies)'),
    }),
    v.step('reclaim_gives_up', 'fault_worker[k]', {
      moves: { 'alloc[k]': 'timeout' },
      cite: msmGemShrinker('active_evict: dma_resv_wait_timeout(BOOKKEEP, ..., 10 jiffies)'),
    }),
    v.step('foreign_reclaim_waits', 'fault_worker[k]', {
      moves: { 'alloc[k]': 'wait.f[i]' },
      when: { 'fence[i]': 'visible' },
      cite: notifiersMayWait,
    }),
    v.step('reclaim_waits_for_copy', 'fault_worker[k]', {
      moves: { 'alloc[k]': 'wait.copy[j]' },
      when: { 'copyFence[j]': 'visible' },
      cite: waits,
    }),
    v.step('reclaim_waits_for_bind', 'fault_worker[k]', {
      moves: { 'alloc[k]': 'wait.bind[j]' },
      when: { 'bindFence[j]': 'visible' },
      cite: waits,
    }),
    v.step('reclaim_ends', 'fault_worker[k]', {
      moves: { 'alloc[k]': 'reclaimed' },
      when: { 'fence[*]': '!visible', 'copyFence[*]': '!visible', 'bindFence[*]': '!visible' },
      cite: pageAlloc('__alloc_pages_slowpath: direct reclaim that waits for nothing ends'),
    }),
    v.step('memory_freed', 'memory', {
      moves: { 'alloc[k]': 'reclaimed' },
      cite: pageAlloc('__alloc_pages_slowpath: somebody else freed pages'),
    }),
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
    {
      name: 'fault-answered',
      pending: { 'fault[k]': '!none' },
      cite: xePagefault('xe_pagefault_queue_work: every fault that was taken up is answered'),
    },
    {
      name: 'allocation-returns',
      pending: { 'alloc[k]': ['allocating', 'waiting', 'waiting_briefly'] },
      cite: pageAlloc('__alloc_pages_slowpath'),
    },
    { name: 'copy-fence-signals', pending: { 'copyFence[k]': 'visible' }, cite: fencesComplete },
    { name: 'bind-fence-signals', pending: { 'bindFence[k]': 'visible' }, cite: fencesComplete },
  ],
});
