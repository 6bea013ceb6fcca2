import { dmaResvEntry } from '../lifecycles/dma-resv-entry.ts';
export declare const implicitParts: {
    readonly client: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "exported" | "submitted" | "exported_behind", "submit" | "signaled" | "forget" | "export" | "export_behind" | "submit_behind" | "import">;
        readonly title: "Vulkan client";
    };
    readonly clientJob: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
        readonly title: "job of the Vulkan client";
    };
    readonly clientFence: {
        readonly of: typeof dmaResvEntry;
        readonly title: "fence of the Vulkan client";
    };
    readonly glJob: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
        readonly title: "job of the GL client";
    };
    readonly glFence: {
        readonly of: typeof dmaResvEntry;
        readonly title: "fence of the GL client";
    };
    readonly readJob: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
        readonly title: "job that reads";
    };
    readonly readFence: {
        readonly of: typeof dmaResvEntry;
        readonly title: "READ fence";
    };
    readonly glOnReader: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "depends", "signaled" | "depend">;
        readonly title: "dependency of the GL client on the reader";
    };
    readonly buffer: {
        readonly of: import("../lifecycles/slot.ts").Slot;
        readonly title: "the buffer";
    };
};
/** A Vulkan client that exports, submits and imports, and a GL client with implicit sync, both writing one buffer; perhaps somebody reads it. */
export declare const implicitSync: import("../../src/system/vocabulary.ts").Row<{
    readonly client: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "exported" | "submitted" | "exported_behind", "submit" | "signaled" | "forget" | "export" | "export_behind" | "submit_behind" | "import">;
        readonly title: "Vulkan client";
    };
    readonly clientJob: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
        readonly title: "job of the Vulkan client";
    };
    readonly clientFence: {
        readonly of: typeof dmaResvEntry;
        readonly title: "fence of the Vulkan client";
    };
    readonly glJob: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
        readonly title: "job of the GL client";
    };
    readonly glFence: {
        readonly of: typeof dmaResvEntry;
        readonly title: "fence of the GL client";
    };
    readonly readJob: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
        readonly title: "job that reads";
    };
    readonly readFence: {
        readonly of: typeof dmaResvEntry;
        readonly title: "READ fence";
    };
    readonly glOnReader: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "depends", "signaled" | "depend">;
        readonly title: "dependency of the GL client on the reader";
    };
    readonly buffer: {
        readonly of: import("../lifecycles/slot.ts").Slot;
        readonly title: "the buffer";
    };
}>;
export declare const implicitClauses: {
    readonly handOver: import("../../src/system/vocabulary.ts").Clause<{
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "exported" | "submitted" | "exported_behind", "submit" | "signaled" | "forget" | "export" | "export_behind" | "submit_behind" | "import">;
            readonly title: "Vulkan client";
        };
        readonly clientJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job of the Vulkan client";
        };
        readonly clientFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "fence of the Vulkan client";
        };
        readonly glJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job of the GL client";
        };
        readonly glFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "fence of the GL client";
        };
        readonly readJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job that reads";
        };
        readonly readFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "READ fence";
        };
        readonly glOnReader: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "depends", "signaled" | "depend">;
            readonly title: "dependency of the GL client on the reader";
        };
        readonly buffer: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "the buffer";
        };
    }, "reader_runs" | "reader_signals" | "export" | "export_behind" | "import" | "gl_submits" | "gl_submits_behind" | "gl_submits_after_reader" | "gl_submits_behind_after_reader" | "export_read" | "client_submits" | "client_submits_behind" | "import_signaled" | "forget_import" | "client_runs" | "client_signals" | "gl_runs" | "gl_signals" | "reader_submits" | "prune_client" | "prune_gl" | "prune_read">;
    readonly imports: import("../../src/system/vocabulary.ts").Clause<{
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "exported" | "submitted" | "exported_behind", "submit" | "signaled" | "forget" | "export" | "export_behind" | "submit_behind" | "import">;
            readonly title: "Vulkan client";
        };
        readonly clientJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job of the Vulkan client";
        };
        readonly clientFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "fence of the Vulkan client";
        };
        readonly glJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job of the GL client";
        };
        readonly glFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "fence of the GL client";
        };
        readonly readJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job that reads";
        };
        readonly readFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "READ fence";
        };
        readonly glOnReader: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "depends", "signaled" | "depend">;
            readonly title: "dependency of the GL client on the reader";
        };
        readonly buffer: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "the buffer";
        };
    }, "reader_runs" | "reader_signals" | "export" | "export_behind" | "import" | "gl_submits" | "gl_submits_behind" | "gl_submits_after_reader" | "gl_submits_behind_after_reader" | "export_read" | "client_submits" | "client_submits_behind" | "import_signaled" | "forget_import" | "client_runs" | "client_signals" | "gl_runs" | "gl_signals" | "reader_submits" | "prune_client" | "prune_gl" | "prune_read">;
    readonly live: import("../../src/system/vocabulary.ts").Clause<{
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "exported" | "submitted" | "exported_behind", "submit" | "signaled" | "forget" | "export" | "export_behind" | "submit_behind" | "import">;
            readonly title: "Vulkan client";
        };
        readonly clientJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job of the Vulkan client";
        };
        readonly clientFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "fence of the Vulkan client";
        };
        readonly glJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job of the GL client";
        };
        readonly glFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "fence of the GL client";
        };
        readonly readJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job that reads";
        };
        readonly readFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "READ fence";
        };
        readonly glOnReader: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "depends", "signaled" | "depend">;
            readonly title: "dependency of the GL client on the reader";
        };
        readonly buffer: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "the buffer";
        };
    }, "reader_runs" | "reader_signals" | "export" | "export_behind" | "import" | "gl_submits" | "gl_submits_behind" | "gl_submits_after_reader" | "gl_submits_behind_after_reader" | "export_read" | "client_submits" | "client_submits_behind" | "import_signaled" | "forget_import" | "client_runs" | "client_signals" | "gl_runs" | "gl_signals" | "reader_submits" | "prune_client" | "prune_gl" | "prune_read">;
    readonly noReaders: import("../../src/system/vocabulary.ts").Clause<{
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "exported" | "submitted" | "exported_behind", "submit" | "signaled" | "forget" | "export" | "export_behind" | "submit_behind" | "import">;
            readonly title: "Vulkan client";
        };
        readonly clientJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job of the Vulkan client";
        };
        readonly clientFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "fence of the Vulkan client";
        };
        readonly glJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job of the GL client";
        };
        readonly glFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "fence of the GL client";
        };
        readonly readJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job that reads";
        };
        readonly readFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "READ fence";
        };
        readonly glOnReader: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "depends", "signaled" | "depend">;
            readonly title: "dependency of the GL client on the reader";
        };
        readonly buffer: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "the buffer";
        };
    }, "reader_runs" | "reader_signals" | "export" | "export_behind" | "import" | "gl_submits" | "gl_submits_behind" | "gl_submits_after_reader" | "gl_submits_behind_after_reader" | "export_read" | "client_submits" | "client_submits_behind" | "import_signaled" | "forget_import" | "client_runs" | "client_signals" | "gl_runs" | "gl_signals" | "reader_submits" | "prune_client" | "prune_gl" | "prune_read">;
    readonly exclusiveDrops: import("../../src/system/vocabulary.ts").Clause<{
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "exported" | "submitted" | "exported_behind", "submit" | "signaled" | "forget" | "export" | "export_behind" | "submit_behind" | "import">;
            readonly title: "Vulkan client";
        };
        readonly clientJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job of the Vulkan client";
        };
        readonly clientFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "fence of the Vulkan client";
        };
        readonly glJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job of the GL client";
        };
        readonly glFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "fence of the GL client";
        };
        readonly readJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job that reads";
        };
        readonly readFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "READ fence";
        };
        readonly glOnReader: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "depends", "signaled" | "depend">;
            readonly title: "dependency of the GL client on the reader";
        };
        readonly buffer: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "the buffer";
        };
    }, "reader_runs" | "reader_signals" | "export" | "export_behind" | "import" | "gl_submits" | "gl_submits_behind" | "gl_submits_after_reader" | "gl_submits_behind_after_reader" | "export_read" | "client_submits" | "client_submits_behind" | "import_signaled" | "forget_import" | "client_runs" | "client_signals" | "gl_runs" | "gl_signals" | "reader_submits" | "prune_client" | "prune_gl" | "prune_read">;
    readonly wrapper: import("../../src/system/vocabulary.ts").Clause<{
        readonly client: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "exported" | "submitted" | "exported_behind", "submit" | "signaled" | "forget" | "export" | "export_behind" | "submit_behind" | "import">;
            readonly title: "Vulkan client";
        };
        readonly clientJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job of the Vulkan client";
        };
        readonly clientFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "fence of the Vulkan client";
        };
        readonly glJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job of the GL client";
        };
        readonly glFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "fence of the GL client";
        };
        readonly readJob: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "behind", "run" | "submit" | "signal" | "unblock" | "submit_behind" | "wait_more">;
            readonly title: "job that reads";
        };
        readonly readFence: {
            readonly of: typeof dmaResvEntry;
            readonly title: "READ fence";
        };
        readonly glOnReader: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "depends", "signaled" | "depend">;
            readonly title: "dependency of the GL client on the reader";
        };
        readonly buffer: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "the buffer";
        };
    }, "reader_runs" | "reader_signals" | "export" | "export_behind" | "import" | "gl_submits" | "gl_submits_behind" | "gl_submits_after_reader" | "gl_submits_behind_after_reader" | "export_read" | "client_submits" | "client_submits_behind" | "import_signaled" | "forget_import" | "client_runs" | "client_signals" | "gl_runs" | "gl_signals" | "reader_submits" | "prune_client" | "prune_gl" | "prune_read">;
};
