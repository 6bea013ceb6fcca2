import { type Clause } from '../../src/system/vocabulary.ts';
import { type Use } from './use.ts';
export declare const jobUsesObject: import("../../src/system/vocabulary.ts").Row<{
    readonly heap: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "hw_full";
        } | {
            type: "alloc";
        } | {
            type: "reclaimed";
        } | {
            type: "grown";
        } | {
            type: "fail";
        } | {
            type: "flushed";
        }, {}, never, never, never, never, "full" | "allocating" | "roomy" | "incremental", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "tiler_heap";
            states: {
                readonly roomy: {};
                readonly full: {};
                readonly allocating: {};
                readonly incremental: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "tiler heap";
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
    readonly gem: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "get_pages";
        } | {
            type: "madvise_dontneed";
        } | {
            type: "madvise_willneed";
        } | {
            type: "purge";
        } | {
            type: "evict";
        }, {}, never, never, never, never, "unbacked" | "willneed" | "dontneed" | "lost" | "evicted" | "purged", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "gem_object";
            states: {
                readonly unbacked: {};
                readonly willneed: {};
                readonly dontneed: {};
                readonly evicted: {};
                readonly purged: {};
                readonly lost: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "objects";
        readonly title: "GEM object";
    };
    readonly address: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "map";
        } | {
            type: "unmap";
        } | {
            type: "give_away";
        }, {}, never, never, never, never, "none" | "kept" | "mapped" | "given_away", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "gem_address";
            states: {
                readonly none: {};
                readonly mapped: {};
                readonly kept: {};
                readonly given_away: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "objects";
        readonly title: "GPU address of object";
    };
    readonly use: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "start";
        } | {
            type: "end";
        } | {
            type: "pages_gone";
        }, {}, never, never, never, never, "idle" | "running" | "astray", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "gem_use";
            states: {
                readonly idle: {};
                readonly running: {};
                readonly astray: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "objects";
        readonly title: "GPU use of object";
    };
    readonly vmap: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "get_vaddr";
        } | {
            type: "put_vaddr";
        } | {
            type: "vunmap";
        }, {}, never, never, never, never, "none" | "used" | "unused" | "torn", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "gem_vmap";
            states: {
                readonly none: {};
                readonly used: {};
                readonly unused: {};
                readonly torn: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "objects";
        readonly title: "kernel mapping of object";
    };
    readonly objectLock: {
        readonly of: ({ reclaimers }: {
            readonly reclaimers?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly family: "objects";
        readonly title: "lock of object";
    };
    readonly shrink: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "enter";
        } | {
            type: "take_lists";
        } | {
            type: "freed";
        } | {
            type: "nothing";
        } | {
            type: "stop";
        } | {
            type: "again";
        } | {
            type: "leave";
        } | {
            type: "return";
        }, {}, never, never, never, never, "nothing" | "entered" | "freed" | "outside" | "scanning" | "left", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "shrink_scan";
            states: {
                readonly outside: {};
                readonly entered: {};
                readonly scanning: {};
                readonly freed: {};
                readonly nothing: {};
                readonly left: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "reclaimers";
        readonly title: "shrinker in thread";
    };
    readonly submitShrink: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "enter";
        } | {
            type: "take_lists";
        } | {
            type: "freed";
        } | {
            type: "nothing";
        } | {
            type: "stop";
        } | {
            type: "again";
        } | {
            type: "leave";
        } | {
            type: "return";
        }, {}, never, never, never, never, "nothing" | "entered" | "freed" | "outside" | "scanning" | "left", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "shrink_scan";
            states: {
                readonly outside: {};
                readonly entered: {};
                readonly scanning: {};
                readonly freed: {};
                readonly nothing: {};
                readonly left: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "shrinker in the submit";
    };
    readonly submit: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "begin";
        } | {
            type: "lock";
        } | {
            type: "alloc";
        } | {
            type: "pages";
        } | {
            type: "take_lists";
        } | {
            type: "end";
        } | {
            type: "pages_gone";
        }, {}, never, never, never, never, "idle" | "allocating" | "locked" | "wants" | "robbed" | "backed" | "listing", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "gem_submit";
            states: {
                readonly idle: {};
                readonly wants: {};
                readonly locked: {};
                readonly allocating: {};
                readonly backed: {};
                readonly listing: {};
                readonly robbed: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "submit";
    };
    readonly lists: {
        readonly of: ({ reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
        readonly title: "mm_lock";
    };
}>;
export declare const heapShrinks: Clause;
export declare const quietShrinker: Clause;
export declare const coreShrinks: import("../../src/system/vocabulary.ts").Row<{
    readonly alloc: {
        readonly of: typeof import("../index.ts").allocation;
        readonly family: "faulting";
        readonly title: "allocation";
    };
    readonly submitRound: {
        readonly of: import("../lifecycles/named.ts").Named<"after" | "before" | "inside", "again" | "enter" | "leave">;
        readonly family: "fenced";
        readonly title: "allocation of the submit";
    };
    readonly repairRound: {
        readonly of: import("../lifecycles/named.ts").Named<"after" | "before" | "inside", "again" | "enter" | "leave">;
        readonly family: "faulting";
        readonly title: "reclaim for the repair";
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
    readonly gem: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "get_pages";
        } | {
            type: "madvise_dontneed";
        } | {
            type: "madvise_willneed";
        } | {
            type: "purge";
        } | {
            type: "evict";
        }, {}, never, never, never, never, "unbacked" | "willneed" | "dontneed" | "lost" | "evicted" | "purged", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "gem_object";
            states: {
                readonly unbacked: {};
                readonly willneed: {};
                readonly dontneed: {};
                readonly evicted: {};
                readonly purged: {};
                readonly lost: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "objects";
        readonly title: "GEM object";
    };
    readonly address: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "map";
        } | {
            type: "unmap";
        } | {
            type: "give_away";
        }, {}, never, never, never, never, "none" | "kept" | "mapped" | "given_away", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "gem_address";
            states: {
                readonly none: {};
                readonly mapped: {};
                readonly kept: {};
                readonly given_away: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "objects";
        readonly title: "GPU address of object";
    };
    readonly use: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "start";
        } | {
            type: "end";
        } | {
            type: "pages_gone";
        }, {}, never, never, never, never, "idle" | "running" | "astray", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "gem_use";
            states: {
                readonly idle: {};
                readonly running: {};
                readonly astray: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "objects";
        readonly title: "GPU use of object";
    };
    readonly vmap: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "get_vaddr";
        } | {
            type: "put_vaddr";
        } | {
            type: "vunmap";
        }, {}, never, never, never, never, "none" | "used" | "unused" | "torn", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "gem_vmap";
            states: {
                readonly none: {};
                readonly used: {};
                readonly unused: {};
                readonly torn: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "objects";
        readonly title: "kernel mapping of object";
    };
    readonly objectLock: {
        readonly of: ({ reclaimers }: {
            readonly reclaimers?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly family: "objects";
        readonly title: "lock of object";
    };
    readonly shrink: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "enter";
        } | {
            type: "take_lists";
        } | {
            type: "freed";
        } | {
            type: "nothing";
        } | {
            type: "stop";
        } | {
            type: "again";
        } | {
            type: "leave";
        } | {
            type: "return";
        }, {}, never, never, never, never, "nothing" | "entered" | "freed" | "outside" | "scanning" | "left", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "shrink_scan";
            states: {
                readonly outside: {};
                readonly entered: {};
                readonly scanning: {};
                readonly freed: {};
                readonly nothing: {};
                readonly left: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "reclaimers";
        readonly title: "shrinker in thread";
    };
    readonly submitShrink: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "enter";
        } | {
            type: "take_lists";
        } | {
            type: "freed";
        } | {
            type: "nothing";
        } | {
            type: "stop";
        } | {
            type: "again";
        } | {
            type: "leave";
        } | {
            type: "return";
        }, {}, never, never, never, never, "nothing" | "entered" | "freed" | "outside" | "scanning" | "left", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "shrink_scan";
            states: {
                readonly outside: {};
                readonly entered: {};
                readonly scanning: {};
                readonly freed: {};
                readonly nothing: {};
                readonly left: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "shrinker in the submit";
    };
    readonly submit: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "begin";
        } | {
            type: "lock";
        } | {
            type: "alloc";
        } | {
            type: "pages";
        } | {
            type: "take_lists";
        } | {
            type: "end";
        } | {
            type: "pages_gone";
        }, {}, never, never, never, never, "idle" | "allocating" | "locked" | "wants" | "robbed" | "backed" | "listing", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "gem_submit";
            states: {
                readonly idle: {};
                readonly wants: {};
                readonly locked: {};
                readonly allocating: {};
                readonly backed: {};
                readonly listing: {};
                readonly robbed: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "submit";
    };
    readonly lists: {
        readonly of: ({ reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
        readonly title: "mm_lock";
    };
}>;
/** How long it waits for a fence: as long as it takes, or not longer than it likes. */
export declare const shrinkerWaits: {
    readonly unbounded: Clause<{
        readonly alloc: {
            readonly of: typeof import("../index.ts").allocation;
            readonly family: "faulting";
            readonly title: "allocation";
        };
        readonly submitRound: {
            readonly of: import("../lifecycles/named.ts").Named<"after" | "before" | "inside", "again" | "enter" | "leave">;
            readonly family: "fenced";
            readonly title: "allocation of the submit";
        };
        readonly repairRound: {
            readonly of: import("../lifecycles/named.ts").Named<"after" | "before" | "inside", "again" | "enter" | "leave">;
            readonly family: "faulting";
            readonly title: "reclaim for the repair";
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
        readonly gem: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "get_pages";
            } | {
                type: "madvise_dontneed";
            } | {
                type: "madvise_willneed";
            } | {
                type: "purge";
            } | {
                type: "evict";
            }, {}, never, never, never, never, "unbacked" | "willneed" | "dontneed" | "lost" | "evicted" | "purged", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "gem_object";
                states: {
                    readonly unbacked: {};
                    readonly willneed: {};
                    readonly dontneed: {};
                    readonly evicted: {};
                    readonly purged: {};
                    readonly lost: {};
                };
            }, import("xstate").MetaObject>;
            readonly family: "objects";
            readonly title: "GEM object";
        };
        readonly address: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "map";
            } | {
                type: "unmap";
            } | {
                type: "give_away";
            }, {}, never, never, never, never, "none" | "kept" | "mapped" | "given_away", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "gem_address";
                states: {
                    readonly none: {};
                    readonly mapped: {};
                    readonly kept: {};
                    readonly given_away: {};
                };
            }, import("xstate").MetaObject>;
            readonly family: "objects";
            readonly title: "GPU address of object";
        };
        readonly use: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "start";
            } | {
                type: "end";
            } | {
                type: "pages_gone";
            }, {}, never, never, never, never, "idle" | "running" | "astray", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "gem_use";
                states: {
                    readonly idle: {};
                    readonly running: {};
                    readonly astray: {};
                };
            }, import("xstate").MetaObject>;
            readonly family: "objects";
            readonly title: "GPU use of object";
        };
        readonly vmap: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "get_vaddr";
            } | {
                type: "put_vaddr";
            } | {
                type: "vunmap";
            }, {}, never, never, never, never, "none" | "used" | "unused" | "torn", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "gem_vmap";
                states: {
                    readonly none: {};
                    readonly used: {};
                    readonly unused: {};
                    readonly torn: {};
                };
            }, import("xstate").MetaObject>;
            readonly family: "objects";
            readonly title: "kernel mapping of object";
        };
        readonly objectLock: {
            readonly of: ({ reclaimers }: {
                readonly reclaimers?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly family: "objects";
            readonly title: "lock of object";
        };
        readonly shrink: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "enter";
            } | {
                type: "take_lists";
            } | {
                type: "freed";
            } | {
                type: "nothing";
            } | {
                type: "stop";
            } | {
                type: "again";
            } | {
                type: "leave";
            } | {
                type: "return";
            }, {}, never, never, never, never, "nothing" | "entered" | "freed" | "outside" | "scanning" | "left", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "shrink_scan";
                states: {
                    readonly outside: {};
                    readonly entered: {};
                    readonly scanning: {};
                    readonly freed: {};
                    readonly nothing: {};
                    readonly left: {};
                };
            }, import("xstate").MetaObject>;
            readonly family: "reclaimers";
            readonly title: "shrinker in thread";
        };
        readonly submitShrink: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "enter";
            } | {
                type: "take_lists";
            } | {
                type: "freed";
            } | {
                type: "nothing";
            } | {
                type: "stop";
            } | {
                type: "again";
            } | {
                type: "leave";
            } | {
                type: "return";
            }, {}, never, never, never, never, "nothing" | "entered" | "freed" | "outside" | "scanning" | "left", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "shrink_scan";
                states: {
                    readonly outside: {};
                    readonly entered: {};
                    readonly scanning: {};
                    readonly freed: {};
                    readonly nothing: {};
                    readonly left: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "shrinker in the submit";
        };
        readonly submit: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "begin";
            } | {
                type: "lock";
            } | {
                type: "alloc";
            } | {
                type: "pages";
            } | {
                type: "take_lists";
            } | {
                type: "end";
            } | {
                type: "pages_gone";
            }, {}, never, never, never, never, "idle" | "allocating" | "locked" | "wants" | "robbed" | "backed" | "listing", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "gem_submit";
                states: {
                    readonly idle: {};
                    readonly wants: {};
                    readonly locked: {};
                    readonly allocating: {};
                    readonly backed: {};
                    readonly listing: {};
                    readonly robbed: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "submit";
        };
        readonly lists: {
            readonly of: ({ reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
            readonly title: "mm_lock";
        };
    }, string>;
    readonly gives_up: Clause<{
        readonly alloc: {
            readonly of: typeof import("../index.ts").allocation;
            readonly family: "faulting";
            readonly title: "allocation";
        };
        readonly submitRound: {
            readonly of: import("../lifecycles/named.ts").Named<"after" | "before" | "inside", "again" | "enter" | "leave">;
            readonly family: "fenced";
            readonly title: "allocation of the submit";
        };
        readonly repairRound: {
            readonly of: import("../lifecycles/named.ts").Named<"after" | "before" | "inside", "again" | "enter" | "leave">;
            readonly family: "faulting";
            readonly title: "reclaim for the repair";
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
        readonly gem: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "get_pages";
            } | {
                type: "madvise_dontneed";
            } | {
                type: "madvise_willneed";
            } | {
                type: "purge";
            } | {
                type: "evict";
            }, {}, never, never, never, never, "unbacked" | "willneed" | "dontneed" | "lost" | "evicted" | "purged", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "gem_object";
                states: {
                    readonly unbacked: {};
                    readonly willneed: {};
                    readonly dontneed: {};
                    readonly evicted: {};
                    readonly purged: {};
                    readonly lost: {};
                };
            }, import("xstate").MetaObject>;
            readonly family: "objects";
            readonly title: "GEM object";
        };
        readonly address: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "map";
            } | {
                type: "unmap";
            } | {
                type: "give_away";
            }, {}, never, never, never, never, "none" | "kept" | "mapped" | "given_away", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "gem_address";
                states: {
                    readonly none: {};
                    readonly mapped: {};
                    readonly kept: {};
                    readonly given_away: {};
                };
            }, import("xstate").MetaObject>;
            readonly family: "objects";
            readonly title: "GPU address of object";
        };
        readonly use: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "start";
            } | {
                type: "end";
            } | {
                type: "pages_gone";
            }, {}, never, never, never, never, "idle" | "running" | "astray", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "gem_use";
                states: {
                    readonly idle: {};
                    readonly running: {};
                    readonly astray: {};
                };
            }, import("xstate").MetaObject>;
            readonly family: "objects";
            readonly title: "GPU use of object";
        };
        readonly vmap: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "get_vaddr";
            } | {
                type: "put_vaddr";
            } | {
                type: "vunmap";
            }, {}, never, never, never, never, "none" | "used" | "unused" | "torn", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "gem_vmap";
                states: {
                    readonly none: {};
                    readonly used: {};
                    readonly unused: {};
                    readonly torn: {};
                };
            }, import("xstate").MetaObject>;
            readonly family: "objects";
            readonly title: "kernel mapping of object";
        };
        readonly objectLock: {
            readonly of: ({ reclaimers }: {
                readonly reclaimers?: number;
            }) => import("../lifecycles/slot.ts").Slot;
            readonly family: "objects";
            readonly title: "lock of object";
        };
        readonly shrink: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "enter";
            } | {
                type: "take_lists";
            } | {
                type: "freed";
            } | {
                type: "nothing";
            } | {
                type: "stop";
            } | {
                type: "again";
            } | {
                type: "leave";
            } | {
                type: "return";
            }, {}, never, never, never, never, "nothing" | "entered" | "freed" | "outside" | "scanning" | "left", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "shrink_scan";
                states: {
                    readonly outside: {};
                    readonly entered: {};
                    readonly scanning: {};
                    readonly freed: {};
                    readonly nothing: {};
                    readonly left: {};
                };
            }, import("xstate").MetaObject>;
            readonly family: "reclaimers";
            readonly title: "shrinker in thread";
        };
        readonly submitShrink: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "enter";
            } | {
                type: "take_lists";
            } | {
                type: "freed";
            } | {
                type: "nothing";
            } | {
                type: "stop";
            } | {
                type: "again";
            } | {
                type: "leave";
            } | {
                type: "return";
            }, {}, never, never, never, never, "nothing" | "entered" | "freed" | "outside" | "scanning" | "left", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "shrink_scan";
                states: {
                    readonly outside: {};
                    readonly entered: {};
                    readonly scanning: {};
                    readonly freed: {};
                    readonly nothing: {};
                    readonly left: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "shrinker in the submit";
        };
        readonly submit: {
            readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
                type: "begin";
            } | {
                type: "lock";
            } | {
                type: "alloc";
            } | {
                type: "pages";
            } | {
                type: "take_lists";
            } | {
                type: "end";
            } | {
                type: "pages_gone";
            }, {}, never, never, never, never, "idle" | "allocating" | "locked" | "wants" | "robbed" | "backed" | "listing", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
                id: "gem_submit";
                states: {
                    readonly idle: {};
                    readonly wants: {};
                    readonly locked: {};
                    readonly allocating: {};
                    readonly backed: {};
                    readonly listing: {};
                    readonly robbed: {};
                };
            }, import("xstate").MetaObject>;
            readonly title: "submit";
        };
        readonly lists: {
            readonly of: ({ reclaimers }: import("../lifecycles/memory-locks.ts").Threads) => import("../lifecycles/slot.ts").Slot;
            readonly title: "mm_lock";
        };
    }, string>;
};
/** A shrinker of the driver's own. */
export declare const shrinkerUse: Use;
