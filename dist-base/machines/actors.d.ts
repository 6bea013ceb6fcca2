/** One cast for systems in which rows meet. Where a row knows an actor of the core as fairer, the core's own word holds. */
export declare const actors: {
    /** The firmware that asks for tiler memory, beside one that schedules queues. */
    readonly heap_firmware: {
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
    readonly group_exec: {
        readonly fair: "weak";
    };
    readonly group_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly firmware: {
        readonly fair: "weak";
    };
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
    readonly memory_client: {
        readonly fair: "weak";
    };
    readonly memory_client_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
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
    readonly reclaim_pfenceAlloc: {
        readonly fair: "weak";
    };
    readonly command_parser: {
        readonly fair: "weak";
    };
    readonly command_hardware: {
        readonly fair: "weak";
    };
    readonly importer: {
        readonly fair: "weak";
    };
    readonly importer_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly importer_device: {
        readonly fair: "weak";
    };
    readonly exporter: {
        readonly fair: "weak";
    };
    readonly exporter_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly validator: {
        readonly fair: "weak";
    };
    readonly evictor: {
        readonly fair: "weak";
    };
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
    readonly vmscan: {
        readonly fair: "weak";
    };
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
    readonly notifier: {
        readonly fair: "weak";
    };
    readonly notifier_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
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
    readonly fault_irq: {
        readonly fair: "weak";
    };
    readonly fault_server: {
        readonly fair: "weak";
    };
    readonly gpu_reset: {
        readonly fair: "weak";
    };
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
    readonly cpu_fault: {
        readonly fair: "weak";
    };
    readonly cpu_fault_lock: {
        readonly fair: "strong";
        readonly because: "a mutex or rwsem hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF; rwsem.c: RWSEM_FLAG_HANDOFF)";
    };
    readonly cpu_fault_try: {
        readonly fair: "strong";
        readonly because: "an assumption about userspace: calls that reserve the object leave it free often enough that a fault which comes again finds it so";
    };
    readonly fence_waiter: {
        readonly fair: "strong";
        readonly because: "who waits takes the fences that are there (dma_resv_wait_timeout), not those that come later";
    };
    readonly reclaim_jobAlloc: {
        readonly fair: "strong";
        readonly because: "reclaim waits for the fences and moves that it finds, not for those that come later";
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
};
