/**
 * One stage of a pipeline across devices: a GPU that renders, another that composes, a display.
 * Source: mail of Daniel Vetter, 18 June 2020 ("you want to pipeline all this because performance").
 */
export declare const stage: import("./named.ts").Named<"done" | "idle" | "queued" | "running", "done" | "start" | "next" | "submit">;
/**
 * A notifier that a driver blocks, and releases from its own command channel.
 * Source: mail of Jason Gunthorpe, 17 June 2020 ("Surely the GPU driver can block and release the notifier directly from its own command processing channel?").
 */
export declare const channelNotifier: import("./named.ts").Named<"none" | "returned" | "blocks", "release" | "mapped" | "call">;
/**
 * What userspace synchronises with where the kernel has primitives alone.
 * Source: mail of Daniel Vetter, 18 June 2020 ("kinda like futexes, but for gpu").
 */
export declare const gpuFutex: import("./named.ts").Named<"set" | "unset", "reset" | "wake">;
/**
 * Work of a client that waits for a futex of its own making.
 * Source: mail of Daniel Vetter, 18 June 2020 ("the kernel manages residency and gpu pte wrangling entirely seperately").
 */
export declare const futexWork: import("./named.ts").Named<"idle" | "parked" | "on_gpu", "end" | "preempt" | "submit" | "resume">;
/**
 * The path from a device's interrupt to the completion that others wait for.
 * Source: drivers/dma-buf/dma-fence.c (DOC: fence cross-driver contract), v7.0.
 */
export declare const completionPath: import("./named.ts").Named<"ready" | "reclaims" | "has_memory", "next" | "alloc" | "got">;
