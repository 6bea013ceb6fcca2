import { vocabulary } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { evenWhileFaulted, fencesComplete, hangsNeedRecovery, shrinkersMayWait } from '../words/sentences.ts';
import { allocation } from '../lifecycles/allocation.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { evictionFence, resvWaiter } from '../lifecycles/eviction.ts';
import { oneShot } from '../lifecycles/one-shot.ts';
import {
  hangDetect,
  userQueue,
  userqFree,
  userqMutex,
  userqResume,
  userqSignal,
  userqSuspend,
} from '../lifecycles/user-queue.ts';
import { computeParts } from './compute-jobs.ts';
import { repairParts } from './page-fault.ts';
import { reclaimer } from './reclaimer.ts';

const amdgpuUserq = from('drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c');
const amdgpuUserqFence = from('drivers/gpu/drm/amd/amdgpu/amdgpu_userq_fence.c');
const amdgpuEvictionFence = from('drivers/gpu/drm/amd/amdgpu/amdgpu_eviction_fence.c');
const mesUserqueue = from('drivers/gpu/drm/amd/amdgpu/mes_userqueue.c');
const kfdProcess = from('drivers/gpu/drm/amd/amdkfd/kfd_process.c');
const ttmBo = from('drivers/gpu/drm/ttm/ttm_bo.c');

const userq = (says: string) => amdgpuUserq(says);
const evf = (says: string) => amdgpuEvictionFence(says);

/** The restore gets memory for every buffer: reclaim may wait for any fence that is visible. */
const restoreAlloc = reclaimer('userqAlloc', null, 'allocation of the restore', 'userq_restore');

/**
 * The user queues of one file: a compute job of the core is what a queue runs. They share an eviction fence, a mutex,
 * the two workers, and an ioctl that makes fences.
 */
export const userqParts = {
  ...computeParts,
  userq: { of: userQueue, family: 'faulting', title: 'user queue' },
  lastFence: { of: dmaFence, family: 'faulting', title: 'last fence of the user queue' },
  hangDetect: { of: hangDetect, family: 'faulting', title: 'hang detection' },
  userqFree: { of: userqFree, family: 'faulting', title: 'ioctl that destroys the user queue' },
  userqEviction: { of: evictionFence, title: 'eviction fence of the user queues' },
  userqSuspend: { of: userqSuspend, title: 'eviction worker' },
  userqResume: { of: userqResume, title: 'restore worker' },
  userqSignal: { of: userqSignal, title: 'ioctl that makes a fence' },
  userqMutex: { of: userqMutex, title: 'userq_mutex' },
  userqMover: { of: resvWaiter, title: 'thread that moves a buffer' },
  userqShortage: { of: oneShot, title: 'failure of a restore' },
  userqAlloc: { of: allocation, title: 'allocation of the restore' },
  alloc: repairParts.alloc,
} as const;

const v = vocabulary(userqParts);
const off = { engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]' } as const;
const woken = { 'alloc[*]': 'signaled.c[k]', userqAlloc: 'signaled.c[k]' } as const;
/** Whatever ends the work of a queue completes its last fence, and with it the detection. */
const completes = { 'lastFence[k]': 'dma_fence_signal', 'hangDetect[k]': 'cancel', ...woken } as const;
const lost = { 'compute[k]': 'kill', ...off, 'fault[k]': 'squash' } as const;

const submits = v.steps(
  v.step('userq_signal_called', 'user', {
    moves: { userqSignal: 'call' },
    cite: amdgpuUserqFence('amdgpu_userq_signal_ioctl'),
  }),
  v.step('userq_asks_for_restore', 'userq_ioctl', {
    moves: { userqResume: 'queue' },
    when: { userqSignal: 'called', userqEviction: 'signaled' },
    cite: userq('amdgpu_userq_ensure_ev_fence: schedule_delayed_work(&uq_mgr->resume_work, 0)'),
  }),
  v.step('userq_signal_locks', 'userq_ioctl_lock', {
    moves: { userqSignal: 'lock', userqMutex: 'take.ioctl' },
    when: { userqEviction: ['armed', 'enabled'] },
    cite: userq('amdgpu_userq_ensure_ev_fence: mutex_lock(&uq_mgr->userq_mutex), then the fence is looked at'),
  }),
  v.step('userq_fence_visible', 'userq_ioctl', {
    moves: { userqSignal: 'make', 'lastFence[k]': 'publish', 'hangDetect[k]': 'arm' },
    when: { 'compute[k]': '!idle' },
    atomic: 'userq_mutex',
    cite: amdgpuUserqFence('amdgpu_userq_signal_ioctl: amdgpu_userq_start_hang_detect_work'),
  }),
  v.step('userq_signal_unlocks', 'userq_ioctl', {
    moves: { userqSignal: 'unlock', userqMutex: 'give.ioctl' },
    cite: amdgpuUserqFence('amdgpu_userq_signal_ioctl: mutex_unlock'),
  }),
);

const evicts = v.steps(
  v.step('userq_move_begins', 'user', { moves: { userqMover: 'begin' }, cite: ttmBo('ttm_bo_evict') }),
  v.step('userq_move_waits', 'resv_waiter', {
    moves: { userqMover: 'wait' },
    also: { userqEviction: 'enable_signaling', userqSuspend: 'queue' },
    when: { userqEviction: ['armed', 'enabled'] },
    atomic: 'the fence lock',
    cite: evf('amdgpu_eviction_fence_enable_signaling: schedule_work(&evf_mgr->suspend_work)'),
  }),
  v.step('userq_move_passes', 'resv_waiter', {
    moves: { userqMover: 'pass' },
    when: { userqEviction: 'signaled' },
    cite: ttmBo('ttm_bo_wait_ctx'),
  }),
  v.step('userq_move_woken', 'resv_waiter', {
    moves: { userqMover: 'woken' },
    when: { userqEviction: ['signaled', 'armed'] },
    cite: ttmBo('ttm_bo_wait_ctx'),
  }),
  v.step('userq_evict_locks', 'userq_lock', {
    moves: { userqSuspend: 'lock', userqMutex: 'take.suspend' },
    cite: evf('amdgpu_eviction_fence_suspend_worker: mutex_lock(&uq_mgr->userq_mutex)'),
  }),
  v.step('userq_evict_waited', 'userq_worker', {
    moves: { userqSuspend: 'waited' },
    cite: userq('amdgpu_userq_evict: amdgpu_userq_wait_for_signal, then amdgpu_userq_evict_all'),
  }),
  v.step('userq_preempts', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    also: off,
    when: {
      'compute[k]': ['queued', 'scheduled', 'dispatched', 'running'],
      userqSuspend: 'unmaps',
      'userq[k]': 'mapped',
    },
    atomic: 'hardware',
    cite: mesUserqueue('mes_userq_preempt'),
  }),
  v.step('userq_preempts_faulted', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    also: off,
    when: { 'compute[k]': 'faulted', userqSuspend: 'unmaps', 'userq[k]': 'mapped' },
    atomic: 'hardware',
    cite: evenWhileFaulted,
  }),
  v.step('userq_unmapped', 'userq_worker', {
    moves: { userqSuspend: 'unmapped' },
    also: { 'userq[*]': 'unmap' },
    when: { 'compute[*]': ['idle', 'preempted'] },
    cite: userq('amdgpu_userq_evict_all'),
  }),
  v.step('userq_eviction_signals', 'userq_worker', {
    moves: { userqSuspend: 'signal', userqEviction: 'signal' },
    also: { userqResume: 'queue' },
    atomic: 'the fence lock',
    cite: evf('amdgpu_eviction_fence_suspend_worker: dma_fence_signal, then resume_work is scheduled'),
  }),
  v.step('userq_evict_unlocks', 'userq_worker', {
    moves: { userqSuspend: 'unlock', userqMutex: 'give.suspend' },
    cite: evf('amdgpu_eviction_fence_suspend_worker: mutex_unlock'),
  }),
);

const restores = v.steps(
  v.step('userq_restore_runs', 'userq_restore', {
    moves: { userqResume: 'run', userqAlloc: 'alloc' },
    atomic: 'the worker goes on only after it',
    cite: userq('amdgpu_userq_restore_worker: amdgpu_userq_vm_validate'),
  }),
  v.step('userq_restore_locks', 'userq_restore_lock', {
    moves: { userqResume: 'lock', userqMutex: 'take.resume' },
    also: { userqAlloc: 'free' },
    when: { userqAlloc: 'returned' },
    cite: userq('amdgpu_userq_restore_all: mutex_lock(&uq_mgr->userq_mutex)'),
  }),
  v.step('userq_restore_rearms', 'userq_restore', {
    moves: { userqEviction: 'create' },
    when: { userqResume: ['has_mutex', 'mapped'] },
    cite: evf('amdgpu_evf_mgr_rearm'),
  }),
  v.step('userq_restore_maps', 'userq_restore', {
    moves: { userqResume: 'map' },
    also: { 'userq[*]': 'map' },
    cite: userq('amdgpu_userq_restore_all: amdgpu_userq_restore_helper of each queue'),
  }),
  v.step('userq_restore_unlocks', 'userq_restore', {
    moves: { userqResume: 'unlock', userqMutex: 'give.resume' },
    when: { userqEviction: '!signaled' },
    cite: userq('amdgpu_userq_restore_all: mutex_unlock'),
  }),
  v.step('userq_restore_fails', 'user', {
    moves: { userqResume: 'fail', userqShortage: 'spend', userqAlloc: 'fail' },
    cite: userq('amdgpu_userq_vm_validate: an error ends the restore'),
  }),
  v.step('userq_restore_again', 'userq_restore', {
    moves: { userqResume: 'again' },
    cite: kfdProcess('restore_process_worker: queue_delayed_work after a failure'),
  }),
  v.step('userq_restore_ends', 'userq_restore', {
    moves: { userqResume: 'give_up' },
    cite: userq('amdgpu_userq_restore_worker: after a failure it prints a line and returns'),
  }),
  v.step('userqAlloc_waits_for_queue', 'userq_restore', {
    moves: { userqAlloc: 'wait.c[k]' },
    when: { 'lastFence[k]': 'visible' },
    cite: shrinkersMayWait,
  }),
);

const destroys = v.steps(
  v.step('userq_free_called', 'user', {
    moves: { 'userqFree[k]': 'call' },
    when: { 'userq[k]': '!freed' },
    cite: userq('amdgpu_userq_ioctl: AMDGPU_USERQ_OP_FREE'),
  }),
  v.step('userq_free_locks', 'userq_free_lock[k]', {
    moves: { 'userqFree[k]': 'lock', userqMutex: 'take.free[k]' },
    cite: userq('amdgpu_userq_destroy: mutex_lock(&uq_mgr->userq_mutex)'),
  }),
  v.step('userq_freed', 'userq_free[k]', {
    moves: { 'userqFree[k]': 'waited', 'userq[k]': 'free' },
    also: { 'hangDetect[k]': 'cancel', ...lost },
    when: { 'lastFence[k]': '!visible' },
    atomic: 'userq_mutex',
    cite: userq('amdgpu_userq_destroy: amdgpu_userq_wait_for_last_fence, amdgpu_userq_unmap_helper'),
  }),
  v.step('userq_free_unlocks', 'userq_free[k]', {
    moves: { 'userqFree[k]': 'unlock', userqMutex: 'give.free[k]' },
    cite: userq('amdgpu_userq_destroy: mutex_unlock'),
  }),
  v.step('userq_created', 'user', {
    moves: { 'userq[k]': 'create' },
    when: { userqMutex: 'free', userqEviction: ['armed', 'enabled'] },
    atomic: 'userq_mutex',
    cite: userq('amdgpu_userq_create: amdgpu_userq_ensure_ev_fence'),
  }),
);

const detects = v.steps(
  v.step('userq_hang_detected', 'hang_detector[k]', {
    moves: { 'hangDetect[k]': 'fire', 'lastFence[k]': 'dma_fence_signal' },
    also: { 'userq[k]': 'reset', ...lost, ...woken },
    atomic: 'the reset of the queue',
    cite: userq('amdgpu_userq_hang_detect_work: amdgpu_userq_fence_driver_force_completion'),
  }),
);

/** What else the core's repairs may come upon in reclaim, where a driver has both. */
const reclaims = v.steps(
  v.step('reclaim_waits_for_userq', 'fault_worker[j]', {
    moves: { 'alloc[j]': 'wait.c[k]' },
    when: { 'lastFence[k]': 'visible' },
    cite: shrinkersMayWait,
  }),
  v.step('reclaim_evicts_userq', 'fault_worker[k]', {
    moves: { 'alloc[k]': 'wait.foreign' },
    also: { userqEviction: 'enable_signaling', userqSuspend: 'queue' },
    when: { userqEviction: ['armed', 'enabled'] },
    atomic: 'the fence lock',
    cite: shrinkersMayWait,
  }),
);

export const userqSteps = [...submits, ...evicts, ...restores, ...destroys, ...detects, ...reclaims] as const;

/** The memory of the restore, and what reclaim waits for there. */
export const restoreMemory = { ...restoreAlloc, name: 'userq-restore-memory' } as const;

/** amdgpu's user queues: submitted without the kernel, evicted by a fence, with a fence of what was submitted last. */
export const userQueues = v.row({
  name: 'user-queues',
  steps: userqSteps,
  ties: {
    requires: {
      compute_submit: { 'userq[k]': ['mapped', 'unmapped'] },
      // What is told to leave the hardware is not put back before it is told to.
      compute_schedule: { 'userq[k]': 'mapped', userqSuspend: '!unmaps' },
      resume: { 'userq[k]': 'mapped', userqSuspend: '!unmaps' },
      reclaim_ends: { 'lastFence[*]': '!visible', userqEviction: '!enabled' },
      userqAlloc_ends: { 'lastFence[*]': '!visible' },
    },
    also: {
      compute_submit: { 'lastFence[k]': 'dma_fence_init' },
      compute_ends: completes,
      user_ends_compute: completes,
      nack: completes,
      kill_compute: { ...completes, 'userq[k]': 'reset' },
      userq_eviction_signals: { 'alloc[*]': 'signaled.foreign' },
    },
  },
  promises: [
    { name: 'last-fence-signals', pending: { 'lastFence[k]': 'visible' }, cite: fencesComplete },
    { name: 'userq-eviction-signals', pending: { userqEviction: 'enabled' }, cite: fencesComplete },
    {
      name: 'user-queues-come-back',
      pending: { userqEviction: 'signaled' },
      cite: userq('amdgpu_userq_restore_worker'),
    },
    {
      name: 'userq-signal-returns',
      pending: { userqSignal: '!idle' },
      cite: amdgpuUserqFence('amdgpu_userq_signal_ioctl'),
    },
    { name: 'userq-free-returns', pending: { 'userqFree[k]': '!idle' }, cite: userq('amdgpu_userq_destroy') },
    { name: 'userq-move-ends', pending: { userqMover: '!idle' }, cite: ttmBo('ttm_bo_wait_ctx') },
  ],
  invariants: [
    ...(['engine', 'units', 'other'] as const).map((hardware) => ({
      name: `user-queue-gives-${hardware}-back`,
      never: { 'userq[k]': ['unmapped', 'dead', 'freed'], [hardware]: 'held.c[k]' } as const,
      cite: mesUserqueue('mes_userq_unmap, mes_userq_preempt'),
    })),
    {
      name: 'user-queues-run-under-a-fence',
      never: { 'userq[?]': 'mapped', userqEviction: 'signaled' },
      cite: evf('amdgpu_evf_mgr_rearm: a new fence is in every buffer before the queues are mapped'),
    },
  ],
});

/** A user queue that runs something that never ends, and of which the hardware reports nothing. */
const hangSteps = v.steps(
  v.step('userq_hangs', 'hardware_event', {
    moves: { 'userq[k]': 'hw_hang' },
    when: { 'compute[k]': ['scheduled', 'dispatched', 'running'] },
    atomic: 'hardware',
    cite: hangsNeedRecovery,
  }),
);
/** Taking a hung queue off the hardware fails, and the worker waits for the reset. */
const resetSteps = v.steps(
  v.step('userq_unmap_fails', 'hang_detector[k]', {
    moves: { 'userq[k]': 'reset' },
    also: { ...lost, ...completes },
    when: { 'userq[k]': 'hung', userqSuspend: 'unmaps' },
    atomic: 'the reset of the queue',
    cite: userq('amdgpu_userq_evict_all: on an error reset_work is scheduled and flushed (7.1)'),
  }),
);
const runs = { 'userq[k]': '!hung' } as const;
export const hangingUserQueues = v.row({
  name: 'hanging-user-queues',
  steps: [...hangSteps, ...resetSteps],
  ties: {
    requires: {
      compute_ends: runs,
      user_ends_compute: runs,
    },
  },
});

const about = v.about([...userqSteps, ...restoreMemory.steps, ...hangSteps, ...resetSteps] as {
  readonly name: string;
}[]);
export const userqLaws = {
  'evicts-after-last-fence': about.clause({
    name: 'user-queues/evicts-after-last-fence',
    says: userq('amdgpu_userq_evict: amdgpu_userq_wait_for_signal of each queue before amdgpu_userq_evict_all (7.1)'),
    requires: { userq_evict_waited: { 'lastFence[*]': '!visible' } },
  }),
  'new-fence-before-map': about.clause({
    name: 'user-queues/new-fence-before-map',
    says: evf('amdgpu_evf_mgr_rearm comes before amdgpu_userq_restore_all'),
    requires: { userq_restore_maps: { userqEviction: '!signaled' } },
  }),
  'restore-retries': about.clause({
    name: 'user-queues/restore-retries',
    says: kfdProcess('restore_process_worker: queue_delayed_work after a failure'),
    about: 'amdkfd retries the restore; amdgpu leaves it to the next ioctl of the process.',
    forbids: ['userq_restore_ends'],
  }),
} as const;
export const userqFaults = {
  'takes-mutex-again': about.clause({
    name: 'user-queues/takes-mutex-again',
    says: evf(
      'the reports of 2026: userq_mutex is asked for inside ' +
        'amdgpu_eviction_fence_suspend_worker, which has it, in the signalling section',
    ),
    requires: { userq_unmapped: { userqMutex: 'free' } },
  }),
  'waits-under-mutex': about.clause({
    name: 'user-queues/waits-under-mutex',
    says: userq('amdgpu_userq_ensure_ev_fence drops userq_mutex before it waits'),
    about: 'An ioctl waits for the eviction fence while it holds the mutex.',
    adds: [
      {
        name: 'userq_ioctl_waits',
        actor: 'userq_ioctl',
        moves: { userqSignal: 'wait' },
        also: { userqEviction: 'enable_signaling', userqSuspend: 'queue' },
        when: { userqEviction: ['armed', 'enabled'] },
      },
      {
        name: 'userq_ioctl_woken',
        actor: 'userq_ioctl',
        moves: { userqSignal: 'woken' },
        when: { userqEviction: 'signaled' },
      },
    ],
  }),
  'cancels-detector-first': about.clause({
    name: 'user-queues/cancels-detector-first',
    says: userq('amdgpu_userq_destroy: cancel_delayed_work_sync(&queue->hang_detect_work) comes before the wait (7.1)'),
    about: 'Destroying a queue cancels its hang detection, and then waits for the fence that it backs up.',
    also: { userq_free_locks: { 'hangDetect[k]': 'cancel' } },
  }),
  'no-detector': about.clause({
    name: 'user-queues/no-detector',
    says: userq('before fc3336be9c62 (7.0 and older) nothing backs up the fence of a user queue'),
    forbids: ['userq_hang_detected'],
  }),
  'reset-waits-for-restore': about.clause({
    name: 'user-queues/reset-waits-for-restore',
    says: userq('amdgpu_userq_pre_reset, before d5971c5c3430: cancel_delayed_work_sync(&uqm->resume_work)'),
    about: 'A reset waits for the restore worker, which waits for fences that only the reset completes.',
    requires: {
      gpu_reset: { userqResume: ['idle', 'queued', 'failed', 'given_up'] },
    } as never,
  }),
} as const;

/** What older kernels do: they wait for a fence for 100 ms at most, and evict all the same. */
export const userqGivesUp = about.clause({
  name: 'user-queues/evicts-after-100-ms',
  says: userq('amdgpu_userq_wait_for_signal: dma_fence_wait_timeout(f, true, msecs_to_jiffies(100)) (6.18, 7.0)'),
  adds: [{ name: 'userq_evict_gives_up', actor: 'userq_worker', moves: { userqSuspend: 'waited' } }],
});
