/**
 * A CPU page fault on a mapping of a buffer object.
 * Rule: with mmap_lock held it only tries the reservation lock; where that fails it drops mmap_lock, waits, and comes again.
 * Source: drivers/gpu/drm/ttm/ttm_bo_vm.c (ttm_bo_vm_reserve: VM_FAULT_RETRY), v7.0.
 */
export declare const cpuFault: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "fault";
} | {
    type: "mmap";
} | {
    type: "resv";
} | {
    type: "retry";
} | {
    type: "waited";
} | {
    type: "done";
}, {}, never, never, never, never, "waits" | "none" | "wants_mmap" | "has_mmap" | "has_both" | "wants_mmap_again" | "tried", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "cpu_fault";
    states: {
        readonly none: {};
        readonly wants_mmap: {};
        readonly has_mmap: {};
        readonly waits: {};
        readonly wants_mmap_again: {};
        readonly tried: {};
        readonly has_both: {};
    };
}, import("xstate").MetaObject>;
/**
 * An ioctl that reserves a buffer object and reads its arguments from userspace.
 * Rule: it reads them before it reserves: an access to userspace may fault and take mmap_lock.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_lockdep: mmap_read_lock outside dma_resv_lock), v7.0; mail of Daniel Vetter, July 2019 ("bo lock nests within mmap_sem").
 */
export declare const reservingIoctl: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "call";
} | {
    type: "resv";
} | {
    type: "alloc";
} | {
    type: "reclaimed";
} | {
    type: "mmap";
} | {
    type: "return";
}, {}, never, never, never, never, "none" | "copies" | "called" | "has_resv" | "reclaiming" | "has_pages", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "reserving_ioctl";
    states: {
        readonly none: {};
        readonly called: {};
        readonly has_resv: {};
        readonly reclaiming: {};
        readonly has_pages: {};
        readonly copies: {};
    };
}, import("xstate").MetaObject>;
/**
 * How often userspace calls: twice, then it leaves the object alone.
 * Source: docs/limits.md.
 */
export declare const twoCalls: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "call";
}, {}, never, never, never, never, "none" | "one" | "two", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "two_calls";
    states: {
        readonly two: {};
        readonly one: {};
        readonly none: {};
    };
}, import("xstate").MetaObject>;
/**
 * A notifier that reclaim has called.
 * Rule: it may wait for fences; it takes no reservation lock.
 * Source: Documentation/gpu/drm-vm-bind-locking.rst; drivers/dma-buf/dma-resv.c (dma_resv_lockdep), v7.0.
 */
export declare const notifierCall: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "call";
} | {
    type: "return";
}, {}, never, never, never, never, "none" | "called", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "notifier_call";
    states: {
        readonly none: {};
        readonly called: {};
    };
}, import("xstate").MetaObject>;
/**
 * A thread that takes a mutex of the driver and allocates under it.
 * Rule: not if the way to a signal takes that mutex too.
 * Source: drivers/devfreq/devfreq.c (devfreq_monitor_resume), the msm splat of 2023; drivers/regulator/core.c (regulator_list_mutex), imx-drm revert 14d9a37c9525.
 */
export declare const mutexHolder: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "want";
} | {
    type: "lock";
} | {
    type: "reclaimed";
} | {
    type: "unlock";
}, {}, never, never, never, never, "holds" | "idle" | "wants" | "reclaiming", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "mutex_holder";
    states: {
        readonly idle: {};
        readonly wants: {};
        readonly reclaiming: {};
        readonly holds: {};
    };
}, import("xstate").MetaObject>;
/**
 * The one thread that handles the messages of the hardware and signals fences.
 * Rule: it never puts the last reference of an mm itself: that tears the address space down and waits for its notifiers.
 * Source: drivers/accel/amdxdna/aie2_ctx.c (aie2_sched_notify: mmput_async), v7.0.
 */
export declare const messageHandler: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "mmput";
} | {
    type: "mmput_async";
} | {
    type: "returned";
}, {}, never, never, never, never, "ready" | "in_exit_mmap", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "message_handler";
    states: {
        readonly ready: {};
        readonly in_exit_mmap: {};
    };
}, import("xstate").MetaObject>;
/**
 * A process whose last reference goes.
 * Source: kernel/fork.c (mmput, mmput_async, exit_mmap), v7.0.
 */
export declare const exitingMm: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "exit";
} | {
    type: "queue";
} | {
    type: "torn_down";
}, {}, never, never, never, never, "queued" | "gone" | "alive" | "exiting", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "exiting_mm";
    states: {
        readonly alive: {};
        readonly exiting: {};
        readonly queued: {};
        readonly gone: {};
    };
}, import("xstate").MetaObject>;
/**
 * Buffer objects and userptrs that a VM has bound, as its next job finds them.
 * Rule: a job is armed only when all of its working set is there, seen under the notifier lock.
 * Source: Documentation/gpu/drm-vm-bind-locking.rst; drivers/gpu/drm/xe/xe_exec.c, v7.0.
 */
export declare const boundMemory: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "evict";
} | {
    type: "validate";
} | {
    type: "job_runs";
} | {
    type: "job_ends";
}, {}, never, never, never, never, "evicted" | "resident" | "in_use" | "missed", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "bound_memory";
    states: {
        readonly resident: {};
        readonly evicted: {};
        readonly in_use: {};
        readonly missed: {};
    };
}, import("xstate").MetaObject>;
/**
 * An exec of a VM, from the validation of its working set to the end of the job.
 * Source: drivers/gpu/drm/xe/xe_exec.c (xe_exec_ioctl); Documentation/gpu/drm-vm-bind-locking.rst, v7.0.
 */
export declare const vmExec: import("xstate").StateMachine<import("xstate").MachineContext, {
    type: "begin";
} | {
    type: "validated";
} | {
    type: "again";
} | {
    type: "arm";
} | {
    type: "end";
} | {
    type: "stop";
}, {}, never, never, never, never, "idle" | "running" | "validated" | "validating", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("xstate").MetaObject, {
    id: "vm_exec";
    states: {
        readonly idle: {};
        readonly validating: {};
        readonly validated: {};
        readonly running: {};
    };
}, import("xstate").MetaObject>;
