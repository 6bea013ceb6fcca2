import { type Row } from '../../src/system/vocabulary.ts';
import { dmaResvEntry, type Usage } from '../lifecycles/dma-resv-entry.ts';
/** A query for a usage returns every fence of it and of the stronger ones. */
export declare const returnedBy: (query: Usage) => readonly Usage[];
/** One fence in one dma_resv, and all that can be asked: what the kernel's own tests ask. */
export declare function resvQueries(): Row;
export declare const accessParts: {
    readonly reader: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
        readonly title: "job that reads";
    };
    readonly writer: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
        readonly title: "job that writes";
    };
    readonly explicit: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
        readonly title: "job without implicit sync";
    };
    readonly mover: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "waiting" | "moving", "lock" | "move" | "unlock">;
        readonly title: "memory management";
    };
    readonly readFence: {
        of: typeof dmaResvEntry;
        title: string;
    };
    readonly writeFence: {
        of: typeof dmaResvEntry;
        title: string;
    };
    readonly bookFence: {
        of: typeof dmaResvEntry;
        title: string;
    };
    readonly slots: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "reserved" | "overrun", "add" | "unlock" | "dma_resv_reserve_fences" | "dma_resv_reserve_fences=-ENOMEM">;
        readonly title: "slots of the dma_resv";
    };
    readonly resv: {
        readonly of: import("../lifecycles/slot.ts").Slot;
        readonly title: "dma_resv";
    };
    readonly warning: {
        readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
        readonly title: "WARN";
    };
};
/** A buffer that one job reads, one writes, one uses without implicit sync, and memory management would like to move. */
export declare const accessRow: Row<{
    readonly reader: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
        readonly title: "job that reads";
    };
    readonly writer: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
        readonly title: "job that writes";
    };
    readonly explicit: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
        readonly title: "job without implicit sync";
    };
    readonly mover: {
        readonly of: import("../lifecycles/named.ts").Named<"idle" | "waiting" | "moving", "lock" | "move" | "unlock">;
        readonly title: "memory management";
    };
    readonly readFence: {
        of: typeof dmaResvEntry;
        title: string;
    };
    readonly writeFence: {
        of: typeof dmaResvEntry;
        title: string;
    };
    readonly bookFence: {
        of: typeof dmaResvEntry;
        title: string;
    };
    readonly slots: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "reserved" | "overrun", "add" | "unlock" | "dma_resv_reserve_fences" | "dma_resv_reserve_fences=-ENOMEM">;
        readonly title: "slots of the dma_resv";
    };
    readonly resv: {
        readonly of: import("../lifecycles/slot.ts").Slot;
        readonly title: "dma_resv";
    };
    readonly warning: {
        readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
        readonly title: "WARN";
    };
}>;
export declare const accessClauses: {
    readonly reserveFirst: import("../../src/system/vocabulary.ts").Clause<{
        readonly reader: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job that reads";
        };
        readonly writer: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job that writes";
        };
        readonly explicit: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job without implicit sync";
        };
        readonly mover: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "waiting" | "moving", "lock" | "move" | "unlock">;
            readonly title: "memory management";
        };
        readonly readFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly writeFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly bookFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly slots: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "reserved" | "overrun", "add" | "unlock" | "dma_resv_reserve_fences" | "dma_resv_reserve_fences=-ENOMEM">;
            readonly title: "slots of the dma_resv";
        };
        readonly resv: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "dma_resv";
        };
        readonly warning: {
            readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
            readonly title: "WARN";
        };
    }, "reader_publishes_behind" | "writer_publishes_behind" | "explicit_publishes_behind" | "reader_locks" | "writer_locks" | "explicit_locks" | "reader_reserves" | "writer_reserves" | "explicit_reserves" | "reader_has_no_memory" | "writer_has_no_memory" | "explicit_has_no_memory" | "reader_forgets_to_reserve" | "writer_forgets_to_reserve" | "explicit_forgets_to_reserve" | "reader_publishes" | "writer_publishes" | "explicit_publishes" | "reader_runs" | "writer_runs" | "explicit_runs" | "reader_signals" | "writer_signals" | "explicit_signals" | "reader_is_replaced" | "writer_is_replaced" | "explicit_is_replaced" | "mover_locks" | "mover_moves" | "mover_unlocks">;
    readonly readerWaits: import("../../src/system/vocabulary.ts").Clause<{
        readonly reader: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job that reads";
        };
        readonly writer: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job that writes";
        };
        readonly explicit: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job without implicit sync";
        };
        readonly mover: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "waiting" | "moving", "lock" | "move" | "unlock">;
            readonly title: "memory management";
        };
        readonly readFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly writeFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly bookFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly slots: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "reserved" | "overrun", "add" | "unlock" | "dma_resv_reserve_fences" | "dma_resv_reserve_fences=-ENOMEM">;
            readonly title: "slots of the dma_resv";
        };
        readonly resv: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "dma_resv";
        };
        readonly warning: {
            readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
            readonly title: "WARN";
        };
    }, "reader_publishes_behind" | "writer_publishes_behind" | "explicit_publishes_behind" | "reader_locks" | "writer_locks" | "explicit_locks" | "reader_reserves" | "writer_reserves" | "explicit_reserves" | "reader_has_no_memory" | "writer_has_no_memory" | "explicit_has_no_memory" | "reader_forgets_to_reserve" | "writer_forgets_to_reserve" | "explicit_forgets_to_reserve" | "reader_publishes" | "writer_publishes" | "explicit_publishes" | "reader_runs" | "writer_runs" | "explicit_runs" | "reader_signals" | "writer_signals" | "explicit_signals" | "reader_is_replaced" | "writer_is_replaced" | "explicit_is_replaced" | "mover_locks" | "mover_moves" | "mover_unlocks">;
    readonly writerWaits: import("../../src/system/vocabulary.ts").Clause<{
        readonly reader: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job that reads";
        };
        readonly writer: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job that writes";
        };
        readonly explicit: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job without implicit sync";
        };
        readonly mover: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "waiting" | "moving", "lock" | "move" | "unlock">;
            readonly title: "memory management";
        };
        readonly readFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly writeFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly bookFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly slots: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "reserved" | "overrun", "add" | "unlock" | "dma_resv_reserve_fences" | "dma_resv_reserve_fences=-ENOMEM">;
            readonly title: "slots of the dma_resv";
        };
        readonly resv: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "dma_resv";
        };
        readonly warning: {
            readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
            readonly title: "WARN";
        };
    }, "reader_publishes_behind" | "writer_publishes_behind" | "explicit_publishes_behind" | "reader_locks" | "writer_locks" | "explicit_locks" | "reader_reserves" | "writer_reserves" | "explicit_reserves" | "reader_has_no_memory" | "writer_has_no_memory" | "explicit_has_no_memory" | "reader_forgets_to_reserve" | "writer_forgets_to_reserve" | "explicit_forgets_to_reserve" | "reader_publishes" | "writer_publishes" | "explicit_publishes" | "reader_runs" | "writer_runs" | "explicit_runs" | "reader_signals" | "writer_signals" | "explicit_signals" | "reader_is_replaced" | "writer_is_replaced" | "explicit_is_replaced" | "mover_locks" | "mover_moves" | "mover_unlocks">;
    readonly moverWaits: import("../../src/system/vocabulary.ts").Clause<{
        readonly reader: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job that reads";
        };
        readonly writer: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job that writes";
        };
        readonly explicit: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job without implicit sync";
        };
        readonly mover: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "waiting" | "moving", "lock" | "move" | "unlock">;
            readonly title: "memory management";
        };
        readonly readFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly writeFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly bookFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly slots: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "reserved" | "overrun", "add" | "unlock" | "dma_resv_reserve_fences" | "dma_resv_reserve_fences=-ENOMEM">;
            readonly title: "slots of the dma_resv";
        };
        readonly resv: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "dma_resv";
        };
        readonly warning: {
            readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
            readonly title: "WARN";
        };
    }, "reader_publishes_behind" | "writer_publishes_behind" | "explicit_publishes_behind" | "reader_locks" | "writer_locks" | "explicit_locks" | "reader_reserves" | "writer_reserves" | "explicit_reserves" | "reader_has_no_memory" | "writer_has_no_memory" | "explicit_has_no_memory" | "reader_forgets_to_reserve" | "writer_forgets_to_reserve" | "explicit_forgets_to_reserve" | "reader_publishes" | "writer_publishes" | "explicit_publishes" | "reader_runs" | "writer_runs" | "explicit_runs" | "reader_signals" | "writer_signals" | "explicit_signals" | "reader_is_replaced" | "writer_is_replaced" | "explicit_is_replaced" | "mover_locks" | "mover_moves" | "mover_unlocks">;
    readonly exclusiveDrops: import("../../src/system/vocabulary.ts").Clause<{
        readonly reader: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job that reads";
        };
        readonly writer: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job that writes";
        };
        readonly explicit: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job without implicit sync";
        };
        readonly mover: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "waiting" | "moving", "lock" | "move" | "unlock">;
            readonly title: "memory management";
        };
        readonly readFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly writeFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly bookFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly slots: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "reserved" | "overrun", "add" | "unlock" | "dma_resv_reserve_fences" | "dma_resv_reserve_fences=-ENOMEM">;
            readonly title: "slots of the dma_resv";
        };
        readonly resv: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "dma_resv";
        };
        readonly warning: {
            readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
            readonly title: "WARN";
        };
    }, "reader_publishes_behind" | "writer_publishes_behind" | "explicit_publishes_behind" | "reader_locks" | "writer_locks" | "explicit_locks" | "reader_reserves" | "writer_reserves" | "explicit_reserves" | "reader_has_no_memory" | "writer_has_no_memory" | "explicit_has_no_memory" | "reader_forgets_to_reserve" | "writer_forgets_to_reserve" | "explicit_forgets_to_reserve" | "reader_publishes" | "writer_publishes" | "explicit_publishes" | "reader_runs" | "writer_runs" | "explicit_runs" | "reader_signals" | "writer_signals" | "explicit_signals" | "reader_is_replaced" | "writer_is_replaced" | "explicit_is_replaced" | "mover_locks" | "mover_moves" | "mover_unlocks">;
    readonly addsContainer: import("../../src/system/vocabulary.ts").Clause<{
        readonly reader: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job that reads";
        };
        readonly writer: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job that writes";
        };
        readonly explicit: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "running" | "ready" | "locked" | "reserved" | "behind", "skip" | "reserve" | "run" | "publish" | "signal" | "lock" | "fail" | "publish_behind" | "unblock">;
            readonly title: "job without implicit sync";
        };
        readonly mover: {
            readonly of: import("../lifecycles/named.ts").Named<"idle" | "waiting" | "moving", "lock" | "move" | "unlock">;
            readonly title: "memory management";
        };
        readonly readFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly writeFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly bookFence: {
            of: typeof dmaResvEntry;
            title: string;
        };
        readonly slots: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "reserved" | "overrun", "add" | "unlock" | "dma_resv_reserve_fences" | "dma_resv_reserve_fences=-ENOMEM">;
            readonly title: "slots of the dma_resv";
        };
        readonly resv: {
            readonly of: import("../lifecycles/slot.ts").Slot;
            readonly title: "dma_resv";
        };
        readonly warning: {
            readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
            readonly title: "WARN";
        };
    }, "reader_publishes_behind" | "writer_publishes_behind" | "explicit_publishes_behind" | "reader_locks" | "writer_locks" | "explicit_locks" | "reader_reserves" | "writer_reserves" | "explicit_reserves" | "reader_has_no_memory" | "writer_has_no_memory" | "explicit_has_no_memory" | "reader_forgets_to_reserve" | "writer_forgets_to_reserve" | "explicit_forgets_to_reserve" | "reader_publishes" | "writer_publishes" | "explicit_publishes" | "reader_runs" | "writer_runs" | "explicit_runs" | "reader_signals" | "writer_signals" | "explicit_signals" | "reader_is_replaced" | "writer_is_replaced" | "explicit_is_replaced" | "mover_locks" | "mover_moves" | "mover_unlocks">;
};
/** The fences e1, e2 ... of one dma-buf, and a sync_file exported for reading and one for writing: what IGT asks. */
export declare function resvFences(fences: number): Row;
