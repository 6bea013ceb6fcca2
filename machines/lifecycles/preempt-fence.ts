import { chart, state } from './chart.ts';
import { slot, type Slot } from './slot.ts';
import { to } from './to.ts';

const fence = 'drivers/gpu/drm/xe/xe_preempt_fence.c';
const guc = 'drivers/gpu/drm/xe/xe_guc_submit.c';
const vm = 'drivers/gpu/drm/xe/xe_vm.c';

/**
 * A preempt fence: in the reservation objects of a VM whose work runs long. Who waits for it, suspends the queue.
 * Rule: its work item is in the signalling section from beginning to end; all share one ordered workqueue.
 * Source: drivers/gpu/drm/xe/xe_preempt_fence.c (preempt_fence_enable_signaling, preempt_fence_work_func), v7.0.
 */
export const preemptFence = chart('preempt_fence', fence, {
  armed: state('Nobody waits.', 'xe_preempt_fence_arm', {
    enable_signaling: to('queued', 'q->ops->suspend(q); the work is queued.', 'preempt_fence_enable_signaling'),
  }),
  queued: state('Its work is on the ordered workqueue.', 'preempt_fence_enable_signaling', {
    work: to('waits', 'suspend_wait.', 'preempt_fence_work_func'),
    work_locks: to('locking', 'The work begins with a lock of the VM.', 'preempt_fence_work_func'),
  }),
  locking: state('The work wants vm->lock.', 'preempt_fence_work_func', {
    locked: to('waits', 'Has it.', 'preempt_fence_work_func'),
  }),
  waits: state('Waits until the queue is suspended.', `${guc}: guc_exec_queue_suspend_wait`, {
    again: to('queued', '-EAGAIN: queued again behind the others.', 'preempt_fence_work_func'),
    signal: to('signaled', 'Suspended; the rebind worker is queued.', 'preempt_fence_work_func'),
    signal_error: to('failed', 'dma_fence_set_error, then signaled.', 'preempt_fence_work_func'),
  }),
  signaled: state('The memory of the VM may be moved.', 'preempt_fence_work_func', {
    arm: to('armed', 'A new one is in place.', `${vm}: arm_preempt_fences`),
  }),
  failed: state('Signaled with an error.', 'preempt_fence_work_func'),
});

/**
 * A queue of a VM that runs long, without page faults.
 * Rule: resumed, it runs for min_run_period_ms before it is preempted again.
 * Source: drivers/gpu/drm/xe/xe_guc_submit.c (__guc_exec_queue_process_msg_suspend, resume_time),
 * xe_vm.c (preempt_rebind_work_func), v7.0.
 */
export const longRunningQueue = chart('long_running_queue', guc, {
  running: state('Has run since it was resumed.', 'submit_exec_queue', {
    suspend: to('suspending', 'SUSPEND was sent.', 'guc_exec_queue_suspend'),
  }),
  suspending: state('suspend_pending.', 'guc_exec_queue_suspend', {
    suspended: to('suspended', 'The context is saved.', 'suspend_fence_signal'),
    kill: to('killed', 'The VM is killed.', `${vm}: xe_vm_kill`),
  }),
  suspending_early: state('suspend_pending, and it has not run since it was resumed.', 'guc_exec_queue_suspend', {
    suspended: to('suspended', 'The context is saved.', 'suspend_fence_signal'),
    hw_run: to('suspending', 'It runs until min_run_period_ms is over.', '__guc_exec_queue_process_msg_suspend'),
    kill: to('killed', 'The VM is killed.', `${vm}: xe_vm_kill`),
  }),
  suspended: state('Off the hardware.', 'exec_queue_suspended', {
    resume: to('resumed', 'RESUME.', 'guc_exec_queue_resume'),
    kill: to('killed', 'The VM is killed.', `${vm}: xe_vm_kill`),
  }),
  resumed: state('May run, and has not yet.', 'guc_exec_queue_resume', {
    hw_run: to('running', 'It runs.', 'submit_exec_queue'),
    suspend: to('suspending_early', 'SUSPEND was sent before it has run.', 'guc_exec_queue_suspend'),
  }),
  killed: state('The VM is banned.', `${vm}: xe_vm_kill`),
});

/**
 * What the hardware has cached of a userptr's mapping.
 * Rule: the switch away from a context flushes it; pages go back only after.
 * Source: fa7c84726dc2 (Revert "drm/xe: Skip exec queue schedule toggle if queue is idle during
 * suspend"); xe_vm.c (vma_userptr_invalidate), v7.0.
 */
export const contextTlb = chart('context_tlb', `${vm}`, {
  cached: state('Addresses of the pages are in the TLB.', 'xe_vma_userptr_do_inval', {
    flush: to('flushed', 'The context is switched away from.', `${guc}: disable_scheduling`),
    pages_gone: to('stale', "The pages are somebody else's, and the TLB still has them.", 'xe_vma_userptr_do_inval'),
  }),
  flushed: state('No address is cached.', `${guc}: disable_scheduling`, {
    rebind: to('cached', 'Bound to the new pages, and used.', 'xe_vm_rebind'),
    pages_gone: to('flushed', 'Nobody reaches the pages.', 'xe_vma_userptr_do_inval'),
  }),
  stale: state("The GPU reaches pages that are somebody else's.", 'xe_vma_userptr_do_inval', {
    rebind: to('cached', 'Too late.', 'xe_vm_rebind'),
    pages_gone: to('stale', 'Still.', 'xe_vma_userptr_do_inval'),
    flush: to('flushed', 'Too late.', `${guc}: disable_scheduling`),
  }),
});

/**
 * The rebind worker of a VM.
 * Rule: it waits for preempt fences under vm->lock, so what signals them does not take it; it looks
 * once more for notifiers before it arms.
 * Source: drivers/gpu/drm/xe/xe_vm.c (preempt_rebind_work_func), v7.0.
 */
export const rebindWorker = chart('rebind_worker', vm, {
  idle: state('Not running.', 'xe_vm_queue_rebind_worker', {
    run: to('begins', 'It runs.', 'preempt_rebind_work_func'),
  }),
  begins: state('Wants vm->lock.', 'preempt_rebind_work_func', {
    lock: to('repins', 'Has it.', 'preempt_rebind_work_func'),
  }),
  repins: state('Pins userptrs again.', 'xe_vm_userptr_pin', {
    repinned: to('waits', 'Locks the VM and its buffers.', 'xe_preempt_work_begin'),
  }),
  waits: state('Waits for the preempt fences that are there.', 'wait_for_existing_preempt_fences', {
    preempted: to('rebinds', 'All are signaled.', 'wait_for_existing_preempt_fences'),
    error: to('kills', '-ETIME.', 'wait_for_existing_preempt_fences'),
  }),
  rebinds: state('Validates, rebinds, waits for KERNEL.', 'xe_vm_rebind', {
    looks: to('looks', 'All is bound.', 'preempt_rebind_work_func'),
  }),
  looks: state('Under the notifier lock: was anything invalidated meanwhile?', '__xe_vm_userptr_needs_repin', {
    again: to('repins', 'It was: all again.', 'preempt_rebind_work_func'),
    arm: to('unlocks', 'New fences are armed and in place, the queues resumed.', 'reinstall_preempt_fences'),
  }),
  kills: state('The VM is killed.', 'xe_vm_kill', { killed: to('unlocks', 'Every queue is banned.', 'xe_vm_kill') }),
  unlocks: state('Done.', 'preempt_rebind_work_func', {
    unlock: to('idle', 'vm->lock is given back.', 'preempt_rebind_work_func'),
  }),
});

/**
 * The notifier of a userptr.
 * Rule: it returns when the preempt fences are signaled: then no context of the VM has the pages.
 * Source: drivers/gpu/drm/xe/xe_userptr.c (xe_vma_userptr_invalidate), v7.0.
 */
export const userptrNotifier = chart('userptr_notifier', 'drivers/gpu/drm/xe/xe_userptr.c', {
  valid: state('The pages are the ones that are bound.', 'xe_vma_userptr_invalidate', {
    invalidate: to('waits', 'Listed as invalidated; enables signaling and waits.', 'xe_vma_userptr_do_inval'),
  }),
  waits: state('Waits for BOOKKEEP.', 'xe_vma_userptr_do_inval', {
    return: to('invalid', 'The pages go back.', 'xe_vma_userptr_invalidate'),
  }),
  invalid: state('The pages are gone.', 'xe_vma_userptr_invalidate', {
    repin: to('valid', 'Others are pinned.', 'xe_vma_userptr_pin_pages'),
  }),
});

/**
 * vm->lock as the rebind worker and the preempt work take it. Source:
 * drivers/gpu/drm/xe/xe_vm_types.h (struct xe_vm: lock), v7.0.
 */
export const vmLock = (_: { readonly fenced?: number }): Slot =>
  slot('vm_lock', ['rebind', 'work', 'ioctl'], 'drivers/gpu/drm/xe/xe_vm_types.h: struct xe_vm', 'One thread has it.');
