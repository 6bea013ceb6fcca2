/**
 * A drm_syncobj.
 * Rule: it may hold no fence; then work may not wait for it, only a thread of userspace may, and only if it says so.
 * Source: drivers/gpu/drm/drm_syncobj.c (drm_syncobj_find_fence, drm_syncobj_replace_fence), v7.0.
 */
export declare const drmSyncobj: import("./named.ts").Named<"signaled" | "empty" | "submitted", "dma_fence_signal" | "reset" | "replace_fence" | "assign_stub">;
/**
 * A thread of userspace in DRM_IOCTL_SYNCOBJ_WAIT.
 * Rule: without DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT a syncobj without a fence is -EINVAL; with it the thread waits for submit and signal.
 * Source: drivers/gpu/drm/drm_syncobj.c (drm_syncobj_array_wait_timeout), v7.0.
 */
export declare const syncobjWait: import("./named.ts").Named<"idle" | "waiting" | "waiting_for_submit", "wait" | "submitted" | "wait=0" | "wait=-EINVAL" | "wait_for_submit" | "woken=0" | "timeout=-ETIME">;
