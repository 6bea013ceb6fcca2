/**
 * One job that accesses a shared buffer, from the lock of its dma_resv to its signal.
 * Rule: under the lock: reserve, find whom to wait for, arm, add. After that it runs when those are signaled.
 * Source: include/linux/dma-buf.h (@resv); drivers/gpu/drm/scheduler/sched_main.c (drm_sched_job_add_implicit_dependencies), v7.0.
 */
export declare const bufferAccess: import("./named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
/**
 * Memory management that moves or frees a buffer.
 * Rule: it waits for every fence, BOOKKEEP included, first.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_wait_ctx), v7.0.
 */
export declare const bufferMove: import("./named.ts").Named<"idle" | "waiting" | "moving", "lock" | "move" | "unlock">;
