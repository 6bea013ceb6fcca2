/**
 * A command stream of a client on a GPU without page tables a process.
 * Rule: what runs is what was validated: a copy that the client cannot write, against the client's own buffers.
 * Source: drivers/gpu/drm/etnaviv/etnaviv_cmd_parser.c (etnaviv_cmd_validate_one), etnaviv_gem_submit.c (etnaviv_ioctl_gem_submit), v7.0; drivers/gpu/drm/vc4/vc4_validate.c; mail of Daniel Vetter, 18 June 2020 ("parsing&validating what userspace submitted").
 */
export declare const commandStream: import("./named.ts").Named<"none" | "running" | "validated" | "refused" | "submitted" | "parsed", "done" | "next" | "copy" | "submit" | "hw_run" | "valid" | "in_place" | "refuse" | "unchecked" | "mmu_fault">;
/**
 * What the stream says that it reaches.
 * Source: drivers/gpu/drm/etnaviv/etnaviv_cmd_parser.c (etnaviv_sensitive_states), v7.0; the mail of 18 June 2020 ("only every accessing its own buffers").
 */
export declare const streamTarget: import("./named.ts").Named<"foreign" | "own" | "own_frozen" | "foreign_frozen", "write_foreign" | "freeze" | "thaw" | "write_own">;
/**
 * What the client has done to somebody else.
 * Source: mail of Daniel Vetter, 18 June 2020 ("to isolate different clients from each another").
 */
export declare const isolation: import("./named.ts").Named<"broken" | "kept", "reach">;
