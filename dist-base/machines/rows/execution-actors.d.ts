/** Who acts in the rows about execution, beside the actors of the core. */
export declare const executionActors: {
    /** An exec ioctl of a group of engines, and the same where it waits for mode_sem. */
    readonly group_exec: {
        readonly fair: "weak";
    };
    readonly group_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    /** The firmware that schedules queues. */
    readonly firmware: {
        readonly fair: "weak";
    };
    /** An ioctl that adds a queue. */
    readonly creator: {
        readonly fair: "weak";
    };
    readonly lr_hardware: {
        readonly fair: "weak";
    };
    readonly lr_progress: {
        readonly fair: "strong";
        readonly because: "a finite job makes finitely many accesses, so it faults finitely often: whenever it runs again it has less to do";
    };
    readonly resume_worker: {
        readonly fair: "weak";
    };
    readonly resume_worker_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    /** Somebody else who needs video memory. */
    readonly memory_client: {
        readonly fair: "weak";
    };
    readonly memory_client_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    /** amdkfd's workers. */
    readonly evict_worker: {
        readonly fair: "weak";
    };
    readonly restore_timer: {
        readonly fair: "weak";
    };
    readonly restore_evictor: {
        readonly fair: "weak";
    };
    readonly restore_fault: {
        readonly fair: "weak";
    };
    readonly restore_worker: {
        readonly fair: "strong";
        readonly because: "a restore that failed is tried again every PROCESS_BACK_OFF_TIME_MS, and finds room again and again";
    };
    readonly queue_hardware: {
        readonly fair: "weak";
    };
    /** Who waits for the fences of a buffer and needs no memory. */
    readonly resv_waiter: {
        readonly fair: "weak";
    };
    readonly syncer: {
        readonly fair: "weak";
    };
    readonly closer: {
        readonly fair: "weak";
    };
    readonly userptr_notifier: {
        readonly fair: "weak";
    };
    /** The ordered workqueue of preempt fences. */
    readonly preempt_wq: {
        readonly fair: "weak";
    };
    readonly preempt_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly lr_firmware: {
        readonly fair: "weak";
    };
    readonly rebind_worker: {
        readonly fair: "weak";
    };
    readonly rebind_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly rebind_memory: {
        readonly fair: "strong";
        readonly because: "reservations are handed over in the order of their tickets (kernel/locking/ww_mutex.h)";
    };
    readonly rebind_progress: {
        readonly fair: "strong";
        readonly because: "invalidations of its own addresses are userspace's doing: a process that leaves them alone gets through";
    };
    readonly userq_worker: {
        readonly fair: "weak";
    };
    readonly userq_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly userq_ioctl: {
        readonly fair: "weak";
    };
    readonly userq_ioctl_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    /** Devices in a row. */
    readonly render_gpu: {
        readonly fair: "weak";
    };
    readonly render_gpu_notifier: {
        readonly fair: "weak";
    };
    readonly compose_gpu: {
        readonly fair: "weak";
    };
    readonly compose_reclaim: {
        readonly fair: "strong";
        readonly because: "reclaim waits for the notifiers that it called, not for a moment without any (mm/mmu_notifier.c)";
    };
    readonly display_irq: {
        readonly fair: "weak";
    };
    readonly futex_gpu: {
        readonly fair: "weak";
    };
    readonly residency: {
        readonly fair: "weak";
    };
    /** Reclaim in the work of a preempt fence. */
    readonly reclaim_pfenceAlloc: {
        readonly fair: "weak";
    };
    readonly command_parser: {
        readonly fair: "weak";
    };
    readonly command_hardware: {
        readonly fair: "weak";
    };
    readonly user: {
        readonly fair: "none";
    };
    readonly memory: {
        readonly fair: "none";
    };
    readonly submit: {
        readonly fair: "weak";
    };
    readonly submit_lock: {
        readonly fair: "strong";
        readonly because: "a rwsem or mutex hands itself to its first waiter (kernel/locking/rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly scheduler: {
        readonly fair: "weak";
    };
    readonly compute_scheduler: {
        readonly fair: "weak";
    };
    readonly hardware: {
        readonly fair: "weak";
    };
    readonly arbiter: {
        readonly fair: "strong";
        readonly because: "the hardware gives its compute units to its queues in turn";
    };
    readonly compute_hardware: {
        readonly fair: "weak";
    };
    readonly compute_progress: {
        readonly fair: "strong";
        readonly because: "a finite job makes finitely many accesses, so it faults finitely often: whenever it runs again it has less to do";
    };
    readonly signaler: {
        readonly fair: "weak";
    };
    readonly compute_signaler: {
        readonly fair: "weak";
    };
    readonly fault_worker: {
        readonly fair: "weak";
    };
    readonly repair_lock: {
        readonly fair: "strong";
        readonly because: "a rwsem or mutex hands itself to its first waiter (kernel/locking/rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly reclaim: {
        readonly fair: "weak";
    };
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
    readonly copy_engine: {
        readonly fair: "weak";
    };
    readonly preempter: {
        readonly fair: "weak";
    };
    readonly resumer: {
        readonly fair: "weak";
    };
    readonly mode_lock: {
        readonly fair: "strong";
        readonly because: "a rwsem hands itself to its first waiter (kernel/locking/rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly pool_waiter: {
        readonly fair: "strong";
        readonly because: "a pool that serves its waiters in order";
    };
    readonly pool_keeper: {
        readonly fair: "weak";
    };
    readonly foreign: {
        readonly fair: "weak";
    };
    readonly recovery: {
        readonly fair: "weak";
        readonly recovers: true;
    };
};
