import { type Slot } from './slot.ts';
/**
 * A preempt fence: in the reservation objects of a VM whose work runs long. Who waits for it, suspends the queue.
 * Rule: its work item is in the signalling section from beginning to end; all share one ordered workqueue.
 * Source: drivers/gpu/drm/xe/xe_preempt_fence.c (preempt_fence_enable_signaling, preempt_fence_work_func), v7.0.
 */
export declare const preemptFence: import("./named.ts").Named<"waits" | "queued" | "signaled" | "armed" | "failed" | "locking", "arm" | "signal" | "locked" | "again" | "work" | "enable_signaling" | "work_locks" | "signal_error">;
/**
 * A queue of a VM that runs long, without page faults.
 * Rule: resumed, it runs for min_run_period_ms before it is preempted again.
 * Source: drivers/gpu/drm/xe/xe_guc_submit.c (__guc_exec_queue_process_msg_suspend, resume_time), xe_vm.c (preempt_rebind_work_func), v7.0.
 */
export declare const longRunningQueue: import("./named.ts").Named<"running" | "suspending" | "suspended" | "killed" | "suspending_early" | "resumed", "hw_run" | "resume" | "kill" | "suspend" | "suspended">;
/**
 * What the hardware has cached of a userptr's mapping.
 * Rule: the switch away from a context flushes it; pages go back only after.
 * Source: fa7c84726dc2 (Revert "drm/xe: Skip exec queue schedule toggle if queue is idle during suspend"); xe_vm.c (vma_userptr_invalidate), v7.0.
 */
export declare const contextTlb: import("./named.ts").Named<"cached" | "flushed" | "stale", "flush" | "pages_gone" | "rebind">;
/**
 * The rebind worker of a VM.
 * Rule: it waits for preempt fences under vm->lock, so what signals them does not take it; it looks once more for notifiers before it arms.
 * Source: drivers/gpu/drm/xe/xe_vm.c (preempt_rebind_work_func), v7.0.
 */
export declare const rebindWorker: import("./named.ts").Named<"waits" | "idle" | "looks" | "unlocks" | "begins" | "repins" | "rebinds" | "kills", "error" | "run" | "preempted" | "arm" | "lock" | "again" | "looks" | "unlock" | "killed" | "repinned">;
/**
 * The notifier of a userptr.
 * Rule: it returns when the preempt fences are signaled: then no context of the VM has the pages.
 * Source: drivers/gpu/drm/xe/xe_userptr.c (xe_vma_userptr_invalidate), v7.0.
 */
export declare const userptrNotifier: import("./named.ts").Named<"waits" | "valid" | "invalid", "return" | "invalidate" | "repin">;
/** vm->lock as the rebind worker and the preempt work take it. Source: drivers/gpu/drm/xe/xe_vm_types.h (struct xe_vm: lock), v7.0. */
export declare const vmLock: (_: {
    readonly fenced?: number;
}) => Slot;
