import type { Program } from '../../../src/system/program.ts';
import type { Clause, Row, Sizes } from '../../../src/system/vocabulary.ts';
import type { MemoryLaw } from './laws.ts';
type Verdict = 'broken' | 'deadlock' | 'indefinite' | 'unbounded' | 'finite';
/** A small closed question and its answer. `src/litmus/litmus.ts` says what each part of the answer means. */
export type MemoryLitmus = {
    readonly name: string;
    readonly about: string;
    readonly cites: readonly MemoryLaw[];
    /** Rows, the clauses in force, members in each family. Twins are compared by the names of these. */
    readonly asks: {
        readonly rows: readonly Row[];
        readonly clauses?: readonly Clause[];
        readonly sizes?: Sizes;
        /** The kernel whose rows these are; 7.0 if absent. */ readonly version?: '7.0' | '7.1';
    };
    readonly twin: string;
    readonly expect: {
        readonly verdict: Verdict;
        readonly broken?: readonly string[];
        readonly promises?: Readonly<Record<string, Verdict>>;
        readonly cycle?: string;
        readonly states: number;
        readonly edges: number;
        readonly length?: number;
    };
};
/** Litmus tests with what is needed to ask and to compare them. */
export declare const litmuses: (...all: readonly MemoryLitmus[]) => {
    facts: unknown;
    system: () => Program;
    name: string;
    about: string;
    cites: readonly MemoryLaw[];
    asks: {
        readonly rows: readonly Row[];
        readonly clauses?: readonly Clause[];
        readonly sizes?: Sizes;
        /** The kernel whose rows these are; 7.0 if absent. */ readonly version?: "7.0" | "7.1";
    };
    twin: string;
    expect: {
        readonly verdict: Verdict;
        readonly broken?: readonly string[];
        readonly promises?: Readonly<Record<string, Verdict>>;
        readonly cycle?: string;
        readonly states: number;
        readonly edges: number;
        readonly length?: number;
    };
}[];
/** What is composed: for those who drop a clause or a guard and ask again. */
export declare const specOfLitmus: ({ asks }: Pick<MemoryLitmus, "asks">) => {
    rows: readonly Row[];
    clauses: readonly Clause[];
    actors: {
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
    sizes: {
        importers: 1;
        reclaimers: 1;
        objects: 1;
        bos: 2;
        faults: 2;
        regions: 1;
        vms: 1;
        fenced: 1;
        faulting: 1;
        copies: 0;
    };
};
export {};
