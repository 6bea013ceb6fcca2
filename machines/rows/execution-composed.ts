import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { contract, dmaBuf, source } from '../cites.ts';
import { allocation } from '../lifecycles/allocation.ts';
import { computeJobs, computeParts } from './compute-jobs.ts';
import { groupParts, groupRules } from './engine-group.ts';
import { evictionFences, evictionParts } from './eviction-fence.ts';
import { fencedJobs, fencedParts } from './fenced-jobs.ts';
import { foreignDevice, foreignParts } from './foreign-device.ts';
import { pageFaults, repairParts } from './page-fault.ts';
import { preemptFences, preemptParts } from './preempt-fence.ts';
import { reclaimer } from './reclaimer.ts';
import { pipelines, worldParts } from './worlds.ts';

const waits = contract('Drivers are allowed to call dma_fence_wait() from their shrinker callbacks.');
const atomicOnly = contract('This means any code required for fence completion cannot allocate memory with GFP_KERNEL.');
const off = { engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]' } as const;

/** The engine group in front of the core's jobs: an exec is a submit, its push is the publish, a suspended queue is preempted compute work. */
const g = vocabulary({ ...groupParts, ...fencedParts, ...computeParts } as const);
export const groupOfCore = g.row({
  name: 'group-of-core', rules: [],
  ties: {
    moves: { exec: { 'job[i]': 'submit' }, exec_with_deps: { 'job[i]': 'submit' }, push: { 'job[i]': 'arm' } },
    also: { suspend_answered: { 'compute[k]': 'preempt', ...off }, compute_submit: { work: 'queue' } },
    requires: { compute_schedule: { 'queue[k]': 'enabled' }, resume: { 'queue[k]': 'enabled' } },
  },
});
/** The core's own submit and publish are the group's; nothing fails half way, for a submit of the core has no way back. */
export const groupIsSubmit: Clause = g.about([...groupRules, ...fencedJobs.rules] as { readonly name: string }[]).clause({
  name: 'composed/group-is-submit', says: source('drivers/gpu/drm/xe/xe_exec.c', 'xe_exec_ioctl'), forbids: ['submit', 'publish', 'exec_fails', 'get_mode_interrupted', 'suspend_wait_fails'],
});

/** The core's compute job is the work of a process with an eviction fence; the repair of its page fault may evict that process. */
const e = vocabulary({ ...evictionParts, ...computeParts, ...repairParts } as const);
const evictRules = e.rules(
  { name: 'reclaim_evicts', actor: 'reclaim[k]', moves: { 'alloc[k]': 'wait.foreign', 'evictionFence[i]': 'enable_signaling' }, also: { 'evictWork[i]': 'queue', 'cause[i]': 'memory' }, when: { vram: 'held.p[i]', 'process[i]': ['running', 'restored'] }, atomic: 'the fence lock', cite: waits },
  { name: 'reclaim_waits_for_eviction', actor: 'reclaim[k]', moves: { 'alloc[k]': 'wait.foreign' }, when: { 'evictionFence[?]': 'enabled' }, cite: waits },
  { name: 'cwsr_preempts', actor: 'preempter[k]', moves: { 'compute[k]': 'preempt' }, also: off, when: { 'compute[k]': ['queued', 'scheduled', 'dispatched', 'running'], 'evictWork[?]': 'pending' }, atomic: 'hardware', cite: source('drivers/gpu/drm/amd/amdkfd/kfd_device_queue_manager.c', 'evict_process_queues_cpsch') },
  { name: 'cwsr_preempts_faulted', actor: 'preempter[k]', moves: { 'compute[k]': 'preempt' }, also: off, when: { 'compute[k]': 'faulted', 'evictWork[?]': 'pending' }, atomic: 'hardware', cite: dmaBuf('... even when a page fault is pending and not yet repaired.') },
);
export const repairEvicts = e.row({
  name: 'repair-evicts', rules: evictRules,
  ties: {
    requires: { reclaim_ends: { 'evictionFence[*]': '!enabled' }, evict_process_worker: { 'compute[*]': ['idle', 'preempted'] }, resume: { 'process[*]': ['new', 'running', 'restored', 'ended'], 'evictWork[*]': 'idle' }, compute_submit: { 'process[?]': ['running', 'restored'], 'evictWork[*]': 'idle' } },
    also: { eviction_signals: { 'alloc[*]': 'signaled.foreign' }, evict_ended: { 'alloc[*]': 'signaled.foreign' } },
  },
});
export const cannotSaveWaves: Clause = e.about([...evictionFences.rules, ...computeJobs.rules, ...pageFaults.rules, ...evictRules] as { readonly name: string }[]).clause({
  name: 'composed/cannot-save-waves', says: dmaBuf('Not all hardware supports this.'), forbids: ['cwsr_preempts_faulted'],
});
/** Nobody exits while a repair waits for the fence of the process: that alone would end the wait. */
export const processStays: Clause = e.about([...evictionFences.rules] as { readonly name: string }[]).clause({ name: 'composed/process-stays', says: source('drivers/gpu/drm/amd/amdkfd/kfd_process.c', 'kfd_process_notifier_release'), forbids: ['process_exits'] });

/** Another device's job takes the fences of a shared buffer: those that are there to synchronise with. */
const d = vocabulary({ ...evictionParts, ...fencedParts, ...foreignParts } as const);
const foreignRules = d.rules(
  { name: 'foreign_syncs', actor: 'syncer', moves: { syncer: 'pass' }, cite: source('include/linux/dma-resv.h', 'DMA_RESV_USAGE_BOOKKEEP: no implicit synchronisation') },
);
export const foreignSync = d.row({ name: 'foreign-sync', rules: foreignRules, ties: { moves: { foreign_submit: { syncer: 'begin' } }, requires: { foreign_retire: { syncer: 'idle' } } } });
export const foreignSyncIs: Clause = d.about([...evictionFences.rules, ...foreignDevice.rules, ...foreignRules] as { readonly name: string }[]).clause({ name: 'composed/foreign-sync-is', says: source('include/linux/dma-resv.h', 'DMA_RESV_USAGE_READ, DMA_RESV_USAGE_WRITE: what another driver synchronises with'), forbids: ['sync_begins', 'sync_passes'] });

/** The work of a preempt fence wants memory: it has it from before the fence was armed, or allocates in the work. */
const pfenceAlloc = { ...reclaimer('pfenceAlloc', null, 'allocation for the preempt fence'), name: 'pfence-alloc' };
const p = vocabulary({ ...preemptParts, ...fencedParts, pfenceAlloc: { of: allocation, title: 'allocation for the preempt fence' } } as const);
const early = p.rules({ name: 'pfence_allocated', actor: 'rebind_worker', moves: { pfenceAlloc: 'alloc' }, when: { rebind: 'rebinds' }, cite: source('drivers/gpu/drm/xe/xe_vm.c', 'alloc_preempt_fences: before anything is armed') });
const late = p.rules({ name: 'pfence_allocates', actor: 'preempt_wq', moves: { pfenceAlloc: 'alloc' }, when: { pfence: 'waits' }, cite: atomicOnly });
export const pfenceMemory = { ...pfenceAlloc, name: 'pfence-memory' } as const;
const aboutPfence = p.about([...preemptFences.rules, ...pfenceAlloc.rules] as { readonly name: string }[]);
export const pfenceAllocates = {
  early: aboutPfence.clause({ name: 'composed/pfence-allocated-early', says: source('drivers/gpu/drm/xe/xe_vm.c', 'alloc_preempt_fences: before anything is armed'), adds: early, requires: { rebinds: { pfenceAlloc: 'returned' } }, also: { rebind_unlocks: { pfenceAlloc: 'free' } } }),
  late: aboutPfence.clause({
    name: 'composed/pfence-allocates-late', says: atomicOnly, about: 'Reclaim may choose this very VM, and wait for the fence whose work allocates.', adds: late,
    requires: { preempt_signals: { pfenceAlloc: 'returned' }, preempt_signals_to_rebind: { pfenceAlloc: 'returned' }, pfenceAlloc_ends: { pfence: ['armed', 'signaled', 'failed'] } },
    also: { preempt_signals: { pfenceAlloc: 'free' }, preempt_signals_to_rebind: { pfenceAlloc: 'free' } },
  }),
} as const;

/** The first stage of a pipeline is a fenced job of the core. */
const w = vocabulary({ ...worldParts, ...fencedParts } as const);
export const pipelineOfCore = w.row({
  name: 'pipeline-of-core', rules: [],
  ties: {
    moves: { publish: { render: 'submit', renderFence: 'publish' } },
    also: { hw_run: { render: 'start' }, signal: { render: 'done', renderFence: 'dma_fence_signal' } },
    requires: { submit: { render: 'idle', notifier: 'none' }, notifier_called: { 'job[*]': '!preparing' } },
  },
});
/** What renders is that job. */
export const rendersByJob: Clause = w.about([...pipelines.rules, ...fencedJobs.rules] as { readonly name: string }[]).clause({ name: 'composed/renders-by-job', says: source('include/drm/gpu_scheduler.h', 'run_job'), forbids: ['render_submits', 'render_starts', 'render_done'] });
