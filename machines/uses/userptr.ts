import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { twoCalls } from '../lifecycles/residency.ts';
import { fencedParts } from '../rows/fenced-jobs.ts';
import { intervalNotifier, notifierFaults, notifierLaws, notifierParts } from '../rows/interval-notifier.ts';
import { importJobParts } from './dynamic-import.ts';
import { lawsOf, mistake, type Use } from './use.ts';

const mmuNotifier = from('mm/mmu_notifier.c');
const xeExec = from('drivers/gpu/drm/xe/xe_exec.c');
const drmVmBindLocking = from('Documentation/gpu/drm-vm-bind-locking.rst');

/** A userptr: the range that the interval notifier watches is used by a fenced job of the core. */
const userptr = vocabulary({
  ...notifierParts,
  ...fencedParts,
  calls: { of: twoCalls, title: 'invalidations to come' },
} as const);
export const userptrJob = userptr.row({
  name: 'job-uses-userptr',
  steps: userptr.steps(
    userptr.step('submit_mirrors', 'submit[i]', {
      moves: { mirror: 'begin', patience: 'reset' },
      when: { 'job[i]': 'preparing', pte: '!mapped' },
    }),
  ),
  ties: {
    moves: { invalidate_range_start: { calls: 'call' } },
    requires: {
      publish: { pte: 'mapped', userLock: 'free', invalidation: 'none' },
      invalidate_returns: { 'fence[*]': '!visible' },
    },
  },
});
export const looksAgain: Clause = userptr.about([{ name: 'schedule' }] as const).clause({
  name: 'composed/run-job-mirrors',
  says: mmuNotifier('mmu_interval_read_begin: annotated; may not be called where one may not wait for an invalidation'),
  requires: { schedule: { sequence: 'even' } },
  about: 'The run_job callback calls mmu_interval_read_begin, which waits for an invalidation that waits for the job.',
});

/**
 * One submit that uses both kinds of memory. Addresses of the process cannot be looked up with a reservation object
 * held, so they are looked up before, and looked at again with it: if they have gone, it is given back and all begins
 * again.
 */
const both = vocabulary({ ...notifierParts, ...importJobParts } as const);
export const execLooksAgain = both.row({
  name: 'exec-looks-again',
  steps: both.steps(
    both.step('exec_EAGAIN', 'submit[i]', {
      moves: { 'drmExec[i]': 'unlock', resv: 'give.submit' },
      when: { 'attachment[?]': 'mapped.current' },
      any: { pte: '!mapped', invalidation: '!none' },
      cite: xeExec('xe_exec_ioctl: __xe_vm_userptr_needs_repin: -EAGAIN, drm_exec_fini, retry'),
    }),
  ),
  ties: {
    requires: {
      exec_locks: { pte: 'mapped' },
      job_maps: { pte: 'mapped' },
      submit_mirrors: { 'drmExec[i]': 'unlocked' },
    },
  },
});

const triesAgain = {
  fair: 'strong',
  because:
    'a submit that finds its addresses invalidated tries again (-EAGAIN), and only userspace ' +
    'invalidates its own addresses',
} as const;

/** Memory of the process, mapped while an interval notifier watches it. */
export const userptrUse: Use = {
  name: 'userptr',
  about:
    'Jobs use memory of the process. When the addresses are invalidated, an interval ' +
    'notifier zaps the mapping and waits for the fences of the jobs.',
  says: drmVmBindLocking('userptr: the notifier waits for the fences of the VM before the pages go'),
  rows: [intervalNotifier, userptrJob],
  wiring: [],
  together: { 'dynamic-import': [execLooksAgain] },
  clauses: lawsOf('userptr', notifierLaws),
  mistakes: [
    mistake(
      'userptr/run-job-mirrors',
      looksAgain,
      'run_job looks the pages up, and waits for an invalidation that waits for the fence of the job.',
    ),
    mistake(
      'userptr/retry-outside-lock',
      notifierFaults['retry-outside-lock'],
      'mmu_interval_read_retry is called before the lock is taken.',
    ),
  ],
  // The submit of a group of engines is the same thread.
  actors: { submit: triesAgain, group_exec: triesAgain },
};
