/** Who acts in the rows of the core, and how fairly. An actor of a family acts for one member: `submit[1]`. */
export declare const coreActors: {
    /** Userspace, and what its jobs happen to do: it owes the kernel nothing. */
    readonly user: {
        readonly fair: "none";
    };
    /** Whoever holds memory and may free it. */
    readonly memory: {
        readonly fair: "none";
    };
    /** A submit ioctl that has begun. */
    readonly submit: {
        readonly fair: "weak";
    };
    /** A submit ioctl that waits for a lock. */
    readonly submit_lock: {
        readonly fair: "strong";
        readonly because: "a rwsem or mutex hands itself to its first waiter (kernel/locking/rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    /** The worker that pushes queued jobs to an engine. */
    readonly scheduler: {
        readonly fair: "weak";
    };
    /** The same, for a compute job. */
    readonly compute_scheduler: {
        readonly fair: "weak";
    };
    /** The hardware, for one fenced job. */
    readonly hardware: {
        readonly fair: "weak";
    };
    /** What gives compute units and the like to a fenced job that is on its engine. */
    readonly arbiter: {
        readonly fair: "strong";
        readonly because: "the hardware gives its compute units to its queues in turn";
    };
    /** The hardware, for one compute job: it need not be given compute units fairly. */
    readonly compute_hardware: {
        readonly fair: "weak";
    };
    /** A compute job that runs to its end. */
    readonly compute_progress: {
        readonly fair: "strong";
        readonly because: "a finite job makes finitely many accesses, so it faults finitely often: whenever it runs again it has less to do";
    };
    /** The interrupt or worker that signals a fence. */
    readonly signaler: {
        readonly fair: "weak";
    };
    /** The same, for a compute job that has a fence. */
    readonly compute_signaler: {
        readonly fair: "weak";
    };
    /** The worker that repairs page faults. */
    readonly fault_worker: {
        readonly fair: "weak";
    };
    /** The same worker, where it waits for a lock. */
    readonly repair_lock: {
        readonly fair: "strong";
        readonly because: "a rwsem or mutex hands itself to its first waiter (kernel/locking/rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    /** Direct reclaim in the thread that allocates. */
    readonly reclaim: {
        readonly fair: "weak";
    };
    /** Direct reclaim in other places that allocate. */
    readonly reclaim_signalAlloc: {
        readonly fair: "weak";
    };
    readonly reclaim_recoveryAlloc: {
        readonly fair: "weak";
    };
    readonly reclaim_preemptAlloc: {
        readonly fair: "weak";
    };
    readonly reclaim_cpuAlloc: {
        readonly fair: "weak";
    };
    /** The engine that runs the kernel's own copy and bind jobs. */
    readonly copy_engine: {
        readonly fair: "weak";
    };
    /** The driver's code that preempts compute work. */
    readonly preempter: {
        readonly fair: "weak";
    };
    /** The worker that puts preempted compute work back into the queue. */
    readonly resumer: {
        readonly fair: "weak";
    };
    /** Whoever waits for the mode lock. */
    readonly mode_lock: {
        readonly fair: "strong";
        readonly because: "a rwsem hands itself to its first waiter (kernel/locking/rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    /** A repair that waits for a page of the pool. */
    readonly pool_waiter: {
        readonly fair: "strong";
        readonly because: "a pool that serves its waiters in order";
    };
    /** Whoever evicts pages of the pool. */
    readonly pool_keeper: {
        readonly fair: "weak";
    };
    /** Another device. */
    readonly foreign: {
        readonly fair: "weak";
    };
    /** The timeout and the reset. */
    readonly recovery: {
        readonly fair: "weak";
        readonly recovers: true;
    };
};
