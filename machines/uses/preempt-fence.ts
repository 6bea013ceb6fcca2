import { vocabulary } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { evenWhileFaulted, noGfpKernel, notifiersMayWait } from '../words/sentences.ts';
import { allocation } from '../lifecycles/allocation.ts';
import { computeParts } from '../rows/compute-jobs.ts';
import { fencedParts } from '../rows/fenced-jobs.ts';
import { preemptFaults, preemptFences, preemptLaws, preemptParts } from '../rows/preempt-fence.ts';
import { reclaimer } from '../rows/reclaimer.ts';
import { lawsOf, mistake, type Use } from './use.ts';

const xeVm = from('drivers/gpu/drm/xe/xe_vm.c');
const xeGucSubmit = from('drivers/gpu/drm/xe/xe_guc_submit.c');
const xePreemptFence = from('drivers/gpu/drm/xe/xe_preempt_fence.c');

const atomicOnly = noGfpKernel;
const vm = (says: string) => xeVm(says);

/** The work of a preempt fence wants memory: it has it from before the fence was armed, or allocates in the work. */
const pfenceAlloc = {
  ...reclaimer('pfenceAlloc', null, 'allocation for the preempt fence', 'reclaim_pfenceAlloc'),
  name: 'pfence-alloc',
};
const p = vocabulary({
  ...preemptParts,
  ...fencedParts,
  pfenceAlloc: { of: allocation, title: 'allocation for the preempt fence' },
} as const);
const early = p.steps(
  p.step('pfence_allocated', 'rebind_worker', {
    moves: { pfenceAlloc: 'alloc' },
    when: { rebind: 'rebinds' },
    cite: vm('alloc_preempt_fences: before anything is armed'),
  }),
);
/** Reclaim goes to a notifier or shrinker that wants this very queue off the hardware, and waits for its fence. */
const late = p.steps(
  p.step('pfence_allocates', 'preempt_wq', {
    moves: { pfenceAlloc: 'alloc' },
    when: { pfence: 'waits' },
    cite: atomicOnly,
  }),
  p.step('pfenceAlloc_waits_for_itself', 'reclaim_pfenceAlloc', {
    moves: { pfenceAlloc: 'wait.preempt[1]' },
    when: { pfence: 'waits' },
    cite: notifiersMayWait,
  }),
  p.step('pfenceAlloc_woken', 'reclaim_pfenceAlloc', {
    moves: { pfenceAlloc: 'signaled.preempt[1]' },
    when: { pfence: ['signaled', 'failed'] },
    cite: notifiersMayWait,
  }),
);
export const pfenceMemory = { ...pfenceAlloc, name: 'pfence-memory' } as const;
const aboutPfence = p.about([...preemptFences.steps, ...pfenceAlloc.steps] as { readonly name: string }[]);
export const pfenceAllocates = {
  early: aboutPfence.clause({
    name: 'composed/pfence-allocated-early',
    says: vm('alloc_preempt_fences: before anything is armed'),
    adds: early,
    requires: { rebinds: { pfenceAlloc: 'returned' } },
    also: { rebind_unlocks: { pfenceAlloc: 'free' } },
  }),
  late: aboutPfence.clause({
    name: 'composed/pfence-allocates-late',
    says: atomicOnly,
    about: 'Reclaim may choose the same VM, and wait for the fence whose work allocates.',
    adds: late,
    requires: {
      preempt_signals: { pfenceAlloc: 'returned' },
      preempt_signals_to_rebind: { pfenceAlloc: 'returned' },
      pfenceAlloc_ends: { pfence: ['armed', 'signaled', 'failed'] },
    },
    also: {
      preempt_signals: { pfenceAlloc: 'free' },
      preempt_signals_to_rebind: { pfenceAlloc: 'free' },
    },
  }),
} as const;

/** The queue of the VM is where the core's compute jobs are: suspended, none of them is on the hardware. */
const c = vocabulary({ ...preemptParts, ...computeParts } as const);
const off = { engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]' } as const;
const queueOfCore = c.row({
  name: 'queue-of-core',
  steps: c.steps(
    c.step('queue_preempts', 'preempter[k]', {
      moves: { 'compute[k]': 'preempt' },
      also: off,
      when: {
        'compute[k]': ['queued', 'scheduled', 'dispatched', 'running'],
        lrQueue: ['suspending', 'suspending_early'],
      },
      atomic: 'hardware',
      cite: xeGucSubmit('__guc_exec_queue_process_msg_suspend: disable_scheduling'),
    }),
    c.step('queue_preempts_faulted', 'preempter[k]', {
      moves: { 'compute[k]': 'preempt' },
      also: off,
      when: { 'compute[k]': 'faulted', lrQueue: ['suspending', 'suspending_early'] },
      atomic: 'hardware',
      cite: evenWhileFaulted,
    }),
  ),
  ties: {
    requires: {
      queue_suspended: { 'compute[*]': ['idle', 'preempted'] },
      compute_submit: { lrQueue: ['running', 'resumed'] },
      resume: { lrQueue: ['running', 'resumed'] },
    },
  },
});
/** One queue a VM; another is there only for the mistake that concerns it. */
const another = ({ name }: { readonly name: string }): boolean => name === 'other_queue_preempted';
const oneQueue = { ...preemptFences, steps: preemptFences.steps.filter((step) => !another(step)) };
const otherQueue = {
  ...preemptFences,
  name: 'other-queue',
  steps: preemptFences.steps.filter(another),
  promises: [],
  invariants: [],
};

/** xe's long-running VMs. Those of xe take no page faults; of other drivers they may. */
export const preemptFenceUse: Use = {
  name: 'preempt-fence',
  since: '6.12',
  about:
    'Long-running queues are taken off the hardware through a preempt fence when memory is ' +
    'needed, and a worker rebinds and resumes them.',
  says: xePreemptFence(
    'preempt_fence_enable_signaling: the queue is suspended; preempt_fence_work_func: ' +
      'signaled once it is off the hardware',
  ),
  rows: [oneQueue, pfenceMemory, queueOfCore],
  ownOrder: true,
  wiring: [pfenceAllocates.early],
  leavesOut: ['other_queue_preempted'],
  clauses: lawsOf('preempt-fence', preemptLaws),
  mistakes: [
    mistake(
      'preempt-fence/allocates-late',
      pfenceAllocates.late,
      'The work that signals the preempt fence allocates with GFP_KERNEL.',
    ),
    mistake(
      'preempt-fence/takes-vm-lock',
      preemptFaults['takes-vm-lock'],
      'The work that signals the preempt fence takes vm->lock.',
      [otherQueue],
    ),
  ],
  lacking: { 'preempt-faulted': { forbids: ['queue_preempts_faulted'] } },
  sizes: { preemptFences: 1 },
  apart: { 'eviction-fence': 'both say who else needs the memory of the compute jobs' },
};
