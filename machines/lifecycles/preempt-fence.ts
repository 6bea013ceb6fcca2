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
  armed: state('Signaling is not enabled on the fence: nobody waits for it.', 'xe_preempt_fence_arm', {
    enable_signaling: to(
      'queued',
      'Signaling is enabled: q->ops->suspend(q) is called and the work is queued.',
      'preempt_fence_enable_signaling',
    ),
  }),
  queued: state('The work of the fence is on the ordered workqueue.', 'preempt_fence_enable_signaling', {
    work: to('waits', 'The work starts and calls suspend_wait.', 'preempt_fence_work_func'),
    work_locks: to('locking', 'The work starts, and takes a lock of the VM first.', 'preempt_fence_work_func'),
  }),
  locking: state('The work waits for vm->lock.', 'preempt_fence_work_func', {
    locked: to('waits', 'The work takes vm->lock.', 'preempt_fence_work_func'),
  }),
  waits: state('The work waits until the queue is suspended.', `${guc}: guc_exec_queue_suspend_wait`, {
    again: to(
      'queued',
      'suspend_wait returns -EAGAIN, and the work is queued again behind the others.',
      'preempt_fence_work_func',
    ),
    signal: to(
      'signaled',
      'The queue is suspended, the fence is signaled and the rebind worker is queued.',
      'preempt_fence_work_func',
    ),
    signal_error: to(
      'failed',
      'suspend_wait fails: the fence gets an error and is signaled.',
      'preempt_fence_work_func',
    ),
  }),
  signaled: state('The fence is signaled, and the memory of the VM may be moved.', 'preempt_fence_work_func', {
    arm: to('armed', 'A new preempt fence is armed in its place.', `${vm}: arm_preempt_fences`),
  }),
  failed: state('The fence is signaled with an error.', 'preempt_fence_work_func'),
});

/**
 * A queue of a VM that runs long, without page faults.
 * Rule: resumed, it runs for min_run_period_ms before it is preempted again.
 * Source: drivers/gpu/drm/xe/xe_guc_submit.c (__guc_exec_queue_process_msg_suspend, resume_time),
 * xe_vm.c (preempt_rebind_work_func), v7.0.
 */
export const longRunningQueue = chart('long_running_queue', guc, {
  running: state('The queue has run since it was resumed.', 'submit_exec_queue', {
    suspend: to('suspending', 'The driver sends SUSPEND.', 'guc_exec_queue_suspend'),
  }),
  suspending: state('suspend_pending is set: the firmware has not answered yet.', 'guc_exec_queue_suspend', {
    suspended: to('suspended', 'The context is saved, and the queue is suspended.', 'suspend_fence_signal'),
    kill: to('killed', 'The VM is killed.', `${vm}: xe_vm_kill`),
  }),
  suspending_early: state(
    'suspend_pending is set, and the queue has not run since it was resumed.',
    'guc_exec_queue_suspend',
    {
      suspended: to('suspended', 'The context is saved, and the queue is suspended.', 'suspend_fence_signal'),
      hw_run: to(
        'suspending',
        'The queue runs until min_run_period_ms is over.',
        '__guc_exec_queue_process_msg_suspend',
      ),
      kill: to('killed', 'The VM is killed.', `${vm}: xe_vm_kill`),
    },
  ),
  suspended: state('The queue is off the hardware.', 'exec_queue_suspended', {
    resume: to('resumed', 'The driver sends RESUME.', 'guc_exec_queue_resume'),
    kill: to('killed', 'The VM is killed.', `${vm}: xe_vm_kill`),
  }),
  resumed: state('The queue may run, and has not run since it was resumed.', 'guc_exec_queue_resume', {
    hw_run: to('running', 'The queue runs.', 'submit_exec_queue'),
    suspend: to('suspending_early', 'The driver sends SUSPEND before the queue has run.', 'guc_exec_queue_suspend'),
  }),
  killed: state('The queue is killed with its VM, which is banned.', `${vm}: xe_vm_kill`),
});

/**
 * What the hardware has cached of a userptr's mapping.
 * Rule: the switch away from a context flushes it; pages go back only after.
 * Source: fa7c84726dc2 (Revert "drm/xe: Skip exec queue schedule toggle if queue is idle during
 * suspend"); xe_vm.c (vma_userptr_invalidate), v7.0.
 */
export const contextTlb = chart('context_tlb', `${vm}`, {
  cached: state('The TLB caches addresses of the pages.', 'xe_vma_userptr_do_inval', {
    flush: to('flushed', 'The context is switched away, which flushes its TLB.', `${guc}: disable_scheduling`),
    pages_gone: to(
      'stale',
      'The pages are returned while the TLB still caches their addresses.',
      'xe_vma_userptr_do_inval',
    ),
  }),
  flushed: state('The TLB caches no address of the pages.', `${guc}: disable_scheduling`, {
    rebind: to('cached', 'The VM is bound to the new pages, and the TLB caches their addresses.', 'xe_vm_rebind'),
    pages_gone: to('flushed', 'The pages are returned, and no TLB caches their addresses.', 'xe_vma_userptr_do_inval'),
  }),
  stale: state('The GPU can reach pages that have been returned.', 'xe_vma_userptr_do_inval', {
    rebind: to('cached', 'The VM is bound to new pages after the GPU could reach the old ones.', 'xe_vm_rebind'),
    pages_gone: to('stale', 'More pages are returned while the TLB caches stale addresses.', 'xe_vma_userptr_do_inval'),
    flush: to('flushed', 'The TLB is flushed after the pages have been returned.', `${guc}: disable_scheduling`),
  }),
});

/**
 * The rebind worker of a VM.
 * Rule: it waits for preempt fences under vm->lock, so what signals them does not take it; it looks
 * once more for notifiers before it arms.
 * Source: drivers/gpu/drm/xe/xe_vm.c (preempt_rebind_work_func), v7.0.
 */
export const rebindWorker = chart('rebind_worker', vm, {
  idle: state('The rebind worker is not running.', 'xe_vm_queue_rebind_worker', {
    run: to('begins', 'The rebind worker starts.', 'preempt_rebind_work_func'),
  }),
  begins: state('The worker waits for vm->lock.', 'preempt_rebind_work_func', {
    lock: to('repins', 'The worker takes vm->lock.', 'preempt_rebind_work_func'),
  }),
  repins: state('The worker pins the userptrs again.', 'xe_vm_userptr_pin', {
    repinned: to(
      'waits',
      'The userptrs are pinned, and the worker locks the VM and its buffers.',
      'xe_preempt_work_begin',
    ),
  }),
  waits: state('The worker waits for the preempt fences that exist.', 'wait_for_existing_preempt_fences', {
    preempted: to('rebinds', 'Every preempt fence is signaled.', 'wait_for_existing_preempt_fences'),
    error: to('kills', 'The wait fails with -ETIME.', 'wait_for_existing_preempt_fences'),
  }),
  rebinds: state('The worker validates the buffers, rebinds them and waits for KERNEL fences.', 'xe_vm_rebind', {
    looks: to('looks', 'Everything is bound again.', 'preempt_rebind_work_func'),
  }),
  looks: state(
    'The worker holds the notifier lock and checks for invalidated userptrs.',
    '__xe_vm_userptr_needs_repin',
    {
      again: to(
        'repins',
        'A userptr was invalidated in the meantime, and the worker starts again.',
        'preempt_rebind_work_func',
      ),
      arm: to(
        'unlocks',
        'New preempt fences are armed and installed, and the queues are resumed.',
        'reinstall_preempt_fences',
      ),
    },
  ),
  kills: state('The worker kills the VM.', 'xe_vm_kill', {
    killed: to('unlocks', 'Every queue of the VM is banned.', 'xe_vm_kill'),
  }),
  unlocks: state('The worker is done and still holds vm->lock.', 'preempt_rebind_work_func', {
    unlock: to('idle', 'The worker releases vm->lock.', 'preempt_rebind_work_func'),
  }),
});

/**
 * The notifier of a userptr.
 * Rule: it returns when the preempt fences are signaled: then no context of the VM has the pages.
 * Source: drivers/gpu/drm/xe/xe_userptr.c (xe_vma_userptr_invalidate), v7.0.
 */
export const userptrNotifier = chart('userptr_notifier', 'drivers/gpu/drm/xe/xe_userptr.c', {
  valid: state('The pages that are bound are those of the process.', 'xe_vma_userptr_invalidate', {
    invalidate: to(
      'waits',
      'The notifier lists the userptr as invalidated, enables signaling and waits.',
      'xe_vma_userptr_do_inval',
    ),
  }),
  waits: state('The notifier waits for all fences of the VM, up to BOOKKEEP.', 'xe_vma_userptr_do_inval', {
    return: to(
      'invalid',
      'The notifier returns, and the pages are returned for other use.',
      'xe_vma_userptr_invalidate',
    ),
  }),
  invalid: state('The pages of the userptr are gone.', 'xe_vma_userptr_invalidate', {
    repin: to('valid', 'The new pages of the userptr are pinned.', 'xe_vma_userptr_pin_pages'),
  }),
});

/**
 * vm->lock as the rebind worker and the preempt work take it. Source:
 * drivers/gpu/drm/xe/xe_vm_types.h (struct xe_vm: lock), v7.0.
 */
export const vmLock = (_: { readonly fenced?: number }): Slot =>
  slot(
    'vm_lock',
    ['rebind', 'work', 'ioctl'],
    'drivers/gpu/drm/xe/xe_vm_types.h: struct xe_vm',
    'One thread holds vm->lock.',
  );
