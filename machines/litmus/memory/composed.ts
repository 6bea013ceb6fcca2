import { vocabulary, type Clause } from '../../../src/system/vocabulary.ts';
import { from } from '../../words/cites.ts';
import { notAllHardware } from '../../words/sentences.ts';
import { preempt } from '../../options/preempt.ts';
import { compute, faults, reclaimWaits } from '../../options/traits.ts';
import { computeJobs } from '../../rows/compute-jobs.ts';
import { dmaBuf70 } from '../../rows/dma-buf.ts';
import { fencedJobs, fencedParts } from '../../rows/fenced-jobs.ts';
import { gemShrinker, shrinkerLaws, tilerHeaps } from '../../rows/gem-shrinker.ts';
import { intervalNotifier, notifierLaws } from '../../rows/interval-notifier.ts';
import { memoryRegions, regionKinds, regionLaw } from '../../rows/memory-region.ts';
import { pageFaults, repairParts } from '../../rows/page-fault.ts';
import { allocatesLate, imported, jobAlloc, jobsAlone, shrinkerMoves, submitHolds } from '../../uses/dynamic-import.ts';
import { faultTakesFromRegion, regionFaultsHere, shrinkerAlone } from '../../uses/memory-region.ts';
import { heapShrinks, jobUsesObject, quietShrinker } from '../../uses/shrinker.ts';
import { execLooksAgain, looksAgain, userptrJob } from '../../uses/userptr.ts';
import { litmuses } from './ask.ts';

const xeExec = from('drivers/gpu/drm/xe/xe_exec.c');

const alone = [shrinkerAlone];
const regionLaws = [regionKinds.odp, regionLaw];
const importLaws = [...Object.values(dmaBuf70.laws), jobsAlone];
const bothKinds = [fencedJobs, dmaBuf70.row, imported, intervalNotifier, userptrJob, execLooksAgain];
/** Nobody maps the buffer or looks the addresses up but the submit. */
const submitAlone: Clause = vocabulary({ ...dmaBuf70.parts, ...fencedParts })
  .about([...dmaBuf70.row.steps, ...intervalNotifier.steps])
  .clause({
    name: 'composed/submit-alone',
    says: xeExec('xe_exec_ioctl: xe_vm_userptr_pin, drm_gpuvm_exec_lock, drm_gpuvm_validate'),
    forbids: ['map_begin', 'unmap', 'mirror_begins'],
  });
const bothLaws = [...importLaws, ...Object.values(notifierLaws), submitAlone];
const coreFault = [compute.finite, faults['on-demand'], reclaimWaits.unbounded];
const cut = preempt.clauses;

/** The core's preemption, without its second half. */
const cannotPreempt: Clause = vocabulary(repairParts)
  .about([{ name: 'preempt_faulted' }] as const)
  .clause({ name: 'composed/cannot-preempt', says: notAllHardware, forbids: ['preempt_faulted'] });

/** Systems of three rows and more, with the rows of the core. */
export const composedLitmuses = litmuses(
  {
    name: 'IMPORT-JOB',
    cites: ['D-9', 'CDC-3'],
    twin: 'IMPORT-JOB+allocates-late',
    about:
      'Jobs of an importer use a buffer and allocate before their fences are published. Reclaim calls the ' +
      'shrinker of the exporter, which waits for the fences of the jobs before it moves the buffer.',
    asks: {
      rows: [fencedJobs, dmaBuf70.row, imported, jobAlloc, shrinkerMoves],
      clauses: [...importLaws, submitHolds],
    },
    expect: { verdict: 'finite', states: 103, edges: 218 },
  },
  {
    name: 'IMPORT-JOB+allocates-late',
    cites: ['D-9', 'CDC-3'],
    twin: 'IMPORT-JOB',
    about:
      'A job of the importer allocates after it has ended and before its fence is signaled. Its reclaim waits ' +
      'for the exporter to move the buffer, and the exporter waits for that fence.',
    asks: {
      rows: [fencedJobs, dmaBuf70.row, imported, jobAlloc, shrinkerMoves],
      clauses: [...importLaws, submitHolds, allocatesLate],
    },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'move-ends': 'deadlock',
        'invalidated-is-unmapped': 'deadlock',
        'jobAlloc-returns': 'deadlock',
      },
      cycle: 'fence[1] → jobAlloc[1] → fence[1]',
      states: 131,
      edges: 271,
      length: 19,
    },
  },
  {
    name: 'IMPORT-JOB+look-by-look',
    cites: ['D-9'],
    twin: 'IMPORT-JOB',
    about:
      'A submit holds the reservation while it maps the buffer, but not until its fence is published. The ' +
      'exporter moves the buffer in between, again and again.',
    asks: { rows: [fencedJobs, dmaBuf70.row, imported, jobAlloc, shrinkerMoves], clauses: importLaws },
    expect: { verdict: 'unbounded', promises: { 'submit-ends': 'unbounded' }, states: 91, edges: 192, length: 3 },
  },
  {
    name: 'USERPTR-JOB',
    cites: ['G-2', 'CDC-4'],
    twin: 'USERPTR-JOB+run-job-mirrors',
    about: 'A fenced job uses a userptr, and the notifier waits for the fence of the job.',
    asks: { rows: [fencedJobs, intervalNotifier, userptrJob], clauses: Object.values(notifierLaws) },
    expect: { verdict: 'finite', states: 756, edges: 1850 },
  },
  {
    name: 'USERPTR-JOB+run-job-mirrors',
    cites: ['G-1', 'CDC-4'],
    twin: 'USERPTR-JOB',
    about:
      'The run_job callback looks up the pages of a userptr. It waits for an invalidation that waits for the ' +
      'fence of the job.',
    asks: { rows: [fencedJobs, intervalNotifier, userptrJob], clauses: [...Object.values(notifierLaws), looksAgain] },
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock', 'mirror-ends': 'deadlock', 'invalidation-ends': 'deadlock' },
      cycle: 'fence[1] → job[1] → sequence → invalidation → fence[1]',
      states: 756,
      edges: 1812,
      length: 13,
    },
  },
  {
    name: 'EXEC-BOTH',
    cites: ['D-9', 'G-2'],
    twin: 'EXEC-BOTH+look-by-look',
    about:
      'A submit needs an imported buffer and a userptr to be valid at the same time. It holds the reservation ' +
      'from its last check until its fence is published, and releases it if the userptr was invalidated.',
    asks: { rows: bothKinds, clauses: [...bothLaws, submitHolds] },
    expect: { verdict: 'finite', states: 1918, edges: 5153 },
  },
  {
    name: 'EXEC-BOTH+look-by-look',
    cites: ['D-9', 'G-2'],
    twin: 'EXEC-BOTH',
    about:
      'A submit holds the reservation only while it maps the buffer. The buffer moves while the userptr is ' +
      'looked up, and the userptr is invalidated while the buffer is mapped, for ever.',
    asks: { rows: bothKinds, clauses: bothLaws },
    expect: { verdict: 'unbounded', promises: { 'submit-ends': 'unbounded' }, states: 1902, edges: 5159, length: 8 },
  },
  {
    name: 'REGION-FAULT',
    cites: ['D-9', 'G-3', 'CDC-3'],
    twin: 'REGION-FAULT+cannot-preempt',
    about:
      'The repair of a GPU page fault reclaims memory from an on-demand RDMA region, and waits for the fence ' +
      'of a job. That job can preempt the faulted work.',
    asks: {
      rows: [fencedJobs, computeJobs, pageFaults, ...preempt.rows, memoryRegions, faultTakesFromRegion],
      clauses: [...coreFault, ...cut, ...regionLaws, ...alone],
    },
    expect: { verdict: 'finite', states: 6729, edges: 28078 },
  },
  {
    name: 'REGION-FAULT+cannot-preempt',
    cites: ['G-3', 'CDC-3'],
    twin: 'REGION-FAULT',
    about:
      'The repair of a GPU page fault reclaims memory from an on-demand RDMA region, and waits for the fence ' +
      'of a job that cannot preempt the faulted work.',
    asks: {
      rows: [fencedJobs, computeJobs, pageFaults, ...preempt.rows, memoryRegions, faultTakesFromRegion],
      clauses: [...coreFault, ...cut, ...regionLaws, ...alone, cannotPreempt],
    },
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 1999,
      edges: 7001,
      length: 9,
    },
  },
  {
    name: 'REGION-FAULT+awaits-faulted-request',
    cites: ['D-9', 'G-3'],
    twin: 'REGION-FAULT',
    about: 'The exporter waits for an RDMA request that has taken a page fault, and that fault waits for the exporter.',
    asks: {
      rows: [fencedJobs, computeJobs, pageFaults, ...preempt.rows, memoryRegions, faultTakesFromRegion],
      clauses: [...coreFault, ...cut, ...regionLaws, ...alone, regionFaultsHere],
    },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fault-answered': 'indefinite',
        'allocation-returns': 'indefinite',
        'claim-is-met': 'deadlock',
        'request-ends': 'deadlock',
      },
      cycle: 'claim → request → claim',
      states: 6729,
      edges: 27781,
      length: 12,
    },
  },
  {
    name: 'REGION-FAULT+pinned',
    cites: ['P-3', 'G-3'],
    twin: 'REGION-FAULT',
    about:
      'The repair of a GPU page fault reclaims memory from a pinned RDMA region, and waits until userspace ' +
      'deregisters the region.',
    asks: {
      rows: [fencedJobs, computeJobs, pageFaults, ...preempt.rows, memoryRegions, faultTakesFromRegion],
      clauses: [...coreFault, ...cut, regionKinds.pinned, regionLaw, ...alone],
    },
    expect: {
      verdict: 'indefinite',
      promises: { 'fault-answered': 'indefinite', 'allocation-returns': 'indefinite', 'claim-is-met': 'indefinite' },
      cycle: 'fault[1] → alloc[1] → bindFence[1] → fault[1]',
      states: 4056,
      edges: 16389,
      length: 9,
    },
  },
  {
    name: 'SHRINK-HEAP',
    cites: ['S-1', 'CDC-3'],
    twin: 'SHRINK-HEAP+heap-shrinks',
    about:
      'A fenced job uses a GEM object and a tiler heap. The shrinker waits for the fence of the job, and the ' +
      'heap grows with GFP_NOWAIT.',
    asks: {
      rows: [fencedJobs, gemShrinker, tilerHeaps, jobUsesObject],
      clauses: [...Object.values(shrinkerLaws), quietShrinker],
    },
    expect: { verdict: 'finite', states: 85, edges: 168 },
  },
  {
    name: 'SHRINK-HEAP+heap-shrinks',
    cites: ['S-1', 'CDC-3'],
    twin: 'SHRINK-HEAP',
    about:
      'The tiler heap of a fenced job grows with GFP_KERNEL, and enters the shrinker, which waits for the ' +
      'fence of the job.',
    asks: {
      rows: [fencedJobs, gemShrinker, tilerHeaps, jobUsesObject],
      clauses: [...Object.values(shrinkerLaws), quietShrinker, heapShrinks],
    },
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock', 'reclaim-returns': 'deadlock', 'heap-grows': 'deadlock' },
      cycle: 'fence[1] → job[1] → heap → shrink[1] → fence[1]',
      states: 47,
      edges: 86,
      length: 8,
    },
  },
);
