import type { Refusal } from '../../src/system/vocabulary.ts';
import { computePreemptedFirst } from '../words/sentences.ts';
import { law, model, sentence, untriable } from './whose.ts';

const early = model('preempting work for which nobody waits is wasteful but not forbidden');
const reclaim = model('the driver does not choose what reclaim does');
const frees = untriable('somebody else frees the memory');
const vmLock = law(
  'drivers/gpu/drm/xe/xe_gt_pagefault.c',
  'handle_pagefault: down_write(&vm->lock) before the repair and up_write after it',
);
const modeSem = law(
  'drivers/gpu/drm/xe/xe_hw_engine_group.c',
  'xe_hw_engine_group_get_mode: down_write_killable(&group->mode_sem) before the mode is switched',
);

/** The documented ways out, their variants, and hazards. */
export const optionRefusals: Readonly<Record<string, Refusal>> = {
  preempt_scheduled: early,
  preempt_dispatched: early,
  preempt_running: early,
  preempt_faulted: early,
  flush_queued: early,
  flush_scheduled: early,
  flush_dispatched: early,
  flush_running: early,
  flush_faulted: early,
  hold_back: early,
  see_flushed: sentence(computePreemptedFirst),
  lock: vmLock,
  lock_early: vmLock,
  take_mode: modeSem,
  pass: model('only a clause of an option forbids going on without a reservation or a flush'),
  reserve: law(
    'Documentation/driver-api/dma-buf.rst',
    'The reservation approach could be further refined by only reserving the hardware ' +
      'resources for DMA fence workloads when they are in-flight.',
    // Compute work that is only queued holds no resource yet.
    [
      'reservation',
      'compute=scheduled',
      'compute=dispatched',
      'compute=running',
      'compute=faulted',
    ],
  ),
  pool_evict: model('the pool may be refilled at any time'),
  draw_from_pool: model('the model bounds how much the pool holds'),
  pool_falls_back: reclaim,
  preempt_allocates: model('a mistake that the model allows once for each preemption'),
  preemptAlloc_waits: reclaim,
  preemptAlloc_waits_for_copy: reclaim,
  preemptAlloc_waits_for_bind: reclaim,
  preemptAlloc_ends: reclaim,
  preemptAlloc_memory_freed: frees,
  cpuAlloc_waits: reclaim,
  cpuAlloc_waits_for_copy: reclaim,
  cpuAlloc_waits_for_bind: reclaim,
  cpuAlloc_ends: reclaim,
  cpuAlloc_memory_freed: frees,
};
