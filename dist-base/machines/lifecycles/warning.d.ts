/**
 * What the kernel itself notices: a WARN_ON, a BUG_ON, a lockdep splat.
 * Rule: silence.
 * Source: include/asm-generic/bug.h (WARN_ON), v7.0.
 */
export declare const warning: import("./named.ts").Named<"silent" | "warned", "warn">;
