import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { notifiersMayWait } from '../words/sentences.ts';
import { twoCalls } from '../lifecycles/residency.ts';
import { intervalNotifier, notifierFaults, notifierLaws, notifierParts } from '../rows/interval-notifier.ts';
import { pageFaults, repairParts } from '../rows/page-fault.ts';
import { lawsOf, mistake, type Use } from './use.ts';

const xeSvm = from('drivers/gpu/drm/xe/xe_svm.c');
const drmGpusvm = from('drivers/gpu/drm/drm_gpusvm.c');
const vmscan = from('mm/vmscan.c');
const mmuNotifier = from('mm/mmu_notifier.c');

const svm = (says: string) => xeSvm(says);
const gpusvm = (says: string) => drmGpusvm(says);
const called = notifiersMayWait;

/**
 * The repair of the core's page fault looks the page up by hmm_range_fault and maps it; reclaim for
 * that very repair may call its notifier.
 */
const v = vocabulary({
  ...notifierParts,
  ...repairParts,
  calls: { of: twoCalls, title: 'invalidations to come' },
} as const);
const steps = v.steps(
  v.step('repair_mirrors', 'fault_worker[k]', {
    moves: { mirror: 'begin', patience: 'reset' },
    when: { 'fault[k]': 'servicing.copying', 'copyFence[k]': 'signaled', pte: '!mapped' },
    cite: gpusvm('drm_gpusvm_range_get_pages: hmm_range_fault'),
  }),
  v.step('reclaim_invalidates', 'user', {
    moves: { invalidation: 'start', calls: 'call' },
    when: { 'alloc[?]': 'allocating' },
    cite: vmscan('try_to_unmap: mmu_notifier_invalidate_range_start'),
  }),
  v.step('repair_locks_early', 'mirror_lock', {
    moves: { userLock: 'take.reader' },
    when: { 'alloc[?]': 'allocating', userLock: 'free', mirror: 'idle' },
  }),
  v.step('repair_unlocks', 'mirror', {
    moves: { userLock: 'give.reader' },
    when: { 'alloc[*]': ['none', 'returned'], mirror: 'idle', userLock: 'held.reader' },
  }),
);
const repairMirrors = v.row({
  name: 'repair-mirrors',
  steps,
  ties: {
    moves: { invalidate_range_start: { calls: 'call' } },
    requires: {
      bind_publish: { pte: 'mapped', userLock: 'free', invalidation: 'none' },
      // The thread that reclaims is the one that is in the notifier.
      reclaim_ends: { invalidation: 'none' },
      memory_freed: { invalidation: 'none' },
      invalidate_returns: { 'bindFence[*]': '!visible' },
    },
  },
});
const about = v.about([...intervalNotifier.steps, ...pageFaults.steps, ...steps]);
const outside: Clause = about.clause({
  name: 'svm/allocates-outside-notifier-lock',
  says: mmuNotifier(
    '__mmu_notifier_invalidate_range_start: fs_reclaim is held by who calls it, so what it ' +
      'takes is not held where memory is allocated',
  ),
  forbids: ['repair_locks_early', 'repair_unlocks'],
});
const noDependence: Clause = about.clause({
  name: 'svm/notifier-awaits-repair',
  says: svm('xe_svm_invalidate: zaps and flushes the TLB; it waits for binds, not for page faults'),
  about: 'The notifier waits until no page fault of the range is being repaired.',
  requires: { invalidate_returns: { 'fault[*]': ['none', 'received'] } },
});

/** Addresses of the process, mirrored page fault by page fault. */
export const svmUse: Use = {
  name: 'svm',
  about:
    'Page faults are repaired with pages of the process, by hmm_range_fault under an interval ' +
    'notifier, which reclaim also calls.',
  says: called,
  rows: [intervalNotifier, repairMirrors],
  wiring: [
    about.clause({
      name: 'wiring/repair-mirrors',
      says: gpusvm('drm_gpusvm_range_get_pages'),
      about: 'The repair of a page fault mirrors the range.',
      forbids: ['mirror_begins'],
    }),
  ],
  clauses: lawsOf('svm', { ...notifierLaws, 'allocates-outside-notifier-lock': outside }),
  mistakes: [
    mistake(
      'svm/notifier-awaits-repair',
      noDependence,
      'The notifier waits for the repair of page faults, whose reclaim has called it.',
    ),
    mistake(
      'svm/retry-outside-lock',
      notifierFaults['retry-outside-lock'],
      'mmu_interval_read_retry is called before the lock is taken.',
    ),
  ],
  actors: {
    fault_worker: {
      fair: 'strong',
      because:
        'a repair that finds its addresses invalidated tries again, and only userspace invalidates ' +
        'its own addresses',
    },
  },
  repairs: true,
  apart: { userptr: 'one range of addresses is mapped by submits or by page faults' },
};
