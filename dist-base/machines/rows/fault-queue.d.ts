import { type Clause } from '../../src/system/vocabulary.ts';
/** Faults from the interrupt to the answer, each with the work that it holds up, and one worker. */
export declare const faultQueueParts: {
    readonly entry: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
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
        readonly family: "faults";
        readonly title: "fault";
    };
    readonly wave: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
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
        readonly family: "faults";
        readonly title: "work";
    };
    readonly room: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
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
        readonly title: "fault queue";
    };
    readonly reset: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "spend";
        }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "one_shot";
            states: {
                readonly possible: {};
                readonly spent: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "reset";
    };
};
export declare const faultQueue: import("../../src/system/vocabulary.ts").Row<{
    readonly entry: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
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
        readonly family: "faults";
        readonly title: "fault";
    };
    readonly wave: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
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
        readonly family: "faults";
        readonly title: "work";
    };
    readonly room: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
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
        readonly title: "fault queue";
    };
    readonly reset: {
        readonly of: import("xstate").StateMachine<import("xstate").MachineContext, {
            type: "spend";
        }, {}, never, never, never, never, "possible" | "spent", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
            id: "one_shot";
            states: {
                readonly possible: {};
                readonly spent: {};
            };
        }, import("xstate").MetaObject>;
        readonly title: "reset";
    };
}>;
export declare const faultQueueFaults: {
    readonly 'too-small': Clause;
    readonly 'error-unanswered': Clause;
    readonly 'answers-squashed': Clause;
    readonly 'insists-on-device-memory': Clause;
    readonly 'retries-for-ever': Clause;
};
