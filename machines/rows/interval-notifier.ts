import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { deviceAccess } from '../lifecycles/dma-buf.ts';
import { devicePte, deviceQueue, invalidation, mirror, patience, sequence } from '../lifecycles/interval-notifier.ts';
import { userLock } from '../lifecycles/memory-locks.ts';

const hmmSource = from('Documentation/mm/hmm.rst');
const mmuNotifier = from('mm/mmu_notifier.c');
const drmVmBindLocking = from('Documentation/gpu/drm-vm-bind-locking.rst');
const hmmHeader = from('include/linux/hmm.h');
const xeHwEngineGroup = from('drivers/gpu/drm/xe/xe_hw_engine_group.c');

const hmm = (says: string) => hmmSource(says);
const mmu = (says: string) => mmuNotifier(says);
const locking = (says: string) => drmVmBindLocking(says);

/** One range of addresses, a thread that mirrors it, an invalidation. */
export const notifierParts = {
  sequence: { of: sequence, title: 'invalidate_seq' },
  invalidation: { of: invalidation, title: 'invalidation' },
  mirror: { of: mirror, title: 'mirroring thread' },
  patience: { of: patience, title: 'timeout of the mirroring thread' },
  pte: { of: devicePte, title: 'device page table entry' },
  userLock: { of: userLock, title: 'lock of the driver' },
} as const;

const v = vocabulary(notifierParts);
const steps = v.steps(
  v.step('mirror_begins', 'user', { moves: { mirror: 'begin', patience: 'reset' } }),
  v.step('mmu_interval_read_begin', 'mirror_progress', {
    moves: { mirror: 'read_begin' },
    when: { sequence: 'even', patience: 'fresh' },
    cite: mmu('mmu_interval_read_begin: sleeps while an invalidation runs'),
  }),
  v.step('hmm_range_fault', 'mirror', { moves: { mirror: 'hmm_range_fault' }, cite: hmm('hmm_range_fault') }),
  v.step('mirror_locks', 'mirror_lock', {
    moves: { mirror: 'lock', userLock: 'take.reader' },
    when: { userLock: 'free' },
    cite: hmm('take_lock(driver->update)'),
  }),
  v.step('mmu_interval_read_retry', 'mirror', {
    moves: { mirror: 'again', patience: 'again', userLock: 'give.reader' },
    when: { mirror: 'locked.changed' },
    cite: hmm('if (mmu_interval_read_retry(...)) { release_lock(driver->update); goto again; }'),
  }),
  v.step('mmu_interval_read_retry_EBUSY', 'mirror', {
    moves: { mirror: 'give_up' },
    when: { patience: 'spent' },
    cite: hmmHeader('HMM_RANGE_DEFAULT_TIMEOUT: -EBUSY'),
  }),
  v.step('program', 'mirror', {
    moves: { mirror: 'program', pte: 'map', userLock: 'give.reader' },
    when: { mirror: 'locked.same' },
    cite: hmm('use pfns array content to update device page table, under lock'),
  }),
  v.step('invalidate_range_start', 'user', {
    moves: { invalidation: 'start' },
    cite: mmu('mmu_notifier_invalidate_range_start'),
  }),
  v.step('invalidate', 'notifier_lock', {
    moves: { invalidation: 'lock', userLock: 'take.notifier' },
    when: { userLock: 'free' },
    cite: mmu('mn_itree_invalidate: ops->invalidate'),
  }),
  v.step('zap', 'notifier', {
    moves: { invalidation: 'zap' },
    also: { pte: 'zap' },
    cite: locking('the notifier unmaps'),
  }),
  v.step('tlb_flush', 'notifier', {
    moves: { invalidation: 'flush' },
    also: { pte: 'flush' },
    cite: locking('pages are not returned until the TLB is flushed'),
  }),
  v.step('invalidate_unlocks', 'notifier', { moves: { invalidation: 'unlock', userLock: 'give.notifier' } }),
  v.step('invalidate_returns', 'notifier', { moves: { invalidation: 'wait' }, cite: mmu('mn_itree_invalidate') }),
  v.step('pages_returned', 'notifier', {
    moves: { invalidation: 'return_pages' },
    also: { pte: 'pages_returned' },
    cite: locking('until then the pages belong to the process'),
  }),
  v.step('invalidate_range_end', 'notifier', {
    moves: { invalidation: 'end' },
    also: { sequence: 'inv_end' },
    cite: mmu('mn_itree_inv_end'),
  }),
);
export const intervalNotifier = v.row({
  name: 'interval-notifier',
  steps,
  promises: [
    { name: 'mirror-ends', pending: { mirror: '!idle' }, cite: hmm('the loop of the usage model') },
    {
      name: 'invalidation-ends',
      pending: { invalidation: '!none' },
      cite: mmu('mmu_notifier_invalidate_range_start to _end'),
    },
  ],
  invariants: [
    {
      name: 'no-stale-entry',
      never: { pte: 'dangling' },
      cite: locking('pages are not returned until the mapping is gone and the TLB flushed'),
    },
  ],
});
const about = v.about(steps);
const clause = (
  name: string,
  says: Clause['says'],
  rest: Omit<Parameters<typeof about.clause>[0], 'name' | 'says'>,
): Clause => about.clause({ name: `interval-notifier/${name}`, says, ...rest });
export const notifierLaws = {
  'sets-seq': clause(
    'sets-seq',
    mmu(
      'mmu_interval_set_seq: must be called from the callback, under the lock that the reader ' +
        'has when it calls read_retry',
    ),
    { moves: { invalidate: { sequence: 'mmu_interval_set_seq' } }, also: { invalidate: { mirror: 'changed' } } },
  ),
} as const;
export const notifierFaults = {
  'retry-outside-lock': clause(
    'retry-outside-lock',
    hmm('take_lock(driver->update) comes before mmu_interval_read_retry'),
    {
      forbids: ['mirror_locks'],
      about: 'read_retry is called before the lock is taken.',
      adds: [
        { name: 'retry_unlocked_false', actor: 'mirror', moves: { mirror: 'check' } },
        {
          name: 'retry_unlocked_true',
          actor: 'mirror',
          moves: { mirror: 'again', patience: 'again' },
          when: { mirror: 'faulted.changed' },
        },
        {
          name: 'program_unchecked',
          actor: 'mirror_lock',
          moves: { mirror: 'program', pte: 'map' },
          when: { mirror: 'checked', userLock: 'free' },
        },
        {
          name: 'program_stale',
          actor: 'mirror_lock',
          moves: { mirror: 'program', pte: 'map_old' },
          when: { mirror: 'deceived', userLock: 'free' },
        },
      ],
    },
  ),
  'tries-for-ever': clause('tries-for-ever', hmmHeader('HMM_RANGE_DEFAULT_TIMEOUT'), {
    forbids: ['mmu_interval_read_retry_EBUSY', 'mmu_interval_read_retry'],
    adds: [
      {
        name: 'read_retry_again',
        actor: 'mirror',
        moves: { mirror: 'again', userLock: 'give.reader' },
        when: { mirror: 'locked.changed' },
      },
    ],
  }),
  'returns-before-flush': clause('returns-before-flush', locking('pages are not returned until the TLB is flushed'), {
    forbids: ['tlb_flush'],
    adds: [{ name: 'no_tlb_flush', actor: 'notifier', moves: { invalidation: 'flush' } }],
  }),
  'returns-before-zap': clause('returns-before-zap', locking('pages are not returned until the mapping is gone'), {
    forbids: ['zap'],
    adds: [{ name: 'no_zap', actor: 'notifier', moves: { invalidation: 'zap' } }],
  }),
} as const;

/** A queue that goes on and off the hardware. */
const q = vocabulary({ ...notifierParts, queue: { of: deviceQueue, title: 'queue' } } as const);
export const notifierQueue = q.row({
  name: 'notifier-queue',
  steps: q.steps(
    q.step('queue_idles', 'user', { moves: { queue: 'suspend' } }),
    q.step('queue_resumes', 'user', { moves: { queue: 'resume' } }),
  ),
});
export const skipsIdleQueues: Clause = q.about(steps).clause({
  name: 'interval-notifier/skips-idle-queues',
  says: xeHwEngineGroup(
    '8533051ce920, reverted by fa7c84726dc2: an idle queue was skipped, and with it a TLB invalidation of its userptr',
  ),
  requires: { tlb_flush: { queue: 'active' } },
  adds: [{ name: 'no_flush_for_idle', actor: 'notifier', moves: { invalidation: 'flush' }, when: { queue: 'idle' } }],
});

/** A job that uses the range by a dma_fence: the notifier waits for it, for it cannot be stopped. */
const j = vocabulary({
  ...notifierParts,
  access: { of: deviceAccess, title: 'job on the range', family: 'importers' },
} as const);
const jobSteps = j.steps(
  j.step('job_starts', 'user', {
    moves: { 'access[i]': 'start' },
    when: { pte: 'mapped', userLock: 'free', invalidation: 'none' },
    cite: locking('exec: the last check is under the notifier lock, before the job is armed'),
  }),
  j.step('job_ends', 'importer_device[i]', { moves: { 'access[i]': 'end' } }),
);
export const notifierJob = j.row({
  name: 'notifier-job',
  steps: jobSteps,
  ties: { also: { pages_returned: { 'access[*]': 'storage_moved' } } },
  invariants: [
    {
      name: 'no-job-astray',
      never: { 'access[?]': 'astray' },
      cite: locking('the notifier waits for the fences of jobs that use the pages'),
    },
  ],
});
export const notifierWaits: Clause = j.about([...steps, ...jobSteps]).clause({
  name: 'interval-notifier/awaits-fences',
  says: locking('the notifier waits for the fences of jobs that use the pages'),
  requires: { invalidate_returns: { 'access[*]': '!running' } },
});
export const startsUnchecked: Clause = j.about([...steps, ...jobSteps]).clause({
  name: 'interval-notifier/starts-unchecked',
  says: locking('exec: the last check is under the notifier lock, before the job is armed'),
  forbids: ['job_starts'],
  adds: [
    {
      name: 'job_starts_unchecked',
      actor: 'user',
      moves: { 'access[i]': 'start' },
      when: { pte: ['mapped', 'in_tlb'] },
    },
    {
      name: 'job_starts_late',
      actor: 'user',
      moves: { 'access[i]': 'start_astray' },
      when: { pte: 'none', invalidation: ['returned', 'waited'] },
    },
  ],
});
