import { vocabulary } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { fencesComplete } from '../words/sentences.ts';
import { delayedWork, memoryClient } from '../lifecycles/eviction.ts';
import { oneShot } from '../lifecycles/one-shot.ts';
import {
  contextTlb,
  longRunningQueue,
  preemptFence,
  rebindWorker,
  userptrNotifier,
  vmLock,
} from '../lifecycles/preempt-fence.ts';

const xePreemptFence = from('drivers/gpu/drm/xe/xe_preempt_fence.c');
const xeVm = from('drivers/gpu/drm/xe/xe_vm.c');
const xeGucSubmit = from('drivers/gpu/drm/xe/xe_guc_submit.c');
const xeUserptr = from('drivers/gpu/drm/xe/xe_userptr.c');
const ttmBo = from('drivers/gpu/drm/ttm/ttm_bo.c');

const xe = (says: string) => xePreemptFence(says);
const vm = (says: string) => xeVm(says);
const guc = (says: string) => xeGucSubmit(says);
const userptr = (says: string) => xeUserptr(says);

/**
 * A VM in preempt-fence mode: one queue, its fence, the worker that binds again, a userptr, and
 * somebody who needs memory.
 */
export const preemptParts = {
  pfence: { of: preemptFence, title: 'preempt fence' },
  lrQueue: { of: longRunningQueue, title: 'queue of the VM' },
  rebind: { of: rebindWorker, title: 'rebind worker' },
  vmLock: { of: vmLock, title: 'vm->lock' },
  tlb: { of: contextTlb, title: 'TLB of the context' },
  notifier: { of: userptrNotifier, title: 'notifier of a userptr' },
  rebindWork: { of: delayedWork, title: 'work of the rebind worker' },
  otherQueue: { of: oneShot, title: 'another queue of the VM' },
  again: { of: oneShot, title: 'invalidation while the VM is rebound' },
  client: { of: memoryClient, title: 'client that needs memory' },
} as const;
const v = vocabulary(preemptParts);
/** Where the rebind worker does not have the reservation locks, or waits under them. */
const unlocked = ['idle', 'begins', 'repins', 'waits', 'kills', 'unlocks'] as const;
const steps = v.steps(
  v.step('client_wants', 'user', { moves: { client: 'want' } }),
  v.step('client_preempts', 'memory_client_lock', {
    moves: { client: 'wait' },
    also: { pfence: 'enable_signaling', lrQueue: 'suspend' },
    when: { rebind: unlocked },
    atomic: 'the fence lock',
    cite: xe('preempt_fence_enable_signaling: q->ops->suspend(q), queue_work'),
  }),
  v.step('client_has', 'memory_client_lock', {
    moves: { client: 'have' },
    when: { client: 'waits', pfence: ['signaled', 'failed'], rebind: unlocked },
    atomic: 'dma_resv',
  }),
  v.step('client_frees', 'memory_client', { moves: { client: 'free' } }),
  v.step('userptr_invalidated', 'user', {
    moves: { notifier: 'invalidate' },
    also: { pfence: 'enable_signaling', lrQueue: 'suspend' },
    when: { rebind: 'idle', rebindWork: 'idle' },
    atomic: 'the notifier lock',
    cite: userptr('xe_vma_userptr_do_inval: dma_resv_iter: enable_sw_signaling, then dma_resv_wait_timeout(BOOKKEEP)'),
  }),
  v.step('userptr_invalidated_again', 'user', {
    moves: { notifier: 'invalidate', again: 'spend' },
    also: { pfence: 'enable_signaling', lrQueue: 'suspend' },
    atomic: 'the notifier lock',
    cite: userptr('xe_vma_userptr_do_inval: while the VM is being bound again'),
  }),
  v.step('notifier_returns', 'userptr_notifier', {
    moves: { notifier: 'return' },
    also: { tlb: 'pages_gone' },
    when: { pfence: ['signaled', 'failed'] },
    cite: userptr('xe_vma_userptr_invalidate'),
  }),
  v.step('preempt_work', 'preempt_wq', {
    moves: { pfence: 'work' },
    cite: xe('preempt_fence_work_func, on the one ordered workqueue'),
  }),
  v.step('queue_suspended', 'lr_firmware', {
    moves: { lrQueue: 'suspended' },
    also: { tlb: 'flush' },
    atomic: 'hardware',
    cite: guc('__guc_exec_queue_process_msg_suspend: disable_scheduling'),
  }),
  v.step('preempt_signals', 'preempt_wq', {
    moves: { pfence: 'signal' },
    also: { rebindWork: 'queue' },
    when: { pfence: 'waits', rebind: '!waits', lrQueue: ['suspended', 'killed'] },
    atomic: 'the fence lock',
    cite: xe('preempt_fence_work_func: dma_fence_signal, xe_vm_queue_rebind_worker'),
  }),
  v.step('preempt_signals_to_rebind', 'preempt_wq', {
    moves: { pfence: 'signal' },
    when: { rebind: 'waits', lrQueue: ['suspended', 'killed'] },
    atomic: 'the fence lock',
    cite: vm('preempt_fences_waiting: a run that finds no fence waiting does nothing'),
  }),
  v.step('suspend_times_out', 'user', {
    moves: { pfence: 'signal_error' },
    also: { rebindWork: 'queue' },
    when: { pfence: 'waits', lrQueue: ['suspending', 'suspending_early'] },
    atomic: 'the fence lock',
    cite: xe('preempt_fence_work_func: dma_fence_set_error'),
  }),
  v.step('other_queue_preempted', 'user', {
    moves: { rebindWork: 'queue', otherQueue: 'spend' },
    cite: vm('xe_vm_queue_rebind_worker: by the preempt fence of another queue of the VM'),
  }),
  v.step('rebind_runs', 'rebind_worker', {
    moves: { rebindWork: 'run', rebind: 'run' },
    atomic: 'the workqueue',
    cite: vm('preempt_rebind_work_func'),
  }),
  v.step('rebind_locks', 'rebind_lock', {
    moves: { rebind: 'lock', vmLock: 'take.rebind' },
    when: { vmLock: 'free' },
    cite: vm('preempt_rebind_work_func: down_write(&vm->lock)'),
  }),
  v.step('rebind_repins', 'rebind_worker', {
    moves: { rebind: 'repinned' },
    also: { notifier: 'repin' },
    when: { notifier: ['valid', 'invalid'] },
    cite: vm('preempt_rebind_work_func: xe_vm_userptr_pin'),
  }),
  v.step('rebind_preempts', 'rebind_worker', {
    moves: { pfence: 'enable_signaling', lrQueue: 'suspend' },
    when: { rebind: 'waits' },
    atomic: 'the fence lock',
    cite: vm('wait_for_existing_preempt_fences: to wait enables signaling of every fence of the VM'),
  }),
  v.step('rebind_waited', 'rebind_memory', {
    moves: { rebind: 'preempted' },
    when: { pfence: 'signaled', client: '!waits' },
    cite: vm('wait_for_existing_preempt_fences'),
  }),
  v.step('rebind_sees_error', 'rebind_worker', {
    moves: { rebind: 'error' },
    when: { pfence: 'failed' },
    cite: vm('wait_for_existing_preempt_fences: -ETIME'),
  }),
  v.step('vm_killed', 'rebind_worker', {
    moves: { rebind: 'killed' },
    also: { lrQueue: 'kill' },
    cite: vm('preempt_rebind_work_func: xe_vm_kill'),
  }),
  v.step('rebinds', 'rebind_memory', {
    moves: { rebind: 'looks' },
    when: { client: '!has' },
    cite: vm('preempt_rebind_work_func: xe_vm_validate_rebind, dma_resv_wait_timeout(KERNEL)'),
  }),
  v.step('rebind_again', 'rebind_worker', {
    moves: { rebind: 'again' },
    when: { notifier: '!valid' },
    atomic: 'the notifier lock',
    cite: vm('preempt_rebind_work_func: -EAGAIN'),
  }),
  v.step('rebind_arms', 'rebind_progress', {
    moves: { rebind: 'arm', pfence: 'arm', lrQueue: 'resume' },
    also: { tlb: 'rebind' },
    atomic: 'the notifier lock',
    cite: vm('arm_preempt_fences, reinstall_preempt_fences, resume_and_reinstall_preempt_fences'),
  }),
  v.step('rebind_unlocks', 'rebind_worker', { moves: { rebind: 'unlock', vmLock: 'give.rebind' } }),
  v.step('queue_runs', 'lr_hardware', { moves: { lrQueue: 'hw_run' }, atomic: 'hardware' }),
);

/** xe's preempt fence and what comes after it. */
export const preemptFences = v.row({
  name: 'preempt-fence',
  steps,
  promises: [
    { name: 'preempt-fence-signals', pending: { pfence: ['queued', 'locking', 'waits'] }, cite: fencesComplete },
    {
      name: 'queue-runs',
      pending: { lrQueue: ['suspended', 'resumed', 'suspending_early'] },
      cite: vm('min_run_period_ms'),
    },
    { name: 'notifier-returns', pending: { notifier: 'waits' }, cite: userptr('xe_vma_userptr_invalidate') },
    { name: 'client-has-memory', pending: { client: ['wants', 'waits'] }, cite: ttmBo('ttm_bo_validate') },
    { name: 'rebind-ends', pending: { rebind: '!idle' }, cite: vm('preempt_rebind_work_func') },
  ],
  invariants: [
    {
      name: 'moved-when-preempted',
      never: { client: 'has', lrQueue: ['running', 'suspending', 'suspending_early', 'resumed'] },
      cite: ttmBo('ttm_bo_evict: waits for every fence of the buffer'),
    },
    {
      name: 'flushed-before-pages-go',
      never: { tlb: 'stale' },
      cite: userptr('xe_vma_userptr_do_inval: TLB invalidation, or a context switch, before the pages go back'),
    },
  ],
});
const about = v.about(steps);
export const preemptLaws = {
  'min-run-period': about.clause({
    name: 'preempt-fence/min-run-period',
    says: vm('min_run_period_ms: 5 ms (0 in fault mode); __guc_exec_queue_process_msg_suspend waits out the rest'),
    requires: { queue_suspended: { lrQueue: 'suspending' } },
  }),
  'looks-again': about.clause({
    name: 'preempt-fence/looks-again',
    says: vm('__xe_vm_userptr_needs_repin under the notifier lock, before the fences are armed'),
    requires: { rebind_arms: { notifier: 'valid' } },
  }),
  'suspend-answers': about.clause({
    name: 'preempt-fence/suspend-answers',
    says: guc('guc_exec_queue_suspend_wait: 5 s, then a warning and "XXX: Trigger GT reset?"'),
    about: 'An assumption: the firmware answers in time.',
    forbids: ['suspend_times_out'],
  }),
} as const;
export const preemptFaults = {
  'resets-first': about.clause({
    name: 'preempt-fence/resets-first',
    says: guc('guc_exec_queue_suspend_wait: "XXX: Trigger GT reset?"'),
    about: 'The queue is taken off the hardware by a reset before its fence is signaled with an error.',
    moves: { suspend_times_out: { lrQueue: 'kill' } },
    also: { suspend_times_out: { tlb: 'flush' } },
  }),
  'invalidates-for-ever': about.clause({
    name: 'preempt-fence/invalidates-for-ever',
    says: userptr('xe_vma_userptr_invalidate'),
    adds: [
      {
        name: 'userptr_invalidated_always',
        actor: 'user',
        moves: { notifier: 'invalidate' },
        when: { rebind: ['waits', 'rebinds'] },
      },
    ],
  }),
  'takes-vm-lock': about.clause({
    name: 'preempt-fence/takes-vm-lock',
    says: xe(
      'preempt_fence_work_func: everything stays in the signalling section, so that lockdep ' +
        'complains about a lock like vm->lock',
    ),
    forbids: ['preempt_work'],
    adds: [
      { name: 'preempt_work_begins', actor: 'preempt_wq', moves: { pfence: 'work_locks' } },
      {
        name: 'preempt_work_locks',
        actor: 'preempt_lock',
        moves: { pfence: 'locked', vmLock: 'take.work' },
        when: { vmLock: 'free' },
      },
    ],
    also: {
      preempt_signals: { vmLock: 'give.work' },
      preempt_signals_to_rebind: { vmLock: 'give.work' },
      suspend_times_out: { vmLock: 'give.work' },
    },
  }),
  'skips-idle': about.clause({
    name: 'preempt-fence/skips-idle',
    says: guc(
      '8533051ce920, reverted by fa7c84726dc2: suspend of an idle queue is answered without ' +
        'the context switch that flushes its TLB entries',
    ),
    about: 'A queue that has nothing to run at the moment counts as idle.',
    adds: [{ name: 'idle_queue_suspended', actor: 'lr_firmware', moves: { lrQueue: 'suspended' } }],
  }),
  'never-again': about.clause({
    name: 'preempt-fence/never-again',
    says: vm('preempt_rebind_work_func: xe_vm_queue_rebind_worker'),
    about: 'A VM whose userptr was invalidated in the meantime is not rebound.',
    forbids: ['rebind_again'],
  }),
} as const;
