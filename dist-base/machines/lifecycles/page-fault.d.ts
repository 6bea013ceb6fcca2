/**
 * A recoverable GPU page fault, from the hardware's message to the answer.
 * Rule: every fault that is taken from the queue is answered, with an error if it must be.
 * Source: drivers/gpu/drm/xe/xe_pagefault.c (xe_pagefault_queue_work, xe_pagefault_service), v7.0.
 */
export declare const pageFault: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "raise";
} | {
    type: "service";
} | {
    type: "fill";
} | {
    type: "map";
} | {
    type: "ack";
} | {
    type: "nack";
} | {
    type: "squash";
}, {}, never, never, never, never, "none" | "received" | {
    servicing: "allocating" | "copying" | "binding";
}, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "page_fault";
    states: {
        readonly none: {};
        readonly received: {};
        readonly servicing: {
            states: {
                readonly allocating: {};
                readonly copying: {};
                readonly binding: {};
            };
        };
    };
}, import("xstate").MetaObject>;
