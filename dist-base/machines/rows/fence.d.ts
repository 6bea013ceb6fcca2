import { type Kernel } from '../lifecycles/dma-fence-in-full.ts';
/** One fence in full: who adds callbacks, who waits, who signals, and what they step on if they are not careful. */
export declare const fenceParts: (kernel: Kernel) => {
    readonly fence: {
        readonly of: import("../lifecycles/dma-fence-in-full.ts").FullFence;
    };
    readonly union: {
        readonly of: import("../lifecycles/named.ts").Named<"cb_list" | "timestamp" | "rcu" | "corrupt", "add" | "free" | "stamp">;
        readonly title: "union of cb_list and timestamp";
    };
    readonly cb: {
        readonly of: import("../lifecycles/named.ts").Named<"queued" | "called" | "unused" | "looking" | "refused" | "spliced" | "removed" | "picked" | "used_after_free", "splice" | "run" | "look" | "dma_fence_add_callback" | "dma_fence_add_callback=-ENOENT" | "dma_fence_remove_callback=true" | "pick" | "dma_fence_remove_callback=false">;
        readonly family: "callbacks";
        readonly title: "callback";
    };
    readonly signaler: {
        readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "walking" | "tested", "end" | "begin" | "test" | "lose">;
        readonly family: "signalers";
        readonly title: "call of dma_fence_signal";
    };
    readonly waiter: {
        readonly of: import("../lifecycles/named.ts").Named<"running" | "waiting" | "returned" | "interrupted" | "timed_out", "timeout" | "wait" | "again" | "woken" | "wait=1" | "wait=0" | "interrupt">;
        readonly title: "waiting thread";
    };
    readonly handler: {
        readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "decided", "give_up" | "set_error" | "decide">;
        readonly title: "reset handler";
    };
    readonly deadline: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "set", "dma_fence_set_deadline">;
    };
    readonly warning: {
        readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
        readonly title: "WARN";
    };
};
/** @param kernel whose answers it gives */
export declare function fenceRow(kernel?: Kernel): {
    row: import("../../src/system/vocabulary.ts").Row<{
        readonly fence: {
            readonly of: import("../lifecycles/dma-fence-in-full.ts").FullFence;
        };
        readonly union: {
            readonly of: import("../lifecycles/named.ts").Named<"cb_list" | "timestamp" | "rcu" | "corrupt", "add" | "free" | "stamp">;
            readonly title: "union of cb_list and timestamp";
        };
        readonly cb: {
            readonly of: import("../lifecycles/named.ts").Named<"queued" | "called" | "unused" | "looking" | "refused" | "spliced" | "removed" | "picked" | "used_after_free", "splice" | "run" | "look" | "dma_fence_add_callback" | "dma_fence_add_callback=-ENOENT" | "dma_fence_remove_callback=true" | "pick" | "dma_fence_remove_callback=false">;
            readonly family: "callbacks";
            readonly title: "callback";
        };
        readonly signaler: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "walking" | "tested", "end" | "begin" | "test" | "lose">;
            readonly family: "signalers";
            readonly title: "call of dma_fence_signal";
        };
        readonly waiter: {
            readonly of: import("../lifecycles/named.ts").Named<"running" | "waiting" | "returned" | "interrupted" | "timed_out", "timeout" | "wait" | "again" | "woken" | "wait=1" | "wait=0" | "interrupt">;
            readonly title: "waiting thread";
        };
        readonly handler: {
            readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "decided", "give_up" | "set_error" | "decide">;
            readonly title: "reset handler";
        };
        readonly deadline: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "set", "dma_fence_set_deadline">;
        };
        readonly warning: {
            readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
            readonly title: "WARN";
        };
    }>;
    clauses: {
        readonly signalOnce: import("../../src/system/vocabulary.ts").Clause<{
            readonly fence: {
                readonly of: import("../lifecycles/dma-fence-in-full.ts").FullFence;
            };
            readonly union: {
                readonly of: import("../lifecycles/named.ts").Named<"cb_list" | "timestamp" | "rcu" | "corrupt", "add" | "free" | "stamp">;
                readonly title: "union of cb_list and timestamp";
            };
            readonly cb: {
                readonly of: import("../lifecycles/named.ts").Named<"queued" | "called" | "unused" | "looking" | "refused" | "spliced" | "removed" | "picked" | "used_after_free", "splice" | "run" | "look" | "dma_fence_add_callback" | "dma_fence_add_callback=-ENOENT" | "dma_fence_remove_callback=true" | "pick" | "dma_fence_remove_callback=false">;
                readonly family: "callbacks";
                readonly title: "callback";
            };
            readonly signaler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "walking" | "tested", "end" | "begin" | "test" | "lose">;
                readonly family: "signalers";
                readonly title: "call of dma_fence_signal";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"running" | "waiting" | "returned" | "interrupted" | "timed_out", "timeout" | "wait" | "again" | "woken" | "wait=1" | "wait=0" | "interrupt">;
                readonly title: "waiting thread";
            };
            readonly handler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "decided", "give_up" | "set_error" | "decide">;
                readonly title: "reset handler";
            };
            readonly deadline: {
                readonly of: import("../lifecycles/named.ts").Named<"none" | "set", "dma_fence_set_deadline">;
            };
            readonly warning: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "WARN";
            };
        }, "test" | "publish" | "signal" | "release" | "release_early" | "wait" | "look" | "enable_signaling" | "wait_signaled" | "wait_ends" | "pick" | "add_callback" | "init" | "enable_signaling_finds_done" | "refuse_callback" | "add_looked" | "remove_callback" | "remove_callback_late" | "signal_again" | "signal_tested" | "opportunistic_signal" | "run_callback" | "signal_ends" | "wait_no_time" | "wait_times_out" | "wait_again" | "handler_decides" | "handler_sets_error" | "handler_sets_error_late" | "handler_gives_up" | "set_deadline">;
        readonly checkedUnderLock: import("../../src/system/vocabulary.ts").Clause<{
            readonly fence: {
                readonly of: import("../lifecycles/dma-fence-in-full.ts").FullFence;
            };
            readonly union: {
                readonly of: import("../lifecycles/named.ts").Named<"cb_list" | "timestamp" | "rcu" | "corrupt", "add" | "free" | "stamp">;
                readonly title: "union of cb_list and timestamp";
            };
            readonly cb: {
                readonly of: import("../lifecycles/named.ts").Named<"queued" | "called" | "unused" | "looking" | "refused" | "spliced" | "removed" | "picked" | "used_after_free", "splice" | "run" | "look" | "dma_fence_add_callback" | "dma_fence_add_callback=-ENOENT" | "dma_fence_remove_callback=true" | "pick" | "dma_fence_remove_callback=false">;
                readonly family: "callbacks";
                readonly title: "callback";
            };
            readonly signaler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "walking" | "tested", "end" | "begin" | "test" | "lose">;
                readonly family: "signalers";
                readonly title: "call of dma_fence_signal";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"running" | "waiting" | "returned" | "interrupted" | "timed_out", "timeout" | "wait" | "again" | "woken" | "wait=1" | "wait=0" | "interrupt">;
                readonly title: "waiting thread";
            };
            readonly handler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "decided", "give_up" | "set_error" | "decide">;
                readonly title: "reset handler";
            };
            readonly deadline: {
                readonly of: import("../lifecycles/named.ts").Named<"none" | "set", "dma_fence_set_deadline">;
            };
            readonly warning: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "WARN";
            };
        }, "test" | "publish" | "signal" | "release" | "release_early" | "wait" | "look" | "enable_signaling" | "wait_signaled" | "wait_ends" | "pick" | "add_callback" | "init" | "enable_signaling_finds_done" | "refuse_callback" | "add_looked" | "remove_callback" | "remove_callback_late" | "signal_again" | "signal_tested" | "opportunistic_signal" | "run_callback" | "signal_ends" | "wait_no_time" | "wait_times_out" | "wait_again" | "handler_decides" | "handler_sets_error" | "handler_sets_error_late" | "handler_gives_up" | "set_deadline">;
        readonly removedUnderLock: import("../../src/system/vocabulary.ts").Clause<{
            readonly fence: {
                readonly of: import("../lifecycles/dma-fence-in-full.ts").FullFence;
            };
            readonly union: {
                readonly of: import("../lifecycles/named.ts").Named<"cb_list" | "timestamp" | "rcu" | "corrupt", "add" | "free" | "stamp">;
                readonly title: "union of cb_list and timestamp";
            };
            readonly cb: {
                readonly of: import("../lifecycles/named.ts").Named<"queued" | "called" | "unused" | "looking" | "refused" | "spliced" | "removed" | "picked" | "used_after_free", "splice" | "run" | "look" | "dma_fence_add_callback" | "dma_fence_add_callback=-ENOENT" | "dma_fence_remove_callback=true" | "pick" | "dma_fence_remove_callback=false">;
                readonly family: "callbacks";
                readonly title: "callback";
            };
            readonly signaler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "walking" | "tested", "end" | "begin" | "test" | "lose">;
                readonly family: "signalers";
                readonly title: "call of dma_fence_signal";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"running" | "waiting" | "returned" | "interrupted" | "timed_out", "timeout" | "wait" | "again" | "woken" | "wait=1" | "wait=0" | "interrupt">;
                readonly title: "waiting thread";
            };
            readonly handler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "decided", "give_up" | "set_error" | "decide">;
                readonly title: "reset handler";
            };
            readonly deadline: {
                readonly of: import("../lifecycles/named.ts").Named<"none" | "set", "dma_fence_set_deadline">;
            };
            readonly warning: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "WARN";
            };
        }, "test" | "publish" | "signal" | "release" | "release_early" | "wait" | "look" | "enable_signaling" | "wait_signaled" | "wait_ends" | "pick" | "add_callback" | "init" | "enable_signaling_finds_done" | "refuse_callback" | "add_looked" | "remove_callback" | "remove_callback_late" | "signal_again" | "signal_tested" | "opportunistic_signal" | "run_callback" | "signal_ends" | "wait_no_time" | "wait_times_out" | "wait_again" | "handler_decides" | "handler_sets_error" | "handler_sets_error_late" | "handler_gives_up" | "set_deadline">;
        readonly errorBeforeSignal: import("../../src/system/vocabulary.ts").Clause<{
            readonly fence: {
                readonly of: import("../lifecycles/dma-fence-in-full.ts").FullFence;
            };
            readonly union: {
                readonly of: import("../lifecycles/named.ts").Named<"cb_list" | "timestamp" | "rcu" | "corrupt", "add" | "free" | "stamp">;
                readonly title: "union of cb_list and timestamp";
            };
            readonly cb: {
                readonly of: import("../lifecycles/named.ts").Named<"queued" | "called" | "unused" | "looking" | "refused" | "spliced" | "removed" | "picked" | "used_after_free", "splice" | "run" | "look" | "dma_fence_add_callback" | "dma_fence_add_callback=-ENOENT" | "dma_fence_remove_callback=true" | "pick" | "dma_fence_remove_callback=false">;
                readonly family: "callbacks";
                readonly title: "callback";
            };
            readonly signaler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "walking" | "tested", "end" | "begin" | "test" | "lose">;
                readonly family: "signalers";
                readonly title: "call of dma_fence_signal";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"running" | "waiting" | "returned" | "interrupted" | "timed_out", "timeout" | "wait" | "again" | "woken" | "wait=1" | "wait=0" | "interrupt">;
                readonly title: "waiting thread";
            };
            readonly handler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "decided", "give_up" | "set_error" | "decide">;
                readonly title: "reset handler";
            };
            readonly deadline: {
                readonly of: import("../lifecycles/named.ts").Named<"none" | "set", "dma_fence_set_deadline">;
            };
            readonly warning: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "WARN";
            };
        }, "test" | "publish" | "signal" | "release" | "release_early" | "wait" | "look" | "enable_signaling" | "wait_signaled" | "wait_ends" | "pick" | "add_callback" | "init" | "enable_signaling_finds_done" | "refuse_callback" | "add_looked" | "remove_callback" | "remove_callback_late" | "signal_again" | "signal_tested" | "opportunistic_signal" | "run_callback" | "signal_ends" | "wait_no_time" | "wait_times_out" | "wait_again" | "handler_decides" | "handler_sets_error" | "handler_sets_error_late" | "handler_gives_up" | "set_deadline">;
        readonly creatorKeepsReference: import("../../src/system/vocabulary.ts").Clause<{
            readonly fence: {
                readonly of: import("../lifecycles/dma-fence-in-full.ts").FullFence;
            };
            readonly union: {
                readonly of: import("../lifecycles/named.ts").Named<"cb_list" | "timestamp" | "rcu" | "corrupt", "add" | "free" | "stamp">;
                readonly title: "union of cb_list and timestamp";
            };
            readonly cb: {
                readonly of: import("../lifecycles/named.ts").Named<"queued" | "called" | "unused" | "looking" | "refused" | "spliced" | "removed" | "picked" | "used_after_free", "splice" | "run" | "look" | "dma_fence_add_callback" | "dma_fence_add_callback=-ENOENT" | "dma_fence_remove_callback=true" | "pick" | "dma_fence_remove_callback=false">;
                readonly family: "callbacks";
                readonly title: "callback";
            };
            readonly signaler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "walking" | "tested", "end" | "begin" | "test" | "lose">;
                readonly family: "signalers";
                readonly title: "call of dma_fence_signal";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"running" | "waiting" | "returned" | "interrupted" | "timed_out", "timeout" | "wait" | "again" | "woken" | "wait=1" | "wait=0" | "interrupt">;
                readonly title: "waiting thread";
            };
            readonly handler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "decided", "give_up" | "set_error" | "decide">;
                readonly title: "reset handler";
            };
            readonly deadline: {
                readonly of: import("../lifecycles/named.ts").Named<"none" | "set", "dma_fence_set_deadline">;
            };
            readonly warning: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "WARN";
            };
        }, "test" | "publish" | "signal" | "release" | "release_early" | "wait" | "look" | "enable_signaling" | "wait_signaled" | "wait_ends" | "pick" | "add_callback" | "init" | "enable_signaling_finds_done" | "refuse_callback" | "add_looked" | "remove_callback" | "remove_callback_late" | "signal_again" | "signal_tested" | "opportunistic_signal" | "run_callback" | "signal_ends" | "wait_no_time" | "wait_times_out" | "wait_again" | "handler_decides" | "handler_sets_error" | "handler_sets_error_late" | "handler_gives_up" | "set_deadline">;
        readonly needsDeadline: import("../../src/system/vocabulary.ts").Clause<{
            readonly fence: {
                readonly of: import("../lifecycles/dma-fence-in-full.ts").FullFence;
            };
            readonly union: {
                readonly of: import("../lifecycles/named.ts").Named<"cb_list" | "timestamp" | "rcu" | "corrupt", "add" | "free" | "stamp">;
                readonly title: "union of cb_list and timestamp";
            };
            readonly cb: {
                readonly of: import("../lifecycles/named.ts").Named<"queued" | "called" | "unused" | "looking" | "refused" | "spliced" | "removed" | "picked" | "used_after_free", "splice" | "run" | "look" | "dma_fence_add_callback" | "dma_fence_add_callback=-ENOENT" | "dma_fence_remove_callback=true" | "pick" | "dma_fence_remove_callback=false">;
                readonly family: "callbacks";
                readonly title: "callback";
            };
            readonly signaler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "walking" | "tested", "end" | "begin" | "test" | "lose">;
                readonly family: "signalers";
                readonly title: "call of dma_fence_signal";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"running" | "waiting" | "returned" | "interrupted" | "timed_out", "timeout" | "wait" | "again" | "woken" | "wait=1" | "wait=0" | "interrupt">;
                readonly title: "waiting thread";
            };
            readonly handler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "decided", "give_up" | "set_error" | "decide">;
                readonly title: "reset handler";
            };
            readonly deadline: {
                readonly of: import("../lifecycles/named.ts").Named<"none" | "set", "dma_fence_set_deadline">;
            };
            readonly warning: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "WARN";
            };
        }, "test" | "publish" | "signal" | "release" | "release_early" | "wait" | "look" | "enable_signaling" | "wait_signaled" | "wait_ends" | "pick" | "add_callback" | "init" | "enable_signaling_finds_done" | "refuse_callback" | "add_looked" | "remove_callback" | "remove_callback_late" | "signal_again" | "signal_tested" | "opportunistic_signal" | "run_callback" | "signal_ends" | "wait_no_time" | "wait_times_out" | "wait_again" | "handler_decides" | "handler_sets_error" | "handler_sets_error_late" | "handler_gives_up" | "set_deadline">;
        readonly onlyWhenEnabled: import("../../src/system/vocabulary.ts").Clause<{
            readonly fence: {
                readonly of: import("../lifecycles/dma-fence-in-full.ts").FullFence;
            };
            readonly union: {
                readonly of: import("../lifecycles/named.ts").Named<"cb_list" | "timestamp" | "rcu" | "corrupt", "add" | "free" | "stamp">;
                readonly title: "union of cb_list and timestamp";
            };
            readonly cb: {
                readonly of: import("../lifecycles/named.ts").Named<"queued" | "called" | "unused" | "looking" | "refused" | "spliced" | "removed" | "picked" | "used_after_free", "splice" | "run" | "look" | "dma_fence_add_callback" | "dma_fence_add_callback=-ENOENT" | "dma_fence_remove_callback=true" | "pick" | "dma_fence_remove_callback=false">;
                readonly family: "callbacks";
                readonly title: "callback";
            };
            readonly signaler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "walking" | "tested", "end" | "begin" | "test" | "lose">;
                readonly family: "signalers";
                readonly title: "call of dma_fence_signal";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"running" | "waiting" | "returned" | "interrupted" | "timed_out", "timeout" | "wait" | "again" | "woken" | "wait=1" | "wait=0" | "interrupt">;
                readonly title: "waiting thread";
            };
            readonly handler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "decided", "give_up" | "set_error" | "decide">;
                readonly title: "reset handler";
            };
            readonly deadline: {
                readonly of: import("../lifecycles/named.ts").Named<"none" | "set", "dma_fence_set_deadline">;
            };
            readonly warning: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "WARN";
            };
        }, "test" | "publish" | "signal" | "release" | "release_early" | "wait" | "look" | "enable_signaling" | "wait_signaled" | "wait_ends" | "pick" | "add_callback" | "init" | "enable_signaling_finds_done" | "refuse_callback" | "add_looked" | "remove_callback" | "remove_callback_late" | "signal_again" | "signal_tested" | "opportunistic_signal" | "run_callback" | "signal_ends" | "wait_no_time" | "wait_times_out" | "wait_again" | "handler_decides" | "handler_sets_error" | "handler_sets_error_late" | "handler_gives_up" | "set_deadline">;
        readonly enabledBySomebody: import("../../src/system/vocabulary.ts").Clause<{
            readonly fence: {
                readonly of: import("../lifecycles/dma-fence-in-full.ts").FullFence;
            };
            readonly union: {
                readonly of: import("../lifecycles/named.ts").Named<"cb_list" | "timestamp" | "rcu" | "corrupt", "add" | "free" | "stamp">;
                readonly title: "union of cb_list and timestamp";
            };
            readonly cb: {
                readonly of: import("../lifecycles/named.ts").Named<"queued" | "called" | "unused" | "looking" | "refused" | "spliced" | "removed" | "picked" | "used_after_free", "splice" | "run" | "look" | "dma_fence_add_callback" | "dma_fence_add_callback=-ENOENT" | "dma_fence_remove_callback=true" | "pick" | "dma_fence_remove_callback=false">;
                readonly family: "callbacks";
                readonly title: "callback";
            };
            readonly signaler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "walking" | "tested", "end" | "begin" | "test" | "lose">;
                readonly family: "signalers";
                readonly title: "call of dma_fence_signal";
            };
            readonly waiter: {
                readonly of: import("../lifecycles/named.ts").Named<"running" | "waiting" | "returned" | "interrupted" | "timed_out", "timeout" | "wait" | "again" | "woken" | "wait=1" | "wait=0" | "interrupt">;
                readonly title: "waiting thread";
            };
            readonly handler: {
                readonly of: import("../lifecycles/named.ts").Named<"done" | "idle" | "decided", "give_up" | "set_error" | "decide">;
                readonly title: "reset handler";
            };
            readonly deadline: {
                readonly of: import("../lifecycles/named.ts").Named<"none" | "set", "dma_fence_set_deadline">;
            };
            readonly warning: {
                readonly of: import("../lifecycles/named.ts").Named<"silent" | "warned", "warn">;
                readonly title: "WARN";
            };
        }, "test" | "publish" | "signal" | "release" | "release_early" | "wait" | "look" | "enable_signaling" | "wait_signaled" | "wait_ends" | "pick" | "add_callback" | "init" | "enable_signaling_finds_done" | "refuse_callback" | "add_looked" | "remove_callback" | "remove_callback_late" | "signal_again" | "signal_tested" | "opportunistic_signal" | "run_callback" | "signal_ends" | "wait_no_time" | "wait_times_out" | "wait_again" | "handler_decides" | "handler_sets_error" | "handler_sets_error_late" | "handler_gives_up" | "set_deadline">;
    };
};
