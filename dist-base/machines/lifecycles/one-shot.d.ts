/** Something that may happen once: a reset in the middle of a run. */
export declare const oneShot: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "spend";
}, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "one_shot";
    states: {
        readonly possible: {};
        readonly spent: {};
    };
}, import("xstate").MetaObject>;
