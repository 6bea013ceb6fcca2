import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { twoCalls } from '../lifecycles/residency.ts';
import { fencedParts } from '../rows/fenced-jobs.ts';
import { intervalNotifier, notifierFaults, notifierLaws, notifierParts } from '../rows/interval-notifier.ts';
import { lawsOf, mistake, type Use } from './use.ts';

const mmuNotifier = from('mm/mmu_notifier.c');
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
    userptr.step('submit_mirrors', 'ioctl', {
      moves: { mirror: 'begin', patience: 'reset' },
      when: { 'job[?]': 'preparing', pte: '!mapped' },
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
  about: 'run_job calls mmu_interval_read_begin: it waits for an invalidation that waits for the job.',
});

/** Memory of the process, mapped while an interval notifier watches it. */
export const userptrUse: Use = {
  name: 'userptr',
  about:
    'Jobs use memory of the process; an interval notifier zaps the mapping when the ' +
    'addresses are invalidated, and waits for their fences.',
  says: drmVmBindLocking('userptr: the notifier waits for the fences of the VM before the pages go'),
  rows: [intervalNotifier, userptrJob],
  wiring: [],
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
      'mmu_interval_read_retry is asked before the lock is taken.',
    ),
  ],
  actors: {
    submit: {
      fair: 'strong',
      because:
        'a submit that finds its addresses invalidated tries again (-EAGAIN), and a process that ' +
        'leaves them alone gets through',
    },
  },
};
