/**
 * A process with explicit synchronisation that uses a buffer which others synchronise implicitly: export, submit, import.
 * Rule: what it exported is a snapshot; the three are not one step, so it holds the buffer for itself over all of them.
 * Source: drivers/dma-buf/dma-buf.c (dma_buf_export_sync_file, dma_buf_import_sync_file); include/uapi/linux/dma-buf.h, v7.0.
 */
export declare const explicitClient: import("./named.ts").Named<"idle" | "exported" | "submitted" | "exported_behind", "submit" | "signaled" | "forget" | "export" | "export_behind" | "submit_behind" | "import">;
/**
 * A job on a shared buffer, once it is submitted.
 * Rule: it runs when what it was told to wait for is signaled, and is told once.
 * Source: drivers/gpu/drm/scheduler/sched_entity.c (drm_sched_entity_add_dependency_cb), include/drm/gpu_scheduler.h (run_job), v7.0.
 */
export declare const syncJob: import("./named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
/**
 * A dependency of a job on one fence.
 * Rule: taken when the job is submitted; it outlives the fence's place in the list.
 * Source: drivers/gpu/drm/scheduler/sched_main.c (drm_sched_job_add_implicit_dependencies), v7.0.
 */
export declare const jobDependency: import("./named.ts").Named<"none" | "depends", "signaled" | "depend">;
