import { type Clause } from '../../src/system/vocabulary.ts';
import { allocation } from '../lifecycles/allocation.ts';
import { type Use } from './use.ts';
export declare const imported: import("../../src/system/vocabulary.ts").Row<{
    readonly fence: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "publish";
        } | {
            type: "dma_fence_signal";
        } | {
            type: "dma_fence_init";
        }, {}, never, never, never, never, "unpublished" | "visible" | "signaled", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "dma_fence";
            states: {
                readonly unpublished: {};
                readonly visible: {};
                readonly signaled: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "fenced";
    };
    readonly job: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "submit";
        } | {
            type: "clear";
        } | {
            type: "arm";
        } | {
            type: "schedule";
        } | {
            type: "hw_dispatch";
        } | {
            type: "hw_run";
        } | {
            type: "hw_done";
        } | {
            type: "retire";
        } | {
            type: "requeue";
        } | {
            type: "cancel";
        }, {}, never, never, never, never, "done" | "idle" | "queued" | "scheduled" | "dispatched" | "running" | {
            preparing: "begun" | "cleared";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "fenced_job";
            states: {
                readonly idle: {};
                readonly preparing: {
                    states: {
                        readonly begun: {};
                        readonly cleared: {};
                    };
                };
                readonly queued: {};
                readonly scheduled: {};
                readonly dispatched: {};
                readonly running: {};
                readonly done: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "fenced";
        readonly title: "fenced job";
    };
    readonly engine: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "engine";
    };
    readonly units: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "compute units";
    };
    readonly other: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "other shared hardware";
    };
    readonly ring: {
        readonly of: typeof import("../index.ts").ring;
        readonly title: "queue of the engine";
    };
    readonly fencedEngine: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "engine for fenced jobs";
        readonly shares: "engine";
    };
    readonly fencedUnits: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "compute units for fenced jobs";
        readonly shares: "units";
    };
    readonly fencedOther: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "other hardware for fenced jobs";
        readonly shares: "other";
    };
    readonly fencedRing: {
        readonly of: typeof import("../index.ts").ring;
        readonly title: "queue of the engine for fenced jobs";
        readonly shares: "ring";
    };
    readonly buffer: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "dma_buf_export";
        } | {
            type: "dma_buf_put";
        }, {}, never, never, never, never, "unexported" | "exported" | "released", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "dma_buf";
            states: {
                readonly unexported: {};
                readonly exported: {};
                readonly released: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "shared buffer";
    };
    readonly attachment: {
        readonly of: import("../lifecycles/dma-buf.ts").Attachment;
        readonly family: "importers";
    };
    readonly access: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "start";
        } | {
            type: "start_astray";
        } | {
            type: "end";
        } | {
            type: "storage_moved";
        }, {}, never, never, never, never, "idle" | "running" | "astray", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "device_access";
            states: {
                readonly idle: {};
                readonly running: {};
                readonly astray: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "importers";
        readonly title: "access of importer";
    };
    readonly pin: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "pin";
        } | {
            type: "unpin";
        } | {
            type: "map_fails";
        } | {
            type: "unpin_early";
        } | {
            type: "storage_moved";
        } | {
            type: "revoke";
        }, {}, never, never, never, never, "none" | "held" | "failed" | "moved" | "failed_unpinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "importer_pin";
            states: {
                readonly none: {};
                readonly held: {};
                readonly failed: {};
                readonly failed_unpinned: {};
                readonly moved: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "importers";
        readonly title: "pin of importer";
    };
    readonly pinCount: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "pin";
        } | {
            type: "unpin";
        } | {
            type: "revoke";
        }, {}, never, never, never, never, "one" | "two" | "zero" | "underflow", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "pin_count";
            states: {
                readonly zero: {};
                readonly one: {};
                readonly two: {};
                readonly underflow: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "pin count";
    };
    readonly move: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "begin";
        } | {
            type: "notify";
        } | {
            type: "wait";
        } | {
            type: "copy";
        } | {
            type: "end";
        }, {}, never, never, never, never, "idle" | "begun" | "moved" | "notified" | "waited", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "buffer_move";
            states: {
                readonly idle: {};
                readonly begun: {};
                readonly notified: {};
                readonly waited: {};
                readonly moved: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "move of the buffer";
    };
    readonly resv: {
        readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
        readonly title: "dma_resv";
    };
}>;
/** No user of the device but those jobs. */
export declare const jobsAlone: Clause;
/** An allocation of the importer's job whose reclaim calls the exporter's shrinker: that one moves the buffer. */
export declare const jobAlloc: {
    name: string;
    parts: Readonly<Record<string, import("../../src/system/vocabulary.ts").Part>>;
    steps: readonly import("../../src/system/vocabulary.ts").Step<Readonly<Record<string, import("../../src/system/vocabulary.ts").Part>>, string>[];
    promises?: readonly import("../../src/system/vocabulary.ts").PromiseSpec<Readonly<Record<string, import("../../src/system/vocabulary.ts").Part>>>[];
    ties?: Pick<Clause<Readonly<Record<string, import("../../src/system/vocabulary.ts").Part>>, string>, "requires" | "moves" | "also">;
    ref: string;
};
export declare const shrinkerMoves: import("../../src/system/vocabulary.ts").Row<{
    readonly jobAlloc: {
        readonly of: typeof allocation;
        readonly family: "fenced";
        readonly title: "allocation of the job";
    };
    readonly fence: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "publish";
        } | {
            type: "dma_fence_signal";
        } | {
            type: "dma_fence_init";
        }, {}, never, never, never, never, "unpublished" | "visible" | "signaled", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "dma_fence";
            states: {
                readonly unpublished: {};
                readonly visible: {};
                readonly signaled: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "fenced";
    };
    readonly job: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "submit";
        } | {
            type: "clear";
        } | {
            type: "arm";
        } | {
            type: "schedule";
        } | {
            type: "hw_dispatch";
        } | {
            type: "hw_run";
        } | {
            type: "hw_done";
        } | {
            type: "retire";
        } | {
            type: "requeue";
        } | {
            type: "cancel";
        }, {}, never, never, never, never, "done" | "idle" | "queued" | "scheduled" | "dispatched" | "running" | {
            preparing: "begun" | "cleared";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "fenced_job";
            states: {
                readonly idle: {};
                readonly preparing: {
                    states: {
                        readonly begun: {};
                        readonly cleared: {};
                    };
                };
                readonly queued: {};
                readonly scheduled: {};
                readonly dispatched: {};
                readonly running: {};
                readonly done: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "fenced";
        readonly title: "fenced job";
    };
    readonly engine: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "engine";
    };
    readonly units: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "compute units";
    };
    readonly other: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "other shared hardware";
    };
    readonly ring: {
        readonly of: typeof import("../index.ts").ring;
        readonly title: "queue of the engine";
    };
    readonly fencedEngine: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "engine for fenced jobs";
        readonly shares: "engine";
    };
    readonly fencedUnits: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "compute units for fenced jobs";
        readonly shares: "units";
    };
    readonly fencedOther: {
        readonly of: (jobs: import("../lifecycles/slot.ts").Jobs) => import("../lifecycles/slot.ts").Slot;
        readonly title: "other hardware for fenced jobs";
        readonly shares: "other";
    };
    readonly fencedRing: {
        readonly of: typeof import("../index.ts").ring;
        readonly title: "queue of the engine for fenced jobs";
        readonly shares: "ring";
    };
    readonly buffer: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "dma_buf_export";
        } | {
            type: "dma_buf_put";
        }, {}, never, never, never, never, "unexported" | "exported" | "released", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "dma_buf";
            states: {
                readonly unexported: {};
                readonly exported: {};
                readonly released: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "shared buffer";
    };
    readonly attachment: {
        readonly of: import("../lifecycles/dma-buf.ts").Attachment;
        readonly family: "importers";
    };
    readonly access: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "start";
        } | {
            type: "start_astray";
        } | {
            type: "end";
        } | {
            type: "storage_moved";
        }, {}, never, never, never, never, "idle" | "running" | "astray", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "device_access";
            states: {
                readonly idle: {};
                readonly running: {};
                readonly astray: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "importers";
        readonly title: "access of importer";
    };
    readonly pin: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "pin";
        } | {
            type: "unpin";
        } | {
            type: "map_fails";
        } | {
            type: "unpin_early";
        } | {
            type: "storage_moved";
        } | {
            type: "revoke";
        }, {}, never, never, never, never, "none" | "held" | "failed" | "moved" | "failed_unpinned", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "importer_pin";
            states: {
                readonly none: {};
                readonly held: {};
                readonly failed: {};
                readonly failed_unpinned: {};
                readonly moved: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "importers";
        readonly title: "pin of importer";
    };
    readonly pinCount: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "pin";
        } | {
            type: "unpin";
        } | {
            type: "revoke";
        }, {}, never, never, never, never, "one" | "two" | "zero" | "underflow", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "pin_count";
            states: {
                readonly zero: {};
                readonly one: {};
                readonly two: {};
                readonly underflow: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "pin count";
    };
    readonly move: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "begin";
        } | {
            type: "notify";
        } | {
            type: "wait";
        } | {
            type: "copy";
        } | {
            type: "end";
        }, {}, never, never, never, never, "idle" | "begun" | "moved" | "notified" | "waited", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "buffer_move";
            states: {
                readonly idle: {};
                readonly begun: {};
                readonly notified: {};
                readonly waited: {};
                readonly moved: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "move of the buffer";
    };
    readonly resv: {
        readonly of: ({ importers, reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
        readonly title: "dma_resv";
    };
}>;
export declare const allocatesLate: Clause;
/** A buffer of another driver, imported with move_notify. */
export declare const dynamicImportUse: Use;
