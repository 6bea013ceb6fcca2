import { setup } from 'xstate';
import { inFile, stateNode, to } from './to.ts';

const xeSvm = inFile('drivers/gpu/drm/xe/xe_svm.c');
const xeUserptr = inFile('drivers/gpu/drm/xe/xe_userptr.c');
const drmVmBindLocking = inFile('Documentation/gpu/drm-vm-bind-locking.rst');
const hmmH = inFile('include/linux/hmm.h');
const hmmC = inFile('mm/hmm.c');
const xeHwEngineGroup = inFile('drivers/gpu/drm/xe/xe_hw_engine_group.c');

const mmu = 'mm/mmu_notifier.c';
const hmm = 'Documentation/mm/hmm.rst';

/**
 * The sequence of an interval notifier, as readers see it.
 * Rule: odd while an invalidation runs; who began while it was even and finds it changed has lost.
 * Source: mm/mmu_notifier.c (mmu_interval_set_seq, mmu_interval_read_begin, mn_itree_inv_end), v7.0.
 */
export const sequence = setup({
  types: { events: {} as { type: 'mmu_interval_set_seq' } | { type: 'inv_end' } },
}).createMachine({
  id: 'invalidate_seq',
  initial: 'even',
  states: {
    even: stateNode('No invalidation runs.', `${mmu}: mmu_interval_read_begin`, {
      mmu_interval_set_seq: to('odd', 'The callback says that one runs.', `${mmu}: mmu_interval_set_seq`),
    }),
    odd: stateNode('An invalidation runs: readers sleep.', `${mmu}: mmu_interval_read_begin`, {
      inv_end: to('even', 'Over; readers wake.', `${mmu}: mn_itree_inv_end`),
    }),
  },
});

/**
 * One invalidation of a range, in mmu_notifier_invalidate_range_start.
 * Rule: it tears down every mapping and flushes every TLB before the pages are returned.
 * Source: mm/mmu_notifier.c (mn_itree_invalidate); Documentation/gpu/drm-vm-bind-locking.rst, v7.0.
 */
export const invalidation = setup({
  types: {
    events: {} as
      | { type: 'start' }
      | { type: 'lock' }
      | { type: 'zap' }
      | { type: 'flush' }
      | { type: 'unlock' }
      | { type: 'wait' }
      | { type: 'return_pages' }
      | { type: 'end' },
  },
}).createMachine({
  id: 'invalidation',
  initial: 'none',
  states: {
    none: stateNode('The range stays.', `${mmu}: mn_itree_invalidate`, {
      start: to('started', 'munmap, migration, reclaim, copy on write.', `${mmu}: mmu_notifier_invalidate_range_start`),
    }),
    started: stateNode('Wants the lock of the driver.', `${hmm}: driver->update`, {
      lock: to('locked', 'Has it, and sets the sequence.', `${mmu}: mmu_interval_set_seq`),
    }),
    locked: stateNode('Has the lock of the driver.', `${hmm}: driver->update`, {
      zap: to('zapped', 'The entries are gone from the page table.', xeSvm('xe_svm_invalidate')),
    }),
    zapped: stateNode('A TLB may still have them.', xeSvm('xe_svm_invalidate'), {
      flush: to('flushed', 'The TLBs forget them.', xeSvm('xe_svm_invalidate')),
    }),
    flushed: stateNode('The device cannot reach the pages.', xeSvm('xe_svm_invalidate'), {
      unlock: to('unlocked', 'The lock is given back.', `${hmm}: driver->update`),
    }),
    unlocked: stateNode('May have to wait for jobs.', xeUserptr('xe_vma_userptr_do_inval'), {
      wait: to('waited', 'Every fence is signaled.', xeUserptr('xe_vma_userptr_do_inval')),
    }),
    waited: stateNode('The callback returns.', `${mmu}: mn_itree_invalidate`, {
      return_pages: to('returned', "The core unmaps, and the pages are somebody else's.", drmVmBindLocking('userptr')),
    }),
    returned: stateNode('The pages are gone.', `${mmu}: mn_itree_inv_end`, {
      end: to('none', 'mmu_notifier_invalidate_range_end.', `${mmu}: mn_itree_inv_end`),
    }),
  },
});

/**
 * A thread that mirrors a range of a process's addresses on the device.
 * Rule: it writes page table entries only if, under the lock of the driver, the sequence has not changed.
 * Source: Documentation/mm/hmm.rst ("Usage model"), mm/hmm.c (hmm_range_fault), v7.0.
 */
export const mirror = setup({
  types: {
    events: {} as
      | { type: 'begin' }
      | { type: 'read_begin' }
      | { type: 'hmm_range_fault' }
      | { type: 'changed' }
      | { type: 'lock' }
      | { type: 'check' }
      | { type: 'again' }
      | { type: 'program' }
      | { type: 'give_up' },
  },
}).createMachine({
  id: 'mirror',
  initial: 'idle',
  states: {
    idle: stateNode('Has nothing to do.', hmm, { begin: to('wants', 'A GPU fault, or a submit with a userptr.', hmm) }),
    wants: stateNode('Waits until no invalidation runs.', `${mmu}: mmu_interval_read_begin`, {
      read_begin: to('begun', 'Has the sequence.', `${mmu}: mmu_interval_read_begin`),
      give_up: to('idle', '-EBUSY: HMM_RANGE_DEFAULT_TIMEOUT is over.', hmmH('HMM_RANGE_DEFAULT_TIMEOUT')),
    }),
    begun: {
      ...stateNode('Has the sequence, not the pages.', hmm),
      initial: 'same',
      states: {
        same: stateNode('Nothing has changed.', hmm, {
          hmm_range_fault: to('#mirror.faulted.same', 'Has looked the pages up.', hmmC('hmm_range_fault')),
          changed: to('changed', 'An invalidation set the sequence.', `${mmu}: mmu_interval_set_seq`),
        }),
        changed: stateNode('It has changed.', hmm, {
          hmm_range_fault: to('#mirror.faulted.changed', 'Has looked the pages up.', hmmC('hmm_range_fault')),
        }),
      },
    },
    faulted: {
      ...stateNode('Has the pages.', hmmC('hmm_range_fault')),
      initial: 'same',
      states: {
        same: stateNode('Nothing has changed.', hmm, {
          lock: to('#mirror.locked.same', 'Has the lock of the driver.', `${hmm}: driver->update`),
          check: to('#mirror.checked', 'read_retry without the lock: false.', `${mmu}: mmu_interval_read_retry`),
          changed: to('changed', 'An invalidation set the sequence.', `${mmu}: mmu_interval_set_seq`),
        }),
        changed: stateNode('It has changed.', hmm, {
          lock: to('#mirror.locked.changed', 'Has the lock of the driver.', `${hmm}: driver->update`),
          again: to('#mirror.wants', 'read_retry without the lock: true.', `${mmu}: mmu_interval_read_retry`),
        }),
      },
    },
    checked: stateNode('Believes that nothing has changed.', `${mmu}: mmu_interval_read_retry`, {
      program: to('idle', 'Writes the entries.', hmm),
      changed: to('deceived', 'An invalidation set the sequence.', `${mmu}: mmu_interval_set_seq`),
    }),
    deceived: stateNode('Believes that nothing has changed, and is wrong.', `${mmu}: mmu_interval_read_retry`, {
      program: to('idle', 'Writes the entries.', hmm),
    }),
    locked: {
      ...stateNode('Has the lock of the driver.', `${hmm}: driver->update`),
      initial: 'same',
      states: {
        same: stateNode('read_retry says false.', `${mmu}: mmu_interval_read_retry`, {
          program: to('#mirror.idle', 'Writes the entries.', hmm),
        }),
        changed: stateNode('read_retry says true.', `${mmu}: mmu_interval_read_retry`, {
          again: to('#mirror.wants', 'Gives the lock back and begins again.', hmm),
        }),
      },
    },
  },
});

/**
 * How often a mirror may still begin again.
 * Source: include/linux/hmm.h (HMM_RANGE_DEFAULT_TIMEOUT 1000), v7.0.
 */
export const patience = setup({ types: { events: {} as { type: 'again' } | { type: 'reset' } } }).createMachine({
  id: 'patience',
  initial: 'fresh',
  states: {
    fresh: stateNode('Has just begun.', hmmH('HMM_RANGE_DEFAULT_TIMEOUT'), {
      again: to('spent', 'One more try was in vain.', hmmH('HMM_RANGE_DEFAULT_TIMEOUT')),
      reset: to('fresh', 'A new call.', hmmH('HMM_RANGE_DEFAULT_TIMEOUT')),
    }),
    spent: stateNode('The time is over.', hmmH('HMM_RANGE_DEFAULT_TIMEOUT'), {
      again: to('spent', 'Once more in vain.', hmmH('HMM_RANGE_DEFAULT_TIMEOUT')),
      reset: to('fresh', 'A new call.', hmmH('HMM_RANGE_DEFAULT_TIMEOUT')),
    }),
  },
});

/**
 * A device page table entry, and what TLBs remember of it.
 * Rule: it never points at a page that has been returned.
 * Source: Documentation/gpu/drm-vm-bind-locking.rst (recoverable faults), v7.0.
 */
export const devicePte = setup({
  types: {
    events: {} as
      { type: 'map' } | { type: 'map_old' } | { type: 'zap' } | { type: 'flush' } | { type: 'pages_returned' },
  },
}).createMachine({
  id: 'device_pte',
  initial: 'none',
  states: {
    none: stateNode('No entry.', xeSvm('xe_svm_invalidate'), {
      map: to('mapped', 'Written.', hmm),
      map_old: to('dangling', 'Written for a page that goes, or has gone.', hmm),
    }),
    mapped: stateNode('Points at a page of the process.', hmm, {
      map: to('mapped', 'Written again.', hmm),
      zap: to('in_tlb', 'Gone from the page table.', xeSvm('xe_svm_invalidate')),
      pages_returned: to('dangling', 'The page is returned.', drmVmBindLocking('userptr')),
    }),
    in_tlb: stateNode('A TLB may still have it.', xeSvm('xe_svm_invalidate'), {
      flush: to('none', 'Forgotten.', xeSvm('xe_svm_invalidate')),
      map: to('mapped', 'Written again.', hmm),
      pages_returned: to('dangling', 'The page is returned.', drmVmBindLocking('userptr')),
    }),
    dangling: stateNode("The device reaches a page that is somebody else's.", drmVmBindLocking('userptr'), {
      map: to('dangling', 'Another entry is written; this one stays.', hmm),
      flush: to('dangling', 'Too late.', drmVmBindLocking('userptr')),
    }),
  },
});

/**
 * A queue of jobs that may be off the hardware.
 * Rule: an invalidation flushes for it too: it comes back with what its TLB remembers.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group.c; fa7c84726dc2 (revert of 8533051ce920), v7.0-stable.
 */
export const deviceQueue = setup({ types: { events: {} as { type: 'suspend' } | { type: 'resume' } } }).createMachine({
  id: 'device_queue',
  initial: 'active',
  states: {
    active: stateNode('On the hardware.', xeHwEngineGroup('xe_hw_engine_group_suspend_faulting_lr_jobs'), {
      suspend: to('idle', 'Nothing to do.', xeHwEngineGroup('xe_hw_engine_group_suspend_faulting_lr_jobs')),
    }),
    idle: stateNode('Off the hardware.', xeHwEngineGroup('hw_engine_group_resume_lr_jobs_func'), {
      resume: to('active', 'A job came.', xeHwEngineGroup('hw_engine_group_resume_lr_jobs_func')),
    }),
  },
});
