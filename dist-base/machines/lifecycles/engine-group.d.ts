import type { Named } from './named.ts';
import type { Jobs } from './slot.ts';
/**
 * The mode that the engines of a group execute in.
 * Rule: it changes under the write side of mode_sem alone.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group_types.h (enum xe_hw_engine_group_execution_mode), v7.0.
 */
export declare const groupMode: Named<"dma_fence" | "lr", "to_dma_fence" | "to_lr">;
export type ModeSemaphore = Named<'free' | 'written' | 'read' | `read.${string}` | 'released_twice', 'down_read' | 'up_read' | 'down_write' | 'up_write' | 'downgrade_write'>;
/**
 * mode_sem: any number of threads in the mode that the group is in, or one that changes it.
 * Rule: who has it gives it back once.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group_types.h (mode_sem); kernel/locking/rwsem.c (up_write, downgrade_write), v7.0.
 */
export declare function modeSemaphore({ fenced }: Jobs): ModeSemaphore;
/**
 * An exec ioctl of a queue with dma_fences.
 * Rule: it has the group in its mode before it takes any other lock, until its job is pushed.
 * Source: drivers/gpu/drm/xe/xe_exec.c (xe_exec_ioctl), xe_hw_engine_group.c (xe_hw_engine_group_get_mode), v7.0.
 */
export declare const groupExec: Named<"idle" | "failed" | "down_read" | "down_write" | "down_read_deps" | "reads" | "reads_deps" | "in_mode" | "down_write_deps" | "writes" | "writes_deps" | "suspend_wait" | "waits_for_fences" | "wait_syncs" | "pushed" | "unprotected", "push" | "write" | "release" | "fail" | "failed" | "read" | "exec" | "exec_with_deps" | "interrupted" | "same" | "differs" | "recheck" | "suspend" | "wait_for_fences" | "again" | "synced" | "switched" | "put_early" | "put">;
/**
 * A queue of a VM in fault mode, as its group and the firmware know it.
 * Rule: who has it suspended sees to it that somebody resumes it.
 * Source: drivers/gpu/drm/xe/xe_guc_submit.c (guc_exec_queue_suspend, guc_exec_queue_suspend_wait, guc_exec_queue_resume), v7.0.
 */
export declare const groupQueue: Named<"enabled" | "suspending" | "absent" | "suspended" | "resumed_early" | "adding", "add" | "resume" | "suspend" | "del" | "suspended" | "add_enabled" | "add_suspended">;
/**
 * Work of a queue in fault mode; userspace waits for it by a user fence.
 * Source: drivers/gpu/drm/xe/xe_exec.c (xe_exec_ioctl, the branch of long-running queues), v7.0.
 */
export declare const lrJob: Named<"idle" | "running" | "faulted" | "pushed" | "ended", "push" | "end" | "hw_run" | "hw_fault" | "saved" | "repaired">;
/**
 * resume_work, as the workqueue knows it: pending once, however often it is queued.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group.c (xe_hw_engine_group_resume_faulting_lr_jobs: queue_work), v7.0.
 */
export declare const resumeWork: Named<"pending" | "idle", "run" | "queue">;
/**
 * The worker that goes back to LR mode and resumes what was suspended.
 * Rule: it resumes nothing where the mode was LR already.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group.c (hw_engine_group_resume_lr_jobs_func), v7.0.
 */
export declare const resumeWorker: Named<"waits" | "idle" | "failed" | "down_read" | "down_write" | "reads" | "put" | "resumes", "write" | "run" | "resume" | "release" | "failed" | "waited" | "read" | "same" | "differs" | "recheck" | "put" | "same_resumes">;
