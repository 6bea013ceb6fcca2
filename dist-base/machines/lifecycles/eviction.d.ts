import { type Slot } from './slot.ts';
/**
 * A fence that no work signals: who waits for it, enables signaling, and that evicts.
 * Rule: only memory management waits for it.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_fence.c (amdkfd_fence_enable_signaling), v7.0.
 */
export declare const evictionFence: import("./named.ts").Named<"enabled" | "signaled" | "armed", "create" | "signal" | "enable_signaling">;
/**
 * A process with user queues.
 * Rule: evicted, it is restored or ends; restored, it runs for a while before it is evicted again.
 * Source: drivers/gpu/drm/amd/amdkfd/kfd_process.c (evict_process_worker, restore_process_worker), kfd_device.c (kgd2kfd_schedule_evict_and_restore_process), v7.0.
 */
export declare const kfdProcess: import("./named.ts").Named<"running" | "ended" | "new" | "restored" | "quiesced" | "waits_to_restore" | "restoring" | "backs_off", "exit" | "hw_run" | "signaled" | "alloc" | "failed" | "restored" | "quiesce" | "restore">;
/**
 * Why the process was evicted.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_fence.c (amdkfd_fence_enable_signaling does not know who waits), v7.0.
 */
export declare const evictionCause: import("./named.ts").Named<"none" | "other" | "memory", "other" | "memory" | "restored">;
/**
 * A delayed work.
 * Source: kernel/workqueue.c (schedule_delayed_work: no effect while it is pending), v7.0.
 */
export declare const delayedWork: import("./named.ts").Named<"pending" | "idle", "run" | "queue">;
/**
 * Somebody else who needs video memory: what is there is evicted for it.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict, ttm_bo_validate), v7.0.
 */
export declare const memoryClient: import("./named.ts").Named<"waits" | "has" | "idle" | "wants", "free" | "want" | "wait" | "have">;
/**
 * A thread that waits for fences of a buffer and has no need of its memory: another process that synchronises implicitly, or closes a file.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_wait_timeout); drivers/gpu/drm/amd/amdgpu/amdgpu_drv.c (amdgpu_flush), v7.0.
 */
export declare const resvWaiter: import("./named.ts").Named<"waits" | "idle" | "looks", "begin" | "pass" | "wait" | "woken">;
/**
 * How often one move of a buffer has taken the process off the hardware.
 * Source: include/linux/dma-buf.h (struct dma_buf_attach_ops); mail of Daniel Vetter, 19 July 2019 ("I also don't think it's a good idea to have 2 invalidation mechanisms"), v7.0.
 */
export declare const evictionsOfMove: import("./named.ts").Named<"none" | "once" | "twice", "evict" | "moved">;
/** The video memory that one process or one other client has at a time. Source: drivers/gpu/drm/ttm/ttm_resource.c, v7.0. */
export declare const videoMemory: ({ processes }: {
    readonly processes?: number;
}) => Slot;
/** userq_mutex of a file. Source: drivers/gpu/drm/amd/amdgpu/amdgpu_userq.h (struct amdgpu_userq_mgr), v7.0. */
export declare const userqMutex: (_: {
    readonly processes?: number;
}) => Slot;
/**
 * The worker that evicts the user queues of a file and signals their eviction fence.
 * Rule: in the signalling section it takes nothing that others hold while they wait for the fence, nor what it has.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_eviction_fence.c (amdgpu_eviction_fence_suspend_worker), v7.1-rc.
 */
export declare const userqWorker: import("./named.ts").Named<"idle" | "wants" | "evicts" | "signals" | "unlocks" | "restores", "signal" | "lock" | "queue" | "restore" | "unmapped" | "unlock">;
/**
 * An ioctl of user queues: signal, wait, create.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_userq_fence.c (amdgpu_userq_signal_ioctl), amdgpu_userq.c (amdgpu_userq_ensure_ev_fence), v7.1-rc.
 */
export declare const userqIoctl: import("./named.ts").Named<"waits" | "idle" | "called" | "has_mutex", "lock" | "wait" | "call" | "woken" | "unlock">;
