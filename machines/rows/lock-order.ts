import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { contract, source } from '../words/cites.ts';
import { cpuFault, exitingMm, messageHandler, mutexHolder, notifierCall, reservingIoctl, twoCalls } from '../lifecycles/lock-threads.ts';
import { driverMutex, mmapLock, resvLock } from '../lifecycles/memory-locks.ts';
import { fencedParts } from './fenced-jobs.ts';

const order = source('drivers/dma-buf/dma-resv.c', 'dma_resv_lockdep: mmap_lock > dma_resv > fs_reclaim > mmu_notifier_invalidate_range_start > dma_fence_wait');
const ttmVm = (says: string) => source('drivers/gpu/drm/ttm/ttm_bo_vm.c', says);

/** A CPU fault and an ioctl on one buffer object, the notifiers that reclaim calls, and the locks between them. */
export const lockOrderParts = {
  mmap: { of: mmapLock, title: 'mmap_lock' }, resv: { of: resvLock, title: 'dma_resv' },
  cpuFault: { of: cpuFault, title: 'CPU page fault' }, ioctl: { of: reservingIoctl, title: 'ioctl' }, notifier: { of: notifierCall, title: 'notifier' },
} as const;
const v = vocabulary(lockOrderParts);
const steps = v.steps(
  { name: 'cpu_faults', actor: 'user', moves: { cpuFault: 'fault' } },
  { name: 'fault_takes_mmap_lock', actor: 'cpu_fault_lock', moves: { cpuFault: 'mmap', mmap: 'take.fault' }, when: { mmap: 'free' }, cite: order },
  { name: 'fault_takes_resv', actor: 'cpu_fault_try', moves: { cpuFault: 'resv', resv: 'take.fault' }, when: { resv: 'free' }, cite: order },
  { name: 'fault_retries', actor: 'cpu_fault', moves: { cpuFault: 'retry', mmap: 'give.fault' }, when: { cpuFault: 'has_mmap', resv: 'held' }, cite: ttmVm('ttm_bo_vm_reserve: trylock fails, mmap_lock is dropped, VM_FAULT_RETRY') },
  { name: 'fault_retries_again', actor: 'cpu_fault', moves: { cpuFault: 'retry', mmap: 'give.fault' }, when: { cpuFault: 'tried', resv: 'held' } },
  { name: 'fault_has_waited', actor: 'cpu_fault_lock', moves: { cpuFault: 'waited' }, when: { resv: 'free' }, cite: ttmVm('ttm_bo_vm_reserve: dma_resv_lock_interruptible, dma_resv_unlock') },
  { name: 'fault_ends', actor: 'cpu_fault', moves: { cpuFault: 'done', resv: 'give.fault', mmap: 'give.fault' } },
  { name: 'ioctl_called', actor: 'user', moves: { ioctl: 'call' } },
  { name: 'ioctl_takes_resv', actor: 'ioctl_lock', moves: { ioctl: 'resv', resv: 'take.submit' }, when: { resv: 'free' }, cite: order },
  { name: 'ioctl_allocates', actor: 'user', moves: { ioctl: 'alloc', notifier: 'call' }, cite: order },
  { name: 'notifier_returns', actor: 'notifier', moves: { notifier: 'return' } },
  { name: 'ioctl_reclaimed', actor: 'ioctl', moves: { ioctl: 'reclaimed' }, when: { notifier: 'none' } },
  { name: 'ioctl_returns', actor: 'ioctl', moves: { ioctl: 'return', resv: 'give.submit' }, also: { mmap: 'give.submit' }, when: { ioctl: ['has_resv', 'has_pages', 'copies'] } },
);
export const lockOrder = v.row({
  name: 'lock-order', steps,
  promises: [
    { name: 'fault-ends', pending: { cpuFault: '!none' }, cite: ttmVm('ttm_bo_vm_fault') },
    { name: 'ioctl-returns', pending: { ioctl: '!none' }, cite: order },
    { name: 'notifier-returns', pending: { notifier: 'called' }, cite: order },
  ],
});
const about = v.about(steps);
const clause = (name: string, says: Clause['says'], rest: Omit<Parameters<typeof about.clause>[0], 'name' | 'says'>): Clause => about.clause({ name: `lock-order/${name}`, says, ...rest });
export const lockClauses = {
  /** The order is kept, so blocking is safe: no retry is needed. */
  'fault-blocks': clause('fault-blocks', order, { forbids: ['fault_retries', 'fault_has_waited', 'fault_retries_again'] }),
  'fault-retries-once': clause('fault-retries-once', ttmVm('ttm_bo_vm_reserve: only where fault_flag_allow_retry_first; the second time it waits with mmap_lock held'), { forbids: ['fault_retries_again'] }),
  'fault-retries': clause('fault-retries', order, { about: 'Every time.' }),
  'copies-under-resv': clause('copies-under-resv', source('lists.freedesktop.org dri-devel, Daniel Vetter, 19 July 2019', 'if e.g. we bake in the "bo lock nests within mmap_sem" rule, like amdgpu and i915 need, then everyone else is broken'), {
    requires: { ioctl_returns: { ioctl: 'copies' } }, adds: [{ name: 'ioctl_copies', actor: 'ioctl_lock', moves: { ioctl: 'mmap', mmap: 'take.submit' }, when: { mmap: 'free' } }],
  }),
  'notifier-takes-resv': clause('notifier-takes-resv', source('Documentation/gpu/drm-vm-bind-locking.rst', 'the notifier may take neither dma_resv nor the lock of the VM'), { requires: { notifier_returns: { resv: 'free' } } }),
} as const;

/** Userspace that does not call for ever: what a fault that only tries needs. */
export const fewCalls = vocabulary({ ...lockOrderParts, calls: { of: twoCalls, title: 'calls to come' } } as const).row({ name: 'few-calls', steps: [], ties: { moves: { ioctl_called: { calls: 'call' } } } });

/** run_job takes a mutex of the driver; somebody else allocates under it. */
const r = vocabulary({ ...fencedParts, mutex: { of: driverMutex, title: 'mutex of the driver' }, holder: { of: mutexHolder, title: 'thread with the mutex' } } as const);
const holderSteps = r.steps(
  { name: 'holder_wants', actor: 'user', moves: { holder: 'want' } },
  { name: 'holder_locks', actor: 'other_thread_lock', moves: { holder: 'lock', mutex: 'take.other' }, when: { mutex: 'free' }, cite: source('drivers/devfreq/devfreq.c', 'devfreq_monitor_resume: mutex_lock(&devfreq->lock)') },
  { name: 'holder_reclaims', actor: 'fence_waiter', moves: { holder: 'reclaimed' }, when: { 'fence[*]': '!visible' }, cite: contract('Drivers are allowed to call dma_fence_wait() from their shrinker callbacks.') },
  { name: 'holder_unlocks', actor: 'other_thread', moves: { holder: 'unlock', mutex: 'give.other' } },
);
export const driverMutexes = r.row({ name: 'driver-mutex', steps: holderSteps, promises: [{ name: 'holder-ends', pending: { holder: '!idle' }, cite: contract('Fences must complete in a reasonable time.') }] });
export const runJobLocks: Clause = r.about([...holderSteps, { name: 'schedule' } as const]).clause({ name: 'driver-mutex/run-job-takes-it', says: source('drivers/gpu/drm/msm/msm_ringbuffer.c', 'msm_job_run under dma_fence_map wants devfreq->lock; imx-drm revert 14d9a37c9525: regulator_list_mutex'), requires: { schedule: { mutex: 'free' } } });

/** One thread signals every fence, and puts the references of exited processes. */
const h = vocabulary({ ...fencedParts, handler: { of: messageHandler, title: 'message handler' }, mm: { of: exitingMm, title: 'address space' } } as const);
const handlerSteps = h.steps(
  { name: 'process_exits', actor: 'user', moves: { mm: 'exit' } },
  { name: 'mmput_async', actor: 'mm_exit', moves: { handler: 'mmput_async', mm: 'queue' }, cite: source('drivers/accel/amdxdna/aie2_ctx.c', 'aie2_sched_notify: mmput_async(job->mm)') },
  { name: 'exit_mmap', actor: 'fence_waiter', moves: { mm: 'torn_down' }, when: { mm: 'queued', 'fence[*]': '!visible' }, cite: source('drivers/accel/amdxdna/amdxdna_gem.c', 'amdxdna_hmm_invalidate: waits for the jobs') },
);
export const messageHandlers = h.row({
  name: 'message-handler', steps: handlerSteps, ties: { requires: { signal: { handler: 'ready' }, submit: { mm: 'alive' } } },
  promises: [{ name: 'address-space-goes', pending: { mm: ['exiting', 'queued'] }, cite: source('kernel/fork.c', 'mmput') }],
});
export const mmputInHandler: Clause = h.about(handlerSteps).clause({
  name: 'message-handler/mmput', says: source('drivers/accel/amdxdna/aie2_ctx.c', 'before mmput_async: "the mmput here may call mmu notifier handler, amdxdna_hmm_invalidate, which will cause a dead lock"; the like in amdkfd: a29e067bd389'),
  forbids: ['mmput_async'],
  adds: [{ name: 'mmput', actor: 'mm_exit', moves: { handler: 'mmput' }, when: { mm: 'exiting' } }, { name: 'exit_mmap_in_handler', actor: 'fence_waiter', moves: { handler: 'returned', mm: 'torn_down' }, when: { 'fence[*]': '!visible' } }],
});
