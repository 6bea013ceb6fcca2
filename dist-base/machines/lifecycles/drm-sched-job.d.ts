/**
 * A drm_sched_job from drm_sched_job_init to free_job.
 * Rule: run_job is called once and gives the hardware fence; whatever happens, the hardware fence and then the finished fence are signaled.
 * Source: include/drm/gpu_scheduler.h (struct drm_sched_backend_ops), drivers/gpu/drm/scheduler/sched_main.c, v7.0.
 */
export declare const drmSchedJob: import("./named.ts").Named<"done" | "none" | "queued" | "running" | "finished" | "timed_out", "push" | "hw_done" | "kill" | "cancel_job" | "reset" | "run_job" | "timedout_job" | "no_hang" | "finish" | "free_job">;
/**
 * The error of a hardware fence.
 * Rule: none, or one that says why the work was lost.
 * Source: include/drm/gpu_scheduler.h (cancel_job), v7.0.
 */
export declare const hwError: import("./named.ts").Named<"none" | "ECANCELED" | "ETIME", "ECANCELED" | "ETIME" | "forget">;
/**
 * A drm_gpu_scheduler.
 * Rule: drm_sched_fini stops it and cancels what is still pending: no fence may be left that nobody signals.
 * Source: drivers/gpu/drm/scheduler/sched_main.c (drm_sched_fini), v7.0.
 */
export declare const drmSched: import("./named.ts").Named<"stopped" | "running", "drm_sched_fini">;
/**
 * The entity of a process.
 * Rule: killed, its queued jobs are finished with an error and never run.
 * Source: drivers/gpu/drm/scheduler/sched_entity.c (drm_sched_entity_kill), v7.0.
 */
export declare const drmSchedEntity: import("./named.ts").Named<"killed" | "alive", "drm_sched_entity_kill">;
