/** Who acts in the rows about memory, beside the actors of the core. Those that wait for locks are strongly fair, with the reason. */
export declare const memoryActors: {
    /** A thread of an importer that has begun something. */
    readonly importer: {
        readonly fair: "weak";
    };
    readonly importer_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    /** The importer's device. */
    readonly importer_device: {
        readonly fair: "weak";
    };
    /** The exporter's thread that moves or takes back a buffer. */
    readonly exporter: {
        readonly fair: "weak";
    };
    readonly exporter_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    /** A ttm_bo_validate that has begun. */
    readonly validator: {
        readonly fair: "weak";
    };
    readonly evictor: {
        readonly fair: "weak";
    };
    /** Threads in direct reclaim, and what they wait for. */
    readonly reclaimer: {
        readonly fair: "strong";
        readonly because: "a shrinker waits for the fences that it finds (dma_resv_wait_timeout), not for those that come later";
    };
    readonly reclaimer_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly gem_submit: {
        readonly fair: "weak";
    };
    readonly gem_submit_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly gem_hardware: {
        readonly fair: "weak";
    };
    /** An exec that takes its last look. */
    readonly exec_validation: {
        readonly fair: "strong";
        readonly because: "invalidations of its own addresses are userspace's doing: a process that leaves them alone gets through";
    };
    readonly exec_progress: {
        readonly fair: "strong";
        readonly because: "invalidations of its own addresses are userspace's doing: a process that leaves them alone gets through";
    };
    readonly debugfs: {
        readonly fair: "weak";
    };
    readonly debugfs_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    /** vmscan, which calls a shrinker again or not. */
    readonly vmscan: {
        readonly fair: "weak";
    };
    /** The same, in the thread of the submit. */
    readonly submit_reclaimer: {
        readonly fair: "weak";
    };
    readonly submit_reclaimer_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly submit_vmscan: {
        readonly fair: "weak";
    };
    /** A thread that mirrors a range of addresses. */
    readonly mirror: {
        readonly fair: "weak";
    };
    readonly mirror_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly mirror_progress: {
        readonly fair: "strong";
        readonly because: "mmu_interval_read_begin waits for the end of one invalidation, not for a moment without any (mm/mmu_notifier.c: wait_event on invalidate_seq)";
    };
    /** The thread inside mmu_notifier_invalidate_range_start. */
    readonly notifier: {
        readonly fair: "weak";
    };
    readonly notifier_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    /** The driver of a device with memory of its own. */
    readonly gup: {
        readonly fair: "strong";
        readonly because: "who has just faulted a page back holds it: migrate_vma leaves a page with another reference alone (mm/migrate_device.c: migrate_vma_check_page)";
    };
    readonly unplugger: {
        readonly fair: "weak";
    };
    readonly peer_device: {
        readonly fair: "weak";
    };
    /** The interrupt that receives faults, the worker that serves them. */
    readonly fault_irq: {
        readonly fair: "weak";
    };
    readonly fault_server: {
        readonly fair: "weak";
    };
    readonly gpu_reset: {
        readonly fair: "weak";
    };
    /** An RDMA driver, its device, and whoever gives a BAR window back. */
    readonly rdma: {
        readonly fair: "weak";
    };
    readonly rdma_device: {
        readonly fair: "weak";
    };
    readonly rdma_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly rdma_progress: {
        readonly fair: "strong";
        readonly because: "a request is of finite length and is restarted where it stopped: whenever it finds its memory it has less to do";
    };
    /** Threads of the lock-order row. */
    readonly cpu_fault: {
        readonly fair: "weak";
    };
    readonly cpu_fault_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    /** A CPU fault that tries the reservation lock. */
    readonly cpu_fault_try: {
        readonly fair: "strong";
        readonly because: "an assumption about userspace: calls that reserve the object leave it free often enough that a fault which comes again finds it so";
    };
    /** Someone in reclaim or a notifier who waits for the fences that he has found. */
    readonly fence_waiter: {
        readonly fair: "strong";
        readonly because: "who waits takes the fences that are there (dma_resv_wait_timeout), not those that come later";
    };
    readonly reclaim_jobAlloc: {
        readonly fair: "strong";
        readonly because: "reclaim waits for the fences and moves that it finds, not for those that come later";
    };
    readonly submit: {
        readonly fair: "strong";
        readonly because: "a submit that finds its addresses invalidated tries again (-EAGAIN), and a process that leaves them alone gets through";
    };
    readonly scheduler: {
        readonly fair: "strong";
        readonly because: "entities of a run queue take turns (drivers/gpu/drm/scheduler/sched_main.c: drm_sched_rq_select_entity_fifo)";
    };
    readonly ioctl: {
        readonly fair: "weak";
    };
    readonly ioctl_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly run_job: {
        readonly fair: "weak";
    };
    readonly run_job_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly other_thread: {
        readonly fair: "weak";
    };
    readonly other_thread_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly mm_exit: {
        readonly fair: "weak";
    };
    /** The firmware that asks for tiler memory. */
    readonly firmware: {
        readonly fair: "weak";
    };
    readonly user: {
        readonly fair: "none";
    };
    readonly memory: {
        readonly fair: "none";
    };
    readonly submit_lock: {
        readonly fair: "strong";
        readonly because: "a rwsem or mutex hands itself to its first waiter (kernel/locking/rwsem.c: RWSEM_FLAG_HANDOFF)";
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
