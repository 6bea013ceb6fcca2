import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { evenWhileFaulted, notAllHardware, shrinkersMayWait } from '../words/sentences.ts';
import { computeJobs, computeParts } from '../rows/compute-jobs.ts';
import { evictionFaults, evictionFences, evictionLaws, evictionParts } from '../rows/eviction-fence.ts';
import { pageFaults, repairParts } from '../rows/page-fault.ts';
import { lawsOf, mistake, type Use } from './use.ts';

const kfdDeviceQueueManager = from('drivers/gpu/drm/amd/amdkfd/kfd_device_queue_manager.c');
const kfdProcess = from('drivers/gpu/drm/amd/amdkfd/kfd_process.c');
const amdgpuAmdkfdFence = from('drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_fence.c');

const waits = shrinkersMayWait;
const off = { engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]' } as const;

/**
 * The core's compute job is the work of a process with an eviction fence; the repair of its page
 * fault may evict that process.
 */
const e = vocabulary({ ...evictionParts, ...computeParts, ...repairParts } as const);
const evictSteps = e.steps(
  e.step('reclaim_evicts', 'fault_worker[k]', {
    moves: { 'alloc[k]': 'wait.foreign', 'evictionFence[i]': 'enable_signaling' },
    also: { 'evictWork[i]': 'queue', 'cause[i]': 'memory' },
    when: { vram: 'held.p[i]', 'process[i]': ['running', 'restored'] },
    atomic: 'the fence lock',
    cite: waits,
  }),
  e.step('reclaim_waits_for_eviction', 'fault_worker[k]', {
    moves: { 'alloc[k]': 'wait.foreign' },
    when: { 'evictionFence[?]': 'enabled' },
    cite: waits,
  }),
  e.step('cwsr_preempts', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    also: off,
    when: { 'compute[k]': ['queued', 'scheduled', 'dispatched', 'running'], 'evictWork[?]': 'pending' },
    atomic: 'hardware',
    cite: kfdDeviceQueueManager('evict_process_queues_cpsch'),
  }),
  e.step('cwsr_preempts_faulted', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    also: off,
    when: { 'compute[k]': 'faulted', 'evictWork[?]': 'pending' },
    atomic: 'hardware',
    cite: evenWhileFaulted,
  }),
);
export const repairEvicts = e.row({
  name: 'repair-evicts',
  steps: evictSteps,
  ties: {
    requires: {
      reclaim_ends: { 'evictionFence[*]': '!enabled' },
      evict_process_worker: { 'compute[*]': ['idle', 'preempted'] },
      resume: { 'process[*]': ['new', 'running', 'restored', 'ended'], 'evictWork[*]': 'idle' },
      compute_submit: { 'process[?]': ['running', 'restored'], 'evictWork[*]': 'idle' },
    },
    also: { eviction_signals: { 'alloc[*]': 'signaled.foreign' }, evict_ended: { 'alloc[*]': 'signaled.foreign' } },
  },
});
const about = e.about([...evictionFences.steps, ...computeJobs.steps, ...pageFaults.steps, ...evictSteps] as {
  readonly name: string;
}[]);
export const cannotSaveWaves: Clause = about.clause({
  name: 'composed/cannot-save-waves',
  says: notAllHardware,
  forbids: ['cwsr_preempts_faulted'],
});
/** Nobody exits while a repair waits for the fence of the process: that alone would end the wait. */
export const processStays: Clause = about.clause({
  name: 'composed/process-stays',
  says: kfdProcess('kfd_process_notifier_release'),
  forbids: ['process_exits'],
});

/** Who closes the file is only there for the mistake that concerns it. */
const closing = ['child_closes', 'flush_waits_for_entities'];
const closer = ({ name }: { readonly name: string }): boolean => closing.includes(name) || name === 'close-returns';
const withoutCloser = {
  ...evictionFences,
  steps: evictionFences.steps.filter((step) => !closer(step)),
  promises: evictionFences.promises!.filter((promise) => !closer(promise)),
};
const closes = {
  ...evictionFences,
  name: 'close-of-child',
  steps: evictionFences.steps.filter(closer),
  promises: evictionFences.promises!.filter(closer),
  invariants: [],
};

/** A driver may have a shrinker too, whose step has that name. */
const evicting = {
  ...repairEvicts,
  steps: repairEvicts.steps.map((step) =>
    step.name === 'reclaim_evicts' ? { ...step, name: 'reclaim_evicts_process' } : step,
  ),
};

/** Processes with user queues, evicted through a fence and restored. */
export const evictionFenceUse: Use = {
  name: 'eviction-fence',
  about:
    'Compute jobs belong to a process with an eviction fence. A thread that needs its memory ' +
    'waits for that fence, the queues are taken off the hardware, and the process is restored ' +
    'later.',
  says: amdgpuAmdkfdFence(
    'amdkfd_fence_enable_signaling: when TTM wants to evict a KFD BO, the eviction of its process is scheduled',
  ),
  rows: [withoutCloser, evicting],
  wiring: [processStays],
  clauses: lawsOf('eviction-fence', evictionLaws),
  mistakes: [
    mistake(
      'eviction-fence/fork-close',
      evictionFaults['fork-close'],
      'Closing a file waits for every fence of the page directory, and so evicts.',
      [closes],
    ),
    mistake('eviction-fence/no-backoff', evictionFaults['no-backoff'], 'A restore that fails is not tried again.'),
  ],
  lacking: { 'preempt-faulted': { forbids: ['cwsr_preempts_faulted'] } },
  // What is taken out of its queue comes back by `resume`.
  inOrder: { also: { cwsr_preempts: { ring: 'drop.c[k]' } } },
  sizes: { processes: 1 },
};
