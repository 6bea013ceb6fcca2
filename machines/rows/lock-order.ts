import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { source, from } from '../words/cites.ts';
import { fencesComplete, shrinkersMayWait } from '../words/sentences.ts';
import {
  cpuFault,
  exitingMm,
  messageHandler,
  mutexHolder,
  notifierCall,
  reservingIoctl,
  twoCalls,
} from '../lifecycles/lock-threads.ts';
import { driverMutex, mmapLock, resvLock } from '../lifecycles/memory-locks.ts';
import { fencedParts } from './fenced-jobs.ts';

const dmaResv = from('drivers/dma-buf/dma-resv.c');
const ttmBoVm = from('drivers/gpu/drm/ttm/ttm_bo_vm.c');
const drmVmBindLocking = from('Documentation/gpu/drm-vm-bind-locking.rst');
const devfreq = from('drivers/devfreq/devfreq.c');
const msmRingbuffer = from('drivers/gpu/drm/msm/msm_ringbuffer.c');
const aie2Ctx = from('drivers/accel/amdxdna/aie2_ctx.c');
const amdxdnaGem = from('drivers/accel/amdxdna/amdxdna_gem.c');
const fork = from('kernel/fork.c');

const order = dmaResv(
  'dma_resv_lockdep: mmap_lock > dma_resv > fs_reclaim > mmu_notifier_invalidate_range_start > dma_fence_wait',
);
const ttmVm = (says: string) => ttmBoVm(says);

/** A CPU fault and an ioctl on one buffer object, the notifiers that reclaim calls, and the locks between them. */
export const lockOrderParts = {
  mmap: { of: mmapLock, title: 'mmap_lock' },
  resv: { of: resvLock, title: 'dma_resv' },
  cpuFault: { of: cpuFault, title: 'CPU page fault' },
  ioctl: { of: reservingIoctl, title: 'ioctl' },
  notifier: { of: notifierCall, title: 'notifier' },
} as const;
const v = vocabulary(lockOrderParts);
const steps = v.steps(
  v.step('cpu_faults', 'user', { moves: { cpuFault: 'fault' } }),
  v.step('fault_takes_mmap_lock', 'cpu_fault_lock', {
    moves: { cpuFault: 'mmap', mmap: 'take.fault' },
    when: { mmap: 'free' },
    cite: order,
  }),
  v.step('fault_takes_resv', 'cpu_fault_try', {
    moves: { cpuFault: 'resv', resv: 'take.fault' },
    when: { resv: 'free' },
    cite: order,
  }),
  v.step('fault_retries', 'cpu_fault', {
    moves: { cpuFault: 'retry', mmap: 'give.fault' },
    when: { cpuFault: 'has_mmap', resv: 'held' },
    cite: ttmVm('ttm_bo_vm_reserve: trylock fails, mmap_lock is dropped, VM_FAULT_RETRY'),
  }),
  v.step('fault_retries_again', 'cpu_fault', {
    moves: { cpuFault: 'retry', mmap: 'give.fault' },
    when: { cpuFault: 'tried', resv: 'held' },
  }),
  v.step('fault_has_waited', 'cpu_fault_lock', {
    moves: { cpuFault: 'waited' },
    when: { resv: 'free' },
    cite: ttmVm('ttm_bo_vm_reserve: dma_resv_lock_interruptible, dma_resv_unlock'),
  }),
  v.step('fault_ends', 'cpu_fault', { moves: { cpuFault: 'done', resv: 'give.fault', mmap: 'give.fault' } }),
  v.step('ioctl_called', 'user', { moves: { ioctl: 'call' } }),
  v.step('ioctl_takes_resv', 'ioctl_lock', {
    moves: { ioctl: 'resv', resv: 'take.submit' },
    when: { resv: 'free' },
    cite: order,
  }),
  v.step('ioctl_allocates', 'user', { moves: { ioctl: 'alloc', notifier: 'call' }, cite: order }),
  v.step('notifier_returns', 'notifier', { moves: { notifier: 'return' } }),
  v.step('ioctl_reclaimed', 'ioctl', { moves: { ioctl: 'reclaimed' }, when: { notifier: 'none' } }),
  v.step('ioctl_returns', 'ioctl', {
    moves: { ioctl: 'return', resv: 'give.submit' },
    also: { mmap: 'give.submit' },
    when: { ioctl: ['has_resv', 'has_pages', 'copies'] },
  }),
);
export const lockOrder = v.row({
  name: 'lock-order',
  steps,
  promises: [
    { name: 'fault-ends', pending: { cpuFault: '!none' }, cite: ttmVm('ttm_bo_vm_fault') },
    { name: 'ioctl-returns', pending: { ioctl: '!none' }, cite: order },
    { name: 'notifier-returns', pending: { notifier: 'called' }, cite: order },
  ],
});
const about = v.about(steps);
const clause = (
  name: string,
  says: Clause['says'],
  rest: Omit<Parameters<typeof about.clause>[0], 'name' | 'says'>,
): Clause => about.clause({ name: `lock-order/${name}`, says, ...rest });
export const lockClauses = {
  /** The order is kept, so blocking is safe: no retry is needed. */
  'fault-blocks': clause('fault-blocks', order, {
    forbids: ['fault_retries', 'fault_has_waited', 'fault_retries_again'],
  }),
  'fault-retries-once': clause(
    'fault-retries-once',
    ttmVm('ttm_bo_vm_reserve: only where fault_flag_allow_retry_first; the second time it waits with mmap_lock held'),
    { forbids: ['fault_retries_again'] },
  ),
  'fault-retries': clause('fault-retries', order, { about: 'Every time.' }),
  'copies-under-resv': clause(
    'copies-under-resv',
    source(
      'lists.freedesktop.org dri-devel, Daniel Vetter, 19 July 2019',
      'if e.g. we bake in the "bo lock nests within mmap_sem" rule, like amdgpu and i915 need, ' +
        'then everyone else is broken',
    ),
    {
      requires: { ioctl_returns: { ioctl: 'copies' } },
      adds: [
        {
          name: 'ioctl_copies',
          actor: 'ioctl_lock',
          moves: { ioctl: 'mmap', mmap: 'take.submit' },
          when: { mmap: 'free' },
        },
      ],
    },
  ),
  'notifier-takes-resv': clause(
    'notifier-takes-resv',
    drmVmBindLocking('the notifier may take neither dma_resv nor the lock of the VM'),
    { requires: { notifier_returns: { resv: 'free' } } },
  ),
} as const;

/** Userspace that does not call for ever: what a fault that only tries needs. */
export const fewCalls = vocabulary({ ...lockOrderParts, calls: { of: twoCalls, title: 'calls to come' } } as const).row(
  { name: 'few-calls', steps: [], ties: { moves: { ioctl_called: { calls: 'call' } } } },
);

/** run_job takes a mutex of the driver; somebody else allocates under it. */
const r = vocabulary({
  ...fencedParts,
  mutex: { of: driverMutex, title: 'mutex of the driver' },
  holder: { of: mutexHolder, title: 'thread with the mutex' },
} as const);
const holderSteps = r.steps(
  r.step('holder_wants', 'user', { moves: { holder: 'want' } }),
  r.step('holder_locks', 'other_thread_lock', {
    moves: { holder: 'lock', mutex: 'take.other' },
    when: { mutex: 'free' },
    cite: devfreq('devfreq_monitor_resume: mutex_lock(&devfreq->lock)'),
  }),
  r.step('holder_reclaims', 'fence_waiter', {
    moves: { holder: 'reclaimed' },
    when: { 'fence[*]': '!visible' },
    cite: shrinkersMayWait,
  }),
  r.step('holder_unlocks', 'other_thread', { moves: { holder: 'unlock', mutex: 'give.other' } }),
);
export const driverMutexes = r.row({
  name: 'driver-mutex',
  steps: holderSteps,
  promises: [{ name: 'holder-ends', pending: { holder: '!idle' }, cite: fencesComplete }],
});
export const runJobLocks: Clause = r.about([...holderSteps, { name: 'schedule' } as const]).clause({
  name: 'driver-mutex/run-job-takes-it',
  says: msmRingbuffer(
    'msm_job_run under dma_fence_map wants devfreq->lock; imx-drm revert 14d9a37c9525: regulator_list_mutex',
  ),
  requires: { schedule: { mutex: 'free' } },
});

/** One thread signals every fence, and puts the references of exited processes. */
const h = vocabulary({
  ...fencedParts,
  handler: { of: messageHandler, title: 'message handler' },
  mm: { of: exitingMm, title: 'address space' },
} as const);
const handlerSteps = h.steps(
  h.step('process_exits', 'user', { moves: { mm: 'exit' } }),
  h.step('mmput_async', 'mm_exit', {
    moves: { handler: 'mmput_async', mm: 'queue' },
    cite: aie2Ctx('aie2_sched_notify: mmput_async(job->mm)'),
  }),
  h.step('exit_mmap', 'fence_waiter', {
    moves: { mm: 'torn_down' },
    when: { mm: 'queued', 'fence[*]': '!visible' },
    cite: amdxdnaGem('amdxdna_hmm_invalidate: waits for the jobs'),
  }),
);
export const messageHandlers = h.row({
  name: 'message-handler',
  steps: handlerSteps,
  ties: { requires: { signal: { handler: 'ready' }, submit: { mm: 'alive' } } },
  promises: [{ name: 'address-space-goes', pending: { mm: ['exiting', 'queued'] }, cite: fork('mmput') }],
});
export const mmputInHandler: Clause = h.about(handlerSteps).clause({
  name: 'message-handler/mmput',
  says: aie2Ctx(
    'before mmput_async: "the mmput here may call mmu notifier handler, ' +
      'amdxdna_hmm_invalidate, which will cause a dead lock"; the like in amdkfd: a29e067bd389',
  ),
  forbids: ['mmput_async'],
  adds: [
    { name: 'mmput', actor: 'mm_exit', moves: { handler: 'mmput' }, when: { mm: 'exiting' } },
    {
      name: 'exit_mmap_in_handler',
      actor: 'fence_waiter',
      moves: { handler: 'returned', mm: 'torn_down' },
      when: { 'fence[*]': '!visible' },
    },
  ],
});
