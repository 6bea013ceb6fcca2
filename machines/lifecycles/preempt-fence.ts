import { chart } from './chart.ts';
import { slot, type Slot } from './slot.ts';

const fence = 'drivers/gpu/drm/xe/xe_preempt_fence.c';
const guc = 'drivers/gpu/drm/xe/xe_guc_submit.c';
const vm = 'drivers/gpu/drm/xe/xe_vm.c';

/**
 * A preempt fence: in the reservation objects of a VM whose work runs long. Who waits for it, suspends the queue.
 * Rule: its work item is in the signalling section from beginning to end; all share one ordered workqueue.
 * Source: drivers/gpu/drm/xe/xe_preempt_fence.c (preempt_fence_enable_signaling, preempt_fence_work_func), v7.0.
 */
export const preemptFence = chart('preempt_fence', fence, {
  armed: ['Nobody waits.', 'xe_preempt_fence_arm', { enable_signaling: ['queued', 'q->ops->suspend(q); the work is queued.', 'preempt_fence_enable_signaling'] }],
  queued: ['Its work is on the ordered workqueue.', 'preempt_fence_enable_signaling', { work: ['waits', 'suspend_wait.', 'preempt_fence_work_func'], work_locks: ['locking', 'The work begins with a lock of the VM.', 'preempt_fence_work_func'] }],
  locking: ['The work wants vm->lock.', 'preempt_fence_work_func', { locked: ['waits', 'Has it.', 'preempt_fence_work_func'] }],
  waits: ['Waits until the queue is suspended.', `${guc}: guc_exec_queue_suspend_wait`, { again: ['queued', '-EAGAIN: queued again behind the others.', 'preempt_fence_work_func'], signal: ['signaled', 'Suspended; the rebind worker is queued.', 'preempt_fence_work_func'], signal_error: ['failed', 'dma_fence_set_error, then signaled.', 'preempt_fence_work_func'] }],
  signaled: ['The memory of the VM may be moved.', 'preempt_fence_work_func', { arm: ['armed', 'A new one is in place.', `${vm}: arm_preempt_fences`] }],
  failed: ['Signaled with an error.', 'preempt_fence_work_func'],
});

/**
 * A queue of a VM that runs long, without page faults.
 * Rule: resumed, it runs for min_run_period_ms before it is preempted again.
 * Source: drivers/gpu/drm/xe/xe_guc_submit.c (__guc_exec_queue_process_msg_suspend, resume_time), xe_vm.c (preempt_rebind_work_func), v7.0.
 */
export const longRunningQueue = chart('long_running_queue', guc, {
  running: ['Has run since it was resumed.', 'submit_exec_queue', { suspend: ['suspending', 'SUSPEND was sent.', 'guc_exec_queue_suspend'] }],
  suspending: ['suspend_pending.', 'guc_exec_queue_suspend', { suspended: ['suspended', 'The context is saved.', 'suspend_fence_signal'], kill: ['killed', 'The VM is killed.', `${vm}: xe_vm_kill`] }],
  suspending_early: ['suspend_pending, and it has not run since it was resumed.', 'guc_exec_queue_suspend', { suspended: ['suspended', 'The context is saved.', 'suspend_fence_signal'], hw_run: ['suspending', 'It runs until min_run_period_ms is over.', '__guc_exec_queue_process_msg_suspend'], kill: ['killed', 'The VM is killed.', `${vm}: xe_vm_kill`] }],
  suspended: ['Off the hardware.', 'exec_queue_suspended', { resume: ['resumed', 'RESUME.', 'guc_exec_queue_resume'], kill: ['killed', 'The VM is killed.', `${vm}: xe_vm_kill`] }],
  resumed: ['May run, and has not yet.', 'guc_exec_queue_resume', { hw_run: ['running', 'It runs.', 'submit_exec_queue'], suspend: ['suspending_early', 'SUSPEND was sent before it has run.', 'guc_exec_queue_suspend'] }],
  killed: ['The VM is banned.', `${vm}: xe_vm_kill`],
});

/**
 * What the hardware has cached of a userptr's mapping.
 * Rule: the switch away from a context flushes it; pages go back only after.
 * Source: fa7c84726dc2 (Revert "drm/xe: Skip exec queue schedule toggle if queue is idle during suspend"); xe_vm.c (vma_userptr_invalidate), v7.0.
 */
export const contextTlb = chart('context_tlb', `${vm}`, {
  cached: ['Addresses of the pages are in the TLB.', 'xe_vma_userptr_do_inval', { flush: ['flushed', 'The context is switched away from.', `${guc}: disable_scheduling`], pages_gone: ['stale', 'The pages are somebody else\'s, and the TLB still has them.', 'xe_vma_userptr_do_inval'] }],
  flushed: ['No address is cached.', `${guc}: disable_scheduling`, { rebind: ['cached', 'Bound to the new pages, and used.', 'xe_vm_rebind'], pages_gone: ['flushed', 'Nobody reaches the pages.', 'xe_vma_userptr_do_inval'] }],
  stale: ['The GPU reaches pages that are somebody else\'s.', 'xe_vma_userptr_do_inval', { rebind: ['cached', 'Too late.', 'xe_vm_rebind'], pages_gone: ['stale', 'Still.', 'xe_vma_userptr_do_inval'], flush: ['flushed', 'Too late.', `${guc}: disable_scheduling`] }],
});

/**
 * The rebind worker of a VM.
 * Rule: it waits for preempt fences under vm->lock, so what signals them does not take it; it looks once more for notifiers before it arms.
 * Source: drivers/gpu/drm/xe/xe_vm.c (preempt_rebind_work_func), v7.0.
 */
export const rebindWorker = chart('rebind_worker', vm, {
  idle: ['Not running.', 'xe_vm_queue_rebind_worker', { run: ['begins', 'It runs.', 'preempt_rebind_work_func'] }],
  begins: ['Wants vm->lock.', 'preempt_rebind_work_func', { lock: ['repins', 'Has it.', 'preempt_rebind_work_func'] }],
  repins: ['Pins userptrs again.', 'xe_vm_userptr_pin', { repinned: ['waits', 'Locks the VM and its buffers.', 'xe_preempt_work_begin'] }],
  waits: ['Waits for the preempt fences that are there.', 'wait_for_existing_preempt_fences', { preempted: ['rebinds', 'All are signaled.', 'wait_for_existing_preempt_fences'], error: ['kills', '-ETIME.', 'wait_for_existing_preempt_fences'] }],
  rebinds: ['Validates, rebinds, waits for KERNEL.', 'xe_vm_rebind', { looks: ['looks', 'All is bound.', 'preempt_rebind_work_func'] }],
  looks: ['Under the notifier lock: was anything invalidated meanwhile?', '__xe_vm_userptr_needs_repin', { again: ['repins', 'It was: all again.', 'preempt_rebind_work_func'], arm: ['unlocks', 'New fences are armed and in place, the queues resumed.', 'reinstall_preempt_fences'] }],
  kills: ['The VM is killed.', 'xe_vm_kill', { killed: ['unlocks', 'Every queue is banned.', 'xe_vm_kill'] }],
  unlocks: ['Done.', 'preempt_rebind_work_func', { unlock: ['idle', 'vm->lock is given back.', 'preempt_rebind_work_func'] }],
});

/**
 * The notifier of a userptr.
 * Rule: it returns when the preempt fences are signaled: then no context of the VM has the pages.
 * Source: drivers/gpu/drm/xe/xe_userptr.c (xe_vma_userptr_invalidate), v7.0.
 */
export const userptrNotifier = chart('userptr_notifier', 'drivers/gpu/drm/xe/xe_userptr.c', {
  valid: ['The pages are the ones that are bound.', 'xe_vma_userptr_invalidate', { invalidate: ['waits', 'Listed as invalidated; enables signaling and waits.', 'xe_vma_userptr_do_inval'] }],
  waits: ['Waits for BOOKKEEP.', 'xe_vma_userptr_do_inval', { return: ['invalid', 'The pages go back.', 'xe_vma_userptr_invalidate'] }],
  invalid: ['The pages are gone.', 'xe_vma_userptr_invalidate', { repin: ['valid', 'Others are pinned.', 'xe_vma_userptr_pin_pages'] }],
});

/** vm->lock as the rebind worker and the preempt work take it. Source: drivers/gpu/drm/xe/xe_vm_types.h (struct xe_vm: lock), v7.0. */
export const vmLock = (_: { readonly fenced?: number }): Slot => slot('vm_lock', ['rebind', 'work', 'ioctl'], 'drivers/gpu/drm/xe/xe_vm_types.h: struct xe_vm', 'One thread has it.');
