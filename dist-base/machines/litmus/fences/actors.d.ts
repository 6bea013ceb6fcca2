/** Who acts on fences, and how fairly. */
export declare const fenceActors: {
    /** Userspace, and whoever may do a thing or not. */
    readonly user: {
        readonly fair: "none";
    };
    /** A driver that may leave off before anybody can see its fence. */
    readonly driver: {
        readonly fair: "none";
    };
    /** A thread in dma_fence_add_callback. */
    readonly adder: {
        readonly fair: "weak";
    };
    /** The interrupt or worker that signals. */
    readonly signaler: {
        readonly fair: "weak";
    };
    /** The same call, at the callbacks. */
    readonly walker: {
        readonly fair: "weak";
    };
    /** The scheduler of the CPU, for a thread that was woken. */
    readonly waker: {
        readonly fair: "weak";
    };
    /** A handler of hang recovery that has begun. */
    readonly handler: {
        readonly fair: "weak";
    };
    /** A thread that waits for a lock. */
    readonly lock: {
        readonly fair: "strong";
        readonly because: "a mutex hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF)";
    };
    /** The GPU scheduler's worker. */
    readonly scheduler: {
        readonly fair: "weak";
    };
    readonly reader_ioctl: {
        readonly fair: "weak";
    };
    readonly writer_ioctl: {
        readonly fair: "weak";
    };
    readonly explicit_ioctl: {
        readonly fair: "weak";
    };
    readonly reader_signaler: {
        readonly fair: "weak";
    };
    readonly writer_signaler: {
        readonly fair: "weak";
    };
    readonly explicit_signaler: {
        readonly fair: "weak";
    };
    readonly mover: {
        readonly fair: "weak";
    };
    readonly client_engine: {
        readonly fair: "weak";
    };
    readonly gl_engine: {
        readonly fair: "weak";
    };
    readonly read_engine: {
        readonly fair: "weak";
    };
    /** The worker that finishes the queue of a killed entity. */
    readonly entity_kill: {
        readonly fair: "weak";
    };
    /** A thread in drm_sched_fini. */
    readonly fini: {
        readonly fair: "weak";
    };
    /** The hardware. */
    readonly hardware: {
        readonly fair: "weak";
    };
    /** An irq_work that was queued. */
    readonly irq_work: {
        readonly fair: "weak";
    };
    /** A system call that has begun. */
    readonly ioctl: {
        readonly fair: "weak";
    };
    /** A process that has begun a frame and goes on with it. */
    readonly process: {
        readonly fair: "weak";
    };
    /** A thread of another subsystem that has taken its lock. */
    readonly other_thread: {
        readonly fair: "weak";
    };
    /** A thread that waits for fences. */
    readonly waiter: {
        readonly fair: "weak";
    };
    /** The kernel's memory management, once it wants memory. */
    readonly reclaim: {
        readonly fair: "weak";
    };
    /** The timeout and the reset. */
    readonly recovery: {
        readonly fair: "weak";
        readonly recovers: true;
    };
};
