import { vocabulary, type Option } from '../../src/system/vocabulary.ts';
import { abilityIds, type HazardId } from '../description/ids.ts';
import { options } from '../options/index.ts';
import { contract, dmaBuf, from } from '../words/cites.ts';
import {
  allocationsDoNotGate,
  cpuSideFaults,
  fencesComplete,
  hangsNeedRecovery,
  independentHardware,
  infiniteDependsOnFinite,
  noGfpKernel,
  notifiersMayWait,
  separateBlocks,
  shrinkersMayWait,
} from '../words/sentences.ts';
import { allocation } from '../lifecycles/allocation.ts';
import { dependency } from '../lifecycles/dependency.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { engineTurn } from '../lifecycles/engine-turn.ts';
import { userFence } from '../lifecycles/user-fence.ts';
import { faultPool } from '../options/separate-memory.ts';
import type { Choice } from '../options/way-out.ts';
import { fragmentTexts } from './fragment-texts.ts';
import type { UseId } from '../description/ids.ts';
import { pool } from '../lifecycles/pool.ts';
import { repairParts } from '../rows/page-fault.ts';
import { reclaimer } from '../rows/reclaimer.ts';
import { recoveryParts } from '../rows/recovery.ts';
import { lockOfRepair, lockParts } from '../rows/repair-lock.ts';

const gpuScheduler = from('include/drm/gpu_scheduler.h');
const flushedWaiter = from('drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c')(
  'amdgpu_userq_pre_reset, before d5971c5c3430: it waited for the resume worker, which waits for fences',
);

const parts = { ...recoveryParts, ...repairParts, ...lockParts } as const;
const noReclaim = noGfpKernel;
const noFences = dmaBuf(
  '... which means any workload using recoverable page faults cannot use DMA fences for synchronization.',
);

const noResv = contract('This means any code required for fence completion cannot acquire a dma_resv lock.');
const sectionStarts = from('drivers/dma-buf/dma-fence.c')(
  'This means the signalling critical section starts as soon as the new fences are installed, ' +
    'even before dma_resv_unlock() is called.',
);
const noResvInNotifier = from('Documentation/gpu/drm-vm-bind-locking.rst')(
  "... we can't take any dma_resv lock nor the gpu_vm->lock from within it.",
);
const flushOfItself = from('kernel/workqueue.c')(
  'Force a lock recursion deadlock when using flush_work() inside a single-threaded or rescuer equipped workqueue.',
);
const rescuer = from('Documentation/core-api/workqueue.rst')(
  'All wq which might be used in the memory reclaim paths **MUST** have this flag set.',
);

/** Something that the documents forbid or warn of and that a driver does. It has one clause, of its own name. */
export type Hazard = Choice & {
  /** Threads of the driver's own, in the language of litmus files: the version before of a twin. */
  readonly threads?: { readonly file: string; readonly text: string };
  /** Threads of those that are somebody else's: without others who wait they are not there. */
  readonly othersThreads?: readonly string[];
  /** It takes one of these uses for it to be met. */
  readonly ofUses?: readonly UseId[];
};

const hazard = (
  name: HazardId,
  says: Option['says'],
  rows: Option['rows'],
  about: string,
  facts: Pick<Hazard, 'repairs' | 'inOrder'> = {},
): Hazard => ({
  name,
  says,
  rows,
  clauses: [{ name: `hazard/${name}`, says, about }],
  ...facts,
});
const ofRepairs = { repairs: true } as const;

/** A hazard that is a fragment of litmus/threads/hazards, of the same name. */
const fragment = (
  name: keyof typeof fragmentTexts,
  says: Option['says'],
  about: string,
  facts: Pick<Hazard, 'othersThreads' | 'ofUses'> = {},
): Hazard => ({
  ...hazard(name, says, [], about),
  threads: { file: `machines/litmus/threads/hazards/${name}.litmus`, text: fragmentTexts[name] },
  ...facts,
});

const preemptAlloc = reclaimer('preemptAlloc', 'faulting', 'allocation of the preemption', 'preempter[k]');
const preempting = vocabulary({
  ...parts,
  preemptAlloc: { of: allocation, family: 'faulting', title: 'allocation of the preemption' },
});
const preemptSteps = preempting.steps(
  preempting.step('preempt_allocates', 'preempter[k]', {
    moves: { 'preemptAlloc[k]': 'alloc' },
    when: {
      'compute[k]': ['scheduled', 'dispatched', 'running', 'faulted'],
      'job[?]': ['preparing', 'queued', 'scheduled', 'dispatched'],
    },
    cite: noReclaim,
  }),
);
/** The steps by which options take compute work off the hardware. */
const preemptions = options.flatMap(({ lacking }) =>
  abilityIds.flatMap((ability) => lacking?.[ability]?.forbids ?? []),
);

/** Steps of the same thread that need no allocation: of work that is not on the hardware, or by a use. */
const otherPreemptions = [
  'flush_queued',
  'cwsr_preempts',
  'cwsr_preempts_faulted',
  'queue_preempts',
  'queue_preempts_faulted',
] as const;

const cpuAlloc = reclaimer('cpuAlloc', 'faulting', 'allocation of the CPU page fault', 'fault_worker[k]');

const fencedCompute = vocabulary({
  ...parts,
  computeFence: { of: dmaFence, family: 'faulting', title: 'fence of compute job' },
});
const synced = vocabulary({ ...parts, dependency: { of: dependency, family: 'fenced', title: 'dependency of job' } });
const ended = { 'dependency[*]': 'ended.c[k]' } as const;
const userFenced = vocabulary({ ...parts, userFence: { of: userFence, title: 'userspace fence' } });
const locked = vocabulary(parts);
const sharing = vocabulary({
  ...parts,
  copyTurn: { of: engineTurn, family: 'faulting', title: 'turn of the copy job' },
} as const);
const pooled = vocabulary({ ...parts, pool: { of: pool } });
const cpuFault = cpuSideFaults;

/** What the documents forbid or warn of. */
export const hazards: readonly Hazard[] = [
  fragment(
    'signal-path-reclaims',
    noGfpKernel,
    'Memory is allocated with GFP_KERNEL between the end of a job and the signal of its fence.',
  ),
  fragment(
    'recovery-allocates',
    gpuScheduler('timedout_job: memory management may wait for the reset to finish'),
    'Hang recovery allocates with GFP_KERNEL before it resets.',
  ),
  fragment(
    'recovery-takes-submit-lock',
    hangsNeedRecovery,
    'Hang recovery takes a lock that a submit holds while it waits for a fence.',
  ),
  fragment('recovery-flushes-waiter', flushedWaiter, 'Hang recovery waits for a work item that waits for a fence.'),
  hazard(
    'preempt-fence-allocates',
    noReclaim,
    [
      { ...preemptAlloc, name: 'preempt-alloc' },
      preempting.row({
        name: 'preempt-fence-allocates',
        steps: preemptSteps,
        ties: {
          moves: Object.fromEntries(preemptions.map((step) => [step, { 'preemptAlloc[k]': 'free' }])),
          // It is one thread: while it is in reclaim it preempts nobody.
          requires: Object.fromEntries(
            otherPreemptions.map((step) => [step, { 'preemptAlloc[k]': ['none', 'returned'] } as const]),
          ),
        },
      }),
    ],
    'The preemption itself allocates with GFP_KERNEL.',
  ),
  hazard(
    'faulting-job-has-fence',
    noFences,
    [
      fencedCompute.row({
        name: 'faulting-job-has-fence',
        steps: fencedCompute.steps(
          fencedCompute.step('compute_fence_freed', 'compute_signaler[k]', {
            moves: { 'computeFence[k]': 'dma_fence_init' },
            when: { 'compute[k]': 'idle' },
          }),
          fencedCompute.step('reclaim_waits_for_compute', 'fault_worker[k]', {
            moves: { 'alloc[k]': 'wait.c[j]' },
            when: { 'computeFence[j]': 'visible' },
            cite: shrinkersMayWait,
          }),
        ),
        ties: {
          requires: { reclaim_ends: { 'computeFence[*]': '!visible' } },
          moves: {
            compute_submit: { 'computeFence[k]': 'publish' },
            compute_ends: { 'computeFence[k]': 'dma_fence_signal' },
            user_ends_compute: { 'computeFence[k]': 'dma_fence_signal' },
          },
          also: {
            compute_ends: { 'alloc[*]': 'signaled.c[k]' },
            user_ends_compute: { 'alloc[*]': 'signaled.c[k]' },
            nack: { 'computeFence[k]': 'dma_fence_signal' },
            kill_compute: { 'computeFence[k]': 'dma_fence_signal', 'alloc[*]': 'signaled.c[k]' },
          },
        },
        promises: [{ name: 'compute-fence-signals', pending: { 'computeFence[k]': 'visible' }, cite: fencesComplete }],
      }),
    ],
    'A job that takes page faults has a dma_fence.',
  ),
  hazard(
    'faulting-job-implicit-sync',
    dmaBuf('Specifically this means implicit synchronization will not be possible.'),
    [
      synced.row({
        name: 'faulting-job-implicit-sync',
        steps: synced.steps(
          synced.step('find_writer', 'user', {
            moves: { 'dependency[i]': 'find.c[k]' },
            when: { 'job[i]': 'preparing', 'compute[k]': '!idle' },
          }),
          synced.step('park', 'scheduler[i]', { moves: { 'dependency[i]': 'park', 'job[i]': 'park' } }),
          synced.step('unpark', 'scheduler[i]', { moves: { 'dependency[i]': 'ready', 'job[i]': 'unpark' } }),
        ),
        ties: {
          requires: { schedule: { 'dependency[i]': 'none' } },
          also: { compute_ends: ended, user_ends_compute: ended, nack: ended, kill_compute: ended },
        },
      }),
    ],
    'A fenced job waits for the compute jobs that wrote its buffers.',
    { inOrder: { moves: { park: { fencedRing: 'drop.f[i]' }, unpark: { fencedRing: 'enter.f[i]' } } } },
  ),
  hazard(
    'fence-awaits-user-fence',
    infiniteDependsOnFinite,
    [
      userFenced.row({
        name: 'fence-awaits-user-fence',
        steps: userFenced.steps(
          userFenced.step('user_signals', 'user', { moves: { userFence: 'user_signal' } }),
          userFenced.step('user_resets', 'user', { moves: { userFence: 'reset' } }),
        ),
        ties: { requires: { schedule: { userFence: 'signaled' } } },
      }),
    ],
    'A job with a dma_fence waits for a userspace fence.',
  ),
  hazard(
    'repair-on-busy-engine',
    independentHardware,
    [
      sharing.row({
        name: 'repair-on-busy-engine',
        steps: [],
        ties: {
          moves: {
            copy_publish: { ring: 'enter.copy[k]', 'copyTurn[k]': 'ask' },
            copy_run: { engine: 'take.copy[k]', ring: 'leave.copy[k]', 'copyTurn[k]': 'take' },
            copy_signal: { engine: 'give.copy[k]' },
          },
          // Who made room for it comes back behind it.
          requires: { resume: { 'copyTurn[*]': 'idle' } },
        },
      }),
    ],
    'The copy job of a repair runs on the engine that compute work holds.',
    ofRepairs,
  ),
  hazard(
    'reserve-under-repair-lock',
    allocationsDoNotGate,
    [
      lockOfRepair,
      locked.row({
        name: 'reserve-under-repair-lock',
        steps: locked.steps(
          locked.step('lock_early', 'submit_lock[i]', {
            moves: { repairLock: 'take.f[i]' },
            when: { 'job[i]': 'preparing', repairLock: 'free' },
          }),
        ),
      }),
    ],
    'A submit path takes the lock of the repair before it waits for the hardware.',
    ofRepairs,
  ),
  hazard(
    'cpu-fault-in-repair',
    cpuFault,
    [
      { ...cpuAlloc, name: 'cpu-alloc' },
      vocabulary({
        ...parts,
        cpuAlloc: { of: allocation, family: 'faulting', title: 'allocation of the CPU page fault' },
      }).row({
        name: 'cpu-fault-in-repair',
        steps: [],
        ties: {
          moves: { service_fault: { 'cpuAlloc[k]': 'alloc' }, copy_publish: { 'cpuAlloc[k]': 'free' } },
          // The worker is one thread: where it waits in the CPU page fault it answers nothing.
          requires: { nack: { 'cpuAlloc[k]': ['allocating', 'returned'] } },
          also: { nack: { 'cpuAlloc[k]': 'refuse' } },
        },
      }),
    ],
    'The repair takes a CPU page fault, which allocates.',
    ofRepairs,
  ),
  hazard(
    'pool-falls-back',
    separateBlocks,
    [
      faultPool,
      pooled.row({
        name: 'pool-falls-back',
        steps: pooled.steps(
          pooled.step('pool_falls_back', 'fault_worker[k]', {
            moves: { 'alloc[k]': 'wait.f[i]' },
            when: { 'fence[i]': 'visible', pool: 'empty' },
            cite: separateBlocks,
          }),
        ),
      }),
    ],
    'A repair that finds the pool empty falls back to the shared memory.',
    ofRepairs,
  ),
  fragment(
    'signal-path-takes-resv',
    noResv,
    'The code that completes a job takes a reservation lock, under which others may wait for its fence.',
    { othersThreads: ['importer'] },
  ),
  fragment(
    'run-job-takes-lock',
    noGfpKernel,
    'run_job takes a lock under which another thread of the driver allocates with GFP_KERNEL.',
  ),
  fragment('run-job-reclaims', noGfpKernel, 'run_job allocates with GFP_KERNEL.'),
  fragment(
    'reclaims-between-arm-and-push',
    sectionStarts,
    'A submit allocates with GFP_KERNEL after the fence of its job is visible and before the job is pushed.',
  ),
  fragment(
    'completion-puts-last-mm',
    notifiersMayWait,
    'The code that completes a job calls mmput(), which may drop the last reference: the notifier waits for the fence.',
    { ofUses: ['userptr', 'svm'] },
  ),
  fragment(
    'notifier-takes-resv',
    noResvInNotifier,
    'The notifier takes a reservation lock, under which a submit allocates with GFP_KERNEL.',
    { ofUses: ['userptr', 'svm'] },
  ),
  fragment(
    'work-flushes-itself',
    flushOfItself,
    'The work that completes a job flushes itself, or the ordered workqueue on which it runs.',
  ),
  fragment(
    'workqueue-without-mem-reclaim',
    rescuer,
    'The work that completes a job runs on a workqueue without WQ_MEM_RECLAIM.',
  ),
];
