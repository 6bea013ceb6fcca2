import { preempt } from '../../options/preempt.ts';
import { compute, faults, reclaimWaits, separateHardware, submissionFifo } from '../../options/traits.ts';
import { vocabulary } from '../../../src/system/vocabulary.ts';
import { computeJobs, computeParts } from '../../rows/compute-jobs.ts';
import { engineGroup, groupLaws } from '../../rows/engine-group.ts';
import { evictionFences, evictionLaws, evictionParts } from '../../rows/eviction-fence.ts';
import { fencedJobs } from '../../rows/fenced-jobs.ts';
import { foreignDevice } from '../../rows/foreign-device.ts';
import { pageFaults } from '../../rows/page-fault.ts';
import { foreignSync, foreignSyncIs, pipelineOfCore, rendersByJob } from '../../rows/pipeline-of-core.ts';
import { preemptFences, preemptLaws } from '../../rows/preempt-fence.ts';
import { pipelines, worldFaults } from '../../rows/worlds.ts';
import { groupIsSubmit, groupOfCore } from '../../uses/engine-group.ts';
import { cannotSaveWaves, processStays, repairEvicts } from '../../uses/eviction-fence.ts';
import { pfenceAllocates, pfenceMemory } from '../../uses/preempt-fence.ts';
import { from } from '../../words/cites.ts';
import { litmuses } from './ask.ts';

const off = from('drivers/gpu/drm/amd/amdkfd/kfd_device_queue_manager.c')('evict_process_queues_cpsch');

const core = [fencedJobs, computeJobs, pageFaults];
const traits = [compute.finite, faults['on-demand'], reclaimWaits.unbounded];
const group = {
  rows: [engineGroup, ...core, groupOfCore],
  clauses: [
    ...traits,
    groupIsSubmit,
    groupLaws['suspended-before-visible'],
    groupLaws['fences-before-fault-job'],
    groupLaws['readers-queue'],
  ],
} as const;
const less = (clause: object) => group.clauses.filter((one) => one !== clause);
const laws = Object.values(evictionLaws);
const evicting = {
  rows: [evictionFences, ...core, repairEvicts],
  clauses: [...traits, separateHardware, ...laws, processStays],
} as const;
/** What is off the hardware has nothing of it, and nothing runs while its process is evicted, which has a cause. */
const repairBooks = vocabulary({ ...evictionParts, ...computeParts }).row({
  name: 'repair-evicts-books',
  steps: [],
  invariants: [
    { name: 'preempted-has-no-engine', never: { 'compute[k]': 'preempted', engine: 'held.c[k]' }, cite: off },
    { name: 'preempted-has-no-units', never: { 'compute[k]': 'preempted', units: 'held.c[k]' }, cite: off },
    { name: 'preempted-has-nothing-else', never: { 'compute[k]': 'preempted', other: 'held.c[k]' }, cite: off },
    {
      name: 'nothing-runs-evicted',
      never: {
        'compute[?]': ['dispatched', 'running', 'faulted'],
        'process[?]': ['waits_to_restore', 'restoring', 'backs_off'],
      },
      cite: off,
    },
    { name: 'evicted-for-something', never: { 'process[i]': 'quiesced', 'cause[i]': 'none' }, cite: off },
  ],
});
const booked = { ...evicting, rows: [...evicting.rows, repairBooks] };
const foreign = {
  rows: [evictionFences, fencedJobs, foreignDevice, foreignSync],
  clauses: [...laws, foreignSyncIs],
} as const;
const pfence = {
  rows: [preemptFences, fencedJobs, pfenceMemory],
  clauses: Object.values(preemptLaws),
  sizes: { preemptFences: 1 },
} as const;
const pipe = {
  rows: [pipelines, ...core, pipelineOfCore, ...preempt.rows],
  clauses: [...traits, submissionFifo, rendersByJob],
} as const;

/**
 * Rows that meet: engine groups, evictions, preempt fences and pipelines with the jobs, page faults
 * and devices of the core.
 */
export const executionComposed = litmuses(
  {
    name: 'CORE-GROUP',
    cites: ['O-4', 'P1', 'P5'],
    twin: 'CORE-GROUP+not-suspended',
    about:
      'The engine group lets fenced jobs run only after compute work has left the engine. Fenced work never ' +
      'waits for a page fault.',
    asks: group,
    expect: {
      verdict: 'finite',
      states: 8909,
      edges: 30960,
    },
  },
  {
    name: 'CORE-GROUP+not-suspended',
    cites: ['O-4', 'P1', 'P5'],
    twin: 'CORE-GROUP',
    about: 'Compute work is still on the engine of the group when a fence becomes visible.',
    asks: { ...group, clauses: less(groupLaws['suspended-before-visible']) },
    expect: {
      verdict: 'broken',
      broken: ['resumed-when-suspended'],
      states: 22246,
      edges: 89265,
      length: 15,
    },
  },
  {
    name: 'CORE-GROUP+fences-pending',
    cites: ['O-4', 'P5'],
    twin: 'CORE-GROUP',
    about: 'Compute work returns to the engine of the group while a fence is pending.',
    asks: { ...group, clauses: less(groupLaws['fences-before-fault-job']) },
    expect: {
      verdict: 'indefinite',
      promises: { 'fence-signals': 'indefinite', 'fault-answered': 'indefinite', 'allocation-returns': 'indefinite' },
      cycle: 'fence[1] → groupFence[1] → fence[1]',
      states: 10495,
      edges: 36890,
      length: 27,
    },
  },
  {
    name: 'REPAIR-EVICTS',
    cites: ['E-2', 'O-1', 'P1'],
    twin: 'REPAIR-EVICTS+cannot-save-waves',
    about:
      'The repair of a page fault enters reclaim, which evicts the process that faulted. Its waves are saved ' +
      'although the fault is not repaired.',
    asks: evicting,
    expect: { verdict: 'finite', states: 37044, edges: 222300 },
  },
  {
    name: 'REPAIR-EVICTS+cannot-save-waves',
    cites: ['E-2', 'O-1', 'P1'],
    twin: 'REPAIR-EVICTS',
    about:
      'The waves of a faulted process cannot be saved. Its eviction fence waits for the repair, whose reclaim ' +
      'waits for the eviction fence.',
    asks: { ...evicting, clauses: [...evicting.clauses, cannotSaveWaves] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'eviction-fence-signals': 'deadlock',
        'client-has-memory': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
      },
      cycle: 'evictionFence[1] → evictWork[1] → compute[1] → fault[1] → alloc[1] → evictionFence[1]',
      states: 11856,
      edges: 61992,
      length: 12,
    },
  },
  {
    name: 'REPAIR-EVICTS-BOOKS',
    cites: ['E-2', 'O-1'],
    twin: 'REPAIR-EVICTS-BOOKS+cannot-save-waves',
    about: 'Work whose waves are saved gives up all its hardware, and runs again only after its process is restored.',
    asks: booked,
    expect: {
      verdict: 'finite',
      states: 37044,
      edges: 222300,
    },
  },
  {
    name: 'REPAIR-EVICTS-BOOKS+cannot-save-waves',
    cites: ['E-2', 'O-1'],
    twin: 'REPAIR-EVICTS-BOOKS',
    about: 'Work whose waves cannot be saved stays on the hardware, and its process is never evicted.',
    asks: { ...booked, clauses: [...booked.clauses, cannotSaveWaves] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'eviction-fence-signals': 'deadlock',
        'client-has-memory': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
      },
      cycle: 'evictionFence[1] → evictWork[1] → compute[1] → fault[1] → alloc[1] → evictionFence[1]',
      states: 11856,
      edges: 61992,
      length: 12,
    },
  },
  {
    name: 'FOREIGN-SYNC',
    cites: ['E-1', 'I-2'],
    twin: 'FOREIGN-SYNC+not-bookkeep',
    about:
      'A job of another device synchronises with a shared buffer, whose reservation object holds an eviction ' +
      'fence beside the fences of jobs. It waits for the fences of jobs only.',
    asks: foreign,
    expect: { verdict: 'finite', states: 5336, edges: 26104 },
  },
  {
    name: 'FOREIGN-SYNC+not-bookkeep',
    cites: ['E-1', 'I-2'],
    twin: 'FOREIGN-SYNC',
    about:
      'The eviction fence is not added with DMA_RESV_USAGE_BOOKKEEP, so a job of another device waits for it ' +
      'and evicts a process whose memory nobody needs.',
    asks: { ...foreign, clauses: foreign.clauses.filter((one) => one !== evictionLaws.bookkeep) },
    expect: {
      verdict: 'broken',
      broken: ['evicted-for-memory-alone'],
      promises: { 'eviction-fence-signals': 'indefinite', 'implicit-sync-ends': 'indefinite' },
      states: 12704,
      edges: 64156,
      length: 4,
    },
  },
  {
    name: 'PFENCE-MEMORY',
    cites: ['CDC-3', 'E-2'],
    twin: 'PFENCE-MEMORY+allocates-late',
    about:
      'The memory for the next preempt fence is allocated before the fence is armed. Reclaim may wait for ' +
      'fenced jobs at that time.',
    asks: { ...pfence, clauses: [...pfence.clauses, pfenceAllocates.early] },
    expect: { verdict: 'finite', states: 7348, edges: 27466 },
  },
  {
    name: 'PFENCE-MEMORY+allocates-late',
    cites: ['CDC-3', 'E-2'],
    twin: 'PFENCE-MEMORY',
    about:
      'The work that signals a preempt fence allocates, and its reclaim waits until the queue of that fence ' +
      'has left the hardware.',
    asks: { ...pfence, clauses: [...pfence.clauses, pfenceAllocates.late] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'preempt-fence-signals': 'deadlock',
        'queue-runs': 'deadlock',
        'notifier-returns': 'deadlock',
        'client-has-memory': 'deadlock',
        'rebind-ends': 'deadlock',
        'pfenceAlloc-returns': 'deadlock',
      },
      cycle: 'pfence → pfenceAlloc → pfence',
      states: 11872,
      edges: 46715,
      length: 11,
    },
  },
  {
    name: 'CORE-PIPELINE',
    cites: ['P1', 'P5', 'O-1'],
    twin: 'CORE-PIPELINE+cannot-preempt',
    about:
      'A frame for the display is rendered on an engine that compute work also uses. Compute work is ' +
      'preempted, even while its page fault is not repaired.',
    asks: { ...pipe, clauses: [...pipe.clauses, ...preempt.clauses] },
    expect: { verdict: 'finite', states: 3170, edges: 11794 },
  },
  {
    name: 'CORE-PIPELINE+cannot-preempt',
    cites: ['P1', 'P5', 'O-1'],
    twin: 'CORE-PIPELINE',
    about: 'Faulted compute work cannot be preempted, and the page fault of one process stops the display of another.',
    asks: {
      ...pipe,
      clauses: [...pipe.clauses, ...preempt.clauses.filter(({ name }) => name !== 'preempt/while-faulted')],
    },
    expect: {
      verdict: 'deadlock',
      promises: {
        'notifier-returns': 'deadlock',
        'frame-is-composed': 'deadlock',
        'frame-is-shown': 'deadlock',
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
      },
      cycle: 'notifier → render → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1] → job[1]',
      states: 1138,
      edges: 3482,
      length: 12,
    },
  },
  {
    name: 'CORE-PIPELINE+bucket-each',
    cites: ['F-6'],
    twin: 'CORE-PIPELINE',
    about: 'The drivers of a display pipeline share no fence, and only userspace passes a frame from one to the next.',
    asks: { ...pipe, clauses: [...pipe.clauses, ...preempt.clauses, worldFaults['bucket-each']] },
    expect: {
      verdict: 'indefinite',
      promises: { 'frame-is-composed': 'indefinite', 'frame-is-shown': 'indefinite' },
      cycle: 'compose → user',
      states: 3170,
      edges: 11794,
      length: 8,
    },
  },
);
