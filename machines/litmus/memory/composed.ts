import { vocabulary, type Clause } from '../../../src/system/vocabulary.ts';
import { contract, source } from '../../cites.ts';
import { preempt } from '../../options/preempt.ts';
import { compute, faults, reclaimWaits } from '../../options/traits.ts';
import { computeJobs } from '../../rows/compute-jobs.ts';
import { dmaBuf70, dmaBufParts } from '../../rows/dma-buf.ts';
import { fencedJobs, fencedParts } from '../../rows/fenced-jobs.ts';
import { intervalNotifier, notifierLaws, notifierParts } from '../../rows/interval-notifier.ts';
import { memoryRegions, regionKinds, regionLaw, regionParts } from '../../rows/memory-region.ts';
import { pageFaults, repairParts } from '../../rows/page-fault.ts';
import { gemShrinker, shrinkerLaws, shrinkerParts, tilerHeaps } from '../../rows/gem-shrinker.ts';
import { driverMutexes, lockClauses, lockOrder, lockOrderParts } from '../../rows/lock-order.ts';
import { tilerHeap } from '../../lifecycles/gem-object.ts';
import { twoCalls } from '../../lifecycles/lock-threads.ts';
import { oneShot } from '../../lifecycles/one-shot.ts';
import { reclaimer } from '../../rows/reclaimer.ts';
import { allocation } from '../../lifecycles/allocation.ts';
import { litmuses } from './ask.ts';

const waits = contract('Drivers are allowed to call dma_fence_wait() from their shrinker callbacks.');
const critical = contract('... This means any code required for fence completion cannot allocate memory with GFP_KERNEL. ...');

/** The importer's device uses the buffer by a fenced job of the core: what a move waits for is that job's fence. */
const userOfImport = vocabulary({ ...dmaBufParts('7.0'), ...fencedParts } as const);
const imported = userOfImport.row({
  name: 'job-uses-import',
  rules: userOfImport.rules({ name: 'job_maps', actor: 'ioctl_lock', moves: { 'attachment[j]': 'map_begin', resv: 'take.importer[j]' }, when: { 'job[?]': 'preparing', 'attachment[j]': 'attached', resv: 'free' } }),
  ties: {
    requires: { submit: { 'attachment[?]': '!detached' }, publish: { 'attachment[?]': 'mapped.current', resv: 'free' }, move_copies: { 'fence[*]': '!visible' }, unmap: { 'fence[*]': '!visible' }, unmap_invalidated: { 'fence[*]': '!visible' } },
  },
});
/** No user of the device but those jobs. */
const jobsAlone: Clause = vocabulary(dmaBufParts('7.0')).about([{ name: 'access_starts' }, { name: 'access_starts_astray' }, { name: 'dma_buf_pin' }, { name: 'dma_buf_put' }, { name: 'dma_buf_detach' }] as const)
  .clause({ name: 'composed/jobs-alone', says: source('include/linux/dma-buf.h', 'struct dma_buf @resv'), forbids: ['access_starts', 'access_starts_astray', 'dma_buf_pin', 'dma_buf_put', 'dma_buf_detach'] });
const importLaws = [...Object.values(dmaBuf70.laws), jobsAlone];

/** An allocation of the importer's job whose reclaim calls the exporter's shrinker: that one moves the buffer. */
const jobAlloc = { ...reclaimer('jobAlloc', 'fenced', 'allocation of the job'), name: 'job-alloc' };
const withAlloc = vocabulary({ ...dmaBufParts('7.0'), ...fencedParts, jobAlloc: { of: allocation, family: 'fenced', title: 'allocation of the job' } } as const);
const shrinkerMoves = withAlloc.row({
  name: 'shrinker-moves', rules: withAlloc.rules({ name: 'job_allocates_before', actor: 'submit[i]', moves: { 'jobAlloc[i]': 'alloc' }, when: { 'job[i]': 'preparing' }, cite: critical }),
  ties: { requires: { publish: { 'jobAlloc[i]': 'returned' }, jobAlloc_ends: { move: 'idle' } }, also: { submit: { 'jobAlloc[i]': 'free' } } },
});
const allocatesLate: Clause = withAlloc.about([{ name: 'publish' }, { name: 'signal' }, { name: 'job_allocates_before' }] as const).clause({
  name: 'composed/allocates-late', says: critical, about: 'The job allocates between its end and its signal.',
  adds: [{ name: 'job_allocates_late', actor: 'signaler[i]', moves: { 'jobAlloc[i]': 'alloc' }, when: { 'job[i]': 'done' } }, { name: 'late_free', actor: 'submit[i]', moves: { 'jobAlloc[i]': 'free' }, when: { 'job[i]': 'queued' } }],
  requires: { signal: { 'jobAlloc[i]': 'returned' } },
});

/** A userptr: the range that the interval notifier watches is used by a fenced job of the core. */
const userptr = vocabulary({ ...notifierParts, ...fencedParts, calls: { of: twoCalls, title: 'invalidations to come' } } as const);
const userptrJob = userptr.row({
  name: 'job-uses-userptr', rules: userptr.rules({ name: 'submit_mirrors', actor: 'ioctl', moves: { mirror: 'begin', patience: 'reset' }, when: { 'job[?]': 'preparing', pte: '!mapped' } }), ties: { moves: { invalidate_range_start: { calls: 'call' } }, requires: { publish: { pte: 'mapped', userLock: 'free', invalidation: 'none' }, invalidate_returns: { 'fence[*]': '!visible' } } },
});
const looksAgain: Clause = userptr.about([{ name: 'schedule' }] as const).clause({
  name: 'composed/run-job-mirrors', says: source('mm/mmu_notifier.c', 'mmu_interval_read_begin: annotated; may not be called where one may not wait for an invalidation'),
  requires: { schedule: { sequence: 'even' } }, about: 'run_job calls mmu_interval_read_begin: it waits for an invalidation that waits for the job.',
});

/** The core's page fault, on hardware that its fenced job needs, for a page that an RDMA region reaches. */
const region = vocabulary({ ...regionParts, ...repairParts, shrunk: { of: oneShot, title: 'round of the shrinker' } } as const);
const faultTakesFromRegion = region.row({
  name: 'repair-takes-from-region', rules: region.rules({ name: 'shrinker_claims', actor: 'reclaim[k]', moves: { claim: 'want', shrunk: 'spend' }, when: { 'alloc[k]': 'allocating' }, cite: waits }),
  ties: { requires: { reclaim_ends: { claim: ['none', 'had'] } } },
});
/** Nobody but that shrinker claims the memory. */
const alone = [region.about([{ name: 'claim_begins' }] as const).clause({ name: 'composed/shrinker-alone', says: waits, forbids: ['claim_begins'] })];
const regionLaws = [regionKinds.odp, regionLaw];
const regionFaultsHere: Clause = region.about([{ name: 'fault_maps' }] as const).clause({
  name: 'composed/region-fault-needs-repair', says: source('drivers/infiniband/hw/mlx5/odp.c', 'pagefault_dmabuf_mr runs without waiting for page faults of the exporter'), requires: { claim_has: { request: '!faulted' } } as never,
  about: 'The exporter waits for requests in flight, also for those that have faulted.',
});
const coreFault = [compute.finite, faults['on-demand'], reclaimWaits.unbounded];
const cut = preempt.clauses;

/** The core's preemption, without its second half. */
const cannotPreempt: Clause = vocabulary(repairParts).about([{ name: 'preempt_faulted' }] as const).clause({ name: 'composed/cannot-preempt', says: source('Documentation/driver-api/dma-buf.rst', 'Not all hardware supports this.'), forbids: ['preempt_faulted'] });

/** A CPU fault that waits for a fenced job with both locks held, and a thread that allocates under a mutex. */
const locks = vocabulary({ ...lockOrderParts, ...fencedParts } as const);
const faultWaits = locks.row({ name: 'fault-waits-for-job', rules: [], ties: { requires: { fault_ends: { 'fence[*]': '!visible' }, publish: { resv: 'free' }, notifier_returns: { 'fence[*]': '!visible' } } } });
const signalTakesResv: Clause = locks.about([{ name: 'signal' }] as const).clause({ name: 'composed/signal-takes-resv', says: contract('... This means any code required for fence completion cannot acquire a dma_resv lock. ...'), requires: { signal: { resv: 'free' } } });

/** A job that uses a GEM object and a tiler heap: the shrinker waits for its fence. */
const heap = vocabulary({ ...shrinkerParts, ...fencedParts, heap: { of: tilerHeap, title: 'tiler heap' } } as const);
const jobUsesObject = heap.row({
  name: 'job-uses-object', rules: [],
  ties: { requires: Object.fromEntries(['reclaim_purges', 'reclaim_evicts', 'submit_reclaim_purges', 'submit_reclaim_evicts', 'reclaim_finds_nothing'].map((rule) => [rule, { 'fence[*]': '!visible' }])) },
});
const heapShrinks: Clause = heap.about([{ name: 'heap_grow' }, { name: 'heap_grow_ENOMEM' }] as const).clause({
  name: 'composed/heap-shrinks', says: source('drivers/gpu/drm/panthor/panthor_heap.c', 'panfrost/linux issue 32'), forbids: ['heap_grow', 'heap_grow_ENOMEM'],
  adds: [{ name: 'heap_enters_shrinker', actor: 'firmware', moves: { heap: 'alloc', 'shrink[j]': 'enter' } }, { name: 'heap_shrunk', actor: 'firmware', moves: { heap: 'reclaimed' }, when: { 'shrink[*]': 'outside' } }],
});
const quietShrinker: Clause = heap.about([...gemShrinker.rules] as never).clause({ name: 'composed/no-other-use', says: source('drivers/gpu/drm/msm/msm_gem_shrinker.c', 'active_evict: wait_for_idle'), forbids: ['job_starts', 'get_vaddr', 'submit_begins'] as never });

/** Systems of three rows and more, with the rows of the core. */
export const composedLitmuses = litmuses(
  { name: 'IMPORT-JOB', cites: ['D-9', 'CDC-3'], twin: 'IMPORT-JOB+allocates-late', about: 'An importer uses a buffer by fenced jobs that allocate before they are published; the shrinker that reclaim calls is the exporter\'s, whose move waits for the fence.', asks: { rows: [fencedJobs, dmaBuf70.row, imported, jobAlloc, shrinkerMoves], clauses: importLaws }, expect: { verdict: 'finite', states: 91, edges: 191 } },
  { name: 'IMPORT-JOB+allocates-late', cites: ['D-9', 'CDC-3'], twin: 'IMPORT-JOB', about: 'The job allocates after its end: reclaim waits for the move, the move for its fence.', asks: { rows: [fencedJobs, dmaBuf70.row, imported, jobAlloc, shrinkerMoves], clauses: [...importLaws, allocatesLate] }, expect: { verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'move-ends': 'deadlock', 'invalidated-is-unmapped': 'deadlock', 'jobAlloc-returns': 'deadlock' }, cycle: 'fence[1] → jobAlloc[1] → fence[1]', states: 119, edges: 244, length: 18 } },
  { name: 'USERPTR-JOB', cites: ['G-2', 'CDC-4'], twin: 'USERPTR-JOB+run-job-mirrors', about: 'A fenced job uses a userptr; the notifier waits for its fence.', asks: { rows: [fencedJobs, intervalNotifier, userptrJob], clauses: Object.values(notifierLaws) }, expect: { verdict: 'finite', states: 756, edges: 1850 } },
  { name: 'USERPTR-JOB+run-job-mirrors', cites: ['G-1', 'CDC-4'], twin: 'USERPTR-JOB', about: 'run_job looks the pages up: it waits for the invalidation that waits for its fence.', asks: { rows: [fencedJobs, intervalNotifier, userptrJob], clauses: [...Object.values(notifierLaws), looksAgain] }, expect: { verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'mirror-ends': 'deadlock', 'invalidation-ends': 'deadlock' }, cycle: 'fence[1] → job[1] → sequence → invalidation → fence[1]', states: 756, edges: 1812, length: 13 } },
  { name: 'REGION-FAULT', cites: ['D-9', 'G-3', 'CDC-3'], twin: 'REGION-FAULT+cannot-preempt', about: 'The repair of a GPU fault reclaims from an on-demand region, and waits for the fence of a job that may preempt the faulting one.', asks: { rows: [fencedJobs, computeJobs, pageFaults, ...preempt.rows, memoryRegions, faultTakesFromRegion], clauses: [...coreFault, ...cut, ...regionLaws, ...alone] }, expect: { verdict: 'finite', states: 6729, edges: 28078 } },
  { name: 'REGION-FAULT+cannot-preempt', cites: ['G-3', 'CDC-3'], twin: 'REGION-FAULT', about: 'The same where a faulting job is not preempted.', asks: { rows: [fencedJobs, computeJobs, pageFaults, ...preempt.rows, memoryRegions, faultTakesFromRegion], clauses: [...coreFault, ...cut, ...regionLaws, ...alone, cannotPreempt] }, expect: { verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock' }, cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]', states: 1999, edges: 7001, length: 9 } },
  { name: 'REGION-FAULT+awaits-faulted-request', cites: ['D-9', 'G-3'], twin: 'REGION-FAULT', about: 'The exporter waits for an RDMA request that has faulted, and that waits for the exporter.', asks: { rows: [fencedJobs, computeJobs, pageFaults, ...preempt.rows, memoryRegions, faultTakesFromRegion], clauses: [...coreFault, ...cut, ...regionLaws, ...alone, regionFaultsHere] }, expect: { verdict: 'deadlock', promises: { 'fault-answered': 'indefinite', 'allocation-returns': 'indefinite', 'claim-is-met': 'deadlock', 'request-ends': 'deadlock' }, cycle: 'claim → request → claim', states: 6729, edges: 27781, length: 12 } },
  { name: 'REGION-FAULT+pinned', cites: ['P-3', 'G-3'], twin: 'REGION-FAULT', about: 'The region is pinned: the repair waits for userspace to deregister it.', asks: { rows: [fencedJobs, computeJobs, pageFaults, ...preempt.rows, memoryRegions, faultTakesFromRegion], clauses: [...coreFault, ...cut, regionKinds.pinned, regionLaw, ...alone] }, expect: { verdict: 'indefinite', promises: { 'fault-answered': 'indefinite', 'allocation-returns': 'indefinite', 'claim-is-met': 'indefinite' }, cycle: 'fault[1] → alloc[1] → bindFence[1] → fault[1]', states: 4056, edges: 16389, length: 9 } },
  { name: 'LOCKS-JOB', cites: ['L-1', 'CDC-2'], twin: 'LOCKS-JOB+signal-takes-resv', about: 'A CPU fault waits for a fence with mmap_lock and the reservation lock held, a notifier waits for it under reclaim, a thread allocates under a mutex.', asks: { rows: [fencedJobs, lockOrder, driverMutexes, faultWaits], clauses: [lockClauses['fault-blocks']] }, expect: { verdict: 'finite', states: 520, edges: 1830 } },
  { name: 'LOCKS-JOB+signal-takes-resv', cites: ['L-1', 'CDC-2'], twin: 'LOCKS-JOB', about: 'The signal takes the reservation lock that the fault has.', asks: { rows: [fencedJobs, lockOrder, driverMutexes, faultWaits], clauses: [lockClauses['fault-blocks'], signalTakesResv] }, expect: { verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-ends': 'deadlock', 'ioctl-returns': 'deadlock', 'notifier-returns': 'deadlock', 'holder-ends': 'deadlock' }, cycle: 'fence[1] → resv → fence[1]', states: 520, edges: 1798, length: 12 } },
  { name: 'SHRINK-HEAP', cites: ['S-1', 'CDC-3'], twin: 'SHRINK-HEAP+heap-shrinks', about: 'A fenced job uses a GEM object and a tiler heap; the shrinker waits for its fence; the heap grows with GFP_NOWAIT.', asks: { rows: [fencedJobs, gemShrinker, tilerHeaps, jobUsesObject], clauses: [...Object.values(shrinkerLaws), quietShrinker] }, expect: { verdict: 'finite', states: 85, edges: 168 } },
  { name: 'SHRINK-HEAP+heap-shrinks', cites: ['S-1', 'CDC-3'], twin: 'SHRINK-HEAP', about: 'The heap grows with GFP_KERNEL and enters the shrinker.', asks: { rows: [fencedJobs, gemShrinker, tilerHeaps, jobUsesObject], clauses: [...Object.values(shrinkerLaws), quietShrinker, heapShrinks] }, expect: { verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'reclaim-returns': 'deadlock', 'heap-grows': 'deadlock' }, cycle: 'fence[1] → job[1] → heap → shrink[1] → fence[1]', states: 47, edges: 86, length: 8 } },
);
