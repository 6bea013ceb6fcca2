/** v7.1: a signal clears the ops that its own tracepoint reads. */
export declare const opsRow: import("../../src/system/vocabulary.ts").Row<{
    readonly ops: {
        readonly of: import("../lifecycles/named.ts").Named<"kept" | "null" | "oops", "clear" | "follow">;
        readonly title: "ops of the fence";
    };
    readonly signal: {
        readonly of: import("../lifecycles/named.ts").Named<"done" | "cleared" | "unsignaled" | "bit_set" | "traced", "set_bit" | "clear_ops" | "trace">;
        readonly title: "dma_fence_signal";
    };
}>;
export declare const tracedFirst: import("../../src/system/vocabulary.ts").Clause<{
    readonly ops: {
        readonly of: import("../lifecycles/named.ts").Named<"kept" | "null" | "oops", "clear" | "follow">;
        readonly title: "ops of the fence";
    };
    readonly signal: {
        readonly of: import("../lifecycles/named.ts").Named<"done" | "cleared" | "unsignaled" | "bit_set" | "traced", "set_bit" | "clear_ops" | "trace">;
        readonly title: "dma_fence_signal";
    };
}, "set_bit" | "clear_ops" | "trace_signaled">;
