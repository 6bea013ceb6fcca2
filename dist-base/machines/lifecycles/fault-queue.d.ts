/**
 * One entry of the fault queue, with the way of its repair.
 * Rule: what is taken from the queue is answered, also with an error; what a reset has squashed is not.
 * Source: drivers/gpu/drm/xe/xe_pagefault.c (xe_pagefault_handler, xe_pagefault_queue_work, xe_pagefault_service, xe_pagefault_reset), v7.0.
 */
export declare const faultEntry: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "raise";
} | {
    type: "enqueue";
} | {
    type: "refuse";
} | {
    type: "service";
} | {
    type: "cpu_mirror";
} | {
    type: "bo";
} | {
    type: "userptr";
} | {
    type: "migrated";
} | {
    type: "migrate_fails";
} | {
    type: "got_pages";
} | {
    type: "again";
} | {
    type: "validated";
} | {
    type: "repinned";
} | {
    type: "bound";
} | {
    type: "ack";
} | {
    type: "nack";
} | {
    type: "squash";
} | {
    type: "drop";
} | {
    type: "forget";
}, {}, never, never, never, never, "none" | "queued" | "received" | "refused" | "squashed" | "forgotten" | {
    servicing: "binding" | "validating" | "bound" | "lookup" | "migrating" | "repinning" | "getting_pages";
}, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "fault_entry";
    states: {
        readonly none: {};
        readonly received: {};
        readonly refused: {};
        readonly queued: {};
        readonly squashed: {};
        readonly servicing: {
            states: {
                readonly lookup: {};
                readonly migrating: {};
                readonly getting_pages: {};
                readonly repinning: {};
                readonly validating: {};
                readonly binding: {};
                readonly bound: {};
            };
        };
        readonly forgotten: {};
    };
}, import("xstate").MetaObject>;
/**
 * The work that a fault holds up.
 * Source: Documentation/driver-api/dma-buf.rst, "Recoverable Hardware Page Faults Implications".
 */
export declare const wave: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "fault";
} | {
    type: "acked";
} | {
    type: "nacked";
} | {
    type: "reset";
} | {
    type: "acked_void";
}, {}, never, never, never, never, "running" | "ended" | "stalled" | "misled", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "wave";
    states: {
        readonly running: {};
        readonly stalled: {};
        readonly ended: {};
        readonly misled: {};
    };
}, import("xstate").MetaObject>;
/**
 * How full the fault queue is, up to two entries.
 * Rule: it has room for a fault of everything that can fault.
 * Source: drivers/gpu/drm/xe/xe_pagefault.c (xe_pagefault_queue_init: (EUs + engines) * 8, a power of two), v7.0.
 */
export declare const faultRoom: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "put";
} | {
    type: "take";
}, {}, never, never, never, never, "one" | "two" | "empty", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "fault_room";
    states: {
        readonly empty: {};
        readonly one: {};
        readonly two: {};
    };
}, import("xstate").MetaObject>;
