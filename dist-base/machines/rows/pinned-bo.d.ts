import { type Clause } from '../../src/system/vocabulary.ts';
/** Buffer objects and video memory with room for one of them. */
export declare const pinnedParts: {
    readonly bo: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "to_vram";
        } | {
            type: "to_tt";
        } | {
            type: "to_system";
        } | {
            type: "put";
        }, {}, never, never, never, never, "none" | "system" | "released" | "vram" | "tt", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "ttm_bo";
            states: {
                readonly none: {};
                readonly system: {};
                readonly tt: {};
                readonly vram: {};
                readonly released: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "bos";
        readonly title: "buffer object";
    };
    readonly pins: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "ttm_bo_pin";
        } | {
            type: "ttm_bo_unpin";
        } | {
            type: "moved";
        } | {
            type: "released";
        }, {}, never, never, never, never, "moved" | "zero" | "unbalanced" | "leaked" | {
            pinned: "one" | "two" | "three";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "pin_count";
            states: {
                readonly zero: {};
                readonly pinned: {
                    states: {
                        readonly one: {};
                        readonly two: {};
                        readonly three: {};
                    };
                };
                readonly unbalanced: {};
                readonly moved: {};
                readonly leaked: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "bos";
        readonly title: "pin count of object";
    };
    readonly validate: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "want_vram";
        } | {
            type: "want_system";
        } | {
            type: "return_0";
        } | {
            type: "return_EINVAL";
        } | {
            type: "return_ENOMEM";
        }, {}, never, never, never, never, "idle" | {
            wants: "system" | "vram";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "ttm_bo_validate";
            states: {
                readonly idle: {};
                readonly wants: {
                    states: {
                        readonly vram: {};
                        readonly system: {};
                    };
                };
            };
        }, import("xstate").MetaObject>;
        readonly family: "bos";
        readonly title: "validation of object";
    };
    readonly evict: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "choose";
        } | {
            type: "move";
        }, {}, never, never, never, never, "none" | "chosen", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "eviction";
            states: {
                readonly none: {};
                readonly chosen: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "bos";
        readonly title: "eviction of object";
    };
    readonly boResv: {
        readonly of: (_: {
            readonly bos?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly family: "bos";
        readonly title: "reservation of object";
    };
    readonly vram: {
        readonly of: (sizes: {
            readonly bos?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly title: "video memory";
    };
    readonly turn: {
        readonly of: (sizes: {
            readonly bos?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly title: "room that was made";
    };
    readonly domain: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "fill";
        }, {}, never, never, never, never, "open" | "busy", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "eviction_domain";
            states: {
                readonly open: {};
                readonly busy: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "eviction domain";
    };
};
export declare const pinnedBo: import("../../src/system/vocabulary.ts").Row<{
    readonly bo: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "to_vram";
        } | {
            type: "to_tt";
        } | {
            type: "to_system";
        } | {
            type: "put";
        }, {}, never, never, never, never, "none" | "system" | "released" | "vram" | "tt", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "ttm_bo";
            states: {
                readonly none: {};
                readonly system: {};
                readonly tt: {};
                readonly vram: {};
                readonly released: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "bos";
        readonly title: "buffer object";
    };
    readonly pins: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "ttm_bo_pin";
        } | {
            type: "ttm_bo_unpin";
        } | {
            type: "moved";
        } | {
            type: "released";
        }, {}, never, never, never, never, "moved" | "zero" | "unbalanced" | "leaked" | {
            pinned: "one" | "two" | "three";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "pin_count";
            states: {
                readonly zero: {};
                readonly pinned: {
                    states: {
                        readonly one: {};
                        readonly two: {};
                        readonly three: {};
                    };
                };
                readonly unbalanced: {};
                readonly moved: {};
                readonly leaked: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "bos";
        readonly title: "pin count of object";
    };
    readonly validate: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "want_vram";
        } | {
            type: "want_system";
        } | {
            type: "return_0";
        } | {
            type: "return_EINVAL";
        } | {
            type: "return_ENOMEM";
        }, {}, never, never, never, never, "idle" | {
            wants: "system" | "vram";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "ttm_bo_validate";
            states: {
                readonly idle: {};
                readonly wants: {
                    states: {
                        readonly vram: {};
                        readonly system: {};
                    };
                };
            };
        }, import("xstate").MetaObject>;
        readonly family: "bos";
        readonly title: "validation of object";
    };
    readonly evict: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "choose";
        } | {
            type: "move";
        }, {}, never, never, never, never, "none" | "chosen", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "eviction";
            states: {
                readonly none: {};
                readonly chosen: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "bos";
        readonly title: "eviction of object";
    };
    readonly boResv: {
        readonly of: (_: {
            readonly bos?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly family: "bos";
        readonly title: "reservation of object";
    };
    readonly vram: {
        readonly of: (sizes: {
            readonly bos?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly title: "video memory";
    };
    readonly turn: {
        readonly of: (sizes: {
            readonly bos?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly title: "room that was made";
    };
    readonly domain: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "fill";
        }, {}, never, never, never, never, "open" | "busy", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "eviction_domain";
            states: {
                readonly open: {};
                readonly busy: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "eviction domain";
    };
}>;
export declare const pinnedLaws: {
    readonly 'eviction-skips-pinned': Clause;
    readonly 'pin-holds-resv': Clause;
    readonly 'validate-leaves-pinned': Clause;
    readonly 'unpin-what-is-pinned': Clause;
    readonly 'unpin-before-put': Clause;
    readonly 'evictor-gets-the-room': Clause;
};
export declare const pinnedFaults: {
    readonly 'waits-for-room': Clause;
    readonly 'waits-where-pinned': Clause;
    readonly 'waits-for-the-domain': Clause;
};
export declare const moveFence: import("../../src/system/vocabulary.ts").Row<{
    readonly moveFence: {
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
        readonly title: "fence of the last move";
    };
    readonly bo: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "to_vram";
        } | {
            type: "to_tt";
        } | {
            type: "to_system";
        } | {
            type: "put";
        }, {}, never, never, never, never, "none" | "system" | "released" | "vram" | "tt", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "ttm_bo";
            states: {
                readonly none: {};
                readonly system: {};
                readonly tt: {};
                readonly vram: {};
                readonly released: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "bos";
        readonly title: "buffer object";
    };
    readonly pins: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "ttm_bo_pin";
        } | {
            type: "ttm_bo_unpin";
        } | {
            type: "moved";
        } | {
            type: "released";
        }, {}, never, never, never, never, "moved" | "zero" | "unbalanced" | "leaked" | {
            pinned: "one" | "two" | "three";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "pin_count";
            states: {
                readonly zero: {};
                readonly pinned: {
                    states: {
                        readonly one: {};
                        readonly two: {};
                        readonly three: {};
                    };
                };
                readonly unbalanced: {};
                readonly moved: {};
                readonly leaked: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "bos";
        readonly title: "pin count of object";
    };
    readonly validate: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "want_vram";
        } | {
            type: "want_system";
        } | {
            type: "return_0";
        } | {
            type: "return_EINVAL";
        } | {
            type: "return_ENOMEM";
        }, {}, never, never, never, never, "idle" | {
            wants: "system" | "vram";
        }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "ttm_bo_validate";
            states: {
                readonly idle: {};
                readonly wants: {
                    states: {
                        readonly vram: {};
                        readonly system: {};
                    };
                };
            };
        }, import("xstate").MetaObject>;
        readonly family: "bos";
        readonly title: "validation of object";
    };
    readonly evict: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "choose";
        } | {
            type: "move";
        }, {}, never, never, never, never, "none" | "chosen", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "eviction";
            states: {
                readonly none: {};
                readonly chosen: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "bos";
        readonly title: "eviction of object";
    };
    readonly boResv: {
        readonly of: (_: {
            readonly bos?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly family: "bos";
        readonly title: "reservation of object";
    };
    readonly vram: {
        readonly of: (sizes: {
            readonly bos?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly title: "video memory";
    };
    readonly turn: {
        readonly of: (sizes: {
            readonly bos?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly title: "room that was made";
    };
    readonly domain: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "fill";
        }, {}, never, never, never, never, "open" | "busy", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "eviction_domain";
            states: {
                readonly open: {};
                readonly busy: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "eviction domain";
    };
}>;
export declare const waitsForGpu: Clause;
export declare const ttmReserve: import("../../src/system/vocabulary.ts").Row<{
    readonly thread: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "begin";
        } | {
            type: "busy";
        } | {
            type: "first";
        } | {
            type: "second";
        } | {
            type: "again";
        } | {
            type: "back_off";
        } | {
            type: "interrupt";
        } | {
            type: "unreserve";
        }, {}, never, never, never, never, "done" | "idle" | "has_both" | "wants_first" | "has_one", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "ttm_bo_reserve";
            states: {
                readonly idle: {};
                readonly wants_first: {};
                readonly has_one: {};
                readonly has_both: {};
                readonly done: {};
            };
        }, import("xstate").MetaObject>;
        readonly family: "bos";
        readonly title: "thread";
    };
    readonly boResv: {
        readonly of: (_: {
            readonly bos?: number;
        }) => import("../lifecycles/slot.ts").Slot;
        readonly family: "bos";
        readonly title: "reservation of object";
    };
}>;
export declare const noBackOff: Clause;
export declare const keepsWhatItHas: Clause;
